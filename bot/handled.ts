import type { Change } from './changes.ts';
import type { Session } from './session.ts';
import type { Reply } from './vocabulary.ts';

/** What a step of the turn made of the message. */
export interface Handled {
  /** At least one. */
  readonly replies: readonly Reply[];
  /** What is kept instead of the words, where they must not be kept; null keeps them, masked. */
  readonly said: string | null;
  /** How the message was understood without the thread; empty where it asked nothing. */
  readonly standalone: string;
  /** Ids of the topics that were told. */
  readonly topics: readonly string[];
  /** The session as the step changed it, the turn itself not yet in it. */
  readonly session: Session;
  /** What is kept beside the session. */
  readonly changes: readonly Change[];
}

/** Replies that tell no topic. */
export function handled(replies: readonly Reply[], session: Session, standalone = ''): Handled {
  return { replies, said: null, standalone, topics: [], session, changes: [] };
}
