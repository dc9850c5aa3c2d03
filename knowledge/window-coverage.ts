import { unitFolds } from './fold.ts';
import { normaliseText } from './normalise.ts';
import { createTermList, isIdeograph, isWordTerm, isWordUnit, pairTerm, readTerms } from './terms.ts';

/** How much of a query a text covers, as shares of the query's rarity, 0…1. */
export interface Coverage {
  /** In the whole text. */
  readonly whole: number;
  /** In the best stretch of `WINDOW_UNITS`: words that answer together stand together. */
  readonly window: number;
}

/** Width of the window: about one clause with its neighbours. */
const WINDOW_UNITS = 40;

/**
 * Gives a function that says how much of a query a text covers; `rarities` holds the rarity of every term of the query,
 * `total` is what counts as all of it. The text comes as it was written: folding and cutting up all of it, for dozens
 * of texts a query, would take longer than the search, so only the characters of the query are looked at.
 */
export function createCoverageMeter(rarities: ReadonlyMap<number, number>, total: number): (text: string) => Coverage {
  const wanted = wantedUnits(rarities);
  return (text) => slide(findMatches(text, wanted, rarities), Math.max(total, Number.MIN_VALUE));
}

interface Match {
  readonly term: number;
  /** Where it stands, in UTF-16 units. */
  readonly start: number;
  readonly rarity: number;
}

/** Terms count once however often they stand in the window. */
function slide(matches: readonly Match[], total: number): Coverage {
  const inWindow = new Map<number, number>();
  let [whole, sum, best, oldest] = [0, 0, 0, 0];
  for (const { term, start, rarity } of matches) {
    const count = inWindow.get(term);
    if (count === undefined) whole += rarity;
    if (!count) sum += rarity;
    inWindow.set(term, (count ?? 0) + 1);
    let left = matches[oldest];
    while (left !== undefined && left.start <= start - WINDOW_UNITS) {
      const others = (inWindow.get(left.term) ?? 1) - 1;
      inWindow.set(left.term, others);
      if (others === 0) sum -= left.rarity;
      oldest += 1;
      left = matches[oldest];
    }
    best = Math.max(best, sum);
  }
  return { whole: Math.min(1, whole / total), window: Math.min(1, best / total) };
}

/** What to look for in a text. */
interface Wanted {
  /** 1 for the ideographs of the query, by folded unit. */
  readonly ideographs: Uint8Array;
  /** True where the query has a word or a number. */
  readonly words: boolean;
}

function wantedUnits(rarities: ReadonlyMap<number, number>): Wanted {
  const ideographs = new Uint8Array(0x10000);
  let words = false;
  for (const term of rarities.keys()) {
    if (isWordTerm(term)) words = true;
    else for (const unit of [term >>> 16, term & 0xffff]) ideographs[unit] = unit === 0 ? 0 : 1;
  }
  return { ideographs, words };
}

function findMatches(text: string, wanted: Wanted, rarities: ReadonlyMap<number, number>): readonly Match[] {
  const folds = unitFolds();
  const matches: Match[] = [];
  let before = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = folds[text.charCodeAt(at)] ?? 0;
    if (wanted.ideographs[unit] === 1) {
      addMatch(matches, unit, at, rarities);
      if (before !== 0) addMatch(matches, pairTerm(before, unit), at - 1, rarities);
      before = unit;
    } else {
      before = 0;
      if (wanted.words && isWordUnit(unit)) at = readRun(text, at, matches, rarities);
    }
  }
  return matches;
}

/** Words and numbers with the year sign behind them, by the same reader as the index; gives their last place. */
function readRun(text: string, at: number, matches: Match[], rarities: ReadonlyMap<number, number>): number {
  const folds = unitFolds();
  let end = at + 1;
  while (end < text.length && !isIdeograph(folds[text.charCodeAt(end)] ?? 0) && end - at < RUN_UNITS_MAX) end += 1;
  const list = createTermList(RUN_UNITS_MAX);
  readTerms(normaliseText(text.slice(at, end + 1)), list);
  for (let index = 0; index < list.length; index += 1) addMatch(matches, list.terms[index] ?? 0, at, rarities);
  return end - 1;
}

/** Longer runs are read in pieces. */
const RUN_UNITS_MAX = 64;

function addMatch(matches: Match[], term: number, start: number, rarities: ReadonlyMap<number, number>): void {
  const rarity = rarities.get(term);
  if (rarity !== undefined) matches.push({ term, start, rarity });
}
