import { describe, expect, it } from 'vitest';
import { createMemoryStore, sessionIdleMs } from '../../adapters/stores/memory.ts';
import type { Session, SessionStore } from '../../bot/index.ts';
import { type SessionStoreSubject, sessionStoreChecks } from './session-store.ts';

/** Every implementation of the port keeps its promises, and each check fails on a store that breaks this one promise. */

type CreateStore = (clock: { now(): number }) => SessionStore;

const implementations: readonly (readonly [string, CreateStore])[] = [
  ['createMemoryStore()', createMemoryStore],
  ['the exact twin', createExactStore],
];

for (const [name, create] of implementations)
  describe(name, () => {
    for (const check of sessionStoreChecks) it(check.name, () => check.run(subjectOf(create)));
  });

/** By the check's place in the list: a store that breaks this promise. */
const brokenTwins: readonly CreateStore[] = [
  (clock) => ({
    ...createExactStore(clock),
    load: async (thread) => (await createExactStore(clock).load(thread)) ?? emptyOf(clock),
  }),
  (clock) => wrapped(clock, { load: (store) => async (thread) => withoutWish(await store.load(thread)) }),
  (clock) => renamed(createExactStore(clock), (thread) => thread.slice(0, 5)),
  (clock) => accepting(clock, (version, stored) => version === stored),
  (clock) => accepting(clock, (version, stored) => version < stored),
  (clock) => accepting(clock, (version, stored) => version > stored + 1 && stored > 0),
  (clock) => slow(clock),
  (clock) => wrapped(clock, { clear: () => async () => undefined }),
  (clock) => accepting(clock, (version, stored) => stored === 0 && version > 1),
  (clock) => withFirstMoment(clock),
  (clock) => createExactStore({ now: () => Math.min(clock.now(), startedAt) }),
];

describe('each check', () => {
  it('has a broken twin', () => {
    expect(brokenTwins).toHaveLength(sessionStoreChecks.length);
  });

  for (const [index, check] of sessionStoreChecks.entries()) {
    const create = brokenTwins[index];
    if (create === undefined) continue;
    it(`finds the store that breaks: ${check.name}`, async () => {
      await expect(check.run(subjectOf(create))).rejects.toThrow();
    });
  }
});

const startedAt = 1_795_000_000_000;

function subjectOf(create: CreateStore): SessionStoreSubject {
  let now = startedAt;
  return {
    store: create({ now: () => now }),
    idleMs: sessionIdleMs,
    pass: (milliseconds) => {
      now += milliseconds;
    },
    now: () => now,
  };
}

/** The port in as few lines as it takes, version by version. `also` lets through what the port refuses. */
function createExactStore(
  clock: { now(): number },
  also: (version: number, stored: number) => boolean = () => false,
): SessionStore {
  const sessions = new Map<string, Session>();
  const living = (thread: string): Session | null => {
    const session = sessions.get(thread);
    return session !== undefined && clock.now() - session.lastAt <= sessionIdleMs ? session : null;
  };
  return {
    load: async (thread) => living(thread),
    save: async (thread, session) => {
      const stored = living(thread)?.version ?? 0;
      if (session.version !== stored + 1 && !also(session.version, stored)) return 'conflict';
      sessions.set(thread, session);
      return 'saved';
    },
    clear: async (thread) => {
      sessions.delete(thread);
    },
  };
}

const accepting = (clock: { now(): number }, also: (version: number, stored: number) => boolean): SessionStore =>
  createExactStore(clock, also);

type Change = { readonly [Name in keyof SessionStore]?: (store: SessionStore) => SessionStore[Name] };

function wrapped(clock: { now(): number }, change: Change): SessionStore {
  const store = createExactStore(clock);
  return {
    load: change.load?.(store) ?? store.load,
    save: change.save?.(store) ?? store.save,
    clear: change.clear?.(store) ?? store.clear,
  };
}

/** Threads whose names come out the same are one. */
function renamed(store: SessionStore, rename: (thread: string) => string): SessionStore {
  return {
    load: (thread) => store.load(rename(thread)),
    save: (thread, session) => store.save(rename(thread), session),
    clear: (thread) => store.clear(rename(thread)),
  };
}

/** Looks first and writes later, so that several writers find the same version. */
function slow(clock: { now(): number }): SessionStore {
  let stored: Session | null = null;
  return {
    load: async () => stored,
    save: async (_, session) => {
      const before = stored?.version ?? 0;
      await Promise.resolve();
      if (session.version !== before + 1 || clock.now() < 0) return 'conflict';
      stored = session;
      return 'saved';
    },
    clear: async () => {
      stored = null;
    },
  };
}

/** Counts a thread's time from its first turn. */
function withFirstMoment(clock: { now(): number }): SessionStore {
  const store = createExactStore(clock);
  const first = new Map<string, number>();
  return {
    ...store,
    load: async (thread) =>
      clock.now() - (first.get(thread) ?? clock.now()) <= sessionIdleMs ? store.load(thread) : null,
    save: (thread, session) => {
      first.set(thread, first.get(thread) ?? session.lastAt);
      return store.save(thread, session);
    },
  };
}

function withoutWish(session: Session | null): Session | null {
  return session === null ? null : { ...session, wish: null };
}

function emptyOf(clock: { now(): number }): Session {
  return { version: 0, language: 'zh-TW', history: [], role: null, interview: null, wish: null, lastAt: clock.now() };
}
