import { wholeText } from './lexical-index.ts';
import type { IndexedText } from './retriever.ts';

/**
 * Questions that nobody asks: a few short pieces, each from another text. What they find is what chance finds
 * (`NullModel`). The same texts give the same questions.
 */
export function randomQuestions(texts: readonly IndexedText[], count: number): readonly string[] {
  const below = createSequence();
  return Array.from({ length: count }, (_, at) =>
    Array.from({ length: 1 + (at % PIECES_MAX) }, () => randomPiece(texts, below)).join(' '),
  );
}

/** Seven pieces of three characters are about the length of a long question. */
const PIECES_MAX = 7;
const PIECE_UNITS_MIN = 2;

function randomPiece(texts: readonly IndexedText[], below: (limit: number) => number): string {
  const text = texts[below(texts.length)];
  if (text === undefined) return '';
  const whole = wholeText(text);
  const start = below(Math.max(1, whole.length - PIECE_UNITS_MIN));
  return whole.slice(start, start + PIECE_UNITS_MIN + below(3));
}

/** A linear congruential sequence from a fixed seed, because nothing here may be random. */
function createSequence(): (limit: number) => number {
  let state = 1;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * limit);
  };
}
