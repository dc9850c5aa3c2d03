import { z } from 'zod';
import type { Target } from './arrival.ts';
import { type Client, type Failed, tooSlow } from './client.ts';
import { keyEvent } from './post-message.ts';

/** What a thread holds of ours. */
export interface Found {
  readonly type: 'found';
  /** The time stamp of each message by its key. */
  readonly sent: ReadonlyMap<string, string>;
  /** Streams of ours that were begun and never ended. */
  readonly begun: readonly string[];
  /** Where it was looked. */
  readonly channel: string;
}

const page = z.looseObject({
  messages: z
    .array(
      z.looseObject({
        ts: z.string(),
        bot_id: z.string().nullish(),
        streaming_state: z.string().nullish(),
        metadata: z
          .looseObject({ event_type: z.string(), event_payload: z.looseObject({ key: z.string().optional() }) })
          .nullish()
          .catch(null),
      }),
    )
    .default([]),
  response_metadata: z.looseObject({ next_cursor: z.string().optional() }).nullish(),
});
const opened = z.looseObject({ channel: z.looseObject({ id: z.string() }) });

/** Messages of one page; Slack returns no more at once. */
const pageMessages = 200;
/** Pages that are read: a thread of a thousand messages. */
const pagesMax = 5;

/**
 * Looks for what an earlier attempt has sent already, in calls that begin before `until`. Where this may not be read, the failure
 * says so.
 */
export async function findSent(client: Client, target: Target, until: number): Promise<Found | Failed> {
  const channel = await openDirect(client, target.channel);
  if (typeof channel !== 'string') return channel;
  const sent = new Map<string, string>();
  const begun: string[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < pagesMax; pages += 1) {
    if (performance.now() > until) return tooSlow;
    const called = await client.ask(
      target.threadTs === null ? 'conversations.history' : 'conversations.replies',
      {
        channel,
        ...(target.threadTs === null ? {} : { ts: target.threadTs }),
        ...(cursor === undefined ? {} : { cursor }),
        include_all_metadata: true,
        limit: pageMessages,
      },
      page,
    );
    if (called.type === 'failed') return called;
    const { messages, response_metadata: next } = called.data;
    for (const { ts, metadata, bot_id: bot, streaming_state: state } of messages) {
      const key = metadata?.event_type === keyEvent ? metadata.event_payload.key : undefined;
      if (key !== undefined) sent.set(key, ts);
      else if (bot != null && state === 'in_progress') begun.push(ts);
    }
    cursor = next?.next_cursor;
    // What lies further back than the newest page of a conversation was not sent by an attempt of today.
    if (cursor === undefined || cursor === '' || target.threadTs === null) break;
  }
  return { type: 'found', sent, begun, channel };
}

/** Messages can be sent to a person, but are read in the direct message with them. */
async function openDirect(client: Client, channel: string): Promise<string | Failed> {
  if (!/^[UW]/.test(channel)) return channel;
  const called = await client.ask('conversations.open', { users: channel }, opened);
  return called.type === 'failed' ? called : called.data.channel.id;
}
