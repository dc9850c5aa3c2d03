import { countedLength } from './render-escaped.ts';

/** The end of a sentence, with its closing quotes and the marks of its sources; or a line end. */
const sentenceEnd = /(?:[。；！？](?:[」』）】》〉”’]|\[\d{1,2}\])*)+\n*|\n+|[.!?;]\s+/gu;
const clauseEnd = /(?<=[，、：]|,\s)/u;
const wordEnd = /(?<=\s)(?=\S)/u;
const graphemes = new Intl.Segmenter('zh-Hant-TW', { granularity: 'grapheme' });

/**
 * The text in pieces of at most `max` characters as `countedLength()` counts, which joined are the text again. It is cut between
 * sentences; inside one only where the sentence alone is too long: then after a comma, after a word, at last between characters.
 */
export function splitText(text: string, max: number): readonly string[] {
  return joinPieces(cutDown(text, max, [splitSentences, splitBy(clauseEnd), splitBy(wordEnd), splitCharacters]), max);
}

/** The sentences of a text, each with what closes it; joined they are the text. */
export function splitSentences(text: string): readonly string[] {
  const sentences: string[] = [];
  let from = 0;
  for (const { 0: end, index } of text.matchAll(sentenceEnd)) {
    sentences.push(text.slice(from, index + end.length));
    from = index + end.length;
  }
  return from < text.length ? [...sentences, text.slice(from)] : sentences;
}

/** At most `max` characters of a text, with 「…」 where it goes on. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  let short = '';
  for (const character of splitCharacters(text)) {
    if (short.length + character.length >= max) break;
    short += character;
  }
  return `${short.trimEnd()}…`;
}

type Split = (text: string) => readonly string[];

function splitBy(end: RegExp): Split {
  return (text) => text.split(end);
}

/** By what a person sees as one character, so that no emoji falls apart. */
function splitCharacters(text: string): readonly string[] {
  return [...graphemes.segment(text)].map(({ segment }) => segment);
}

/** Cuts by the first way, and only what is still too long by the next one. */
function cutDown(text: string, max: number, [split, ...finer]: readonly Split[]): readonly string[] {
  if (split === undefined || lengthOf(text) <= max) return [text];
  return split(text).flatMap((piece) => joinPieces(cutDown(piece, max, finer), max));
}

function joinPieces(pieces: readonly string[], max: number): readonly string[] {
  const joined: string[] = [];
  let room = 0;
  for (const piece of pieces) {
    const length = lengthOf(piece);
    if (length <= room) joined.push((joined.pop() ?? '') + piece);
    else joined.push(piece);
    room = (length <= room ? room : max) - length;
  }
  return joined;
}

/** Without the quotation marks that JSON puts around it. */
function lengthOf(text: string): number {
  return countedLength(text) - 2;
}
