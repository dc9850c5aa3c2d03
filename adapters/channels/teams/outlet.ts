import { channelWording } from '../../../prompts/index.ts';
import type { Delivered, Outlet } from '../../outlet.ts';
import type { Outgoing } from '../../store.ts';
import { channelName } from './address.ts';
import { deliveredOf } from './delivered.ts';
import { dress } from './dress.ts';
import type { BotFramework } from './framework.ts';
import { renderReply, renderStream } from './render-reply.ts';
import { sendStream } from './send-stream.ts';
import { splitActivity } from './split-activity.ts';
import { readTarget, type Target } from './target.ts';
import type { Typing } from './typing.ts';

/** What sending is made of. */
export interface OutletParts {
  readonly framework: BotFramework;
  readonly typing: Typing;
  readonly clock: { now(): number };
  /** Resolves after so many milliseconds of this clock. */
  pause(milliseconds: number): Promise<void>;
  /** Milliseconds for one request. */
  readonly requestTimeoutMs: number;
}

/** The way out, and back to what was sent. */
export interface TeamsOutlet extends Outlet {
  /**
   * The message of this id is this one from now on. Contract: never rejects; the platform takes it as often as it is asked.
   * `target` is where the message stands.
   */
  amend(target: string, messageId: string, activity: object): Promise<Delivered>;
}

/** Milliseconds after which a reply begins no further message: with one more it is still below the lease of the outbox. */
const deliverWithinMs = 45_000;
/** Replies of which it is known which parts are sent; one is forgotten as soon as it is sent. */
const underwayMax = 500;
/** One-to-one chats whose ids are known; asking for one again gives the same id. */
const chatsMax = 5_000;

/** How far a reply is: the chat, the ids of the messages that are sent, and the stream that waits for its end. */
interface Progress {
  chat: string | null;
  readonly sent: (string | null)[];
  stream: string | null;
  streams: 'yes' | 'no';
}

/**
 * The way out to Teams. A reply of several messages goes on where it failed. There is no key that the platform would recognise a
 * repeated message by, and no way to look whether it arrived: after a lost answer a message is sent again.
 */
export function createTeamsOutlet(parts: OutletParts): TeamsOutlet {
  const underway = new Map<string, Progress>();
  const chats = new Map<string, string>();
  const running = new Map<string, Promise<Delivered>>();
  const attempt = async (message: Outgoing): Promise<Delivered> => {
    const target = readTarget(message.target);
    if (target === null) return { type: 'refused', problem: 'no target' };
    const progress = underway.get(message.idempotencyKey) ?? newProgress();
    remember(underway, message.idempotencyKey, progress, underwayMax);
    const delivered = await deliver(parts, chats, message, target, progress);
    if (delivered.type !== 'retry') underway.delete(message.idempotencyKey);
    return delivered;
  };
  return {
    channel: channelName,
    deliver(message) {
      const key = message.idempotencyKey;
      const delivering = running.get(key) ?? attempt(message).finally(() => running.delete(key));
      running.set(key, delivering);
      return delivering;
    },
    async amend(where, messageId, activity) {
      const target = readTarget(where);
      if (target === null || target.conversation === null) return { type: 'refused', problem: 'no target' };
      const to = { serviceUrl: target.serviceUrl, conversationId: target.conversation.id };
      const whole = dress(activity, target, to.conversationId);
      const sent = await parts.framework.update(to, messageId, whole, parts.requestTimeoutMs);
      return sent.type === 'failed' ? deliveredOf(sent) : { type: 'sent', receipt: messageId };
    },
  };
}

async function deliver(
  parts: OutletParts,
  chats: Map<string, string>,
  message: Outgoing,
  target: Target,
  progress: Progress,
): Promise<Delivered> {
  const { framework, clock } = parts;
  const endsAt = clock.now() + deliverWithinMs;
  const { serviceUrl, userId, tenantId } = target;
  const name = `${serviceUrl} ${tenantId} ${userId}`;
  progress.chat ??= target.conversation?.id ?? chats.get(name) ?? null;
  if (progress.chat === null) {
    const opened = await framework.open(target, parts.requestTimeoutMs);
    if (opened.type === 'failed') return deliveredOf(opened);
    if (opened.id === null) return { type: 'refused', problem: 'no chat' };
    progress.chat = opened.id;
    remember(chats, name, opened.id, chatsMax);
  }
  await parts.typing.settled(progress.chat);
  return (
    (await deliverStream(parts, message, target, progress)) ?? deliverMessages(parts, message, target, progress, endsAt)
  );
}

/** Null where the reply is not to be streamed. */
async function deliverStream(
  { framework, pause, requestTimeoutMs }: OutletParts,
  { reply, occasion }: Outgoing,
  target: Target,
  progress: Progress,
): Promise<Delivered | null> {
  const { chat } = progress;
  if (chat === null || progress.streams === 'no' || occasion === 'unasked' || placeOf(target) !== 'personal')
    return null;
  const stream = renderStream(reply, 'asked');
  if (stream === null) return null;
  const to = { serviceUrl: target.serviceUrl, conversationId: chat };
  const status = channelWording[reply.language].status.at(-1) ?? '…';
  const streamed = await sendStream(
    { framework, to, dress: (activity) => dress(activity, target, chat), pause, requestTimeoutMs },
    stream,
    status,
    progress.stream,
  );
  switch (streamed.type) {
    case 'done':
      return { type: 'sent', receipt: streamed.id };
    case 'failed':
      progress.stream = streamed.begun;
      return deliveredOf(streamed.failure);
    default:
      progress.streams = 'no';
      return null;
  }
}

async function deliverMessages(
  { framework, clock, requestTimeoutMs }: OutletParts,
  { reply, occasion }: Outgoing,
  target: Target,
  { chat, sent }: Progress,
  endsAt: number,
): Promise<Delivered> {
  const to = { serviceUrl: target.serviceUrl, conversationId: chat ?? '' };
  const messages = renderReply(reply, placeOf(target), 'asked').flatMap(splitActivity);
  for (const [index, activity] of messages.entries()) {
    if (index < sent.length) continue;
    if (clock.now() > endsAt) return { type: 'retry', afterMs: 0, problem: 'out of time' };
    const noticed = occasion === 'unasked' && index === 0 ? withAlert(activity) : activity;
    const done = await framework.post(to, dress(noticed, target, to.conversationId), requestTimeoutMs);
    if (done.type === 'failed') return deliveredOf(done);
    sent.push(done.id);
  }
  const rated = messages.findLastIndex(({ channelData }) => channelData?.feedbackLoop !== undefined);
  return { type: 'sent', receipt: sent.at(rated) ?? null };
}

function placeOf({ conversation }: Target): 'personal' | 'group' {
  return conversation === null || conversation.kind === 'personal' ? 'personal' : 'group';
}

/** What nobody asked for is told of in the activity feed, once, or it would be found by chance. */
function withAlert(activity: { readonly channelData?: object }): object {
  return { ...activity, channelData: { ...activity.channelData, notification: { alert: true } } };
}

function newProgress(): Progress {
  return { chat: null, sent: [], stream: null, streams: 'yes' };
}

/** Keeps the newest. */
function remember<Value>(map: Map<string, Value>, key: string, value: Value, max: number): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > max && oldest !== undefined) map.delete(oldest);
}
