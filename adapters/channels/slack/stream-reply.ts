import { z } from 'zod';
import { type Client, type Failed, tooSlow } from './client.ts';

/** A text that comes piece by piece, and what stands below it in the end. */
export interface Stream {
  readonly channel: string;
  readonly threadTs: string;
  readonly chunks: readonly string[];
  readonly blocks: readonly unknown[];
  readonly metadata: unknown;
  /** No call begins after it: a moment of `performance.now()`. */
  readonly until: number;
}

/** Sent as a stream; to be posted as one message instead, because nothing of it stands there; or failed in doubt. */
export type Streamed =
  | { readonly type: 'sent'; readonly ts: string }
  | { readonly type: 'instead'; readonly why: Failed }
  | Failed;

/** Pieces in which a text is streamed: each is a call, and the text is there as a whole before it begins. */
const callsMax = 3;

const started = z.looseObject({ ts: z.string() });

/** Streams a text into the thread of a direct message. What was begun and cannot be ended is removed again. */
export async function streamReply(client: Client, stream: Stream): Promise<Streamed> {
  const { channel, threadTs, chunks, blocks, metadata, until } = stream;
  const [first = '', ...rest] = joinTo(chunks, callsMax);
  const begun = await client.ask('chat.startStream', { channel, thread_ts: threadTs, markdown_text: first }, started);
  if (begun.type === 'failed') return begun.done === 'no' ? { type: 'instead', why: begun } : begun;
  const { ts } = begun.data;
  const appendUntil = (performance.now() + until) / 2;
  while (rest.length > 1 && performance.now() < appendUntil) {
    const appended = await client.call('chat.appendStream', { channel, ts, markdown_text: rest.shift() });
    if (appended.type === 'failed') return takeBack(client, stream, ts, appended);
  }
  if (performance.now() > until) return tooSlow;
  // The last piece, and what there was no time for before.
  const last = rest.length === 0 ? {} : { markdown_text: rest.join('') };
  const stopped = await client.call('chat.stopStream', { channel, ts, ...last, blocks, metadata });
  return stopped.type === 'done' ? { type: 'sent', ts } : takeBack(client, stream, ts, stopped);
}

/** The chunks in at most so many pieces. */
function joinTo(chunks: readonly string[], piecesMax: number): string[] {
  const together = Math.ceil(chunks.length / piecesMax);
  return Array.from({ length: Math.ceil(chunks.length / together) }, (_, index) =>
    chunks.slice(index * together, (index + 1) * together).join(''),
  );
}

/** Removes a message of ours, so that another can stand in its place; `why` is what made it necessary. */
export async function takeBack(
  client: Client,
  { channel, until }: Pick<Stream, 'channel' | 'until'>,
  ts: string,
  why: Failed,
): Promise<Streamed> {
  if (performance.now() > until) return tooSlow;
  const deleted = await client.call('chat.delete', { channel, ts });
  if (deleted.type === 'done' || deleted.code === 'message_not_found') return { type: 'instead', why };
  return { ...deleted, done: 'unknown' };
}
