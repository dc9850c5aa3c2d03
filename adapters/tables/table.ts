/** One row of a table that is not blank. Cells are cleaned text: dates as ISO dates, numbers as they are computed with. */
export interface TableRow {
  /** The number that stands to its left when the file is open in a spreadsheet program; the first is 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A row that could not be taken over, for a person to mend. */
export interface RowProblem {
  readonly line: number;
  /** A sentence in zh-TW. */
  readonly reason: string;
  /** What stood there, personal data masked, shortened; empty where there is nothing to show. */
  readonly value: string;
}

/** What the rows of a file are, or why there are none. */
export type ReadTable = Table | UnreadableTable;

/** A file that was read. Every row that is not blank is in `rows` or in `problems`. */
export interface Table {
  readonly kind: 'table';
  readonly rows: readonly TableRow[];
  readonly problems: readonly RowProblem[];
  /** How it was written: `UTF-8`, `UTF-16`, `Big5`, `XLSX`. */
  readonly format: string;
  /** The sheet that was read; null for text. */
  readonly sheet: string | null;
  /** Sheets that were not read. */
  readonly otherSheets: readonly string[];
}

/** A file that is no table: expected, and told in a sentence by its code. */
export interface UnreadableTable {
  readonly kind: 'unreadable';
  readonly problem: FileProblem;
  /** Names of the sheets, where the one that was asked for is not among them. */
  readonly sheets: readonly string[];
}

/** Why a file could not be read. */
export type FileProblem =
  | 'empty'
  | 'tooLarge'
  | 'tooManyRows'
  | 'tooManyColumns'
  | 'bomb'
  | 'broken'
  | 'encrypted'
  | 'oldExcel'
  | 'markup'
  | 'otherFormat'
  | 'sheetUnknown';

/** The value for a file that cannot be read. */
export function unreadable(problem: FileProblem, sheets: readonly string[] = []): UnreadableTable {
  return { kind: 'unreadable', problem, sheets };
}
