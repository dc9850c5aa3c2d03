import type { Conversations } from '../../adapters/conversations.ts';
import type { Message, Reply, TurnRecord } from '../../bot/index.ts';
import { hostile } from './hostile-reply.ts';
import * as replies from './replies.ts';

/** A twin of `Conversations` that says what it is told to: each word of the script has its reply. */
export interface ScriptedConversations extends Conversations {
  /** Everything that was sent, with its thread. */
  readonly sent: { readonly thread: string; readonly message: Message; readonly event: string }[];
  /** Lets the answers to 「慢」 go on. */
  release(): void;
}

/** What a text or a button's value is answered with; everything else is smalltalk. */
const script: Readonly<Record<string, Reply>> = {
  陞任會加幾分: replies.answer,
  報名費: replies.abstention,
  'interview:start': replies.interviewStep,
  'interview:2:b': replies.interviewResult,
  'recommend:': replies.recommendation,
  'recommend:policy': replies.recommendation,
  很多依據: replies.manySources,
  三小時: replies.clarification,
  english: replies.english,
  惡意: hostile,
  別人的資料: replies.refusal,
  慢: replies.answer,
  清除對話: replies.notice,
};

const said: Reply = { ...replies.notice, kind: 'smalltalk', parts: [{ type: 'text', text: '收到。' }] };
/** 115-11-21 14:05 in Taipei. */
const startsAt = Date.UTC(2026, 10, 21, 6, 5);

/**
 * 「慢」 waits until `release()`; 「壞」 rejects once in each thread, as a broken store does; 「沒存」 is answered with a failure that
 * is not kept; 「那進階的呢」 is a follow-up that was read in full.
 */
export function createScriptedConversations(): ScriptedConversations {
  const threads = new Map<string, readonly TurnRecord[]>();
  const sent: { thread: string; message: Message; event: string }[] = [];
  const broken = new Set<string>();
  let waiting: (() => void)[] = [];
  return {
    sent,
    release() {
      for (const go of waiting) go();
      waiting = [];
    },
    async send({ thread }, message, event) {
      sent.push({ thread, message, event });
      if (message.text === '壞' && !broken.has(thread)) {
        broken.add(thread);
        throw new Error('store is down');
      }
      if (message.text === '沒存')
        return [{ ...replies.notice, parts: [{ type: 'text', text: '這次沒有處理成功。' }] }];
      if (message.text === '慢') await new Promise<void>((go) => waiting.push(go));
      const reply = script[message.choice ?? message.text.replace(/[？?]$/, '')] ?? said;
      const before = message.text === '清除對話' ? [] : (threads.get(thread) ?? []);
      const standalone = message.text === '那進階的呢？' ? '一般行政的進階證照是哪些？' : message.text;
      const record = {
        said: message.text.replace('A123456789', '〔身分證字號〕'),
        standalone: standalone === message.text ? message.text.replace('A123456789', '〔身分證字號〕') : standalone,
        topics: [],
        replies: [message.text === '那進階的呢？' ? replies.answer : reply],
        at: startsAt + before.length * 60_000,
      };
      threads.set(thread, [...before, record]);
      return record.replies;
    },
    accept: () => Promise.reject(new Error('the page waits for its replies')),
    join: () => Promise.reject(new Error('nobody joins a page')),
    rate: () => Promise.resolve('unknown'),
    withdraw: () => Promise.resolve(),
    overview: () => Promise.resolve(replies.welcome),
    prompts: () => Promise.resolve([]),
    find: () => [],
    quotes: () => [],
    transcript: async ({ thread }) => threads.get(thread) ?? [],
    welcome: () => replies.welcome,
  };
}
