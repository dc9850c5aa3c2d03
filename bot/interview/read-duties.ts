import type { Bilingual, InterviewRole, InterviewScript, RoleWeights } from '../../knowledge/index.ts';
import { splitClauses } from './clauses.ts';
import { digitalElsewhere } from './digital-matter.ts';
import { foldText } from './fold-text.ts';
import { lexiconOf } from './lexicon.ts';
import { type MatchedDuty, matchDuties } from './match-duties.ts';
import { readStandings } from './read-standings.ts';
import type { Standing } from './standing.ts';

/** Something in a description that speaks for a role, or against it. */
export interface Evidence {
  /** The exact part of the text. */
  readonly text: string;
  /** Where it begins, in UTF-16 units. */
  readonly start: number;
  /** The duty's id in the script. */
  readonly duty: string;
  /** What it says about the person's work, as it is told. */
  readonly reason: Bilingual;
  /** Log-odds; negative where the person says not to do it. */
  readonly weights: RoleWeights;
  /** How much of the work it is; 1 is an ordinary share. */
  readonly amount: number;
}

/**
 * Reads what somebody does from their own words: which acts on which things, whether denied, by whom, when and how much.
 * Titles, grades, 職系 and names of units weigh nothing. Contract: pure; `evidence.text` is a part of `text`.
 */
export function readDuties(script: InterviewScript, text: string): readonly Evidence[] {
  const read = recent.get(script) ?? new Map<string, readonly Evidence[]>();
  recent.set(script, read);
  const known = read.get(text);
  const evidence = known ?? findDuties(script, text);
  if (known === undefined) {
    if (read.size === recentMax) read.clear();
    read.set(text, evidence);
  }
  // A copy of each: who says a thing twice gives two pieces of evidence.
  return evidence.map((one) => ({ ...one }));
}

/** What was read last: a turn reads the same description several times, and an interview reads all its texts in every turn. */
const recent = new WeakMap<InterviewScript, Map<string, readonly Evidence[]>>();
const recentMax = 32;

function findDuties(script: InterviewScript, text: string): readonly Evidence[] {
  const folded = foldText(text);
  const clauses = readStandings(script, folded, splitClauses(folded, lexiconOf(script)));
  const elsewhere = digitalElsewhere(script, folded, clauses);
  return clauses.flatMap((clause, index) =>
    matchDuties(script, folded, clause, elsewhere[index] ?? 0).flatMap((matched) => {
      const weights = weigh(matched);
      if (roles.every((role) => Math.abs(weights[role]) < WEIGHT_MIN)) return [];
      return [
        {
          text: text.slice(matched.start, matched.end),
          start: matched.start,
          duty: matched.duty.id,
          reason: reasonOf(script, matched),
          weights,
          amount: matched.standing.amount,
        },
      ];
    }),
  );
}

/**
 * The duties of a description, and how like the whole of it is to the examples of each role. Contract as `readDuties()`; the
 * last piece of evidence is the likeness, where there is any.
 */
export function readDescription(script: InterviewScript, text: string): readonly Evidence[] {
  const duties = readDuties(script, text);
  const weights = script.likeness(text);
  if (roles.every((role) => Math.abs(weights[role]) < WEIGHT_MIN)) return duties;
  return [...duties, { text, start: 0, duty: LIKENESS, reason: likenessReason, weights, amount: 1 }];
}

/** The duty of the evidence that the whole description is. */
export const LIKENESS = 'likeness';
const likenessReason = {
  zh: '整段描述與這一類的工作例子相近',
  en: 'the description as a whole is like examples of this role',
};

const roles: readonly InterviewRole[] = ['policy', 'applied', 'developer', 'researcher'];

/** What a denial says against a role, and what it says that others do the work, as a share of what doing it would say. */
const DENIED = -0.4;
const DONE_BY_OTHERS = -0.3;
/** What once was done, what is wished for, and what is done at home says little or nothing about the work. */
const TIME_FACTOR: Readonly<Record<Standing['time'], number>> = {
  present: 1,
  past: 0.1,
  wish: 0,
  offDuty: 0.1,
  moment: 0,
};
/** Less than this is not told. */
const WEIGHT_MIN = 0.05;
/** Somebody else was named just before, and nobody since. */
const LEFT_OPEN = 0.35;

function weigh({ duty, standing, digital }: MatchedDuty): RoleWeights {
  const factor = digital * TIME_FACTOR[standing.time];
  const weights = { policy: 0, applied: 0, developer: 0, researcher: 0 };
  for (const role of roles) weights[role] = round(duty.weights[role] * factor * factorOf(role, standing));
  return weights;
}

function factorOf(role: InterviewRole, { actor, negated, amount, time }: Standing): number {
  const making = role === 'developer' || role === 'researcher';
  if (negated && actor === 'other') return 0;
  if (negated) return role === 'applied' || time !== 'present' ? 0 : DENIED;
  if (actor === 'other') return role === 'applied' ? 0 : DONE_BY_OTHERS;
  if (actor === 'vendor') return making ? DONE_BY_OTHERS : amount;
  return actor === 'left' && making ? LEFT_OPEN * amount : amount;
}

function reasonOf({ told }: InterviewScript, { duty, standing }: MatchedDuty): Bilingual {
  const frame = standing.negated ? told.negated : isByOthers(duty, standing) ? told.other : null;
  if (frame === null) return duty.reason;
  return { zh: frame.zh.replace('{reason}', duty.reason.zh), en: frame.en.replace('{reason}', duty.reason.en) };
}

function isByOthers({ weights }: MatchedDuty['duty'], { actor }: Standing): boolean {
  return actor === 'other' || (actor === 'vendor' && weights.developer + weights.researcher > 0);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
