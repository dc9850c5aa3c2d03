import type { CertificateEntry, HoursEntry } from './learning/ledger.ts';
import type { NoticePreferences } from './notice-preferences.ts';
import type { Onboarding } from './onboarding/onboarding.ts';

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

/**
 * What is kept of the person who speaks, read only where a turn needs it. Contract: reads what was committed before the turn
 * began; never another person's, never another agency's; rejects only where the store cannot be reached.
 */
export interface PersonRecords {
  /** Contract: every entry of the person, oldest date first. */
  hours(): Promise<readonly HoursEntry[]>;
  /** Contract: every certificate of the person, oldest date first. */
  certificates(): Promise<readonly CertificateEntry[]>;
  /** Contract: null where none was begun. */
  onboarding(): Promise<Onboarding | null>;
  preferences(): Promise<NoticePreferences>;
  /** What the person's agency set by this name, as it was written; null where it uses what is shipped. */
  setting(name: SettingName): Promise<unknown>;
  /** Contract: a new code for linking another channel, not to be guessed, not yet kept. */
  newLinkCode(): string;
  /** Whether the code was shown to somebody and still holds. Contract: never tells to whom. */
  checkLinkCode(code: string): Promise<LinkCodeStanding>;
}

/** How a typed code stands: it holds, it is the person's own, there is none, or too many wrong ones were typed. */
export type LinkCodeStanding = 'good' | 'own' | 'unknown' | 'tooManyTries';

/** What an agency can set for itself instead of what is shipped in `knowledge/content`. */
export type SettingName = 'learningRules' | 'onboardingPlan' | 'notices';

/** Turns texts into vectors, so that retrieval can take meaning beside words. Not used before an endpoint is configured. */
export interface Embedder {
  /**
   * Contract: one vector for each text, in order, all of one length and of length 1 (Euclidean); the same text gives the same
   * vector; no texts give no vectors; rejects where the endpoint does not answer.
   */
  embed(texts: readonly string[]): Promise<readonly Float32Array[]>;
}
