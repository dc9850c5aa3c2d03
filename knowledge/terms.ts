import { stemEnglish } from './english-stem.ts';
import { appendFolded, createUnitList, type UnitList } from './fold.ts';

/**
 * Text → terms: every CJK character and every pair of neighbours in one bag, Latin words by their stem, numbers, and
 * mixed names (`ipas`, `ai-900`, `表51`) whole as well as by their parts. Beats word segmentation on every public set
 * (`README.md`).
 *
 * A term is a 32-bit number, not a string, because an index of 100,000 passages reads thirty million of them:
 * a character is its code, a pair both codes, a word a hash above all codes of characters (29 bits; two of 50,000 words
 * share one in about two corpora of three, and only widen one another's postings).
 *
 * Shape: `normaliseText()` text in; the terms are appended to `terms` in the order of the text.
 */
export function readTerms(text: string, terms: TermList): void {
  scratch.length = 0;
  appendFolded(text, scratch);
  readUnitTerms(scratch, terms);
}

/** `readTerms()` of a text that is there as units. */
export function readUnitTerms(text: UnitList, terms: TermList): void {
  unitKinds ??= createUnitKinds();
  const { units, length } = text;
  let before = 0;
  for (let at = 0; at < length; ) {
    const unit = units[at] ?? 0;
    const kind = unitKinds[unit];
    if (kind === IDEOGRAPH) {
      pushTerm(terms, unit);
      if (before !== 0) pushTerm(terms, pairTerm(before, unit));
      before = unit;
      at += 1;
    } else if (kind === IN_WORD) {
      at = readWord(text, at, before, terms);
      before = 0;
    } else {
      before = 0;
      at += 1;
    }
  }
}

/** Working space of `readTerms()`, empty between calls. */
const scratch = createUnitList();

/** Terms in the order of the text. One list is reused for many texts; only the first `length` entries count. */
export interface TermList {
  terms: Uint32Array;
  length: number;
}

/** An empty list; it grows by itself. */
export function createTermList(capacity = 1024): TermList {
  return { terms: new Uint32Array(capacity), length: 0 };
}

/** The term of two neighbouring ideographs. */
export function pairTerm(first: number, second: number): number {
  return ((first << 16) | second) >>> 0;
}

/** The term of a word, which is above every pair of ideographs. */
export function wordTerm(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return (hash | WORD_BITS) >>> 0;
}

/** True for a single ideograph, the weakest kind of evidence. */
export function isCharacterTerm(term: number): boolean {
  return term < 0x10000;
}

/** True for a pair of ideographs. */
export function isPairTerm(term: number): boolean {
  return term >= 0x10000 && term < WORD_BITS;
}

/** True for a word or a number, false for an ideograph or two. */
export function isWordTerm(term: number): boolean {
  return term >= WORD_BITS;
}

/** True for letters, digits and whatever else words are made of, one UTF-16 unit each. */
export function isWordUnit(unit: number): boolean {
  unitKinds ??= createUnitKinds();
  return unitKinds[unit] === IN_WORD;
}

/** Ideographs, kana and bopomofo, one UTF-16 unit each. Hangul is written in words. */
export function isIdeograph(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3040 && unit <= 0x312f) || (unit >= 0x3400 && unit <= 0x4dbf);
}

const WORD_BITS = 0xe0000000;
const YEAR_SIGN = '年'.charCodeAt(0);

/** Reads a run such as `ai-900` from `at`; gives the place behind it. */
function readWord(text: UnitList, at: number, before: number, terms: TermList): number {
  let end = at + 1;
  while (end < text.length && isInsideWord(text, end)) end += 1;
  const word = String.fromCharCode(...text.units.subarray(at, end));
  const parts = word.match(PARTS) ?? [];
  for (const part of parts) pushTerm(terms, wordTerm(stemEnglish(part)));
  if (parts.length > 1) pushTerm(terms, wordTerm(word));
  if (IS_YEAR.test(word) && text.units[end] === YEAR_SIGN) return end + 1;
  if (before !== 0 && IS_NUMBER.test(word)) pushTerm(terms, wordTerm(`${String.fromCharCode(before)}${word}`));
  return end;
}

const PARTS = /\d+|[^\d\-+#.&_/]+/g;
const IS_NUMBER = /^\d+$/;
const IS_YEAR = /^(?:19|20)\d\d$/;

/** Letters and digits; `-`, `.`, `+`, `#`, `&`, `_` only between them, as in `ai-900`, `3.5`, `r&d`. */
function isInsideWord({ units, length }: UnitList, at: number): boolean {
  const kind = unitKinds?.[units[at] ?? 0];
  if (kind === IN_WORD) return true;
  return kind === JOINER && at + 1 < length && unitKinds?.[units[at + 1] ?? 0] === IN_WORD;
}

const [IDEOGRAPH, IN_WORD, JOINER] = [1, 2, 3];
let unitKinds: Uint8Array | undefined;

/** The kind of every UTF-16 unit, because a regular expression for each of thirty million characters takes too long. */
function createUnitKinds(): Uint8Array {
  const kinds = new Uint8Array(0x10000);
  for (let unit = 0; unit < kinds.length; unit += 1) {
    if (isIdeograph(unit)) kinds[unit] = IDEOGRAPH;
    else if (LETTER.test(String.fromCharCode(unit))) kinds[unit] = IN_WORD;
  }
  for (const joiner of '-.+#&_') kinds[joiner.charCodeAt(0)] = JOINER;
  return kinds;
}

/** Letters of other scripts, and surrogates: a rare ideograph is a word of its own. */
const LETTER = /[\p{L}\p{N}\p{M}\p{Cs}]/u;

function pushTerm(list: TermList, term: number): void {
  if (list.length === list.terms.length) grow(list);
  list.terms[list.length] = term;
  list.length += 1;
}

function grow(list: TermList): void {
  const terms = new Uint32Array(list.terms.length * 2);
  terms.set(list.terms);
  list.terms = terms;
}
