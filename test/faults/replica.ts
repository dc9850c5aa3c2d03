import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { flushCompileCache } from 'node:module';
import { text } from 'node:stream/consumers';
import pino from 'pino';
import { z } from 'zod';
import { randomIds, systemClock } from '../../adapters/clock.ts';
import { composeAround } from '../../adapters/compose.ts';
import { loadKnowledge } from '../../adapters/content.ts';
import type { Address } from '../../adapters/conversations.ts';
import { createMetrics } from '../../adapters/metrics.ts';
import type { Outlet } from '../../adapters/outlet.ts';
import { createBot, unavailableReply } from '../../bot/index.ts';
import { createEchoBot, createMarkedBot } from './marked-bot.ts';
import { countWaiting } from './waiting.ts';

/**
 * The program that is killed: the real composition behind a loopback endpoint, which says 200 only after the promise of `accept`
 * or `send` has resolved. It loads, says `loaded`, and opens the store at the first line on its standard input; it ends when
 * that input ends, so that it never outlives its parent.
 */

const place = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('folder'), path: z.string() }),
  z.object({ kind: z.literal('postgres'), url: z.string() }),
]);
const options = z
  .object({
    place,
    receiver: z.string(),
    bot: z.enum(['echo', 'real']),
    /** Where the clock begins to run faster, milliseconds since 1970, and how many times. */
    clock: z.object({ from: z.number(), pace: z.number() }),
    broken: z.enum(['nothing', 'earlyAcknowledgement', 'noDedupe', 'newKeys']),
  })
  .parse(JSON.parse(process.argv[2] ?? ''));
const inbound = z.object({ account: z.string(), thread: z.string(), event: z.string(), text: z.string() });

const outlet: Outlet = {
  channel: 'push',
  async deliver({ idempotencyKey, reply, thread }) {
    const key = options.broken === 'newKeys' ? randomIds.next() : idempotencyKey;
    const response = await fetch(options.receiver, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': encodeURIComponent(key) },
      body: JSON.stringify({ thread, reply }),
      signal: AbortSignal.timeout(2_000),
    });
    const wait = Number(response.headers.get('retry-after') ?? 0) * 1_000;
    if (response.ok) return { type: 'sent', receipt: await response.text() };
    return { type: 'retry', afterMs: wait === 0 ? null : wait, problem: `the receiver said ${response.status}` };
  },
};

const welcome = unavailableReply('zh-TW');
const bot = createMarkedBot(options.bot === 'real' ? createBot(loadKnowledge()) : createEchoBot(welcome));
// Who is killed writes no cache when they end; the next one loads faster with it.
flushCompileCache();
process.stdout.write('loaded\n');
await once(process.stdin, 'data');
process.stdin.on('end', () => process.exit(0));
const { from, pace } = options.clock;
const { turns, store } = await composeAround(bot, {
  place: options.place,
  clock: { now: () => from + Math.floor((Date.now() - from) * pace), today: systemClock.today },
  outlets: [outlet],
  metrics: createMetrics(),
  log: pino({ level: 'error' }, pino.destination(2)),
});

async function answer(request: IncomingMessage): Promise<unknown> {
  if (request.url === '/waiting') return countWaiting(store.engine);
  const { account, thread, event, text: said } = inbound.parse(JSON.parse(await text(request)));
  const channel = thread.split(':', 1)[0] ?? '';
  const address: Address = { agency: 'faults', channel, account, thread, audience: 'private', privately: null };
  const message = { text: said, choice: null };
  const id = options.broken === 'noDedupe' ? `${event}~${randomIds.next()}` : event;
  if (request.url === '/send') return { replies: await turns.send(address, message, id) };
  if (options.broken !== 'earlyAcknowledgement') return { received: await turns.accept(address, message, id, '{}') };
  setTimeout(() => turns.accept(address, message, id, '{}').catch(() => process.exit(1)), 150);
  return { received: 'new' };
}

const server = createServer((request, response) => {
  answer(request).then(
    (body) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`port ${typeof address === 'object' ? address?.port : 0}\n`);
});
