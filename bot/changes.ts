import type { CertificateEntry, HoursEntry } from './learning/ledger.ts';
import type { NoticePreferences } from './notice-preferences.ts';
import type { Onboarding } from './onboarding/onboarding.ts';

/**
 * What a turn changes beside its session, as data. All changes of a turn are kept together with the turn, or none is. Each is
 * idempotent: applied twice it changes nothing more.
 */
export type Change =
  /** Adds the entry, or replaces the one of the same course and date where that is not proven better. */
  | { readonly type: 'hoursPut'; readonly entry: HoursEntry }
  | { readonly type: 'hoursRemoved'; readonly course: string; readonly date: string }
  | { readonly type: 'certificatePut'; readonly entry: CertificateEntry }
  | { readonly type: 'certificateRemoved'; readonly name: string; readonly date: string }
  | { readonly type: 'onboardingPut'; readonly onboarding: Onboarding }
  | { readonly type: 'onboardingRemoved' }
  | { readonly type: 'preferencesPut'; readonly preferences: NoticePreferences }
  /** Sets the person's one job of this key. */
  | { readonly type: 'jobPut'; readonly job: Job }
  | { readonly type: 'jobRemoved'; readonly key: string }
  /** The code was shown to the person; whoever types it until then elsewhere is the same person. */
  | { readonly type: 'linkCodeMade'; readonly code: string; readonly expiresAt: number }
  /** The person typed the code of another one, whom they become. */
  | { readonly type: 'linked'; readonly code: string }
  /** The person typed a code that does not hold; too many of them are refused. */
  | { readonly type: 'linkFailed' }
  /** The turns of the thread before this one are forgotten. */
  | { readonly type: 'transcriptCleared' };

/** Something to come back to at a time: the core is called with it in the person's thread. */
export interface Job {
  /** Unique per person: putting a job again moves it. */
  readonly key: string;
  readonly kind: JobKind;
  /** Milliseconds since 1970. */
  readonly dueAt: number;
  /** What the kind needs to know, as a short string. */
  readonly detail: string;
}

/** What a job of a person can be about. */
export const jobKinds = ['onboarding', 'hours', 'offer'] as const;
/** One of the kinds. */
export type JobKind = (typeof jobKinds)[number];
