import { type Failure, isPassing } from './delivered.ts';
import type { BotFramework, Place, Sent } from './framework.ts';
import type { Stream } from './render-reply.ts';

/** What a stream is sent with. */
export interface StreamParts {
  readonly framework: BotFramework;
  readonly to: Place;
  readonly requestTimeoutMs: number;
  /** Puts sender and receiver on a message. */
  dress(activity: object): object;
  pause(milliseconds: number): Promise<void>;
}

/** Between two messages of one stream, milliseconds; faster ones are throttled. */
const gapMs = 1_500;
/** Parts of the text that are shown before the whole; the answer is known from the start, so that more would only hold it up. */
const partsMax = 1;

/** How a stream ended, or that it failed and may go on under this id; `unstreamed` where the reply has to be sent without one. */
export type Streamed =
  | { readonly type: 'done'; readonly id: string }
  | { readonly type: 'failed'; readonly begun: string | null; readonly failure: Failure }
  | { readonly type: 'unstreamed' };

/**
 * Sends a reply so that it is written before the reader's eyes: what is being done, a part of the text, the whole. `begun` is the
 * id of a stream whose end failed before: then only the end is sent, which the platform takes once. What fails on the way only
 * shortens the way.
 */
export async function sendStream(
  parts: StreamParts,
  { chunks, final }: Stream,
  status: string,
  begun: string | null,
): Promise<Streamed> {
  const { framework, to, dress, requestTimeoutMs } = parts;
  const opened = begun === null ? await openStream(parts, [status, ...chunks.slice(-partsMax)]) : { id: begun };
  if ('type' in opened) return opened;
  const { id } = opened;
  const info = { type: 'streaminfo', streamType: 'final', streamId: id };
  const end = dress({ ...final, entities: [...final.entities, info] });
  return endOf(await framework.post(to, end, requestTimeoutMs), id);
}

/** The messages before the last one: the first one tells, the others are the text so far. */
async function openStream(
  { framework, to, dress, pause, requestTimeoutMs }: StreamParts,
  texts: readonly string[],
): Promise<{ readonly id: string } | Streamed> {
  let id: string | null = null;
  for (const [index, text] of texts.entries()) {
    const info = {
      type: 'streaminfo',
      streamType: index === 0 ? 'informative' : 'streaming',
      streamSequence: index + 1,
      ...(id !== null && { streamId: id }),
    };
    const chunk = dress({ type: 'typing', text, entities: [info] });
    const sent: Sent = await framework.post(to, chunk, requestTimeoutMs);
    if (id === null && sent.type === 'failed' && isPassing(sent)) return { type: 'failed', begun: null, failure: sent };
    id ??= sent.type === 'done' ? sent.id : null;
    if (id === null) return { type: 'unstreamed' };
    await pause(gapMs);
    if (sent.type === 'failed') break;
  }
  return id === null ? { type: 'unstreamed' } : { id };
}

function endOf(sent: Sent, id: string): Streamed {
  if (sent.type === 'done' || wasEnded(sent)) return { type: 'done', id };
  return isPassing(sent) ? { type: 'failed', begun: id, failure: sent } : { type: 'unstreamed' };
}

/** The same end was taken before, and only its acknowledgement was lost; or the reader stopped it, and wants no more of it. */
function wasEnded({ status, message }: Failure): boolean {
  return status === 403 && /already completed|cancell?ed by user/i.test(message);
}
