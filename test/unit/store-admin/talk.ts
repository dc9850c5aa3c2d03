import { randomUUID } from 'node:crypto';
import type { TurnStore } from '../../../adapters/store.ts';
import type { Engine } from '../../../adapters/stores/engine.ts';
import { readPages, tableNames } from '../../../adapters/stores/tables.ts';
import { createTurnStore } from '../../../adapters/stores/turn-store.ts';
import type { Change, Reply } from '../../../bot/index.ts';
import { withTurn } from '../../../bot/session.ts';

/** Something that somebody says in a thread, and what comes of it. */
export interface Saying {
  readonly agency?: string;
  readonly thread: string;
  readonly account: string;
  readonly audience?: 'private' | 'public';
  readonly said: string;
  readonly standalone?: string;
  readonly answer?: string;
  readonly changes?: readonly Change[];
  readonly at?: number;
}

/** The moment of everything that says no other. */
export const moment = Date.UTC(2026, 10, 21);
/** A day, milliseconds. */
export const dayMs = 24 * 60 * 60_000;

/** Keeps a turn as the program does: received, claimed, committed, its replies on their way. Gives the person. */
export async function say(engine: Engine, saying: Saying): Promise<string> {
  const { agency = 'a1', thread, account, audience = 'private', said, at = moment } = saying;
  const store = turnsAt(engine, at);
  const [channel = ''] = thread.split(':', 1);
  const event = randomUUID();
  const body = { type: 'message', message: { text: said, choice: null } } as const;
  await store.receive({
    agency,
    thread,
    event,
    audience,
    speaker: { channel, account },
    body,
    target: null,
    privately: null,
  });
  const claim = await store.claim({ agency, thread });
  if (claim === null) throw new Error('The thread is held');
  const replies = [reply(saying.answer ?? 'An answer')];
  const record = { said, standalone: saying.standalone ?? said, topics: [], replies, at };
  const session = withTurn(claim.session, record, 'zh-TW');
  const changes = saying.changes ?? [];
  await store.commit(claim, {
    events: [event],
    session,
    record,
    replies,
    changes,
    delivery: { target: '{}', occasion: 'asked' },
    handedOver: null,
    published: null,
  });
  return claim.person;
}

/** The store of turns at a moment that stands still. */
export function turnsAt(engine: Engine, at: number): TurnStore {
  return createTurnStore(engine, {
    clock: { now: () => at },
    ids: { next: () => randomUUID() },
    leaseMs: 10_000,
    onProblem(error) {
      throw error;
    },
  });
}

/** All rows of all tables as text, by table. */
export async function readAll({ across }: Engine): Promise<ReadonlyMap<string, string>> {
  const all = new Map<string, string>();
  for (const table of tableNames) {
    const rows = [];
    for await (const page of readPages(across, table, 1_000)) rows.push(...page);
    all.set(table, rows.map((row) => JSON.stringify(row)).join('\n'));
  }
  return all;
}

/** The tables in whose rows the text stands. */
export async function tablesWith(engine: Engine, text: string): Promise<readonly string[]> {
  return [...(await readAll(engine))].filter(([, rows]) => rows.includes(text)).map(([table]) => table);
}

function reply(text: string): Reply {
  return {
    kind: 'answer',
    language: 'zh-TW',
    parts: [{ type: 'text', text }],
    citations: [],
    choices: [],
    role: null,
    progress: null,
  };
}
