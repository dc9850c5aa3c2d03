import type { Address } from '../../adapters/conversations.ts';
import { createTurns, type TurnEvent, type Turns } from '../../adapters/turns.ts';
import type { Bot, Change, Session } from '../../bot/index.ts';
import { replySaying, type StoreWorld } from './store-world.ts';

/** What happened to a bot that answers with what was said. */
export interface EchoBot extends Bot {
  /** Every text that was thought about, once for each time. */
  readonly thought: string[];
  /** How many turns ran at the same time at most, in all threads. */
  readonly most: { together: number };
}

/**
 * A bot that says back what it hears. 「throw」 makes it throw, 「broken」 makes a change that no database takes; `wait` is what it
 * waits for before it answers.
 */
export function createEchoBot(
  wait: (text: string) => Promise<void> = async () => undefined,
  changes: (text: string) => readonly Change[] = () => [],
): EchoBot {
  const thought: string[] = [];
  const most = { together: 0 };
  let together = 0;
  const answer = async (session: Session, text: string, now: number) => {
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
    };
  };
  return {
    thought,
    most,
    turn: (session, message, { now }) => answer(session, message.text, now),
    due: (session, job, { now }) => answer(session, `due ${job.key}`, now),
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
    pushed: new Set(['push']),
    onTurn: (event) => told.push(event),
    onOutgoing: () => undefined,
  });
  return { ...turns, told };
}

/** Where somebody talks; the account is the thread's. */
export function addressOf({ agency }: Pick<StoreWorld, 'agency'>, thread = 'web:1'): Address {
  return { agency, channel: thread.split(':', 1)[0] ?? '', account: thread, thread, audience: 'private' };
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
