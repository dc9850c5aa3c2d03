import type { Citation, Found, Joining, Message, Prompt, Reply, TurnRecord } from '../bot/index.ts';

/** Where somebody talks, and who it is there. */
export interface Address {
  readonly agency: string;
  readonly channel: string;
  /** The person's account in the channel. */
  readonly account: string;
  /** Begins with the channel: `web:…`. */
  readonly thread: string;
  readonly audience: 'private' | 'public';
  /** Where what concerns only this person is said instead; null where the thread is private itself. */
  readonly privately: Way | null;
}

/** A thread, and what its channel needs to send something there. */
export interface Way {
  readonly thread: string;
  /** Opaque to all but the channel: a JSON of its own. */
  readonly target: string;
}

/** What somebody thought of a reply; `reason` is theirs, and empty where they gave none. */
export interface Rating {
  readonly useful: boolean;
  readonly reason: string;
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
   * time after; rejects where it could not be kept, so that the platform sends it again. `target` is where the replies go.
   */
  accept(address: Address, message: Message, event: string, target: string): Promise<'new' | 'known'>;
  /**
   * Somebody opened the assistant, and is welcomed once; or arrived as a new colleague, and is offered to be led through the
   * first weeks, once and when the policy for such messages lets it. Contract: as `accept`.
   */
  join(address: Address, how: Joining, event: string, target: string): Promise<'new' | 'known'>;
  /** Contract: kept with the turn to which the message of this receipt belongs; the same person again replaces it. */
  rate(address: Address, receipt: string, rating: Rating): Promise<'kept' | 'unknown'>;
  /** The person took a message back. Contract: one that waits is not answered; of one that was answered the words are forgotten. */
  withdraw(address: Address, event: string): Promise<void>;
  /** The person's own things: role, hours, next steps, settings. Contract: rejects where the store is gone. */
  overview(address: Address): Promise<Reply>;
  /** What this person may want to ask now; at most four. Contract: rejects where the store is gone. */
  prompts(address: Address): Promise<readonly Prompt[]>;
  /** Answers to what is looked for, best first; at most `count`, none for an empty query. */
  find(query: string, count: number): readonly Found[];
  /** The passages of these ids, such as `F047`, in order; unknown ones are left out. */
  quotes(passages: readonly string[]): readonly Citation[];
  /** Contract: the turns of the thread that are kept, oldest first; empty for a new thread. Rejects where the store is gone. */
  transcript(address: Address): Promise<readonly TurnRecord[]>;
  /** What is shown before anything was said. */
  welcome(): Reply;
}
