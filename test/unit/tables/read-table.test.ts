import { describe, expect, it } from 'vitest';
import { readTable } from '../../../adapters/tables/read-table.ts';
import type { Table } from '../../../adapters/tables/table.ts';
import { tablesWording } from '../../../prompts/index.ts';
import { big5, rawXlsx, textCell, utf8, utf16, xlsx } from './build-file.ts';

const csv = '帳號,課程名稱,時數\nwang,AI 基礎：掌握核心概念,3\n';
const rows = [
  { line: 1, cells: ['帳號', '課程名稱', '時數'] },
  { line: 2, cells: ['wang', 'AI 基礎：掌握核心概念', '3'] },
];

const sameRows: readonly (readonly [string, Uint8Array, string])[] = [
  ['UTF-8', utf8(csv), 'UTF-8'],
  ['UTF-8 with a byte order mark', utf8(`\uFEFF${csv}`), 'UTF-8'],
  ['UTF-16 LE with a mark', utf16(`\uFEFF${csv}`, 'little'), 'UTF-16'],
  ['UTF-16 BE with a mark', utf16(`\uFEFF${csv}`, 'big'), 'UTF-16'],
  ['UTF-16 LE without a mark', utf16(csv, 'little'), 'UTF-16'],
  ['UTF-16 BE without a mark', utf16(csv, 'big'), 'UTF-16'],
  ['Big5', big5(csv), 'Big5'],
  ['semicolons', utf8(csv.replaceAll(',', ';')), 'UTF-8'],
  ['tabs', utf8(csv.replaceAll(',', '\t')), 'UTF-8'],
  ['bars', utf8(csv.replaceAll(',', '|')), 'UTF-8'],
  ['CRLF', utf8(csv.replaceAll('\n', '\r\n')), 'UTF-8'],
  ['CR alone', utf8(csv.replaceAll('\n', '\r')), 'UTF-8'],
  ['no line end at the end', utf8(csv.trimEnd()), 'UTF-8'],
  ['everything in quotes', utf8(csv.replace(/[^,\n]+/g, '"$&"')), 'UTF-8'],
  ['NUL bytes in the cells', utf8(csv.replace('wang', 'wa\0ng').replace('wa\0ng', '\0wang\0')), 'UTF-8'],
  ['signs that are not seen', utf8(csv.replace('wang', '\u200Bwang\u00A0')), 'UTF-8'],
];

async function readText(text: string): Promise<Table> {
  const table = await readTable(utf8(text), null);
  if (table.kind !== 'table') throw new Error(table.problem);
  return table;
}

describe('readTable() of text', () => {
  it.each(sameRows)('reads %s', async (_, bytes, format) => {
    expect(await readTable(bytes, null)).toEqual({
      kind: 'table',
      rows,
      problems: [],
      format,
      sheet: null,
      otherSheets: [],
    });
  });

  it('keeps a line break in quotes within its cell, and the lines are those of a spreadsheet program', async () => {
    const table = await readText('帳號,課程\n"wang","AI\n基礎"\n\n,,\nlee,進階\n');
    expect(table.rows).toEqual([
      { line: 1, cells: ['帳號', '課程'] },
      { line: 2, cells: ['wang', 'AI 基礎'] },
      { line: 5, cells: ['lee', '進階'] },
    ]);
  });

  it('keeps separators and doubled quotes in quotes', async () => {
    expect((await readText('a,b\n"x, ""y""; z",2\n')).rows[1]?.cells).toEqual(['x, "y"; z', '2']);
  });

  it('obeys sep= on the first line', async () => {
    expect((await readText('sep=;\na;b,c\n1;2,3\n')).rows).toEqual([
      { line: 2, cells: ['a', 'b,c'] },
      { line: 3, cells: ['1', '2,3'] },
    ]);
  });

  it('guesses the separator below a title without any', async () => {
    const table = await readText('115年度, 學習時數清冊\n製表：人事室\na\tb\tc\n1\t2\t3\n4\t5\t6\n7\t8\t9\n');
    expect(table.rows.at(-1)?.cells).toEqual(['7', '8', '9']);
  });

  it('reads leading zeros that a system kept by a formula', async () => {
    expect((await readText('帳號,時數\n="00123",3\n"=""00456""",3\n')).rows.map(({ cells }) => cells[0])).toEqual([
      '帳號',
      '00123',
      '00456',
    ]);
  });

  it('loses only the line whose quote has no partner', async () => {
    const table = await readText('帳號,課程\na,一\n"b,二\nc,三\nd,"四"\n');
    expect(table.rows.map(({ line }) => line)).toEqual([1, 2, 4, 5]);
    expect(table.problems).toEqual([{ line: 3, reason: tablesWording.row.torn, value: '' }]);
  });

  it('loses only the row with a cell that is too long', async () => {
    const table = await readText(`a,b\n${'x'.repeat(2_001)},1\n2,3\n`);
    expect(table.rows.map(({ line }) => line)).toEqual([1, 3]);
    expect(table.problems).toHaveLength(1);
  });

  it('reads Big5 with a broken pair, with a sign in its place', async () => {
    const bytes = big5('帳號,課程名稱\nwang,人工智慧\nlee,機器學習基礎\n');
    const broken = Uint8Array.from([...bytes, 0xa4, 0x0a]);
    const table = await readTable(broken, null);
    expect(table).toMatchObject({ kind: 'table', format: 'Big5' });
    expect(table.kind === 'table' && table.rows[2]?.cells).toEqual(['lee', '機器學習基礎']);
  });
});

describe('readTable() of XLSX', () => {
  it('reads text, numbers, dates and booleans, and counts blank rows', async () => {
    const bytes = await xlsx({
      時數: [
        ['115年度學習時數'],
        [null, null],
        ['帳號', '日期', '時數', '完成'],
        ['wang', new Date(Date.UTC(2026, 2, 5)), 0.1 + 0.2, true],
        [{ value: '00123', type: String }, 46086, 3, false],
      ],
    });
    expect(await readTable(bytes, null)).toEqual({
      kind: 'table',
      format: 'XLSX',
      sheet: '時數',
      otherSheets: [],
      problems: [],
      rows: [
        { line: 1, cells: ['115年度學習時數', '', '', ''] },
        { line: 3, cells: ['帳號', '日期', '時數', '完成'] },
        { line: 4, cells: ['wang', '2026-03-05', '0.3', 'TRUE'] },
        { line: 5, cells: ['00123', '46086', '3', 'FALSE'] },
      ],
    });
  });

  it('reads the sheet that is asked for and tells of the others', async () => {
    const bytes = await xlsx({ 一: [['a', 'b']], 二: [['c', 'd']] });
    expect(await readTable(bytes, null)).toMatchObject({ sheet: '一', otherSheets: ['二'] });
    expect(await readTable(bytes, '二')).toMatchObject({ sheet: '二', rows: [{ line: 1, cells: ['c', 'd'] }] });
    for (const name of ['三', '../../etc/passwd', 'xl/workbook.xml', '__proto__', ''])
      expect(await readTable(bytes, name)).toEqual({
        kind: 'unreadable',
        problem: 'sheetUnknown',
        sheets: ['一', '二'],
      });
  });

  it('reads a sheet whose name looks like a path', async () => {
    const bytes = rawXlsx(`<row r="1">${textCell('A1', 'a')}</row>`, { name: '..\\..&amp;&#x2F;etc' });
    expect(await readTable(bytes, null)).toMatchObject({ sheet: '..\\..&/etc', rows: [{ cells: ['a'] }] });
  });

  it('takes the value of a formula, and nothing where it was not computed or is an error', async () => {
    const bytes = rawXlsx(
      `<row r="1"><c r="A1"><f>1+2</f><v>3</v></c><c r="B1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="C1" t="str"><f>X()</f></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E1" t="b"><v>1</v></c></row>`,
    );
    expect(await readTable(bytes, null)).toMatchObject({ rows: [{ cells: ['3', 'ab', '', '', 'TRUE'] }] });
  });

  it('reads dates of the 1904 system, dates in 民國 format and hours as times', async () => {
    const styled = (format: string): string => `<numFmts><numFmt numFmtId="176" formatCode="${format}"/></numFmts>`;
    const cell = (value: number): string => `<row r="1"><c r="A1" s="1"><v>${value}</v></c></row>`;
    const read = async (bytes: Uint8Array): Promise<unknown> => {
      const table = await readTable(bytes, null);
      return table.kind === 'table' ? table.rows[0]?.cells[0] : table;
    };
    expect(await read(rawXlsx(cell(46086), { styles: styled('yyyy/m/d') }))).toBe('2026-03-05');
    expect(await read(rawXlsx(cell(46086), { styles: styled('[$-404]e/m/d') }))).toMatch(/^(?:2026-03-05|46086)$/);
    expect(await read(rawXlsx(cell(46086.75), { styles: styled('yyyy/m/d hh:mm') }))).toBe('2026-03-05');
    expect(
      await read(rawXlsx(cell(46086 - 1462), { styles: styled('yyyy/m/d'), workbook: '<workbookPr date1904="1"/>' })),
    ).toBe('2026-03-05');
    expect(await read(rawXlsx(cell(0.125), { styles: styled('[h]:mm') }))).toBe('03:00');
  });

  it('reads 30,000 rows of shared texts without losing a sign', async () => {
    const data = Array.from({ length: 30_000 }, (_, index) => [
      `帳號${index}`,
      `課程名稱 ${index % 700}：人工智慧`,
      index,
    ]);
    const table = await readTable(await xlsx({ 大: data }), null);
    expect(table.kind === 'table' && table.rows.map(({ cells }) => cells)).toEqual(data.map((row) => row.map(String)));
  });
});
