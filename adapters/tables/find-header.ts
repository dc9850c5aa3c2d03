import { headerRowsMax } from './limits.ts';
import { headerNames, personalHeaders } from './meanings.ts';
import type { TableRow } from './table.ts';

/** The header of a table and the rows below it. */
export interface Header {
  /** The line that names the columns; the last one where there are two. */
  readonly line: number;
  /** One name for each column, no name twice; empty for a column without one. */
  readonly names: readonly string[];
  readonly rows: readonly TableRow[];
}

/** The name by which headers are compared: width, spaces, punctuation and 臺/台 make no other header. */
export function headerKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('臺', '台')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

const meaningKeys = new Map<string, string>([
  ...Object.entries(headerNames).flatMap(([meaning, names]) =>
    names.map((name): [string, string] => [headerKey(name), meaning]),
  ),
  ...personalHeaders.map((name): [string, string] => [headerKey(name), 'personal']),
]);

/**
 * Finds the header among the first rows: the one with most names that are known or that the operator gave. Titles above it are
 * left out. Two rows of which the upper is merged (上課日期 over 起 and 迄) are put together. Null where no row has two such names.
 */
export function findHeader(rows: readonly TableRow[], operatorKeys: ReadonlySet<string>): Header | null {
  const scores = rows.slice(0, headerRowsMax).map((row) => countKnown(row.cells, operatorKeys));
  const best = scores.indexOf(Math.max(...scores));
  const [row, below] = [rows[best], rows[best + 1]];
  const score = scores[best] ?? 0;
  if (row === undefined || score === 0 || (score < 2 && operatorKeys.size === 0)) return null;
  if (below === undefined || !isLowerHalf(row, below))
    return { line: row.line, names: withoutTwins(row.cells), rows: rows.slice(best + 1) };
  return { line: below.line, names: withoutTwins(joinHalves(row.cells, below.cells)), rows: rows.slice(best + 2) };
}

function countKnown(cells: readonly string[], operatorKeys: ReadonlySet<string>): number {
  const keys = new Set(cells.flatMap((cell) => [headerKey(cell), headerKey(withoutNote(cell))]));
  const meanings = new Set([...keys].flatMap((key) => meaningKeys.get(key) ?? (operatorKeys.has(key) ? key : [])));
  return meanings.size;
}

/** A header without what stands in brackets: 認證時數（小時） is 認證時數. */
export function withoutNote(name: string): string {
  return name.normalize('NFKC').replace(/[([【〔][^)\]】〕]*[)\]】〕]/g, '');
}

const halves =
  /^(?:起|訖|迄|止|起日|訖日|迄日|止日|開始|結束|開始日期|結束日期|日期|時間|時數|小時|名稱|代碼|代號|編號|類別|年|月|日)$/;

function isLowerHalf(row: TableRow, below: TableRow): boolean {
  const filled = below.cells.filter((cell) => cell !== '');
  const gaps = row.cells.some((cell, index) => cell === '' && (below.cells[index] ?? '') !== '');
  return below.line === row.line + 1 && gaps && filled.every((cell) => halves.test(cell.normalize('NFKC')));
}

function joinHalves(upper: readonly string[], lower: readonly string[]): readonly string[] {
  let parent = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, index) => {
    const [above = '', below = ''] = [upper[index], lower[index]];
    if (above !== '') parent = above;
    return below === '' ? above : `${parent}${below}`;
  });
}

function withoutTwins(names: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const key = headerKey(name);
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return times === 1 || key === '' ? name : `${name}（${times}）`;
  });
}
