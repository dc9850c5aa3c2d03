import type { Reply } from '../../../bot/index.ts';
import { channelWording } from '../../../prompts/index.ts';
import { addressOf, writeTarget } from './address.ts';
import type { Arrival } from './arrival.ts';
import type { Answer } from './door.ts';
import type { Handling } from './handling.ts';
import { inTime } from './in-time.ts';
import { renderHome } from './render-home.ts';
import { askModal, handoffModal, sourcesModal } from './render-modals.ts';
import { sayAside } from './say-aside.ts';

type Of<Type extends Arrival['type']> = Extract<Arrival, { type: Type }>;

const { home, problem, welcome } = channelWording['zh-TW'];
/** Suggested questions that Slack takes. */
const promptsMax = 4;

/** App Home: the person's own things, drawn anew each time it is opened. */
export async function showHome(parts: Handling, { place }: Of<'opened'>): Promise<Answer> {
  const { conversations, client, agency, tell } = parts;
  const publish = async (): Promise<void> => {
    const overview = await conversations.overview(addressOf(place, agency)).catch((error: unknown) => {
      tell('nothing can be shown in App Home', error);
      return homeUnavailable;
    });
    const called = await client.call('views.publish', { user_id: place.target.user, view: renderHome(overview) });
    if (called.type === 'failed') tell(`App Home is not shown: ${called.code}`);
  };
  goOn(parts, publish());
  return null;
}

/** The Messages tab: whoever opens it for the first time is welcomed, and everybody gets questions to begin with. */
export async function showMessages(parts: Handling, { place }: Of<'opened'>): Promise<Answer> {
  const { conversations, client, agency, tell } = parts;
  const address = addressOf(place, agency);
  const suggest = async (): Promise<void> => {
    const prompts = (await conversations.prompts(address)).slice(0, promptsMax);
    if (prompts.length === 0) return;
    // With a thread it would silently do nothing: that is how the older assistants were spoken to.
    const parameters = { channel_id: place.target.channel, title: welcome.prompts, prompts };
    const called = await client.call('assistant.threads.setSuggestedPrompts', parameters);
    if (called.type === 'failed') tell(`no questions are suggested: ${called.code}`);
  };
  await inTime(conversations.join(address, 'opened', 'opened', writeTarget(place.target)));
  goOn(parts, suggest());
  return null;
}

/** The quoted passages of an answer. */
export async function openSources(parts: Handling, { passages, trigger, aside }: Of<'sources'>): Promise<Answer> {
  goOn(
    parts,
    openView(parts, trigger, sourcesModal(parts.conversations.quotes(passages))).then((opened) => {
      if (!opened) sayAside(parts, aside, problem.tryAgain);
    }),
  );
  return null;
}

/** 「問人事」, or 「交給人事」 with the words of the message on which it was called. */
export async function openForm(parts: Handling, arrival: Of<'asking'> | Of<'handing'>): Promise<Answer> {
  const view = arrival.type === 'asking' ? askModal('') : handoffModal(arrival.text);
  goOn(parts, openView(parts, arrival.trigger, view));
  return null;
}

/** Opens a form for whoever has just tapped; false where Slack did not. */
export async function openView({ client, tell }: Handling, trigger: string, view: unknown): Promise<boolean> {
  const called = await client.call('views.open', { trigger_id: trigger, view });
  if (called.type === 'failed') tell(`a form is not opened: ${called.code}`);
  return called.type === 'done';
}

/** Goes on after Slack was answered. */
function goOn({ tell }: Handling, work: Promise<unknown>): void {
  work.catch((error: unknown) => tell('something is not shown', error));
}

const homeUnavailable: Reply = {
  kind: 'notice',
  language: 'zh-TW',
  parts: [{ type: 'text', text: home.unavailable }],
  citations: [],
  choices: [],
  role: null,
  progress: null,
};
