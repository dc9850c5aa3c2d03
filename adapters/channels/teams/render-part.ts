import { type Part, unreachable } from '../../../bot/index.ts';
import { type CardElement, renderLabelled, renderLines } from './render-element.ts';

/** A piece of a reply in a card, to be read at 300 px. */
export function renderPart(part: Part): readonly CardElement[] {
  switch (part.type) {
    case 'text':
      return renderLines(part.text);
    case 'heading':
      return renderLines(part.text, { style: 'heading', weight: 'bolder', size: 'medium', spacing: 'medium' });
    case 'list':
      return part.items.flatMap((item, index) =>
        renderLines(`${bulletOf(part, index)}${item.trimStart()}`, { spacing: 'small' }),
      );
    case 'table':
      return renderTable(part);
    case 'notice':
      return renderLines(part.text, smallPrint);
    default:
      return unreachable(part);
  }
}

/** What is said beside the matter. Teams draws subtle text at 4.5:1 and more in all its themes. */
export const smallPrint = { size: 'small', isSubtle: true, spacing: 'small' } as const;

/** What stands before an item of a list; no markup, for phones show markdown's lists as they are typed. */
export function bulletOf(list: Extract<Part, { type: 'list' }>, index: number): string {
  return list.ordered === 'ordered' ? `${index + 1}. ` : '・';
}

/** Cells that head a row: of a wide table, the first one alone says too little, such as a date or a stage. */
function headCells(columns: readonly string[]): number {
  return columns.length > 3 ? 2 : 1;
}

/** Row by row: four columns of sentences cannot be read at 300 px. Empty cells are left out. */
function renderTable({ caption, columns, rows }: Extract<Part, { type: 'table' }>): readonly CardElement[] {
  const heads = headCells(columns);
  const records = rows.flatMap((row) => {
    const head = row.slice(0, heads).filter((cell) => cell.trim() !== '');
    return [
      ...renderLines(head.join('｜'), { weight: 'bolder', spacing: 'medium', separator: true }),
      ...row.flatMap((cell, index) =>
        index < heads || cell.trim() === ''
          ? []
          : renderLabelled(`${columns[index] ?? ''}：`, cell, { spacing: 'small' }),
      ),
    ];
  });
  return [...renderLines(caption, { weight: 'bolder', spacing: 'medium' }), ...records];
}
