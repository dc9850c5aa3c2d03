import type { Address } from '../../adapters/conversations.ts';
import type { TurnEvent } from '../../adapters/think.ts';
import { createTurns, type Turns } from '../../adapters/turns.ts';
import type { Bot, Change, Session, Turn } from '../../bot/index.ts';
import { replySaying, type StoreWorld } from './store-world.ts';

/** What happened to a bot that answers with what was said. */
export interface EchoBot extends Bot {
  /** Every text that was thought about, once for each time. */
  readonly thought: string[];
  /** How many turns ran at the same time at most, in all threads. */
  readonly most: { together: number };
}

/**
 * A bot that says back what it hears; in public what begins with 「mine」 is personal, and 「… share」 is shared. 「throw」 makes it throw, 「broken」 makes a change that no database takes; `wait` is what it
 * waits for before it answers.
 */
export function createEchoBot(
  wait: (text: string) => Promise<void> = async () => undefined,
  changes: (text: string) => readonly Change[] = () => [],
): EchoBot {
  const thought: string[] = [];
  const most = { together: 0 };
  let together = 0;
  const answer = async (session: Session, text: string, now: number): Promise<Turn> => {
    thought.push(text);
    together += 1;
    most.together = Math.max(most.together, together);
    await wait(text).finally(() => {
      together -= 1;
    });
    if (text === 'throw') throw new RangeError('the bot failed');
    const replies = [replySaying(`${session.version + 1}:${text}`)];
    const record = { said: text, standalone: text, topics: [], replies, at: now };
    return {
      session: { ...session, version: session.version + 1, lastAt: now },
      record,
      replies,
      changes: changes(text),
      place: 'here',
      published: null,
    };
  };
  return {
    thought,
    most,
    turn: (session, message, { now }) => answer(session, message.text, now),
    due: (session, job, { now }) => answer(session, `due ${job.key}`, now),
    async turnInPublic(session, message, { now }) {
      const turn = await answer(session, message.text, now);
      return message.text.startsWith('mine') ? { ...turn, place: 'private', handsOver: message } : turn;
    },
    async turnFromPublic(session, message, origin, { now }) {
      const turn = await answer(session, message.text, now);
      return message.text.endsWith('share') ? { ...turn, published: { to: origin, replies: turn.replies } } : turn;
    },
    join: (session, how, { now }) => answer(session, `joined ${how}`, now),
    overview: () => Promise.resolve(replySaying('overview')),
    prompts: () => [{ title: 'prompt', message: 'prompt' }],
    find: (query) => [{ title: query, reply: replySaying(query) }],
    quotes: () => [],
    recall: (session) => session,
    welcome: () => replySaying('welcome'),
  };
}

/** Turns of one replica, what was told of them, and how often replies waited. */
export function createReplica({ store, clock }: StoreWorld, bot: Bot): Turns & { readonly told: TurnEvent[] } {
  const told: TurnEvent[] = [];
  const turns = createTurns({
    bot,
    store: store.turns,
    clock,
    onTurn: (event) => told.push(event),
    onOutgoing: () => undefined,
  });
  return { ...turns, told };
}

/** Where somebody talks; the account is the thread's. */
export function addressOf({ agency }: Pick<StoreWorld, 'agency'>, thread = 'web:1'): Address {
  return {
    agency,
    channel: thread.split(':', 1)[0] ?? '',
    account: thread,
    thread,
    audience: 'private',
    privately: null,
  };
}

/** A gate that turns wait at until it is opened. */
export function createGate(): { readonly passed: Promise<void>; open(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { passed: promise, open: resolve };
}

/** Waits until it holds, looking every few milliseconds; throws after some seconds. */
export async function until(holds: () => boolean | Promise<boolean>, what: string, seconds = 15): Promise<void> {
  const end = performance.now() + seconds * 1_000;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`never happened: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
