import type { PostingsCounter } from './postings-counter.ts';
import { addTerm, createTermTable, type TermTable } from './term-table.ts';

/**
 * Which documents hold a term, and how much it weighs in each: the postings of term `n` are the entries from
 * `starts[n]` to `starts[n + 1]`, by rising document.
 */
export interface Postings {
  readonly table: TermTable;
  /** One entry more than there are terms. */
  readonly starts: Uint32Array;
  /**
   * Document number in the upper 24 bits, weight in the lower 8: one array is laid out and read in half the time of
   * two. The weight is the saturated, length-normalised frequency of BM25 without idf, 1…255 for 0…1.
   */
  readonly entries: Uint32Array;
  /** The greatest weight of each term, for pruning. */
  readonly greatest: Uint8Array;
  readonly documentCount: number;
}

/** The document of an entry. */
export function documentOf(entry: number): number {
  return entry >>> WEIGHT_BITS;
}

/** The weight of an entry. */
export function weightOf(entry: number): number {
  return entry & WEIGHT_STEPS;
}

/** So many documents fit into one index. */
const DOCUMENTS_MAX = 2 ** 24;
const WEIGHT_BITS = 8;

/** k1 and b of BM25, as tuned on sets that are not ours (`README.md`). */
const SATURATION = 0.9;
const LENGTH_INFLUENCE = 0.75;
/** Steps of a quantised weight. */
export const WEIGHT_STEPS = 255;

/** Lays the counted entries out by term, documents rising within each. The counter is used up. */
export function layOutPostings(counter: PostingsCounter): Postings {
  if (counter.firsts.length > DOCUMENTS_MAX) throw new RangeError(`An index holds at most ${DOCUMENTS_MAX} texts.`);
  const table = numberTerms(counter);
  const starts = termStarts(counter, table.size);
  const cursors = starts.slice();
  const entries = new Uint32Array(counter.entries);
  const norms = lengthNorms(counter.lengths);
  const { terms: numbers, counts, firsts } = counter;
  for (let document = 0; document < norms.length; document += 1) {
    const norm = norms[document] ?? 1;
    const end = firsts[document + 1] ?? counter.entries;
    const once = quantisedWeight(1, norm);
    for (let counted = firsts[document] ?? 0; counted < end; counted += 1) {
      const number = numbers[counted] ?? 0;
      const count = counts[counted] ?? 0;
      const place = cursors[number] ?? 0;
      cursors[number] = place + 1;
      entries[place] = (document << WEIGHT_BITS) | (count === 1 ? once : quantisedWeight(count, norm));
    }
  }
  return { table, starts, entries, greatest: greatestWeights(starts, entries), documentCount: norms.length };
}

/** Puts the number of each term into its place, in one go, so that the table stays in the cache. */
function numberTerms({ terms, entries }: PostingsCounter): TermTable {
  const table = createTermTable();
  for (let entry = 0; entry < entries; entry += 1) terms[entry] = addTerm(table, terms[entry] ?? 0);
  return table;
}

/**
 * The length norm of BM25 by length, the average being 1, but growing with the logarithm: long guidelines and short
 * questions share an index, and a linear norm would bury the former.
 */
export function lengthNorms(lengths: readonly number[]): Float64Array {
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  return Float64Array.from(
    lengths,
    (length) => 1 - LENGTH_INFLUENCE + LENGTH_INFLUENCE * Math.log2(1 + length / Math.max(1, average)),
  );
}

/** Quantised weight of a term that a document of this norm has `count` times. */
export function quantisedWeight(count: number, norm: number): number {
  return Math.max(1, Math.round((count / (count + SATURATION * norm)) * WEIGHT_STEPS));
}

function termStarts({ terms: numbers, entries }: PostingsCounter, termCount: number): Uint32Array {
  const starts = new Uint32Array(termCount + 1);
  for (let entry = 0; entry < entries; entry += 1) {
    const next = (numbers[entry] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let number = 1; number < starts.length; number += 1) {
    starts[number] = (starts[number] ?? 0) + (starts[number - 1] ?? 0);
  }
  return starts;
}

function greatestWeights(starts: Uint32Array, entries: Uint32Array): Uint8Array {
  const greatest = new Uint8Array(starts.length - 1);
  for (let number = 0; number < greatest.length; number += 1) {
    const end = starts[number + 1] ?? 0;
    let most = 0;
    for (let at = starts[number] ?? 0; at < end; at += 1) most = Math.max(most, weightOf(entries[at] ?? 0));
    greatest[number] = most;
  }
  return greatest;
}
