import { isDuty, type Lexicon, type Token } from './lexicon.ts';

/** A stretch of a description that makes one statement, with the words of the script in it. */
export interface Clause {
  readonly start: number;
  /** One past the last unit. */
  readonly end: number;
  readonly tokens: readonly Token[];
  /** Number of the sentence in which it stands. */
  readonly sentence: number;
}

/** Cuts a folded text at its punctuation and where a word such as 但 turns to another statement. */
export function splitClauses(folded: string, lexicon: Lexicon): readonly Clause[] {
  const tokens = lexicon.find(folded);
  const clauses: Clause[] = [];
  let sentence = 0;
  let start = 0;
  let next = 0;
  const close = (end: number): void => {
    const inside: Token[] = [];
    for (let token = tokens[next]; token !== undefined && token.start < end; token = tokens[next]) {
      inside.push(token);
      next += 1;
    }
    if (inside.length > 0) clauses.push({ start, end, tokens: inside, sentence });
    start = end;
  };
  const turns = new Set(tokens.filter((token) => token.marks.has('turn')).map((token) => token.start));
  const covered = new Set(tokens.filter((token) => token.end - token.start > 1).flatMap((token) => inner(token)));
  for (let at = 0; at < folded.length; at += 1) {
    if (covered.has(at)) continue;
    if (endsSentence(folded, at)) {
      close(at);
      sentence += 1;
    } else if (turns.has(at) || /[,:()[\]{}—–~…]/.test(folded.charAt(at))) close(at);
  }
  close(folded.length);
  return clauses;
}

/** Punctuation inside a word (node.js, c#) cuts nothing. */
function inner(token: Token): readonly number[] {
  return Array.from({ length: token.end - token.start }, (_, offset) => token.start + offset).slice(1);
}

function endsSentence(folded: string, at: number): boolean {
  const unit = folded.charAt(at);
  if (unit === '.') return /^(?:\s|$|[^\x20-\x7e])/.test(folded.slice(at + 1, at + 2));
  return /[。｡!?;\n]/.test(unit);
}

/** 上線之前, 廠商撤走以後: what stands right before makes it a point in time, not the past or the future. */
export function isPointInTime(folded: string, clause: Clause, index: number): boolean {
  const token = clause.tokens[index];
  if (token === undefined || !/[前後]$/.test(folded.slice(token.start, token.end))) return false;
  const before = clause.tokens[index - 1];
  if (before !== undefined && before.end === token.start) return isDuty(before);
  return /\p{Script=Han}/u.test(folded.slice(clause.start, token.start).slice(-1));
}
