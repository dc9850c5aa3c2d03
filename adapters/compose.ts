import pino, { type Logger } from 'pino';
import { createBot } from '../bot/index.ts';
import { createWebChannel } from './channels/web/channel.ts';
import { clockAsOf, randomIds, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { loadKnowledge } from './content.ts';
import type { Conversations } from './conversations.ts';
import { createHttp } from './http.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { createMemoryStore } from './stores/memory.ts';
import { createTurns } from './turns.ts';

/** A conversation without a server, for the terminal and for tests. `asOf` is an ISO date or null for today. */
export function composeConversations(asOf: string | null, metrics: Metrics, log: Logger): Conversations {
  const clock = asOf === null ? systemClock : clockAsOf(asOf);
  return createTurns(createBot(loadKnowledge()), createMemoryStore(clock), clock, (event) => {
    metrics.countTurn(event);
    if (event.error !== null) log.error({ error: describe(event.error) }, 'a turn failed');
  });
}

/** The whole program, not yet listening. */
export function compose(config: Config): { app: ReturnType<typeof createHttp>; log: Logger } {
  const log = pino({ level: config.logLevel });
  const metrics = createMetrics();
  const conversations = composeConversations(config.asOf, metrics, log);
  const app = createHttp({
    routers: [createWebChannel({ conversations, ids: randomIds })],
    metrics,
    ready: () => true,
    onError: (error) => log.error({ error: describe(error) }, 'a request failed'),
  });
  return { app, log };
}

/** The class and place of an error without its message, which could quote what a person typed. */
function describe(error: unknown): { name: string; stack: readonly string[] } {
  if (!(error instanceof Error)) return { name: typeof error, stack: [] };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return { name: error.name, stack: frames.slice(0, 5).map((line) => line.trim()) };
}
