import type { Message, Reply, TurnRecord } from '../../../bot/index.ts';
import { webWording } from '../../../prompts/index.ts';
import { type Html, html } from './html.ts';
import { type Offer, renderReply } from './render-reply.ts';

/** Where the page jumps to after a message was sent. */
export const newestId = 'newest';

/** A turn as the page shows it: one that is kept, or one that failed and can be sent again as it was. */
export interface ShownTurn extends Pick<TurnRecord, 'said' | 'standalone' | 'replies'> {
  /** Null for a turn that is not kept. */
  readonly at: number | null;
  readonly resend?: Message;
}

/** One question with its replies. `index` is its place in the transcript; `offer` tells whether it is the newest. */
export function renderTurn(turn: ShownTurn, index: number, offer: Offer): Html {
  const id = `turn-${turn.at === null ? 'failed' : turn.at.toString(36)}-${index}`;
  if (turn.said === '' && turn.standalone === '') return renderReminder(turn, id, offer);
  return html`<article class="turn" aria-labelledby="${id}" tabindex="-1"${offer === 'offered' ? html` id="${newestId}"` : null}>
<div class="said">
<div class="said-head"><span class="glyph" aria-hidden="true">${webWording.askMark}</span><h2 class="label" id="${id}">${webWording.asked}</h2>${renderMoment(turn.at)}</div>
<p class="said-text">${turn.said === '' ? turn.standalone : turn.said}</p>
${renderUnderstood(turn)}
</div>
${turn.replies.map((reply, at) => renderReply(reply, `${id}-${at}`, offer))}
${turn.resend === undefined ? null : renderResend(turn.resend)}
</article>`;
}

/** What the assistant said of its own accord. */
function renderReminder(turn: ShownTurn, id: string, offer: Offer): Html {
  return html`<article class="turn" aria-labelledby="${id}" tabindex="-1"${offer === 'offered' ? html` id="${newestId}"` : null}>
<div class="said"><div class="said-head"><h2 class="label" id="${id}">${webWording.reminded}</h2>${renderMoment(turn.at)}</div></div>
${turn.replies.map((reply, at) => renderReply(reply, `${id}-${at}`, offer))}
</article>`;
}

/** A turn under way, for the page's script to fill in: its words stand here, so that the script has none. */
export function renderPendingTurn(): Html {
  const { status } = webWording;
  return html`<template id="pending-turn"><article class="turn turn-pending" tabindex="-1" aria-label="${webWording.asked}">
<div class="said">
<div class="said-head"><span class="glyph" aria-hidden="true">${webWording.askMark}</span><h2 class="label">${webWording.asked}</h2></div>
<p class="said-text"></p>
</div>
<div class="reply">
<div class="reply-head"><span class="glyph" aria-hidden="true">${webWording.answerMark}</span><p class="status">${status.waiting}</p><button type="button" class="choice stop">${status.stop}</button></div>
<div class="failure" hidden><p class="failure-text"></p><button type="button" class="choice choice-primary resend">${status.resend}</button></div>
</div>
</article></template>`;
}

// How a follow-up was read is kept with the turn and shown on request, so that a wrong reading can be put right.
function renderUnderstood(turn: ShownTurn): Html | null {
  if (turn.standalone === '' || turn.standalone === turn.said || !turn.replies.some(isAboutDocuments)) return null;
  return html`<details class="understood"><summary>${webWording.understood}</summary><p>${turn.standalone}</p></details>`;
}

function renderResend(message: Message): Html {
  const choice = message.choice === null ? null : html`<input type="hidden" name="choice" value="${message.choice}">`;
  return html`<form class="choices" method="post" action="/messages" data-send><input type="hidden" name="text" value="${message.text}">${choice}<button class="choice choice-primary">${webWording.status.resend}</button></form>`;
}

function renderMoment(at: number | null): Html | null {
  return at === null ? null : html`<time datetime="${new Date(at).toISOString()}">${formatMoment(at)}</time>`;
}

function isAboutDocuments(reply: Reply): boolean {
  return reply.kind === 'answer' || reply.kind === 'abstention';
}

const taipei = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Taipei',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** Taipei's time with the year of the Republic, as in official letters: `115.11.21 14:05`. */
function formatMoment(at: number): string {
  const parts = Object.fromEntries(taipei.formatToParts(at).map((part) => [part.type, part.value]));
  return `${Number(parts['year']) - 1911}.${parts['month']}.${parts['day']} ${parts['hour']}:${parts['minute']}`;
}
