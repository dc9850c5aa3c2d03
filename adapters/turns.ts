import { type Bot, type Clock, emptySession, failedReply, type SessionStore } from '../bot/index.ts';
import type { Conversations } from './conversations.ts';

/** What happened, for logs and metrics: never what was said. */
export interface TurnEvent {
  readonly kind: string;
  readonly milliseconds: number;
  /** Set where the turn failed. */
  readonly error: unknown;
}

/** Joins bot, store and clock. Messages of one thread are answered one after the other. */
export function createTurns(
  bot: Bot,
  store: SessionStore,
  clock: Clock,
  onTurn: (event: TurnEvent) => void,
): Conversations {
  const running = new Map<string, Promise<unknown>>();
  return {
    send(thread, message) {
      const before = running.get(thread) ?? Promise.resolve();
      const turn = before.then(async () => {
        const startedAt = performance.now();
        const session = (await store.load(thread)) ?? emptySession;
        try {
          const { session: after, replies } = await bot.turn(session, message, {
            now: clock.now(),
            today: clock.today(),
          });
          await store.save(thread, after);
          onTurn({ kind: replies[0]?.kind ?? 'notice', milliseconds: performance.now() - startedAt, error: null });
          return replies;
        } catch (error) {
          onTurn({ kind: 'failed', milliseconds: performance.now() - startedAt, error });
          return [failedReply(session.language)];
        }
      });
      running.set(thread, turn);
      return turn.finally(() => {
        if (running.get(thread) === turn) running.delete(thread);
      });
    },
    async transcript(thread) {
      return (await store.load(thread))?.history ?? [];
    },
    welcome: () => bot.welcome('zh-TW'),
  };
}
