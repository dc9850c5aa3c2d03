import type { Choice, Reply } from '../../../bot/index.ts';
import { webWording } from '../../../prompts/index.ts';
import { type Html, html } from './html.ts';

/** The buttons of a reply as one form, which works without JavaScript; null where it offers none. */
export function renderChoices(reply: Pick<Reply, 'choices'>, label: string = webWording.choices): Html | null {
  if (reply.choices.length === 0) return null;
  return html`<form class="choices" method="post" action="/messages" data-send><div role="group" aria-label="${label}" lang="zh-Hant-TW">${reply.choices.map(renderChoice)}</div></form>`;
}

/** One button; it sends back the value of its choice. */
export function renderChoice(choice: Choice): Html {
  return html`<button class="choice choice-${choice.emphasis}" name="choice" value="${choice.value}">${choice.label}</button>`;
}
