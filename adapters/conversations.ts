import type { Message, Reply, TurnRecord } from '../bot/index.ts';

/** What a channel needs to hold a conversation; `compose.ts` makes it of bot, store and clock. */
export interface Conversations {
  /** Contract: answers in order per thread; never rejects for what a person typed; replies are at least one. */
  send(thread: string, message: Message): Promise<readonly Reply[]>;
  /** Contract: the turns of the thread that are kept, oldest first; empty for a thread that is new or expired. */
  transcript(thread: string): Promise<readonly TurnRecord[]>;
  /** What is shown before anything was said. */
  welcome(): Reply;
}
