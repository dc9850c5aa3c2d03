import type {
  Change,
  Job,
  Joining,
  Message,
  PersonRecords,
  Profile,
  Reply,
  Session,
  TurnRecord,
} from '../bot/index.ts';
import type { Rating, Way } from './conversations.ts';

/**
 * What turns need of a store. An event waits in the inbox until a replica claims its thread, thinks with no transaction open, and
 * commits session, transcript, changes and outgoing replies at once, valid only while its fence holds.
 */
export interface TurnStore {
  /** Contract: durable when it resolves; an event that the thread had before changes nothing and is `known`. */
  receive(event: Inbound): Promise<'new' | 'known'>;
  /**
   * Contract: takes the thread where nobody holds it and something waits, until `leaseMs` from now; null otherwise. All events
   * of a claim wait, are of one speaker, and stand in the order in which they were received.
   */
  claim(thread: ThreadKey): Promise<Claim | null>;
  /**
   * For a channel whose sender waits: a turn on this event alone, which enters the inbox with the commit, already answered. Nobody
   * holds the thread meanwhile: of two such turns the one that commits second is fenced. Contract: null, and nothing is kept,
   * where something waits in the thread or the event is known.
   */
  claimFor(event: Inbound): Promise<Claim | null>;
  /**
   * Contract: all of the outcome, once, or nothing: `fenced` where another took the thread since, the events are answered or the
   * person is gone; `refused` where the database does not take what the turn made, however often it is tried. Durable when it
   * resolves. Rejects where the store cannot be reached, and then a second call tells whether the first was kept.
   */
  commit(claim: Claim, outcome: Outcome): Promise<'committed' | 'fenced' | 'refused'>;
  /** Contract: afterwards the thread can be claimed at once; the events still wait. */
  release(claim: Claim): Promise<void>;
  /** Contract: extends the lease of a slow turn; `fenced` where it was lost. */
  renew(claim: Claim): Promise<'renewed' | 'fenced'>;
  /** The turn that answered this event; null while it waits or where it is not known. */
  answer(thread: ThreadKey, event: string): Promise<Answered | null>;
  /** Threads that nobody holds and in which something waits, longest waiting first, of all agencies. */
  waiting(limit: number): Promise<readonly ThreadKey[]>;
  /** Contract: the newest turns of the thread that are kept, oldest first. */
  transcript(thread: ThreadKey, limit: number): Promise<readonly TurnRecord[]>;
  /** What is kept of the person of a claim. */
  records(claim: Claim): PersonRecords;
  /** What is kept of whoever speaks, as a turn would find it. Contract: makes nobody; of somebody unknown there is nothing. */
  find(
    agency: string,
    speaker: Speaker,
  ): Promise<{ readonly profile: Profile | null; readonly records: PersonRecords }>;
  /** Contract: kept with the turn whose reply was sent under this receipt, once per person; `unknown` where there is none. */
  rate(thread: ThreadKey, speaker: Speaker, receipt: string, rating: Rating): Promise<'kept' | 'unknown'>;
  /** Contract: an event that waits is never answered; of one that was, what was said is gone from session and transcript. */
  withdraw(thread: ThreadKey, event: string): Promise<void>;
}

/** A thread of one agency; the thread's name begins with its channel: `web:…`. */
export interface ThreadKey {
  readonly agency: string;
  readonly thread: string;
}

/** Something that happened in a thread. */
export interface Inbound extends ThreadKey {
  /** The platform's own id of it, or one that the sender made; unique within the thread. */
  readonly event: string;
  /** Only the person and the assistant see a private thread; what nobody asked for is said there only. */
  readonly audience: 'private' | 'public';
  readonly speaker: Speaker;
  readonly body: InboundBody;
  /** Where the channel sends the replies; null where whoever sent it waits for them. */
  readonly target: string | null;
  /** Where personal matters of this thread are answered instead; null in a private one. */
  readonly privately: Way | null;
}

/** Who speaks: an account of a channel, or a person that is known already. */
export type Speaker = { readonly channel: string; readonly account: string } | { readonly person: string };

/** What happened: a message, its personal data masked before it is kept, or a job that is due. */
export type InboundBody =
  | {
      readonly type: 'message';
      readonly message: Message;
      /** Where it was asked in public, if it was: the JSON of a `Way`. */
      readonly origin?: string;
    }
  | { readonly type: 'joined'; readonly how: Joining }
  | { readonly type: 'due'; readonly job: Job };

/** A thread that this process may answer now. */
export interface Claim {
  readonly thread: ThreadKey;
  /** Null where the thread is not held. */
  readonly fence: number | null;
  readonly speaker: Speaker;
  readonly person: string;
  readonly audience: 'private' | 'public';
  readonly session: Session;
  readonly profile: Profile | null;
  /** At least one; at most `claimEventsMax`. */
  readonly events: readonly ClaimedEvent[];
  /** Where the last replies of the thread were sent; null where they were fetched. */
  readonly target: string | null;
  /** The event, where it is not in the inbox yet. */
  readonly unsaved: Inbound | null;
}

/** An event that waits for its answer. */
export interface ClaimedEvent extends Pick<Inbound, 'event' | 'body' | 'target' | 'privately'> {
  readonly receivedAt: number;
}

/** What a turn made. */
export interface Outcome {
  /** The events of the claim that it answered: a beginning of them. */
  readonly events: readonly string[];
  /** Null where the turn failed: the session stays as it was. */
  readonly session: Session | null;
  readonly record: TurnRecord | null;
  readonly replies: readonly Reply[];
  readonly changes: readonly Change[];
  /** How the outbox sends the replies; null where they are fetched. */
  readonly delivery: Pick<Outgoing, 'target' | 'occasion'> | null;
  /** What is answered in a private thread of the speaker instead; null for nothing. */
  readonly handedOver: { readonly event: string; readonly to: Way; readonly body: InboundBody } | null;
  /** What the person shares in the place where they had asked; null for nothing. */
  readonly published: { readonly to: Way; readonly replies: readonly Reply[] } | null;
}

/** An event that was answered. */
export interface Answered {
  /** False where the turn failed. */
  readonly kept: boolean;
  readonly replies: readonly Reply[];
}

/** What the delivery of outgoing replies needs of a store. */
export interface OutboxStore {
  /**
   * Contract: the oldest waiting message of each of up to `limit` threads whose time has come, leased for `leaseMs`; no later
   * message of a thread before the earlier one is sent or dead.
   */
  claimOutgoing(channels: readonly string[], limit: number): Promise<readonly Outgoing[]>;
  /** Contract: never handed out again. */
  markSent(message: Outgoing, receipt: string | null): Promise<void>;
  /** Contract: handed out again at `nextAt`, or never where that is null: then an operator sees it among the dead. */
  markFailed(message: Outgoing, problem: string, nextAt: number | null): Promise<void>;
  /** How many wait, and how many are dead. */
  countOutgoing(): Promise<{ readonly waiting: number; readonly dead: number }>;
}

/** A reply on its way. */
export interface Outgoing extends ThreadKey {
  readonly channel: string;
  /** Where it goes: what the channel gave with the event that it answers, or with the last one of the thread. */
  readonly target: string;
  /** Whether it answers somebody, or nobody asked for it. */
  readonly occasion: 'asked' | 'unasked';
  /** The turn that it belongs to. */
  readonly version: number;
  /** The same at every attempt, and never of another message. */
  readonly idempotencyKey: string;
  readonly reply: Reply;
  /** From 1. */
  readonly attempt: number;
}

/** What the running of jobs needs of a store. */
export interface JobStore {
  /** Contract: sets the job of this key; the same key again moves it. */
  putJob(owner: JobOwner, job: StoredJob): Promise<void>;
  /** Contract: as `putJob`, but a job that is there stays as it is. */
  ensureJob(owner: JobOwner, job: StoredJob): Promise<void>;
  /** Contract: due jobs that nobody holds, leased for `leaseMs`; one whose holder died comes back. */
  claimJobs(limit: number): Promise<readonly ClaimedJob[]>;
  /** Contract: removes the job, unless it was put again since it was claimed. */
  finishJob(job: ClaimedJob): Promise<void>;
  /** Contract: due again at `dueAt`, unless it was put again since it was claimed. */
  deferJob(job: ClaimedJob, dueAt: number): Promise<void>;
  /**
   * Contract: in one step the job is gone and stands in the inbox of the person's newest private thread; `unreachable`, with
   * nothing changed, where the person has none.
   */
  hand(job: ClaimedJob): Promise<ThreadKey | 'unreachable'>;
}

/** Whose job it is: a person's, or with a null person the agency's own. */
export interface JobOwner {
  readonly agency: string;
  readonly person: string | null;
}

/** A job as the store keeps it; kinds beside the core's own are the adapters'. */
export interface StoredJob {
  readonly key: string;
  readonly kind: string;
  readonly dueAt: number;
  readonly detail: string;
}

/** A job that this process may run now. */
export interface ClaimedJob extends JobOwner, StoredJob {
  /** Tells whether the job was put again since. */
  readonly fence: number;
  /** From 1. */
  readonly attempt: number;
}
