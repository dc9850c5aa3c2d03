import { claimsMax, pieceCharactersMax } from './limits.ts';

/** After the end of a sentence with its closing quotes and marks; bounded, so that a long run of marks costs no time. */
const sentenceEnd =
  /(?<=[。；！？](?:[」』）】》〉”’]|\[\d{1,2}\]){0,40})(?![。；！？」』）】》〉”’]|\[\d{1,2}\])|(?<=[.!?](?:\[\d{1,2}\]){0,40}\s)(?=\S)/u;
const graphemes = new Intl.Segmenter('zh-Hant-TW', { granularity: 'grapheme' });
/** Characters of one that a person sees as one, at most, when a cut looks for its edge. */
const graphemeCharactersMax = 64;

/** Something to be seen. */
const visible = /[^\s\u200b\u2060\ufeff]/;

/** The lines of a text that show something, without characters that cannot be sent; white space counts once. */
export function linesOf(text: string): readonly string[] {
  return text
    .toWellFormed()
    .replace(/[\r\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\t\n]/gu, '')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => visible.test(line));
}

/** The sentences of a line; joined they are the line. One that is too long or has too many marks is cut. */
export function sentencesOf(line: string): readonly string[] {
  return line
    .split(sentenceEnd)
    .flatMap((sentence) => cutLong(sentence))
    .flatMap(splitMarks)
    .filter((sentence) => sentence !== '');
}

/** A line in pieces of whole sentences that fit into one element of a card. */
export function piecesOf(line: string): readonly string[] {
  const pieces: string[] = [];
  for (const sentence of sentencesOf(line)) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + sentence.length <= pieceCharactersMax)
      pieces[pieces.length - 1] = last + sentence;
    else pieces.push(sentence);
  }
  return pieces;
}

/** At most `max` characters of a text in one line, with 「…」 where it goes on. */
export function clip(text: string, max: number): string {
  const line = linesOf(text).join(' ');
  if (line.length <= max) return line;
  return `${line.slice(0, edgeBefore(line, max - 1)).trimEnd()}…`;
}

/** The numbers that a text marks, `[1]`, each once, smallest first. */
export function marksOf(text: string): readonly number[] {
  const numbers = Array.from(text.matchAll(/\[(\d{1,2})\]/g), ([, n]) => Number(n));
  return [...new Set(numbers)].sort((one, other) => one - other);
}

/** The text without marks, for what is read aloud. */
export function withoutMarks(text: string): string {
  return text.replace(/\[\d{1,2}\]/g, '');
}

/** After a comma or a word where there is one in the second half, else between two characters. */
function cutLong(text: string): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > pieceCharactersMax) {
    const head = rest.slice(0, pieceCharactersMax);
    const soft = Math.max(...['，', '、', '：', ' '].map((stop) => head.lastIndexOf(stop))) + 1;
    const at = soft > pieceCharactersMax / 2 ? soft : edgeBefore(rest, pieceCharactersMax);
    pieces.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return [...pieces, rest];
}

/** The last place up to `at` where neither a character nor a mark falls apart. */
function edgeBefore(text: string, at: number): number {
  const from = Math.max(0, at - graphemeCharactersMax);
  const around = text.slice(from, at + graphemeCharactersMax);
  const edge = from + (graphemes.segment(around).containing(at - from)?.index ?? at - from);
  const mark = /\[\d{0,2}$/.exec(text.slice(Math.max(0, edge - 3), edge));
  const before = mark === null ? edge : edge - mark[0].length;
  return before > from ? before : at;
}

/** As many marks as one message may have. */
function splitMarks(sentence: string): readonly string[] {
  const marked = sentence.split(/(?=\[\d{1,2}\])/);
  if (marked.length <= claimsMax) return [sentence];
  return Array.from({ length: Math.ceil(marked.length / claimsMax) }, (_, index) =>
    marked.slice(index * claimsMax, (index + 1) * claimsMax).join(''),
  );
}
