import type { Change } from './changes.ts';
import type { Session } from './session.ts';
import type { Reply } from './vocabulary.ts';

/**
 * Whom a turn concerns. `open`: anybody may hear it; `personal`: only who speaks, who may show it to others; `sensitive`: only
 * who speaks, and it is never offered to be shown. What a step does not know to be personal may be found to be so by what it
 * did: see `public-turn.ts`.
 */
export type Privacy = 'open' | 'personal' | 'sensitive';

/** What a person shows to the place where they had asked: `to` is that place, as whoever handed the message over called it. */
export interface Published {
  readonly to: string;
  readonly replies: readonly Reply[];
}

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
  readonly privacy: Privacy;
  /** Null where nothing is shown elsewhere. */
  readonly published: Published | null;
}

/** Replies that tell no topic. */
export function handled(replies: readonly Reply[], session: Session, standalone = ''): Handled {
  return { replies, said: null, standalone, topics: [], session, changes: [], privacy: 'open', published: null };
}
