import type { Session } from './session.ts';

/** What the core needs from the world. Few members each, none optional; a port belongs to its caller. */

/** The day and the moment. Contract: `now()` never goes back within one process. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00Z. */
  now(): number;
  /** Today in Taipei, ISO date; the day as of which everything is told. */
  today(): string;
}

/** Makes ids. Contract: never the same id twice, and not to be guessed. */
export interface Ids {
  next(): string;
}

/** Keeps the session of each thread. */
export interface SessionStore {
  /** Contract: the last session saved for this thread, or null; a session that expired is null too. */
  load(thread: string): Promise<Session | null>;
  /** Contract: saves when `session.version` follows the stored one, else answers `conflict` and changes nothing. */
  save(thread: string, session: Session): Promise<'saved' | 'conflict'>;
  /** Contract: afterwards `load(thread)` is null. */
  clear(thread: string): Promise<void>;
}

/** Turns texts into vectors, so that retrieval can take meaning beside words. Not used before an endpoint is configured. */
export interface Embedder {
  /**
   * Contract: one vector for each text, in order, all of one length and of length 1 (Euclidean); the same text gives the same
   * vector; no texts give no vectors; rejects where the endpoint does not answer.
   */
  embed(texts: readonly string[]): Promise<readonly Float32Array[]>;
}
