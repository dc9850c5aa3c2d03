import { setTimeout } from 'node:timers/promises';
import { channelWording } from '../../../prompts/index.ts';
import type { Target } from './arrival.ts';
import type { Client } from './client.ts';

/** 「正在查指引…」 under a message, until its answer stands there. While it is shown, nobody can write into that thread. */
export interface Status {
  /** Contract: returns at once; what fails is told, and nothing else comes of it. */
  show(target: Target): void;
  /**
   * To be called before an answer is posted. Resolves once a status that is on its way has come, or soon: one that came after the
   * answer would stay. Earlier messages that this answer is for as well lose theirs; the answer itself takes its own away.
   */
  settle(target: Target): Promise<void>;
  /** The message was taken back: there will be no answer. */
  clear(target: Target): void;
}

/** An answer waits no longer for its status, milliseconds. */
const waitMsMax = 1_000;
/** Statuses on their way at the same time: with more, Slack has other things to do, and so has this program. */
const onTheirWayMax = 20;
/** Direct messages of which it is remembered what is shown; Slack takes a forgotten status away after two minutes. */
const channelsMax = 2_000;

/** Shows the status in threads of direct messages. */
export function createStatus(client: Client, tell: (what: string) => void): Status {
  /** By channel and thread, what was sent last. */
  const shown = new Map<string, Map<string, Promise<void>>>();
  const texts = channelWording['zh-TW'].status;
  let onTheirWay = 0;
  const send = async (channel: string, threadTs: string, status: string): Promise<void> => {
    onTheirWay += 1;
    const loading = status === '' ? {} : { loading_messages: texts };
    const parameters = { channel_id: channel, thread_ts: threadTs, status, ...loading };
    const called = await client.call('assistant.threads.setStatus', parameters);
    onTheirWay -= 1;
    if (called.type === 'failed' && status !== '') tell(`the status is not shown: ${called.code}`);
  };
  const clear = (channel: string, threadTs: string): void => {
    const sending = shown.get(channel)?.get(threadTs);
    shown.get(channel)?.delete(threadTs);
    void sending?.then(() => send(channel, threadTs, ''));
  };
  return {
    show({ channel, threadTs }) {
      if (threadTs === null || onTheirWay >= onTheirWayMax) return;
      const threads = shown.get(channel) ?? new Map<string, Promise<void>>();
      threads.set(threadTs, send(channel, threadTs, texts[0] ?? ''));
      shown.set(channel, threads);
      const [oldest] = shown.keys();
      if (shown.size > channelsMax && oldest !== undefined) shown.delete(oldest);
    },
    async settle({ channel, threadTs }) {
      const threads = shown.get(channel);
      if (threads === undefined || threadTs === null) return;
      for (const earlier of [...threads.keys()].filter((one) => one < threadTs)) clear(channel, earlier);
      const sending = threads.get(threadTs);
      threads.delete(threadTs);
      if (threads.size === 0) shown.delete(channel);
      await Promise.race([sending, setTimeout(waitMsMax, undefined, { ref: false })]);
    },
    clear: ({ channel, threadTs }) => (threadTs === null ? undefined : clear(channel, threadTs)),
  };
}
