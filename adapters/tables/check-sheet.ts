import { tableColumnsMax, tableRowsMax } from './limits.ts';
import type { FileProblem } from './table.ts';

/** Rows of the format; people format whole columns, which then end here without a value. */
const sheetRowsMax = 1_048_576;

/**
 * Why the text of a sheet cannot be handed to its reader, or null. The reader fills every gap between cells: one cell at ZZZZZZ9 would take all the
 * memory there is, so that each address is looked at before. A cell without a value may stand anywhere.
 */
export function checkSheet(xml: string): FileProblem | null {
  for (const [, tag = '', attributes = '', empty] of xml.matchAll(tags)) {
    if (!wellFormed.test(attributes)) return 'broken';
    const address = /(?:^|\s)r\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1];
    const problem = tag === 'row' ? checkRow(address) : checkCell(address, empty === '/' ? 'empty' : 'value');
    if (problem !== null) return problem;
  }
  return null;
}

function checkRow(address: string | undefined): FileProblem | null {
  if (address === undefined) return null;
  return /^\d{1,7}$/.test(address) && Number(address) <= sheetRowsMax ? null : 'broken';
}

function checkCell(address: string | undefined, holds: 'empty' | 'value'): FileProblem | null {
  const [, letters = '', digits = ''] = /^([A-Z]{1,3})(\d{1,7})$/.exec(address ?? '') ?? [];
  if (letters === '') return 'broken';
  if (Number(digits) > sheetRowsMax) return 'broken';
  if (holds === 'empty') return null;
  if (Number(digits) > tableRowsMax) return 'tooManyRows';
  const column = [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
  return column > tableColumnsMax ? 'tooManyColumns' : null;
}

const tags = /<(?:[^\s<>/:!?"']+:)?(row|c)((?=[\s/>])[^<>]*?)(\/?)>/g;
/** Attributes in plain quotes without anything that would have to be decoded: an address cannot hide. */
const wellFormed = /^(?:\s+[\w:.-]+\s*=\s*(?:"[^"<&]*"|'[^'<&]*'))*\s*$/;
