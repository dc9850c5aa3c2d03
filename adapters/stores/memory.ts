import type { Clock, Session, SessionStore } from '../../bot/index.ts';

/** A thread that was silent for so long is forgotten: half an hour is what people expect of a chat. */
export const sessionIdleMs = 30 * 60_000;
/** Threads held at once; the one that was silent longest makes room. At 20 kB each this bounds the memory at 100 MB. */
const threadsMax = 5_000;

/** Keeps sessions in this process: nothing survives a restart. */
export function createMemoryStore(clock: Pick<Clock, 'now'>): SessionStore {
  // A Map keeps the order of insertion: re-inserting at every save makes the first entry the one silent longest.
  const sessions = new Map<string, Session>();
  return {
    async load(thread) {
      const session = sessions.get(thread);
      if (session === undefined) return null;
      if (clock.now() - session.lastAt <= sessionIdleMs) return session;
      sessions.delete(thread);
      return null;
    },
    async save(thread, session) {
      const stored = sessions.get(thread)?.version ?? 0;
      if (session.version !== stored + 1) return 'conflict';
      sessions.delete(thread);
      sessions.set(thread, session);
      const oldest = sessions.keys().next();
      if (sessions.size > threadsMax && oldest.done !== true) sessions.delete(oldest.value);
      return 'saved';
    },
    async clear(thread) {
      sessions.delete(thread);
    },
  };
}
