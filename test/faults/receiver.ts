import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { z } from 'zod';
import type { Random } from './random.ts';

/** A reply as it arrived for the first time. */
export interface Delivery {
  readonly key: string;
  readonly thread: string;
  /** The topics that the marked bot wrote into it: `mark:12 count:12`; empty for a further reply of a turn. */
  readonly topics: readonly string[];
  /** Milliseconds of the parent's monotonic clock. */
  readonly at: number;
}

/** A platform that takes replies. */
export interface Receiver {
  readonly url: string;
  /** First deliveries in the order in which they came. */
  readonly deliveries: readonly Delivery[];
  /** Deliveries with a key that was known: the platform shows them once. */
  duplicates(): number;
  /** How often it said 429 or 500, or hung up. */
  refusals(): number;
  close(): Promise<void>;
}

const posted = z.object({
  thread: z.string(),
  reply: z.object({ parts: z.array(z.object({ type: z.string(), text: z.string().optional() })) }),
});

/** Remembers idempotency keys; now and then says 429 or 500, or hangs up before or after it has taken the reply. */
export function startReceiver(random: Random): Promise<Receiver> {
  const deliveries: Delivery[] = [];
  const known = new Set<string>();
  let duplicates = 0;
  let refusals = 0;
  const server = createServer(async (request, response) => {
    const body = posted.parse(await json(request));
    const key = decodeURIComponent(String(request.headers['idempotency-key']));
    const fate = random.below(100);
    if (fate < 8) refusals += 1;
    if (fate < 2) return void response.writeHead(429, { 'retry-after': '0.2' }).end();
    if (fate < 3) return void response.writeHead(500).end();
    if (fate < 4) return void request.socket.destroy();
    if (known.has(key)) duplicates += 1;
    else {
      known.add(key);
      const text = body.reply.parts.at(-1)?.text ?? '';
      const topics = text.split(' ').filter((topic) => /^(?:mark|count|job|due):\d+$/.test(topic));
      deliveries.push({ key, thread: body.thread, topics, at: performance.now() });
    }
    if (fate < 8) return void request.socket.destroy();
    response.writeHead(200).end(key);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' ? address?.port : 0;
      resolve({
        url: `http://127.0.0.1:${port}`,
        deliveries,
        duplicates: () => duplicates,
        refusals: () => refusals,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}
