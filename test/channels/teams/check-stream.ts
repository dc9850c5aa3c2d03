import { z } from 'zod';

/** How far a stream is. */
export interface OpenStream {
  readonly state: 'open' | 'ended';
  /** The text that is shown so far. */
  readonly shown: string;
  readonly sequence: number;
  readonly startedAt: number;
  readonly lastAt: number;
}

const infoSchema = z.looseObject({
  type: z.literal('streaminfo'),
  streamId: z.string().min(1).optional(),
  streamType: z.enum(['informative', 'streaming', 'final']),
  streamSequence: z.int().optional(),
});
/** What says that a message belongs to a stream. */
export type StreamInfo = z.infer<typeof infoSchema>;

/** Null for a message of no stream. */
export function readStreamInfo(entities: readonly { readonly type: string }[]): StreamInfo | null {
  const found = entities.find(({ type }) => type === 'streaminfo');
  return found === undefined ? null : infoSchema.parse(found);
}

const gapMs = 1_500;
const longestMs = 2 * 60_000;
const informativeCharactersMax = 1_000;

interface Refused {
  readonly status: number;
  readonly body: { readonly error: { readonly code: string; readonly message: string } };
}

/** Why Teams would not take this message of a stream; null where it does. */
export function checkStream(
  chat: { readonly kind: string; readonly streams: ReadonlyMap<string, OpenStream> },
  activity: {
    readonly type: string;
    readonly text?: string | undefined;
    readonly attachments?: unknown;
    readonly channelData?: Readonly<Record<string, unknown>> | undefined;
    readonly entities?: readonly { readonly type: string }[] | undefined;
  },
  { streamId, streamType, streamSequence }: StreamInfo,
  now: number,
): Refused | null {
  const isFinal = streamType === 'final';
  const text = activity.text ?? '';
  const bad = (message: string): Refused => ({ status: 400, body: { error: { code: 'BadRequest', message } } });
  const notAllowed = (message: string): Refused => ({
    status: 403,
    body: { error: { code: 'ContentStreamNotAllowed', message } },
  });
  if (chat.kind !== 'personal') return notAllowed('Content stream is not allowed');
  if (text === '') return bad('Start streaming activities should include text');
  if (isFinal ? activity.type !== 'message' : activity.type !== 'typing')
    return bad(`${streamType} as ${activity.type}`);
  if (isFinal ? streamSequence !== undefined : streamSequence === undefined) return bad('streamSequence');
  if (streamType === 'informative' && text.length > informativeCharactersMax) return bad('informative text too long');
  if (!isFinal && (activity.attachments ?? activity.channelData?.['feedbackLoop']) !== undefined)
    return bad('only the final message takes attachments and feedback');
  if (!isFinal && activity.entities?.some(({ type }) => type !== 'streaminfo')) return bad('label before the end');
  const open = [...chat.streams.values()].filter((one) => one.state === 'open' && now - one.startedAt < longestMs);
  if (streamId === undefined) {
    if (isFinal || streamSequence !== 1) return bad('a stream begins with 1');
    return open.length > 0 ? notAllowed('another stream is open in this chat') : null;
  }
  const stream = chat.streams.get(streamId);
  if (stream === undefined) return bad('no such stream');
  if (stream.state === 'ended')
    return notAllowed('Content stream is not allowed on an already completed streamed message');
  if (now - stream.startedAt >= longestMs) return notAllowed('Content stream finished due to exceeded streaming time.');
  if (now - stream.lastAt < gapMs)
    return { status: 429, body: { error: { code: 'TooManyRequests', message: 'too fast' } } };
  if (!isFinal && streamSequence !== stream.sequence + 1) return bad('streamSequence does not rise by one');
  return text.startsWith(stream.shown) ? null : bad('a part does not carry the text so far');
}
