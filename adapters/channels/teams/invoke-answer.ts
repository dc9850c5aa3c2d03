import type { Language } from '../../../bot/index.ts';
import type { TeamsEvent } from './activity.ts';
import type { AdaptiveCard } from './render-card.ts';

/** The body of the answer to an invoke; Teams wants each kind in a shape of its own. */
export type InvokeAnswer = Readonly<Record<string, unknown>>;

/** The card that is drawn in place of the one that was tapped. */
export function answerWithCard(card: AdaptiveCard): InvokeAnswer {
  return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card };
}

/** A form in a dialog. */
export function answerWithForm(title: string, card: AdaptiveCard): InvokeAnswer {
  const content = { contentType: 'application/vnd.microsoft.card.adaptive', content: card };
  return { task: { type: 'continue', value: { title, height: 'medium', width: 'medium', card: content } } };
}

/** One sentence, where and how Teams shows one for this kind of invoke: nothing where it shows none. */
export function answerWithText(name: string, text: string): InvokeAnswer {
  if (name === 'adaptiveCard/action')
    return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text };
  if (/^composeExtension\/(?:query|selectItem)/.test(name)) return { composeExtension: { type: 'message', text } };
  if (/^(?:composeExtension|task|message)\/(?:fetchTask|submitAction|fetch|submit)$/.test(name))
    return name === feedbackName ? {} : { task: { type: 'message', value: text } };
  return {};
}

/** The invoke that brings feedback; its answer is empty. */
export const feedbackName = 'message/submitAction';

/** The language of somebody's Teams, for what belongs to no conversation. */
export function languageOf({ locale }: TeamsEvent): Language {
  return locale?.toLowerCase().startsWith('en') === true ? 'en' : 'zh-TW';
}
