/** A document of the index with its score. */
export interface Candidate {
  readonly document: number;
  readonly score: number;
}

/** Working space of a search: a score for every document, and which documents have one. Reused from query to query. */
export interface ScoreBoard {
  readonly scores: Int32Array;
  /** Documents with a score, in order of arrival; only the first `count` entries count. */
  readonly touched: Uint32Array;
  count: number;
}

/** An empty board. Eight bytes a document. */
export function createScoreBoard(documentCount: number): ScoreBoard {
  return { scores: new Int32Array(documentCount), touched: new Uint32Array(documentCount), count: 0 };
}

/** Adds to the score of a document. `more` must be above 0, or a document would be listed twice. */
export function addScore(board: ScoreBoard, document: number, more: number): void {
  const score = board.scores[document] ?? 0;
  if (score === 0) {
    board.touched[board.count] = document;
    board.count += 1;
  }
  board.scores[document] = score + more;
}

/**
 * A mark that at least `depth` of the documents reach, close below the score of the last of them; 1 where there are
 * fewer. No score is above `ceiling`. By counting scores in steps instead of sorting them, because it is asked several
 * times a query.
 */
export function lowestOfBest(board: ScoreBoard, documents: Uint32Array, depth: number, ceiling: number): number {
  if (documents.length < depth) return 1;
  const { scores } = board;
  const shift = Math.max(0, 32 - Math.clz32(ceiling) - STEP_BITS);
  const steps = new Uint32Array(1 << STEP_BITS);
  for (let at = 0; at < documents.length; at += 1) {
    const step = (scores[documents[at] ?? 0] ?? 0) >>> shift;
    steps[step] = (steps[step] ?? 0) + 1;
  }
  let reached = 0;
  for (let step = steps.length - 1; step > 0; step -= 1) {
    reached += steps[step] ?? 0;
    if (reached >= depth) return step << shift;
  }
  return 1;
}

const STEP_BITS = 12;

/** The `depth` best of a few documents, best first, equal scores by rising document. */
export function rankCandidates(board: ScoreBoard, documents: Uint32Array, depth: number): readonly Candidate[] {
  return Array.from(documents, (document) => ({ document, score: board.scores[document] ?? 0 }))
    .sort((one, other) => other.score - one.score || one.document - other.document)
    .slice(0, depth);
}

/** Takes every score away, in one sweep where many documents have one. */
export function clearBoard(board: ScoreBoard): void {
  if (board.count * 16 > board.scores.length) board.scores.fill(0);
  else for (let at = 0; at < board.count; at += 1) board.scores[board.touched[at] ?? 0] = 0;
  board.count = 0;
}
