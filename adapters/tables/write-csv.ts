import papa from 'papaparse';
import { neutraliseFormula } from './formula.ts';

/**
 * A table as a CSV file that a spreadsheet program opens by a double click: UTF-8 with a byte order mark, CRLF, and no cell that the
 * program would compute.
 */
export function writeCsv(rows: readonly (readonly string[])[]): Uint8Array {
  const cells = rows.map((row) => row.map(neutraliseFormula));
  return new TextEncoder().encode(`\uFEFF${papa.unparse(cells, { newline: '\r\n' })}\r\n`);
}
