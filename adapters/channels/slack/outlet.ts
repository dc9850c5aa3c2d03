import type { Delivered, Outlet } from '../../outlet.ts';
import type { Outgoing } from '../../store.ts';
import { channelName, ownThread, privateTarget, readTarget } from './address.ts';
import type { Target } from './arrival.ts';
import type { Client } from './client.ts';
import { findBefore } from './find-before.ts';
import type { Pace } from './pace.ts';
import { streamedBlock } from './parse-action.ts';
import { keyed, postMessage } from './post-message.ts';
import { describeDelivery } from './refusals.ts';
import { renderReply } from './render-reply.ts';
import { renderStream } from './render-stream.ts';
import type { Respond } from './respond.ts';
import { closeSending, failSending, type Sending, sendMissing, type Way } from './sending.ts';
import { createSentBefore } from './sent-before.ts';
import type { Status } from './status.ts';
import { createStreamBudget, type StreamBudget } from './stream-budget.ts';
import { streamReply } from './stream-reply.ts';

/** What the way out needs. */
export interface OutletParts {
  readonly client: Client;
  readonly respond: Respond;
  readonly status: Status;
  readonly pace: Pace;
  /** Tells an operator, once in a while. */
  tell(what: string): void;
}

/** No call begins later in a delivery, milliseconds: with the longest call it ends within the lease of ten seconds. */
const deliverMsMax = 5_000;

/**
 * Sends replies: to a response URL where one is given and still taken, streamed where that reads well, else as messages in order.
 * Each message carries its key, so that after an attempt that ended in doubt only what is missing is sent.
 */
export function createSlackOutlet({ client, respond, status, pace, tell }: OutletParts): Outlet {
  const way: Way = { client, pace, before: createSentBefore(), tell };
  const streams = createStreamBudget();
  return {
    channel: channelName,
    async deliver(outgoing) {
      const until = performance.now() + deliverMsMax;
      const given = readTarget(outgoing.target);
      if (given === null) return { type: 'refused', problem: 'unknown_target' };
      if (given.responseUrl !== null && outgoing.occasion === 'asked') {
        const responded = await respondTo(way, respond, given.responseUrl, { outgoing, target: given, until });
        if (responded.type !== 'refused') return responded;
      }
      const target = whereTo(outgoing, given);
      await status.settle(target);
      const sent = await findBefore(way, { outgoing, target, until });
      if ('type' in sent) {
        closeSending(way, { outgoing, target, until, sent: way.before.certain(outgoing.idempotencyKey) }, 'some');
        return describeDelivery(sent);
      }
      const sending = { outgoing, target, sent, until };
      const streamed = sent.get(outgoing.idempotencyKey) ?? null;
      if (streamed !== null) return { type: 'sent', receipt: streamed };
      return (await stream(way, streams, sending)) ?? (await postAll(way, sending));
    },
  };
}

/** What nobody asked for is a message of its own; a response URL that takes nothing any more leaves the direct message. */
function whereTo({ occasion, thread }: Outgoing, target: Target): Target {
  if (target.responseUrl !== null) return privateTarget(target.team, target.user);
  return occasion === 'unasked' && thread === ownThread(target) ? { ...target, threadTs: null } : target;
}

/** Only this person sees it, wherever they are in Slack; nothing there can be looked for or rated. */
function respondTo(way: Way, respond: Respond, url: string, sending: Omit<Sending, 'sent'>): Promise<Delivered> {
  const { idempotencyKey, attempt, reply } = sending.outgoing;
  const sent = way.before.recall(idempotencyKey, attempt) ?? way.before.certain(idempotencyKey);
  return sendMissing(way, { ...sending, sent }, renderReply(reply, 'none'), async (message) => {
    const called = await respond(url, { ...message });
    return called.type === 'failed' ? called : { type: 'done', data: '' };
  });
}

function postAll(way: Way, sending: Sending): Promise<Delivered> {
  return sendMissing(way, sending, renderReply(sending.outgoing.reply, 'asked'), (message, key) =>
    postMessage(way.client, sending.target, message, key),
  );
}

/** Null where the reply is to be posted instead: in public, at another attempt than the first, or as Slack wants it so. */
async function stream(way: Way, streams: StreamBudget, sending: Sending): Promise<Delivered | null> {
  const { outgoing, target, until } = sending;
  const { channel, threadTs } = target;
  if (threadTs === null || outgoing.attempt > 1 || outgoing.thread !== ownThread(target)) return null;
  const rendered = streams.isLeft() ? renderStream(outgoing.reply, 'asked') : null;
  if (rendered === null || way.pace.take(channel, 0) > 0) return null;
  streams.take();
  const metadata = keyed(outgoing.idempotencyKey);
  const blocks = rendered.blocks.map((block, index) => ({ ...block, block_id: `${streamedBlock}${index + 1}` }));
  const streamed = await streamReply(way.client, { ...rendered, blocks, channel, threadTs, metadata, until });
  if (streamed.type === 'failed') return failSending(way, sending, streamed);
  if (streamed.type === 'sent') {
    streams.succeed();
    closeSending(way, { ...sending, sent: new Map([[outgoing.idempotencyKey, streamed.ts]]) }, 'none');
    return { type: 'sent', receipt: streamed.ts };
  }
  streams.refuse(streamed.why);
  way.pace.giveBack(channel);
  way.tell(`a reply is not streamed: ${streamed.why.code}`);
  return null;
}
