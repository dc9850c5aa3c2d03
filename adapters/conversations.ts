import type { Message, Reply, TurnRecord } from '../bot/index.ts';

/** Where somebody talks, and who it is there. */
export interface Address {
  readonly agency: string;
  readonly channel: string;
  /** The person's account in the channel. */
  readonly account: string;
  /** Begins with the channel: `web:…`. */
  readonly thread: string;
  readonly audience: 'private' | 'public';
}

/** What a channel needs to hold a conversation; `compose.ts` makes it of bot, store and clock. */
export interface Conversations {
  /**
   * Contract: answers in order per thread; never rejects for what a person typed or for a store that is gone; replies are at
   * least one. The same event again gives the replies of the first time and does nothing.
   */
  send(address: Address, message: Message, event: string): Promise<readonly Reply[]>;
  /**
   * For a channel to which replies are sent by the outbox. Contract: the event is durable when it resolves, and is answered some
   * time after; rejects where it could not be kept, so that the platform sends it again.
   */
  accept(address: Address, message: Message, event: string): Promise<'new' | 'known'>;
  /** Contract: the turns of the thread that are kept, oldest first; empty for a new thread. Rejects where the store is gone. */
  transcript(address: Address): Promise<readonly TurnRecord[]>;
  /** What is shown before anything was said. */
  welcome(): Reply;
}
