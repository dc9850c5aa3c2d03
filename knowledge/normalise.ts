import { toTraditional } from './chinese-script.ts';
import { appendFolded, createUnitList, type UnitList, unitsToString } from './fold.ts';
import { createRecent } from './recent.ts';
import { commonYears } from './years.ts';

/**
 * One spelling for what means the same: NFKC (full width, ligatures), lower case, character variants, white space, and
 * years (民國115年 → 2026年). Texts and queries both go through it. Contract: pure; applied twice it changes nothing.
 */
export function normaliseText(text: string): string {
  scratch.length = 0;
  appendFolded(text, scratch);
  return commonYears(unitsToString(scratch));
}

/** Used again for every text; nothing else holds it, so what one call left there is never read by another. */
const scratch = createUnitList();

/** `normaliseText()` for what a person typed: Simplified is folded to Traditional as well. */
export function normaliseQuery(text: string): string {
  return recent.get(text, () => normaliseText(toTraditional(text.normalize('NFKC'))));
}

/** What was normalised last: in one turn the same message is read by a dozen readers, each of which normalises it. */
const recent = createRecent<string>(128);

/** Appends `normaliseText(text)` to a list of units, without a string in between where there is no year to rewrite. */
export function appendNormalised(text: string, into: UnitList): void {
  const start = into.length;
  appendFolded(text, into);
  if (!mayNameYear(into, start)) return;
  into.length = start;
  appendFolded(normaliseText(text), into);
}

const [YEAR, SCHOOL, COUNTRY] = ['年', '學', '國'].map((character) => character.charCodeAt(0));

/** True where a digit stands beside 年, 學 or 國, which is what `commonYears()` looks for. */
function mayNameYear({ units, length }: UnitList, start: number): boolean {
  let before = 0;
  for (let at = start; at < length; at += 1) {
    const unit = units[at] ?? 0;
    if (unit === SPACE) continue;
    if (isDigit(unit) ? before === COUNTRY : (unit === YEAR || unit === SCHOOL) && isDigit(before)) return true;
    before = unit;
  }
  return false;
}

const SPACE = 0x20;

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
