import { decodeText } from './decode-text.ts';
import { fileBytesMax } from './limits.ts';
import { parseCsv } from './parse-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { recogniseFormat } from './recognise-format.ts';
import { type ReadTable, unreadable } from './table.ts';

/**
 * Reads the bytes of a CSV or XLSX file, whatever they are: a file that is no table is a value, not an exception. `sheet` names a
 * sheet; null is the first one. Every row that is not blank is in `rows` or in `problems`; the title is among the rows.
 */
export async function readTable(bytes: Uint8Array, sheet: string | null): Promise<ReadTable> {
  if (bytes.length === 0) return unreadable('empty');
  if (bytes.length > fileBytesMax) return unreadable('tooLarge');
  const format = recogniseFormat(bytes);
  const table =
    format === 'archive' ? await readXlsx(bytes, sheet) : format === 'text' ? readText(bytes) : unreadable(format);
  if (table.kind === 'table' && table.rows.length === 0 && table.problems.length === 0) return unreadable('empty');
  return table;
}

function readText(bytes: Uint8Array): ReadTable {
  const decoded = decodeText(bytes);
  if (decoded === null) return unreadable('otherFormat');
  const parsed = parseCsv(decoded.text);
  if ('refused' in parsed) return unreadable(parsed.refused);
  return { kind: 'table', ...parsed, format: decoded.encoding, sheet: null, otherSheets: [] };
}
