import { tablesWording } from '../../prompts/index.ts';
import type { Mapping } from './map-columns.ts';
import type { Meaning } from './meanings.ts';
import { showValue } from './show-value.ts';
import type { RowProblem, TableRow } from './table.ts';

/** What the rows below the header came to. Every row is an entry, merged into one, or a problem. */
export interface CollectedRows<Entry> {
  readonly entries: readonly CollectedRow<Entry>[];
  /** Rows that say the same as an earlier one. */
  readonly merged: readonly { readonly line: number; readonly into: number }[];
  readonly problems: readonly RowProblem[];
}

/** One row that was read. */
export interface CollectedRow<Entry> {
  readonly line: number;
  readonly account: string;
  readonly entry: Entry;
}

/** How rows of one kind are read and compared. */
export interface RowReader<Entry> {
  /** Gives the row, or why it cannot be read and the value at fault. */
  readonly read: (cell: (meaning: Meaning) => string) => { account: string; entry: Entry } | RowFault;
  /** Rows of one account with one key are about one thing. */
  readonly key: (entry: Entry) => string;
  /** Puts two rows about one thing together; null where they contradict each other. */
  readonly merge: (earlier: Entry, later: Entry) => Entry | null;
}

/** Why a row is bad. */
export interface RowFault {
  readonly reason: string;
  readonly value: string;
}

/** Reads all rows below the header. A bad row is told and the next one is read. */
export function collectRows<Entry>(mapping: Mapping, reader: RowReader<Entry>): CollectedRows<Entry> {
  const places = new Map(mapping.columns.flatMap(({ meaning, index }) => (meaning === null ? [] : [[meaning, index]])));
  const byKey = new Map<string, CollectedRow<Entry>>();
  const merged: { line: number; into: number }[] = [];
  const problems: RowProblem[] = [];
  for (const row of mapping.header.rows) {
    const { line } = row;
    const fault = faultOfShape(row, mapping.header.names);
    const found = fault ?? reader.read((meaning) => row.cells[places.get(meaning) ?? -1] ?? '');
    if ('reason' in found) {
      problems.push({ line, reason: found.reason, value: showValue(found.value) });
      continue;
    }
    const key = JSON.stringify([found.account, reader.key(found.entry)]);
    const earlier = byKey.get(key);
    const entry = earlier === undefined ? found.entry : reader.merge(earlier.entry, found.entry);
    if (entry === null)
      problems.push({ line, reason: tablesWording.row.contradicts(earlier?.line ?? line), value: '' });
    else byKey.set(key, { line: earlier?.line ?? line, account: found.account, entry });
    if (entry !== null && earlier !== undefined) merged.push({ line, into: earlier.line });
  }
  return { entries: [...byKey.values()], merged, problems };
}

/** A header that is repeated on a new page, or cells beyond the last column: a comma that nobody quoted moved all that follow. */
function faultOfShape({ cells }: TableRow, names: readonly string[]): RowFault | null {
  if (cells.slice(names.length).some((cell) => cell !== ''))
    return { reason: tablesWording.row.tooManyCells(names.length), value: '' };
  const filled = cells.filter((cell) => cell !== '');
  const again = filled.length > 1 && cells.every((cell, index) => cell === '' || cell === names[index]);
  return again ? { reason: tablesWording.row.headerAgain, value: '' } : null;
}
