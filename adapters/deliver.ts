import type { Delivered, Outlet } from './outlet.ts';
import type { OutboxStore, Outgoing } from './store.ts';

/** Messages of one channel on their way at the same time. */
const sendsAtOnce = 16;
/** After so many attempts, over about a day, a message is dead: an operator sees it and can have it sent again. */
const attemptsMax = 22;
const firstDelayMs = 1_000;
const longestDelayMs = 3 * 60 * 60_000;

const lookAgainMs = 100;

/** What delivery is made of. */
export interface DeliverParts {
  readonly store: OutboxStore;
  readonly outlets: readonly Outlet[];
  readonly clock: { now(): number };
  onProblem(error: unknown): void;
}

/** Sends what waits in the outbox, thread by thread in order, until nothing is due. Returns how many were sent. */
export async function deliver({ outlets, ...parts }: DeliverParts): Promise<number> {
  const sent = await Promise.all(outlets.map((outlet) => deliverChannel(outlet, parts)));
  return sent.reduce((sum, one) => sum + one, 0);
}

/** One channel, so that one whose platform hangs holds up no other; a slow message holds up its own thread only. */
async function deliverChannel(
  outlet: Outlet,
  { store, clock, onProblem }: Omit<DeliverParts, 'outlets'>,
): Promise<number> {
  const sending = new Set<Promise<void>>();
  const failures: unknown[] = [];
  let sent = 0;
  const send = async (message: Outgoing): Promise<void> => {
    const delivered = await tryDeliver(outlet, message, onProblem);
    if (delivered.type === 'sent') {
      await store.markSent(message, delivered.receipt);
      sent += 1;
    } else await store.markFailed(message, delivered.problem, nextAttemptAt(message, delivered, clock.now()));
  };
  try {
    for (;;) {
      const messages = await store.claimOutgoing([outlet.channel], sendsAtOnce - sending.size);
      for (const message of messages) {
        const sendingOne = send(message)
          .catch((error: unknown) => failures.push(error))
          .then(() => void sending.delete(sendingOne));
        sending.add(sendingOne);
      }
      if (messages.length === 0 && sending.size === 0) return sent;
      if (messages.length === 0 || sending.size === sendsAtOnce) await Promise.race([...sending, lookAgain()]);
      // The store is gone: what was sent is told to it again after the lease, under the same key.
      if (failures.length > 0) throw failures[0];
    }
  } finally {
    await Promise.all(sending);
  }
}

/** Messages that are queued meanwhile do not wait for a platform that is slow to answer one. */
function lookAgain(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, lookAgainMs).unref());
}

async function tryDeliver(outlet: Outlet, message: Outgoing, onProblem: (error: unknown) => void): Promise<Delivered> {
  try {
    return await outlet.deliver(message);
  } catch (error) {
    onProblem(error);
    return { type: 'retry', afterMs: null, problem: error instanceof Error ? error.name : 'failed' };
  }
}

/** When to try again; null for never. The delay doubles, and is never shorter than the platform asks. */
function nextAttemptAt(
  { attempt }: Outgoing,
  delivered: Exclude<Delivered, { type: 'sent' }>,
  now: number,
): number | null {
  if (delivered.type === 'refused' || attempt >= attemptsMax) return null;
  const delay = Math.min(firstDelayMs * 2 ** (attempt - 1), longestDelayMs);
  return now + Math.max(delay, delivered.afterMs ?? 0);
}
