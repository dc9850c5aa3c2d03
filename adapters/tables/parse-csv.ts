import papa from 'papaparse';
import { tablesWording } from '../../prompts/index.ts';
import { cleanCell } from './clean-cell.ts';
import { restoreFormula } from './formula.ts';
import { cellCharactersMax, lineSeparatorsMax, tableColumnsMax, tableRowsMax } from './limits.ts';
import type { FileProblem, RowProblem, TableRow } from './table.ts';

/** The rows of a text, or why it is no table. */
export type ParsedCsv =
  | { readonly rows: readonly TableRow[]; readonly problems: readonly RowProblem[] }
  | { readonly refused: FileProblem };

interface RawRow {
  readonly cells: readonly string[];
  readonly torn: 'yes' | 'no';
}

const separators = [',', '\t', ';', '|'] as const;
const previewRows = 50;

/**
 * Parses separated text: quoted cells with line breaks in them, any line ends, the separator by what makes most rows alike, or as
 * `sep=;` on the first line says. A quote without its partner would swallow all that follows: such a file is read line by line,
 * and only the torn lines are bad. What stands in a bad line is not repeated, because nobody knows which cell is a name.
 */
export function parseCsv(text: string): ParsedCsv {
  const lines = text.replace(/\r\n?/g, '\n');
  if (hasEndlessLine(lines)) return { refused: 'tooManyColumns' };
  const named = /^sep=(.)(?:\n|$)/i.exec(lines)?.[1] ?? null;
  const separator = named ?? guessSeparator(lines);
  const body = named === null ? lines : lines.replace(/^[^\n]*/, '');
  const raw = parseWhole(body, separator) ?? parseByLine(body, separator);
  if ('refused' in raw) return raw;
  return toRows(raw.rows);
}

function parseWhole(text: string, delimiter: string): { rows: readonly RawRow[] } | { refused: FileProblem } | null {
  const rows: RawRow[] = [];
  let refused: FileProblem | null = null;
  let torn = false;
  papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    step: ({ data, errors }, parser) => {
      torn ||= errors.some(({ type }) => type === 'Quotes');
      refused = refusalOf(data, rows.length);
      if (torn || refused !== null) parser.abort();
      else rows.push({ cells: data, torn: 'no' });
    },
  });
  if (torn) return null;
  return refused === null ? { rows } : { refused };
}

function parseByLine(text: string, delimiter: string): { rows: readonly RawRow[] } | { refused: FileProblem } {
  const rows: RawRow[] = [];
  for (const line of text.split('\n')) {
    const { data, errors } = papa.parse<string[]>(line, { delimiter, newline: '\n' });
    const torn = errors.some(({ type }) => type === 'Quotes');
    const cells = torn ? [line.slice(0, cellCharactersMax)] : (data[0] ?? []);
    const refused = refusalOf(cells, rows.length);
    if (refused !== null) return { refused };
    rows.push({ cells, torn: torn ? 'yes' : 'no' });
  }
  return { rows };
}

function refusalOf(cells: readonly string[], rowsBefore: number): FileProblem | null {
  const last = cells.findLastIndex((cell) => cell !== '');
  if (last >= tableColumnsMax) return 'tooManyColumns';
  return last >= 0 && rowsBefore >= tableRowsMax ? 'tooManyRows' : null;
}

function toRows(raw: readonly RawRow[]): ParsedCsv {
  const rows: TableRow[] = [];
  const problems: RowProblem[] = [];
  for (const [index, { cells, torn }] of raw.entries()) {
    const line = index + 1;
    if (cells.some((cell) => cell.length > cellCharactersMax)) {
      problems.push({ line, reason: tablesWording.row.cellTooLong(cellCharactersMax), value: '' });
      continue;
    }
    const cleaned = cells.slice(0, tableColumnsMax).map((cell) => restoreFormula(cleanCell(cell)));
    if (cleaned.every((cell) => cell === '')) continue;
    if (torn === 'yes') problems.push({ line, reason: tablesWording.row.torn, value: '' });
    else rows.push({ line, cells: cleaned });
  }
  return { rows, problems };
}

/** The separator by which most rows of the beginning have the same number of cells, more than one; a comma where none has. */
function guessSeparator(text: string): string {
  const scores = separators.map((separator) => {
    const { data } = papa.parse<string[]>(text, { delimiter: separator, newline: '\n', preview: previewRows });
    const counts = new Map<number, number>();
    for (const { length } of data) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
    return { separator, score: Math.max(0, ...[...counts].map(([cells, rows]) => rows * Math.min(cells, 8))) };
  });
  return scores.reduce((best, one) => (one.score > best.score ? one : best)).separator;
}

/** A line of millions of separators would fill the memory before its cells could be counted. */
function hasEndlessLine(text: string): boolean {
  for (const separator of separators) {
    let [count, lineEnd] = [0, -1];
    for (let at = text.indexOf(separator); at !== -1; at = text.indexOf(separator, at + 1)) {
      if (at > lineEnd) {
        const next = text.indexOf('\n', at);
        lineEnd = next === -1 ? text.length : next;
        count = 0;
      }
      count += 1;
      if (count > lineSeparatorsMax) return true;
    }
  }
  return false;
}
