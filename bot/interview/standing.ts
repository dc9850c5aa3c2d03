import type { Clause } from './clauses.ts';

/** Who does what a word says, whether, when, and how much of it. */
export interface Standing {
  /** `vendor`: others develop it, under the speaker's direction; `left`: the speaker before named somebody else. */
  readonly actor: 'self' | 'other' | 'vendor' | 'left';
  readonly negated: boolean;
  readonly time: 'present' | 'past' | 'wish' | 'offDuty' | 'moment';
  /** 1 is an ordinary share of the work. */
  readonly amount: number;
}

/** A clause with the standing of each of its tokens. */
export interface StandingClause {
  readonly clause: Clause;
  readonly standings: readonly Standing[];
}

/** A clause that says nothing of itself: the speaker does it, now, as an ordinary share. */
export const unmarked: Standing = { actor: 'self', negated: false, time: 'present', amount: 1 };

/** How a main and a small share of the work are weighed. */
export const MAINLY = 1.4;
/** See `MAINLY`. */
export const RARELY = 0.45;
