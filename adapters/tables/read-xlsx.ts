import { readSheet } from 'read-excel-file/universal';
import { tablesWording } from '../../prompts/index.ts';
import { checkSheet } from './check-sheet.ts';
import { cleanCell } from './clean-cell.ts';
import { findSheets, type SheetPlace } from './find-sheets.ts';
import { cellCharactersMax } from './limits.ts';
import { storeArchive } from './store-archive.ts';
import { type ReadTable, type RowProblem, type TableRow, unreadable } from './table.ts';
import { type Archive, ArchiveError, openArchive } from './unpack-archive.ts';

const workbookPart = 'xl/workbook.xml';
const relationsPart = 'xl/_rels/workbook.xml.rels';
/** Parts that the reader needs beside the sheet, where they stand; text that many cells share, and which numbers are dates. */
const sidePart = /^xl\/(?:[^/]+\/)?(?:sharedStrings|styles)\d*\.xml$/i;

/** Reads the sheet of this name, or the first one, of an XLSX file: the values of formulas, dates as ISO dates. */
export async function readXlsx(bytes: Uint8Array, sheetName: string | null): Promise<ReadTable> {
  try {
    const archive = openArchive(bytes);
    const sheets = readSheetPlaces(archive);
    const wanted = sheetName === null ? sheets[0] : sheets.find(({ name }) => name.trim() === sheetName.trim());
    const names = sheets.map(({ name }) => name);
    if (wanted === undefined) return unreadable('sheetUnknown', names);
    const parts = takeParts(archive, wanted);
    const problem = checkSheet(decode(parts.get(wanted.part)));
    if (problem !== null) return unreadable(problem);
    const { rows, problems } = toRows(await readCells(storeArchive(parts), wanted.number));
    const otherSheets = names.filter((name) => name !== wanted.name);
    return { kind: 'table', rows, problems, format: 'XLSX', sheet: wanted.name, otherSheets };
  } catch (error) {
    if (error instanceof ArchiveError) return unreadable(error.problem);
    throw error;
  }
}

function readSheetPlaces(archive: Archive): readonly SheetPlace[] {
  const [workbook, relations] = [archive.unpack(workbookPart), archive.unpack(relationsPart)];
  if (workbook === null || relations === null) throw new ArchiveError('otherFormat');
  const sheets = findSheets(decode(workbook), decode(relations));
  if (sheets.length === 0) throw new ArchiveError('broken');
  return sheets;
}

function takeParts(archive: Archive, sheet: SheetPlace): ReadonlyMap<string, Uint8Array> {
  const names = [workbookPart, relationsPart, sheet.part, ...archive.names.filter((name) => sidePart.test(name))];
  const parts = new Map<string, Uint8Array>();
  for (const name of new Set(names)) {
    const bytes = archive.unpack(name);
    if (bytes === null) throw new ArchiveError('broken');
    parts.set(name, bytes);
  }
  return parts;
}

/** Whatever the reader throws at a workbook that others wrote, the workbook is what is broken. */
async function readCells(bytes: Uint8Array<ArrayBuffer>, sheet: number): Promise<readonly (readonly unknown[])[]> {
  try {
    return await readSheet(bytes.buffer, sheet);
  } catch (cause) {
    throw new ArchiveError('broken', cause);
  }
}

function toRows(sheet: readonly (readonly unknown[])[]): Pick<ReadTable & { kind: 'table' }, 'rows' | 'problems'> {
  const rows: TableRow[] = [];
  const problems: RowProblem[] = [];
  for (const [index, row] of sheet.entries()) {
    const line = index + 1;
    if (row.some((cell) => typeof cell === 'string' && cell.length > cellCharactersMax)) {
      problems.push({ line, reason: tablesWording.row.cellTooLong(cellCharactersMax), value: '' });
      continue;
    }
    const cells = row.map(textOf);
    if (cells.some((cell) => cell !== '')) rows.push({ line, cells });
  }
  return { rows, problems };
}

function textOf(cell: unknown): string {
  if (cell instanceof Date) return dateText(cell);
  if (typeof cell === 'string') return cleanCell(cell);
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(Number(cell.toPrecision(15))) : '';
  return cell === true ? 'TRUE' : cell === false ? 'FALSE' : '';
}

/** A date as ISO date; a time of the day, which the format keeps as a part of the day 0, as `3:00`. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const text = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();
  if (text.startsWith('1899-12-3')) return text.slice(11, 16);
  return /^\d{4}-/.test(text) ? text.slice(0, 10) : text;
}

function decode(bytes: Uint8Array | undefined): string {
  return bytes === undefined ? '' : new TextDecoder().decode(bytes);
}
