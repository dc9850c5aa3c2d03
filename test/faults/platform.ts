import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { unavailableReply } from '../../bot/index.ts';
import { type Mark, type MarkKind, writeMark } from './marks.ts';
import type { Random } from './random.ts';
import type { Replica } from './replica-process.ts';

/** An event as the platform knows it. */
export interface Sent extends Mark {
  readonly thread: string;
  readonly event: string;
  /** Rises within a thread; events of one batch were sent at the same time, so that their order is open. */
  readonly batch: number;
  /** Posts until the last acknowledgement. */
  tries: number;
  /** When every replica had acknowledged it, parent's monotonic milliseconds; null where the platform gave up. */
  acknowledgedAt: number | null;
  /** Of a pulled thread: the replies of each acknowledgement, as JSON. */
  readonly replies: string[];
}

/** What the load is made of. */
export interface Platform {
  /** Each event goes to all of them. */
  readonly replicas: readonly Replica[];
  readonly random: Random;
  /** Longest pause between two batches of a lane, milliseconds. */
  readonly pauseMsMax: number;
  /** Told of each event that all replicas have acknowledged. */
  onAcknowledged(): void;
  /** No new events once this is true. */
  isOver(): boolean;
  /** Told of an event that nobody acknowledges. */
  onStuck(line: string): void;
}

const batchesPerThread = 30;
const giveUpShare = 0.05;
const sendAgainShare = 0.1;
const retryMs = 60;
const stuckAfterMs = 120_000;

/** One person after another who writes in one thread, and a platform that sends each event until it is acknowledged. */
export async function runLane(platform: Platform, channel: 'push' | 'pull', lane: number): Promise<readonly Sent[]> {
  const { random } = platform;
  const all: Sent[] = [];
  for (let batch = 0; !platform.isOver(); batch++) {
    const account = `${lane}-${Math.floor(batch / batchesPerThread)}`;
    const thread = `${channel}:${account}`;
    const burst = channel === 'push' && random.chance(0.2);
    const events = Array.from({ length: burst ? 3 : 1 }, (_, at): Sent => {
      const number = batch * 3 + at;
      const kinds: readonly MarkKind[] = channel === 'push' ? ['plain', 'plain', 'count', 'job'] : ['plain', 'count'];
      const kind = kinds[random.below(kinds.length)] ?? 'plain';
      return { thread, event: `e${number}`, number, kind, batch, tries: 0, acknowledgedAt: null, replies: [] };
    });
    all.push(...events);
    await Promise.all(
      events.map(async (event) => {
        const text = burst ? `還有 ${writeMark(event)}` : `AI 人才分成哪幾類 ${writeMark(event)}？`;
        const given = await Promise.all(
          platform.replicas.map((replica) => post(platform, replica, event, { account, text })),
        );
        if (!given.every((acknowledged) => acknowledged)) return;
        event.acknowledgedAt = performance.now();
        platform.onAcknowledged();
      }),
    );
    await pause(random.below(platform.pauseMsMax));
  }
  return all;
}

const given = z.object({ replies: z.array(z.record(z.string(), z.unknown())) });
const unavailable = JSON.stringify(unavailableReply('zh-TW').parts);

/** Posts the event to one replica until it says 200; sometimes gives up after a failure, sometimes posts it once more. */
async function post(
  { random, onStuck }: Platform,
  replica: Replica,
  event: Sent,
  { account, text }: { readonly account: string; readonly text: string },
): Promise<boolean> {
  const { thread, event: id } = event;
  const path = thread.startsWith('pull') ? '/send' : '/accept';
  const began = performance.now();
  let again = random.chance(sendAgainShare);
  while (performance.now() - began < stuckAfterMs) {
    event.tries += 1;
    const answer = await replica.post(path, { account, thread, event: id, text }).catch(() => null);
    if (answer === null || !wasHeard(path, answer, event)) {
      if (random.chance(giveUpShare)) return false;
      await pause(retryMs);
    } else if (again) again = false;
    else return true;
  }
  onStuck(`the event ${id} of ${thread} was not acknowledged within ${stuckAfterMs / 1_000} s`);
  return false;
}

/** Whether the answer acknowledges the event; a sentence that the service is unavailable does not. */
function wasHeard(path: string, answer: unknown, { replies }: Sent): boolean {
  if (path === '/accept') return true;
  const read = given.parse(answer);
  if (JSON.stringify(read.replies).includes(unavailable)) return false;
  replies.push(JSON.stringify(read.replies));
  return true;
}
