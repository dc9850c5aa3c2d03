import { variants } from './variants.ts';

/** UTF-16 units of a text that is being read; one list is reused for many texts, only the first `length` count. */
export interface UnitList {
  units: Uint16Array;
  length: number;
}

/** An empty list; it grows by itself. */
export function createUnitList(): UnitList {
  return { units: new Uint16Array(1024), length: 0 };
}

/** The list as a string. */
export function unitsToString(list: UnitList): string {
  return decoder.decode(list.units.subarray(0, list.length));
}

/**
 * Appends a text folded to one spelling: NFKC, lower case, character variants, runs of white space one space and none
 * at either end. Unit by unit through a table and into an array, because a corpus of millions of characters is folded
 * at start, and a string for each text would cost as much again.
 */
export function appendFolded(text: string, into: UnitList): void {
  const start = into.length;
  if (appendUnits(text, into)) return;
  into.length = start;
  appendUnits(composeWhole(text), into);
}

/**
 * What each UTF-16 unit folds to by itself; 0 for those that fold only together with their neighbours. For a reader who
 * looks for a few characters in many texts.
 */
export function unitFolds(): Uint16Array {
  foldTable ??= createFoldTable();
  return foldTable;
}

/** Marks a unit that does not fold alone: surrogates, combining marks, what NFKC writes with several. */
const COMPLEX = 0;
const SPACE = 0x20;
const BMP_UNITS = 0x10000;

const decoder = new TextDecoder('utf-16le');
let foldTable: Uint16Array | undefined;

/** Units that the table cannot fold are kept as they are; gives whether there were none. */
function appendUnits(text: string, into: UnitList): boolean {
  const folds = unitFolds();
  reserve(into, text.length);
  const { units } = into;
  let length = into.length;
  let simple = true;
  let before = SPACE;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const fold = folds[unit] ?? COMPLEX;
    const folded = fold === COMPLEX ? unit : fold;
    if (fold === COMPLEX) simple = false;
    if (folded === SPACE && before === SPACE) continue;
    units[length] = folded;
    length += 1;
    before = folded;
  }
  into.length = before === SPACE && length > into.length ? length - 1 : length;
  return simple;
}

function reserve(list: UnitList, more: number): void {
  if (list.length + more <= list.units.length) return;
  const units = new Uint16Array((list.length + more) * 2);
  units.set(list.units);
  list.units = units;
}

/** The slow way for the few texts with composed characters; lower case may decompose, hence NFKC on both sides. */
function composeWhole(text: string): string {
  return text.normalize('NFKC').toLowerCase().normalize('NFKC');
}

function createFoldTable(): Uint16Array {
  const table = new Uint16Array(BMP_UNITS);
  for (let unit = 0; unit < BMP_UNITS; unit += 1) table[unit] = isHan(unit) ? unit : foldUnit(unit);
  for (const [variant, kept] of variants) table[variant.charCodeAt(0)] = kept.charCodeAt(0);
  return table;
}

/** Characters that NFKC and lower case leave alone; asking for each of them would take longer than all the rest. */
function isHan(unit: number): boolean {
  return (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xac00 && unit <= 0xd7a3);
}

function foldUnit(unit: number): number {
  const one = String.fromCharCode(unit);
  if (COMBINING.test(one)) return COMPLEX;
  if (/\s|\p{Cc}/u.test(one)) return SPACE;
  const folded = composeWhole(one);
  return folded.length === 1 && !/\s/.test(folded) ? folded.charCodeAt(0) : COMPLEX;
}

/** Surrogates, marks and Hangul letters join with their neighbours under NFKC. */
const COMBINING = /[\p{Cs}\p{M}\u1100-\u11ff]/u;
