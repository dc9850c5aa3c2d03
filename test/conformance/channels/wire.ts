import pino from 'pino';
import { type Composition, composeAround } from '../../../adapters/compose.ts';
import { loadKnowledge } from '../../../adapters/content.ts';
import type { Conversations } from '../../../adapters/conversations.ts';
import { deliver } from '../../../adapters/deliver.ts';
import { createMetrics } from '../../../adapters/metrics.ts';
import type { Outlet } from '../../../adapters/outlet.ts';
import { type Bot, type Clock, createBot } from '../../../bot/index.ts';
import { until } from '../echo-bot.ts';
import type { Tampering } from './tampering.ts';

/** A clock that stands until it is moved. */
export interface TestClock extends Clock {
  advance(milliseconds: number): void;
}

/** Bot, store and outbox as the program joins them, with what a test can do to them. */
export interface Wire {
  readonly composition: Composition;
  readonly clock: TestClock;
  /** As the channel gets them. */
  readonly conversations: Conversations;
  /** Makes the way out known. */
  attach(outlet: Outlet): void;
  readonly gate: Gate;
  /** What the store is: gone, nothing can be kept. */
  store: 'there' | 'gone';
  /** Resolves once nothing in the threads of this account, private ones included, waits for its answer or its way out. */
  settled(account: string): Promise<void>;
  /** Delivers what is due now. */
  beat(): Promise<void>;
  stop(): Promise<void>;
}

/** What turns wait at whose message begins with `word`, while it is closed. */
export interface Gate {
  readonly word: string;
  close(): void;
  open(): void;
  /** What waits there fails. */
  fail(): void;
  passed(): Promise<void>;
}

/** The agency of all conversations of the tests; the worlds of both channels have it. */
export const agency = 'test';

let known: Bot | undefined;

/** The real bot, made once: the content takes most of the time. */
function realBot(): Bot {
  known ??= createBot(loadKnowledge());
  return known;
}

/** Joins everything on a store in memory, as of a day. */
export async function wire(today: string, tampering: Tampering): Promise<Wire> {
  const clock = createTestClock(today);
  const gate = createGate();
  const outlets: Outlet[] = [];
  const threads = new Map<string, Set<string>>();
  const composition = await composeAround(tampering.bot(gated(realBot(), gate)), {
    place: { kind: 'memory' },
    clock,
    outlets,
    metrics: createMetrics(),
    log: pino({ level: 'silent' }),
  });
  const made: Wire = {
    composition,
    clock,
    conversations: tampering.conversations(watched(composition.turns, threads, () => made.store)),
    attach: (outlet) => void outlets.push(tampering.outlet(outlet)),
    gate,
    store: 'there',
    async settled(account) {
      await until(async () => {
        const own = [...(threads.get(account) ?? [])];
        return own.length === 0 || !(await isBusy(composition, own));
      }, `an end of what ${account} asked`);
    },
    async beat() {
      await deliver({ store: composition.store.outbox, outlets, clock, onProblem: () => undefined });
    },
    stop: () => composition.stop(),
  };
  return made;
}

/** Whether something waits in the inbox or, due now, in the outbox of these threads. */
async function isBusy({ store }: Composition, threads: readonly string[]): Promise<boolean> {
  const { across } = store.engine;
  const inbox = await across
    .selectFrom('inbox')
    .select('event')
    .where('agency', '=', agency)
    .where('thread', 'in', threads)
    .where('answered', 'is', null)
    .limit(1)
    .execute();
  if (inbox.length > 0) return true;
  const outbox = await across
    .selectFrom('outbox')
    .select('key')
    .where('agency', '=', agency)
    .where('thread', 'in', threads)
    .where('state', '=', 'waiting')
    .limit(1)
    .execute();
  return outbox.length > 0;
}

/** Remembers who talks where, and rejects everything while the store is gone. */
function watched(inner: Conversations, threads: Map<string, Set<string>>, store: () => Wire['store']): Conversations {
  const there = async (): Promise<void> => {
    if (store() === 'gone') throw new Error('the store is gone');
  };
  const note = (account: string, ...names: readonly (string | undefined)[]): void => {
    const own = threads.get(account) ?? new Set();
    for (const name of names) if (name !== undefined) own.add(name);
    threads.set(account, own);
  };
  return {
    ...inner,
    async accept(address, message, event, target) {
      await there();
      note(address.account, address.thread, address.privately?.thread);
      return inner.accept(address, message, event, target);
    },
    async join(address, how, event, target) {
      await there();
      note(address.account, address.thread);
      return inner.join(address, how, event, target);
    },
    async send(address, message, event) {
      note(address.account, address.thread);
      return inner.send(address, message, event);
    },
  };
}

function gated(bot: Bot, gate: Gate): Bot {
  return {
    ...bot,
    async turn(session, message, moment, records) {
      if (message.text.startsWith(gate.word)) await gate.passed();
      return bot.turn(session, message, moment, records);
    },
  };
}

function createGate(): Gate {
  let closed: PromiseWithResolvers<void> | null = null;
  return {
    word: '請稍候',
    close() {
      closed = Promise.withResolvers<void>();
      // It may fail before anybody waits at it.
      closed.promise.catch(() => undefined);
    },
    open() {
      closed?.resolve();
      closed = null;
    },
    fail: () => closed?.reject(new Error('secret words of a failure')),
    passed: () => closed?.promise ?? Promise.resolve(),
  };
}

function createTestClock(today: string): TestClock {
  let moment = Date.parse(`${today}T10:00:00+08:00`);
  return {
    now: () => moment,
    today: () => today,
    advance(milliseconds) {
      moment += milliseconds;
    },
  };
}
