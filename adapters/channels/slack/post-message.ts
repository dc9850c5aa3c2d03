import { z } from 'zod';
import type { Target } from './arrival.ts';
import type { Called, Client } from './client.ts';
import { isThreadGone } from './refusals.ts';
import type { SlackMessage } from './render-reply.ts';

/** The name under which our messages carry their keys. */
export const keyEvent = 'assistant_reply';

const posted = z.looseObject({ ts: z.string() });

/** What a message carries unseen, so that an attempt after one that ended in doubt finds it. */
export function keyed(key: string) {
  return { event_type: keyEvent, event_payload: { key } };
}

/** Posts one message under its key, and says its time stamp. */
export async function postMessage(
  client: Client,
  { channel, threadTs }: Target,
  message: SlackMessage,
  key: string,
): Promise<Called<string>> {
  // No previews of addresses: they push the answer off the screen.
  const parameters = { ...message, channel, unfurl_links: false, unfurl_media: false, metadata: keyed(key) };
  const post = async (thread: object): Promise<Called<string>> => {
    const called = await client.ask('chat.postMessage', { ...parameters, ...thread }, posted);
    return called.type === 'done' ? { type: 'done', data: called.data.ts } : called;
  };
  if (threadTs === null) return post({});
  const called = await post({ thread_ts: threadTs });
  // Somebody deleted their question; the answer is still theirs.
  return called.type === 'failed' && isThreadGone(called) ? post({}) : called;
}
