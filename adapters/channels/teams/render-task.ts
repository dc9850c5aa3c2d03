import { type Language, messageCharactersMax } from '../../../bot/index.ts';
import { channelWording } from '../../../prompts/index.ts';
import { type AdaptiveCard, langOf } from './render-card.ts';
import { renderLines } from './render-element.ts';
import { smallPrint } from './render-part.ts';

/**
 * The form behind 「交給人事」 with the words of the message in it, to be changed before they are sent. What comes back is
 * `{verb: 'hand-over', text}`; a dialog knows no `Action.Execute`.
 */
export function renderTaskCard(text: string, language: Language = 'zh-TW'): AdaptiveCard {
  const { handoff, problem } = channelWording[language];
  return {
    type: 'AdaptiveCard',
    $schema: 'https://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: langOf(language),
    fallbackText: handoff.title,
    body: [
      ...renderLines(handoff.hint, smallPrint),
      {
        type: 'Input.Text',
        id: 'text',
        label: handoff.label,
        value: fitting(text),
        placeholder: handoff.placeholder,
        maxLength: messageCharactersMax,
        isMultiline: true,
        isRequired: true,
        errorMessage: problem.empty,
      },
    ],
    actions: [{ type: 'Action.Submit', title: handoff.submit, style: 'positive', data: { verb: 'hand-over' } }],
  };
}

/** Line ends are kept; what would be a half character at the end is not. */
function fitting(text: string): string {
  return text.slice(0, messageCharactersMax).toWellFormed();
}
