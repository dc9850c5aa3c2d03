import type { KnownBlock, TableBlock } from '@slack/types';
import type { Part } from '../../../bot/index.ts';
import { messageSizeMax, tableCellMax, tableCharactersMax, tableColumnsMax, tableRowsMax } from './limits.ts';
import { countedLength } from './render-escaped.ts';
import { renderList, renderParagraph } from './render-words.ts';

/** A table of a reply. */
type TablePart = Extract<Part, { type: 'table' }>;

/** An empty cell is refused. */
const emptyCell = '—';

/** The caption and the table; where the table is more than the platform takes, its rows as a list. */
export function renderTable(part: TablePart): readonly KnownBlock[] {
  const caption = renderCaption(part);
  const table = tableOf(part);
  return table !== null && countedLength([...caption, table]) <= messageSizeMax
    ? [...caption, table]
    : renderRows(part);
}

/** The caption, and each row as lines 「欄：值」: for places that take no table. */
export function renderRows(part: TablePart): readonly KnownBlock[] {
  const { columns, rows } = part;
  const width = widthOf([columns, ...rows]);
  const lineOf = (row: readonly string[]): string =>
    Array.from({ length: width }, (_, index) => named(columns[index] ?? '', row[index] ?? ''))
      .filter((line) => line !== '')
      .join('\n');
  const lines = rows.length === 0 ? columns : rows.map(lineOf);
  return [
    ...renderCaption(part),
    ...renderList(
      lines.filter((line) => line !== ''),
      'bullet',
    ),
  ];
}

function renderCaption({ caption }: TablePart): readonly KnownBlock[] {
  return caption === '' ? [] : renderParagraph(caption, 'bold');
}

function tableOf({ columns, rows }: TablePart): TableBlock | null {
  const lines = [columns, ...rows];
  const width = widthOf(lines);
  const sizes = lines.flat().map((cell) => cell.length);
  const isTooMuch =
    width > tableColumnsMax ||
    lines.length > tableRowsMax ||
    Math.max(...sizes) > tableCellMax ||
    sizes.reduce((sum, size) => sum + size, 0) > tableCharactersMax;
  if (width === 0 || isTooMuch) return null;
  return {
    type: 'table',
    column_settings: Array.from({ length: width }, () => ({ is_wrapped: true })),
    rows: lines.map((line) => Array.from({ length: width }, (_, index) => cellOf(line[index] ?? ''))),
  };
}

function cellOf(text: string): TableBlock['rows'][number][number] {
  return { type: 'raw_text', text: text === '' ? emptyCell : text };
}

function named(column: string, cell: string): string {
  if (column === '') return cell;
  return `${column}：${cell === '' ? emptyCell : cell}`;
}

function widthOf(lines: readonly (readonly string[])[]): number {
  return Math.max(...lines.map((line) => line.length));
}
