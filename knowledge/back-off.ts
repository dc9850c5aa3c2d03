import { documentFrequency, type LexicalIndex } from './lexical-index.ts';
import type { QueryTerm } from './search-index.ts';
import { isIdeograph, isPairTerm, pairTerm } from './terms.ts';

/** How a character is read, without its tone (班 → `ban`); characters that sound alike are typed for one another. */
export type SoundOf = (character: string) => string;

/**
 * Guesses for characters typed for others that sound alike. Gives the pairs of the guesses, to be looked for beside
 * what was typed; nothing for a query whose pairs the corpus knows, so it does no harm there.
 */
export type BackOff = (query: string) => readonly QueryTerm[];

/** A place with more guesses than this is left alone: they would be noise. */
const GUESSES_MAX = 6;
/** How much a guess counts beside what was typed, divided among the guesses for one place. */
const GUESS_WEIGHT = 0.5;

/**
 * Looks at characters whose pairs with both neighbours stand nowhere in the corpus (加辦費), and guesses those of the
 * same sound that the corpus has in that place (加班費). Which characters stand beside which is read at the first
 * query that needs it: some milliseconds, and about the memory of the term table.
 */
export function createBackOff(index: LexicalIndex, soundOf: SoundOf): BackOff {
  let neighbours: Neighbours | undefined;
  return (query) => {
    const weights = new Map<number, number>();
    for (let at = 0; at < query.length; at += 1) {
      const typed = ideographAt(query, at);
      const before = ideographAt(query, at - 1);
      const behind = ideographAt(query, at + 1);
      if (typed === 0 || before + behind === 0) continue;
      if (stands(index, before, typed) || stands(index, typed, behind)) continue;
      neighbours ??= readNeighbours(index);
      for (const { term, weight } of guess(neighbours, before, behind, homophonesOf(typed, soundOf))) {
        weights.set(term, Math.max(weight, weights.get(term) ?? 0));
      }
    }
    return [...weights].map(([term, weight]) => ({ term, weight }));
  };
}

/** By character: those that stand before it in the corpus, and those behind it. */
interface Neighbours {
  readonly before: ReadonlyMap<number, ReadonlySet<number>>;
  readonly behind: ReadonlyMap<number, ReadonlySet<number>>;
}

/** Characters that fit between both neighbours; where none does, those that fit one of them. */
function guess(
  known: Neighbours,
  before: number,
  behind: number,
  soundsLikeTyped: (one: number) => boolean,
): readonly QueryTerm[] {
  const following = [...(known.behind.get(before) ?? [])].filter(soundsLikeTyped);
  const leading = [...(known.before.get(behind) ?? [])].filter(soundsLikeTyped);
  const fitting = following.filter((one) => leading.includes(one));
  const [first, second] =
    fitting.length > 0 && fitting.length <= GUESSES_MAX ? [fitting, fitting] : [following, leading];
  return [...weigh(first.map((one) => pairTerm(before, one))), ...weigh(second.map((one) => pairTerm(one, behind)))];
}

function weigh(terms: readonly number[]): readonly QueryTerm[] {
  if (terms.length > GUESSES_MAX) return [];
  return terms.map((term) => ({ term, weight: GUESS_WEIGHT / Math.sqrt(terms.length) }));
}

function homophonesOf(typed: number, soundOf: SoundOf): (one: number) => boolean {
  const sound = soundOf(String.fromCharCode(typed));
  return (one) => one !== typed && soundOf(String.fromCharCode(one)) === sound;
}

function readNeighbours(index: LexicalIndex): Neighbours {
  const before = new Map<number, Set<number>>();
  const behind = new Map<number, Set<number>>();
  const { slots } = index.postings.table;
  for (let slot = 0; slot < slots.length; slot += 2) {
    const term = slots[slot] ?? 0;
    if (slots[slot + 1] === 0 || !isPairTerm(term)) continue;
    addTo(before, term & 0xffff, term >>> 16);
    addTo(behind, term >>> 16, term & 0xffff);
  }
  return { before, behind };
}

function addTo(sets: Map<number, Set<number>>, key: number, value: number): void {
  const known = sets.get(key);
  if (known === undefined) sets.set(key, new Set([value]));
  else known.add(value);
}

/** True where the pair is in the corpus; not so where one of them is missing. */
function stands(index: LexicalIndex, first: number, second: number): boolean {
  return first !== 0 && second !== 0 && documentFrequency(index, pairTerm(first, second)) > 0;
}

/** The ideograph at a place of the query, 0 where there is none. */
function ideographAt(query: string, at: number): number {
  const unit = at >= 0 && at < query.length ? query.charCodeAt(at) : 0;
  return isIdeograph(unit) ? unit : 0;
}
