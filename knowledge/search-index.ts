import { inverseFrequency, type LexicalIndex } from './lexical-index.ts';
import { documentOf, type Postings, WEIGHT_STEPS, weightOf } from './postings.ts';
import { addScore, type Candidate, clearBoard, lowestOfBest, rankCandidates, type ScoreBoard } from './score-board.ts';
import { ABSENT, findTerm } from './term-table.ts';

/** A term that is looked for, and how much it counts beside its rarity; 1 is a word that was typed. */
export interface QueryTerm {
  readonly term: number;
  readonly weight: number;
}

/** One nat of idf at full weight. Scores are whole numbers, so no order of adding changes them and pruning is exact. */
const SCORE_UNIT = 64 * WEIGHT_STEPS;

/**
 * The `depth` best documents, best first, equal scores by rising document.
 *
 * Terms are read by falling upper bound. As soon as the `depth`-th best document has more than all unread terms
 * together could give, no new document can come in: the rest is looked up for the candidates only, and a candidate is
 * dropped when it cannot reach that mark any more. Exact: same hits and scores as reading everything.
 *
 * The board is working space for `index.postings.documentCount` documents; it is empty before and after.
 */
export function searchIndex(
  index: LexicalIndex,
  query: readonly QueryTerm[],
  depth: number,
  board: ScoreBoard,
): readonly Candidate[] {
  const lists = openLists(index, query);
  const ceiling = unreadBound(lists, 0);
  const read = readUntilClosed(index.postings, lists, board, depth);
  let candidates: Uint32Array = board.touched.slice(0, board.count);
  for (let at = read; at <= lists.length; at += 1) {
    const mark = lowestOfBest(board, candidates, depth, ceiling);
    candidates = keepReaching(candidates, board, mark - unreadBound(lists, at));
    if (at === read && read < lists.length) candidates.sort();
    addForCandidates(index.postings, lists[at], candidates, board);
  }
  const found = rankCandidates(board, candidates, depth);
  clearBoard(board);
  return found;
}

/** The score that a document would have in which every term has full weight, by the same rounding. */
export function scoreBound(index: LexicalIndex, query: readonly QueryTerm[]): number {
  const count = index.postings.documentCount;
  return (
    query.reduce((sum, { term, weight }) => sum + factorOf(frequencyOf(index.postings, term), count, weight), 0) *
    WEIGHT_STEPS
  );
}

/** The postings of one query term. */
interface TermPostings {
  readonly start: number;
  readonly end: number;
  /** What one step of weight adds to the score. */
  readonly factor: number;
  /** The most that the term can add. */
  readonly bound: number;
}

function openLists(index: LexicalIndex, query: readonly QueryTerm[]): readonly TermPostings[] {
  const { postings } = index;
  const lists: TermPostings[] = [];
  for (const { term, weight } of query) {
    const number = findTerm(postings.table, term);
    if (number === ABSENT) continue;
    const start = postings.starts[number] ?? 0;
    const end = postings.starts[number + 1] ?? 0;
    const factor = factorOf(end - start, postings.documentCount, weight);
    if (factor > 0) lists.push({ start, end, factor, bound: factor * (postings.greatest[number] ?? 0) });
  }
  return lists.sort((one, other) => other.bound - one.bound || one.start - other.start);
}

function frequencyOf(postings: Postings, term: number): number {
  const number = findTerm(postings.table, term);
  return number === ABSENT ? 0 : (postings.starts[number + 1] ?? 0) - (postings.starts[number] ?? 0);
}

function factorOf(frequency: number, documentCount: number, weight: number): number {
  return Math.round((SCORE_UNIT / WEIGHT_STEPS) * weight * inverseFrequency(frequency, documentCount));
}

/** Reads whole lists until no new document can come in; gives how many were read. */
function readUntilClosed(postings: Postings, lists: readonly TermPostings[], board: ScoreBoard, depth: number): number {
  const ceiling = unreadBound(lists, 0);
  let lookBelow = ceiling / 2;
  for (const [read, list] of lists.entries()) {
    const unread = unreadBound(lists, read);
    if (unread < lookBelow && (list.end - list.start) * 2 > board.count) {
      const mark = lowestOfBest(board, board.touched.subarray(0, board.count), depth, ceiling);
      if (mark > unread) return read;
      // The mark can only have risen by what has been read since, so looking again before this is in vain.
      lookBelow = (mark + unread) / 2;
    }
    addList(postings, list, board);
  }
  return lists.length;
}

function addList(postings: Postings, { start, end, factor }: TermPostings, board: ScoreBoard): void {
  const { entries } = postings;
  for (let at = start; at < end; at += 1) {
    const entry = entries[at] ?? 0;
    addScore(board, documentOf(entry), factor * weightOf(entry));
  }
}

/** Candidates and postings both rise by document, so each search begins where the last one ended. */
function addForCandidates(
  postings: Postings,
  list: TermPostings | undefined,
  candidates: Uint32Array,
  board: ScoreBoard,
): void {
  if (list === undefined) return;
  let at = list.start;
  for (const document of candidates) {
    at = firstNotBelow(postings.entries, document, at, list.end);
    if (at >= list.end) return;
    const entry = postings.entries[at] ?? 0;
    if (documentOf(entry) === document) addScore(board, document, list.factor * weightOf(entry));
  }
}

/** Steps of doubling width, then halving: cheap for near places and for far ones. */
function firstNotBelow(entries: Uint32Array, document: number, from: number, end: number): number {
  let low = from;
  let step = 1;
  while (low + step < end && documentOf(entries[low + step] ?? 0) < document) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, end);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (documentOf(entries[middle] ?? 0) < document) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Moves those that reach the score to the front and gives them. */
function keepReaching(documents: Uint32Array, { scores }: ScoreBoard, score: number): Uint32Array {
  let kept = 0;
  for (let at = 0; at < documents.length; at += 1) {
    const document = documents[at] ?? 0;
    if ((scores[document] ?? 0) < score) continue;
    documents[kept] = document;
    kept += 1;
  }
  return documents.subarray(0, kept);
}

/** What all lists from `from` on could add together. */
function unreadBound(lists: readonly TermPostings[], from: number): number {
  let sum = 0;
  for (let at = from; at < lists.length; at += 1) sum += lists[at]?.bound ?? 0;
  return sum;
}
