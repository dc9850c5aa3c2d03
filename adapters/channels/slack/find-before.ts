import { ownThread } from './address.ts';
import { type Failed, tooSlow } from './client.ts';
import { findSent } from './find-sent.ts';
import { describeDelivery, needsOperator } from './refusals.ts';
import type { Sending, Way } from './sending.ts';
import { takeBack } from './stream-reply.ts';

/**
 * What of a reply stands there already: time stamps by key. Slack is asked only where nobody here knows; a failure where it does
 * not say. What an attempt began to stream and did not end is removed.
 */
export async function findBefore(
  { client, before }: Way,
  { outgoing, target, until }: Omit<Sending, 'sent'>,
): Promise<ReadonlyMap<string, string> | Failed> {
  const { idempotencyKey, attempt } = outgoing;
  const recalled = before.recall(idempotencyKey, attempt);
  if (recalled !== null) return recalled;
  const certain = before.certain(idempotencyKey);
  const found = await findSent(client, target, until);
  if (found.type === 'failed')
    // Where Slack may not be asked, a message twice is better than none.
    return describeDelivery(found).type === 'refused' || needsOperator(found) ? certain : found;
  for (const ts of outgoing.thread === ownThread(target) ? found.begun : []) {
    const taken = await takeBack(client, { channel: found.channel, until }, ts, tooSlow);
    if (taken.type === 'failed') return taken;
  }
  return new Map([...certain, ...found.sent]);
}
