import { type Message, messageCharactersMax } from '../../../bot/index.ts';
import { channelWording } from '../../../prompts/index.ts';
import { addressOf, writeTarget } from './address.ts';
import type { Arrival, Place } from './arrival.ts';
import type { Answer } from './door.ts';
import type { Handling } from './handling.ts';
import { inTime } from './in-time.ts';
import { markChosen } from './render-chosen.ts';
import { sayAside } from './say-aside.ts';

type Of<Type extends Arrival['type']> = Extract<Arrival, { type: Type }>;

const { problem, command: commandWording } = channelWording['zh-TW'];

/**
 * A message: kept, and its thread says that it is being answered. Of one whose words were changed, the earlier ones are forgotten,
 * and not answered where they still wait. Rejects where it was not kept.
 */
export async function keepSaid(parts: Handling, { place, text, event, replaces }: Of<'said'>): Promise<Answer> {
  if (replaces.length > 0) await inTime(withdrawAll(parts, place, replaces));
  const received = await accept(parts, place, { text, choice: null }, event);
  if (received === 'new' && place.audience === 'private') parts.status.show(place.target);
  return null;
}

/** A message that was taken back, under every name that it had. */
export async function keepWithdrawn(parts: Handling, { place, events }: Of<'withdrawn'>): Promise<Answer> {
  await inTime(withdrawAll(parts, place, events));
  parts.status.clear(place.target);
  return null;
}

/** Somebody new in the workspace, or in the channel in which newcomers are met. */
export async function keepArrived(parts: Handling, { place, channel }: Of<'arrived'>): Promise<Answer> {
  const { settings, conversations, agency } = parts;
  if (channel !== null && channel !== settings.welcomeChannel) {
    parts.onIgnored('somebody joined another channel');
    return null;
  }
  // One name for both ways of coming: nobody is met twice.
  await inTime(conversations.join(addressOf(place, agency), 'arrived', 'arrived', writeTarget(place.target)));
  return null;
}

const helpWords: ReadonlySet<string> = new Set(['', 'help', '說明', '?', '？']);

/** The slash command: its help at once, or a question whose answer only this person sees. */
export async function keepCommand(parts: Handling, arrival: Of<'command'>): Promise<Answer> {
  const { place, command, text, event } = arrival;
  if (helpWords.has(text.toLowerCase())) return onlyForThem(commandWording.help(command).join('\n'));
  try {
    await accept(parts, place, { text, choice: null }, event);
    return null;
  } catch (error) {
    parts.tell('a command was not kept', error);
    return onlyForThem(problem.tryAgain);
  }
}

/** A button: what it says is said, and its message shows what was taken. */
export async function keepChoice(parts: Handling, arrival: Of<'chose'>): Promise<Answer> {
  const { place, message, event, shown, aside } = arrival;
  const received = await accept(parts, place, message, event).catch((error: unknown) => {
    // Slack does not send a tap again: the person must know.
    if (aside === null) throw error;
    parts.tell('a choice was not kept', error);
    sayAside(parts, aside, problem.tryAgain);
    return null;
  });
  if (received !== 'new') return null;
  if (place.audience === 'private' && place.target.threadTs !== null) parts.status.show(place.target);
  if (shown !== null) {
    const { channel, ts, text, blocks } = shown;
    behind(parts, 'a choice is not marked', { channel, ts, text, blocks: markChosen(blocks, message.text) });
  }
  return null;
}

/** A form with words: they are said in private, and what is wrong with them stands at the field. */
export async function keepForm(parts: Handling, { place, form, field, event }: Of<'submitted'>): Promise<Answer> {
  const wrong = (sentence: string): Answer => ({ response_action: 'errors', errors: { [field.block]: sentence } });
  if (field.text === '') return wrong(problem.empty);
  if (field.text.length > messageCharactersMax) return wrong(problem.tooLong(messageCharactersMax));
  try {
    await accept(parts, place, { text: field.text, choice: form === 'handoff' ? 'handoff:' : null }, event);
    return null;
  } catch (error) {
    parts.tell('a form was not kept', error);
    return wrong(problem.tryAgain);
  }
}

async function withdrawAll(
  { conversations, agency }: Handling,
  place: Place,
  events: readonly string[],
): Promise<void> {
  for (const event of events) await conversations.withdraw(addressOf(place, agency), event);
}

function accept({ conversations, agency }: Handling, place: Place, message: Message, event: string) {
  return inTime(conversations.accept(addressOf(place, agency), message, event, writeTarget(place.target)));
}

function behind({ client, tell }: Handling, what: string, update: Readonly<Record<string, unknown>>): void {
  void client.call('chat.update', update).then((called) => {
    if (called.type === 'failed') tell(`${what}: ${called.code}`);
  });
}

function onlyForThem(text: string): Answer {
  return { response_type: 'ephemeral', text };
}
