import { setTimeout } from 'node:timers/promises';
import type { Delivered } from '../../outlet.ts';
import type { Outgoing } from '../../store.ts';
import type { Target } from './arrival.ts';
import type { Called, Client, Failed } from './client.ts';
import type { Pace } from './pace.ts';
import { describeDelivery, needsOperator } from './refusals.ts';
import type { SlackMessage } from './render-reply.ts';
import type { SentBefore } from './sent-before.ts';

/** What every delivery uses. */
export interface Way {
  readonly client: Client;
  readonly pace: Pace;
  readonly before: SentBefore;
  /** Tells an operator, once in a while. */
  tell(what: string): void;
}

/** One attempt to deliver a reply. */
export interface Sending {
  readonly outgoing: Outgoing;
  readonly target: Target;
  /** What was sent before: time stamps by key. */
  readonly sent: ReadonlyMap<string, string>;
  /** No call begins after it: a moment of `performance.now()`. */
  readonly until: number;
}

/** Sends one message of a reply, and says its time stamp; empty where it has none. */
export type Send = (message: SlackMessage, key: string) => Promise<Called<string>>;

/** The longest wait for the turn of a channel, milliseconds; the outbox waits for what takes longer. */
const waitMsMax = 1_100;

/** Sends what is missing of the messages, in order; the first that fails ends the attempt, and the next one goes on from there. */
export async function sendMissing(
  way: Way,
  sending: Sending,
  messages: readonly SlackMessage[],
  send: Send,
): Promise<Delivered> {
  const sent = new Map(sending.sent);
  let receipt: string | null = null;
  for (const [index, message] of messages.entries()) {
    const key = `${sending.outgoing.idempotencyKey}/${index + 1}`;
    if (!sent.has(key)) {
      const called = (await waitForTurn(way.pace, sending)) ?? (await send(message, key));
      if (called.type === 'failed') return failSending(way, { ...sending, sent }, called);
      sent.set(key, called.data);
    }
    receipt = sent.get(key) || null;
  }
  closeSending(way, { ...sending, sent }, 'none');
  return { type: 'sent', receipt };
}

/** The attempt ends, with what it sent and what its last call did not do. */
export function failSending(way: Way, sending: Sending, failed: Failed): Delivered {
  if (failed.code === 'ratelimited') way.pace.hold(sending.target.channel, failed.afterMs ?? 0);
  if (needsOperator(failed)) way.tell(`a reply cannot be sent: ${failed.code}`);
  closeSending(way, sending, failed.done === 'no' ? 'none' : 'some');
  return describeDelivery(failed);
}

/** Remembers how the attempt ended; with `some` doubt the next one looks for what arrived. */
export function closeSending({ before }: Way, { outgoing, sent }: Sending, doubt: 'none' | 'some'): void {
  before.remember(outgoing.idempotencyKey, { sent, attempt: outgoing.attempt, doubt });
}

/** Waits until the channel takes another message; a failure where that is too long for this attempt. */
async function waitForTurn(pace: Pace, { target, until }: Sending): Promise<Failed | null> {
  const left = until - performance.now();
  const wait = pace.take(target.channel, Math.min(waitMsMax, left));
  if (left < 0 || wait > waitMsMax || wait > left)
    return { type: 'failed', code: 'paced', afterMs: Math.ceil(wait), done: 'no' };
  if (wait > 0) await setTimeout(wait);
  return null;
}
