import { normaliseQuery } from '../../knowledge/index.ts';

/**
 * One spelling for what reads the same: Simplified → Traditional, full width, capitals, 臺/台. Contract: as many UTF-16
 * units as `text`, so that what is found in the folded text can be quoted exactly from the original.
 */
export function foldText(text: string): string {
  return text.replace(/\p{Script=Han}+|[^\p{Script=Han}]+/gu, (run) => (isHan(run) ? foldHan(run) : foldUnits(run)));
}

function isHan(run: string): boolean {
  return /^\p{Script=Han}/u.test(run);
}

/** Whole runs, because 后 is 後 in 后端 and stays in 皇后. */
function foldHan(run: string): string {
  const folded = normaliseQuery(run);
  return folded.length === run.length ? folded : foldUnits(run);
}

function foldUnits(run: string): string {
  let folded = '';
  for (let at = 0; at < run.length; at += 1) folded += foldUnit(run.charAt(at));
  return folded;
}

function foldUnit(unit: string): string {
  if (unit >= 'a' && unit <= 'z') return unit;
  if (/\s/.test(unit)) return unit === '\n' || unit === '\r' ? '\n' : ' ';
  if (unit === '’') return "'";
  const folded = normaliseQuery(unit);
  return folded.length === 1 ? folded : unit;
}
