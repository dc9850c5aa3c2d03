import type { Change } from './changes.ts';
import type { Handled, Published } from './handled.ts';
import type { Moment } from './person-turn.ts';
import type { PersonRecords } from './ports.ts';
import { type Session, type TurnRecord, withTurn } from './session.ts';
import type { Language, Message, Reply } from './vocabulary.ts';

/** What a turn makes. */
export type Turn = Said & (Here | InPrivate);

/** What is said in the thread of the turn, and what is kept of it. */
interface Said {
  readonly session: Session;
  /** The turn as the transcript keeps it; null where nothing was said. */
  readonly record: TurnRecord | null;
  /** At least one for a message; perhaps none for a job. */
  readonly replies: readonly Reply[];
  /** What is kept beside the session, in this order. */
  readonly changes: readonly Change[];
  /** What the person shows in the place where they had asked; null for nothing. */
  readonly published: Published | null;
}

/** The message is answered where it was asked. */
interface Here {
  readonly place: 'here';
}

/** The message is to be answered in the person's private thread; what is said here tells nothing of it. */
interface InPrivate {
  readonly place: 'private';
  /** The message as that thread is to hear it: a number that named a button here is that button. */
  readonly handsOver: Message;
}

/** A message with all that it is heard against. */
export interface Hearing {
  readonly session: Session;
  readonly message: Message;
  readonly moment: Moment;
  readonly records: PersonRecords | null;
  /** Whether others read along, or did where it was asked: then no button of the private thread was meant by a number. */
  readonly place: 'private' | 'public' | 'fromPublic';
}

/** What came of a message, before it is said. */
export interface Thought extends Handled {
  /** What is kept of the words. */
  readonly said: string;
  readonly language: Language;
}

/** Thinks about a message. */
export type Think = (hearing: Hearing) => Promise<Thought>;

/** Says what was thought: the turn goes into the session. `origin` is where it was asked, where that can be shown there. */
export function say(thought: Thought, { now }: Moment, origin: string | null = null): Turn & Here {
  const { session, said, standalone, topics, replies, changes, published, language } = thought;
  if (said === '' && replies.length === 0) return { session, record: null, replies, changes, published, place: 'here' };
  const record = { said, standalone, topics, replies, at: now, ...(origin === null ? {} : { origin }) };
  return { session: withTurn(session, record, language), record, replies, changes, published, place: 'here' };
}
