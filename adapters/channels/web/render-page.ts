import type { Choice, Reply } from '../../../bot/index.ts';
import { webWording } from '../../../prompts/index.ts';
import { type Html, html } from './html.ts';
import { renderChoice, renderChoices } from './render-choices.ts';
import { renderFrame } from './render-frame.ts';
import { renderPendingTurn, renderTurn, type ShownTurn } from './render-turn.ts';

/**
 * The chat page with everything said so far; it works by forms alone, the script only makes it smoother. `messageId` names the
 * next message, so that a form that is sent twice is answered once.
 */
export function renderPage(welcome: Reply, transcript: readonly ShownTurn[], messageId: string): Html {
  const { conversation, status } = webWording;
  const newest = transcript.length - 1;
  const turns = transcript.map((turn, index) => renderTurn(turn, index, index === newest ? 'offered' : 'past'));
  return renderFrame(
    null,
    html`<main class="chat" id="chat" data-stopped="${status.stopped}" data-unreachable="${status.unreachable}" data-failed="${status.failed}" data-unfinished="${status.unfinished}" data-waiting="${status.waiting}" data-empty="${status.empty}" data-busy="${status.busy}">
<section class="transcript" aria-label="${conversation}">
${renderWelcome(welcome, transcript.length === 0)}
<div id="turns">${turns}</div>
</section>
${renderComposer(
  welcome.choices.find((choice) => choice.emphasis === 'person'),
  messageId,
)}
<p class="unseen" id="live" role="status" aria-live="polite"></p>
${renderPendingTurn()}
</main>`,
  );
}

/** The first screen: what this is, what it rests on, and questions to begin with while nothing was said. */
function renderWelcome(welcome: Reply, empty: boolean): Html {
  const documents = webWording.documents.map(
    (document) => html`<li>${document.title} <span class="edition">${document.edition}</span></li>`,
  );
  const said = welcome.parts.map((part) => (part.type === 'text' ? html`<p>${part.text}</p>` : html``));
  const starters = { choices: welcome.choices.filter((choice) => choice.emphasis !== 'person') };
  return html`<div class="welcome">
<div class="welcome-text">${said}</div>
<div class="documents"><h2 class="label">${webWording.sources}</h2><ul>${documents}</ul></div>
${empty ? html`<h2 class="label starters-label">${webWording.starters}</h2>${renderChoices(starters, webWording.starters)}` : null}
</div>`;
}

/** Where the person types. The way to a person stands here, so that it is seen from the first turn on. */
function renderComposer(person: Choice | undefined, messageId: string): Html {
  const { composer } = webWording;
  const toPerson =
    person === undefined
      ? null
      : html`<form class="to-person" method="post" action="/messages" data-send>${renderChoice(person)}</form>`;
  return html`<div class="composer" id="composer" role="region" aria-label="${composer.heading}">
<form class="compose" method="post" action="/messages" data-send id="compose">
<input type="hidden" name="id" value="${messageId}">
<label for="text">${composer.label}</label>
<textarea id="text" name="text" rows="2" placeholder="${composer.placeholder}" aria-describedby="hint" enterkeyhint="send" autocomplete="off"></textarea>
<button class="send" id="send">${composer.send}</button>
</form>
${toPerson}
<p class="hint" id="hint"><span class="hint-keys" hidden>${composer.keys}</span>${composer.hint}</p>
</div>`;
}
