import writeExcelFile from 'write-excel-file/node';

/** What the format holds in a cell; what is longer makes a file that no program opens. */
const xlsxCellCharactersMax = 32_767;
/** Columns are as wide as their longest cell, in characters, up to this. */
const columnWidthMax = 50;

/** A table as an XLSX file of one sheet. All cells are text: nothing is computed, and leading zeros stay. */
export async function writeXlsx(sheet: string, rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const data = rows.map((row) =>
    row.map((text) =>
      text === '' ? null : { type: String, format: '@', value: escapeCodes(text).slice(0, xlsxCellCharactersMax) },
    ),
  );
  const width = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const columns = Array.from({ length: width }, (_, index) => ({ width: widthOf(rows, index) }));
  return new Uint8Array(await writeExcelFile(data, { sheet, columns }).toBuffer());
}

/** `_x0041_` is how the format writes a sign by its code: text that looks like it is escaped. */
function escapeCodes(text: string): string {
  return text.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_');
}

/** Chinese signs are two wide. A title that stands alone in its row makes no column wide. */
function widthOf(rows: readonly (readonly string[])[], index: number): number {
  const cells = rows.filter((row) => row.length > 1).map((row) => row[index] ?? '');
  const longest = cells.reduce((most, cell) => Math.max(most, [...cell].length * 2), 10);
  return Math.min(longest, columnWidthMax);
}
