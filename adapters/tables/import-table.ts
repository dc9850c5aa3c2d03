import { tablesWording } from '../../prompts/index.ts';
import type { CollectedRow, CollectedRows } from './collect-rows.ts';
import { fileBytesMax } from './limits.ts';
import { type Mapping, mapColumns } from './map-columns.ts';
import type { TableKind } from './meanings.ts';
import { type OperatorSayings, readSayings } from './read-sayings.ts';
import { readTable } from './read-table.ts';
import { renderMapping, renderProblemsTable, renderRefusal, renderRows } from './render-report.ts';
import type { RowProblem } from './table.ts';
import { writeCsv } from './write-csv.ts';

/** What the operator asked for. */
export interface ImportRequest {
  readonly bytes: Uint8Array;
  /** Null for the first one. */
  readonly sheet: string | null;
  /** `課程名稱=course`. */
  readonly maps: readonly string[];
  /** `AI素養=aiBasic`. */
  readonly categories: readonly string[];
  /** Only shows what would be read, or writes it as well. */
  readonly mode: 'show' | 'apply';
  readonly state: 'imported' | 'verified';
  readonly channel: string;
  /** Null for the only agency. */
  readonly agency: string | null;
}

/** What is told to the operator. */
export interface ImportOutcome {
  readonly standing: 'done' | 'refused';
  readonly text: string;
  /** All bad rows as a CSV file. */
  readonly problems: Uint8Array;
}

/** A command that imports a table. */
export interface TableImport {
  /** Bytes of the largest file that is read; a larger one need not be loaded to be refused. */
  readonly bytesMax: number;
  /** Contract: never writes in mode `show`; an unusable file is an outcome, not an exception; rejects where the store does. */
  readonly run: (request: ImportRequest) => Promise<ImportOutcome>;
}

/** What is different between the kinds of tables. */
export interface ImportKind<Entry> {
  readonly kind: TableKind;
  readonly read: (mapping: Mapping, request: ImportRequest, sayings: OperatorSayings) => CollectedRows<Entry>;
  /** Lines above the samples, such as how categories are counted. */
  readonly remarks: (mapping: Mapping, request: ImportRequest, sayings: OperatorSayings) => readonly string[];
  /** What of the rows as they were read may not be meant so, as lines of the report. */
  readonly warnings: (rows: readonly CollectedRow<Entry>[]) => readonly string[];
  readonly sample: (row: CollectedRow<Entry>) => string;
  readonly write: (entries: readonly CollectedRow<Entry>[], request: ImportRequest) => Promise<Written>;
}

/** What was written. */
export interface Written {
  /** Entries that changed something. */
  readonly changed: number;
  /** Rows that contradict what is kept, which stays, as lines of the report. */
  readonly conflicts: readonly string[];
}

/** Makes the import of one kind: read the file, show what its columns mean, read the rows, and write where that is asked. */
export function createTableImport<Entry>(kind: ImportKind<Entry>): TableImport {
  return { bytesMax: fileBytesMax, run: (request) => runImport(kind, request) };
}

async function runImport<Entry>(kind: ImportKind<Entry>, request: ImportRequest): Promise<ImportOutcome> {
  const sayings = readSayings(request.maps, request.categories);
  if ('reason' in sayings) return refused([sayings.reason]);
  const table = await readTable(request.bytes, request.sheet);
  if (table.kind === 'unreadable') return refused([renderRefusal(table)]);
  const mapping = mapColumns(kind.kind, table.rows, sayings.value.names);
  if (mapping === null) return refused([tablesWording.file.noHeader], table.problems);
  const shown = renderMapping(table, mapping);
  if (mapping.missing.length > 0 || mapping.wrongNames.length > 0) return refused(shown, table.problems);

  const rows = kind.read(mapping, request, sayings.value);
  const problems = [...table.problems, ...rows.problems].sort((one, other) => one.line - other.line);
  const remarks = kind.remarks(mapping, request, sayings.value);
  const text = [
    ...shown,
    ...remarks,
    ...renderRows({ ...rows, problems }, kind.sample),
    ...kind.warnings(rows.entries),
  ];
  if (request.mode === 'show') return outcome('done', [...text, tablesWording.report.shown], problems);
  if (mapping.columns.some(({ standing }) => standing === 'guessed'))
    return outcome('refused', [...text, tablesWording.report.unconfirmed], problems);
  if (rows.entries.length === 0) return outcome('done', [...text, tablesWording.report.nothing], problems);
  const { changed, conflicts } = await kind.write(rows.entries, request);
  const applied = tablesWording.report.applied(changed, rows.entries.length - changed);
  return outcome('done', [...text, applied, ...conflicts], problems);
}

function refused(lines: readonly string[], problems: readonly RowProblem[] = []): ImportOutcome {
  return outcome('refused', [...lines, tablesWording.report.refused], problems);
}

function outcome(
  standing: ImportOutcome['standing'],
  lines: readonly string[],
  problems: readonly RowProblem[],
): ImportOutcome {
  return { standing, text: lines.join('\n'), problems: writeCsv(renderProblemsTable(problems)) };
}
