// @ts-check
/**
 * Makes the chat page talk without being loaded anew. The page does the same with forms alone; nothing here decides or says
 * anything: replies come rendered from the server, and all words stand in the page.
 *
 * @typedef {{ html: string, announcement: string, replaces: boolean }} Answer
 * @typedef {Record<string, FormDataEntryValue>} Fields
 * @typedef {{ sentence: string, correctable: boolean }} Failure what to say, and whether other words could help
 */

const chat = find(document, '#chat', HTMLElement);
const turns = find(chat, '#turns', HTMLElement);
const compose = find(chat, '#compose', HTMLFormElement);
const field = find(compose, '#text', HTMLTextAreaElement);
const live = find(chat, '#live', HTMLElement);
const pendingTurn = find(chat, '#pending-turn', HTMLTemplateElement);

const drafts = openDrafts();
/** Far more than is ever answered, far less than storage holds. */
const draftCharactersMax = 100_000;
/** A wait this long is told to screen readers too; shorter ones would only be noise before the answer. */
const waitToldAfterMs = 1500;
/** Then the request is given up and can be sent again. */
const patienceMs = 90_000;

/** The request under way: one at a time. @type {AbortController | null} */
let running = null;

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement)) return;
  if (form.matches('[data-clear]')) keepDraft('');
  if (!form.matches('[data-send]')) return;
  event.preventDefault();
  if (running !== null) return tell(chat.dataset.busy);
  const button = event.submitter;
  if (button?.getAttribute('aria-disabled') === 'true') return;
  const fields = Object.fromEntries(new FormData(form, button));
  if (form === compose) return sendTyped();
  const said = button?.matches('[name=choice]') ? button.textContent : fields.text;
  void deliver(addPendingTurn(String(said ?? '')), fields);
});

field.addEventListener('keydown', (event) => {
  // 229 is what Safari reports for the Enter that ends a composition, after it has said that nothing is composed any more.
  const composing = event.isComposing || event.keyCode === 229;
  if (event.key !== 'Enter' || event.shiftKey || composing) return;
  event.preventDefault();
  compose.requestSubmit();
});

field.addEventListener('input', () => keepDraft(field.value));

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.isComposing) running?.abort('stopped');
});

// Browsers open the details that hold the target of a link; those that do not are helped.
document.addEventListener('click', (event) => {
  const mark = event.target instanceof Element ? event.target.closest('a.mark') : null;
  const quote = mark instanceof HTMLAnchorElement ? document.getElementById(mark.hash.slice(1)) : null;
  for (let details = quote?.closest('details'); details; details = details.parentElement?.closest('details'))
    details.open = true;
});

find(chat, '.hint-keys', HTMLElement).hidden = false;
field.value ||= drafts?.getItem('draft') ?? '';
new ResizeObserver(([entry]) => {
  const height = entry?.target.getBoundingClientRect().height ?? 0;
  document.documentElement.style.setProperty('--composer-height', `${Math.ceil(height)}px`);
}).observe(find(chat, '#composer', HTMLElement));
if (location.hash === '') document.getElementById('newest')?.scrollIntoView({ block: 'start' });

function sendTyped() {
  const text = field.value;
  if (text.trim() === '') return tell(chat.dataset.empty);
  field.value = '';
  keepDraft('');
  void deliver(addPendingTurn(text), { text });
}

/**
 * Sends a message and puts the answer in place of the turn under way, or says there why there is none.
 * @param {HTMLElement} turn
 * @param {Fields} fields
 */
async function deliver(turn, fields) {
  // The same name at every attempt, so that no message is answered twice.
  fields.id ??= crypto.getRandomValues(new Uint32Array(4)).join('-');
  const controller = new AbortController();
  running = controller;
  markBusy();
  live.textContent = '';
  const telling = setTimeout(() => tell(chat.dataset.waiting), waitToldAfterMs);
  const outcome = await request(fields, controller.signal);
  clearTimeout(telling);
  running = null;
  if ('html' in outcome) showAnswer(turn, outcome);
  else showFailure(turn, outcome, fields);
  markBusy();
}

/** @param {Fields} fields @param {AbortSignal} stopped @returns {Promise<Answer | Failure>} */
async function request(fields, stopped) {
  const { stopped: stoppedSentence = '', unreachable = '', failed = '' } = chat.dataset;
  try {
    const response = await fetch(compose.action, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify(fields),
      signal: AbortSignal.any([stopped, AbortSignal.timeout(patienceMs)]),
    });
    if (!response.headers.get('content-type')?.startsWith('application/json'))
      return { sentence: failed, correctable: false };
    const body = await response.json();
    if (response.ok) return body;
    return { sentence: body.error ?? failed, correctable: response.status < 500 };
  } catch (cause) {
    if (stopped.aborted) return { sentence: stoppedSentence, correctable: false };
    return { sentence: cause instanceof SyntaxError ? failed : unreachable, correctable: false };
  }
}

/** @param {HTMLElement} turn @param {Answer} answer */
function showAnswer(turn, answer) {
  const follow = isInView(turn);
  const hadFocus = turn.contains(document.activeElement);
  const parsed = document.createElement('template');
  parsed.innerHTML = answer.html;
  const answered = find(parsed.content, '.turn', HTMLElement);
  if (answer.replaces) turns.replaceChildren(turn);
  document.getElementById('newest')?.removeAttribute('id');
  turn.replaceWith(answered);
  retireChoices(answered);
  if (hadFocus) answered.focus({ preventScroll: true });
  if (follow) reveal(answered);
  tell(answer.announcement);
}

/** @param {HTMLElement} turn @param {Failure} failure @param {Fields} fields */
function showFailure(turn, failure, fields) {
  const resend = find(turn, '.resend', HTMLButtonElement);
  const hadFocus = turn.contains(document.activeElement);
  turn.classList.add('turn-failed');
  find(turn, '.status', HTMLElement).textContent = chat.dataset.unfinished ?? '';
  find(turn, '.stop', HTMLElement).hidden = true;
  find(turn, '.failure-text', HTMLElement).textContent = failure.sentence;
  find(turn, '.failure', HTMLElement).hidden = false;
  if (failure.correctable && field.value === '' && typeof fields.text === 'string') {
    field.value = fields.text;
    keepDraft(field.value);
  }
  resend.onclick = () => {
    if (running !== null) return tell(chat.dataset.busy);
    const again = addPendingTurn(find(turn, '.said-text', HTMLElement).textContent ?? '');
    turn.remove();
    again.focus({ preventScroll: true });
    void deliver(again, fields);
  };
  if (hadFocus) resend.focus({ preventScroll: true });
  if (isInView(turn)) reveal(turn);
  tell(failure.sentence);
}

/** @param {string} said */
function addPendingTurn(said) {
  const turn = find(/** @type {DocumentFragment} */ (pendingTurn.content.cloneNode(true)), '.turn', HTMLElement);
  find(turn, '.said-text', HTMLElement).textContent = said;
  find(turn, '.stop', HTMLElement).addEventListener('click', () => running?.abort('stopped'));
  turns.append(turn);
  reveal(turn);
  return turn;
}

/** Controls that would send something keep their place and their focus while a request runs; they only say that they rest. */
function markBusy() {
  for (const button of chat.querySelectorAll('[data-send] button, .resend')) {
    if (button instanceof HTMLElement && button.dataset.retired !== undefined) continue;
    if (running === null) button.removeAttribute('aria-disabled');
    else button.setAttribute('aria-disabled', 'true');
  }
}

/**
 * Only the newest turn offers buttons. One that holds the focus stays, at rest, until the next turn: taking it away when the
 * focus leaves would move the page under the finger that presses something else.
 * @param {HTMLElement} newest
 */
function retireChoices(newest) {
  const { activeElement } = document;
  for (const form of chat.querySelectorAll('.transcript form.choices')) {
    if (newest.contains(form)) continue;
    if (!form.contains(activeElement)) {
      if (form.previousElementSibling?.matches('.starters-label')) form.previousElementSibling.remove();
      form.remove();
      continue;
    }
    for (const button of form.querySelectorAll('button')) {
      if (button === activeElement) button.dataset.retired = '';
      else button.remove();
    }
  }
}

/**
 * Shows a turn: its end above the composer, or its beginning where it is longer than the window.
 * @param {HTMLElement} turn
 */
function reveal(turn) {
  const room = innerHeight - find(chat, '#composer', HTMLElement).offsetHeight;
  turn.scrollIntoView({ block: turn.offsetHeight > room ? 'start' : 'end' });
}

/** Whether the person still looks at this turn; one who has scrolled away to read is left there. @param {HTMLElement} turn */
function isInView(turn) {
  const { top, bottom } = turn.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

function tell(sentence = '') {
  live.textContent = sentence;
}

/** @param {string} text */
function keepDraft(text) {
  drafts?.setItem('draft', text.slice(0, draftCharactersMax));
}

/** Null where storage is switched off: then there are no drafts, and nothing else changes. */
function openDrafts() {
  try {
    return sessionStorage;
  } catch (cause) {
    console.debug('no drafts', cause);
    return null;
  }
}

/**
 * @template {Element} E
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => E} type
 * @returns {E}
 */
function find(root, selector, type) {
  const element = root.querySelector(selector);
  if (element instanceof type) return element;
  throw new TypeError(`The page has no ${selector}`);
}
