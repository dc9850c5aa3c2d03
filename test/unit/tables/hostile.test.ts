import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../adapters/tables/read-table.ts';
import { storeArchive } from '../../../adapters/tables/store-archive.ts';
import type { FileProblem } from '../../../adapters/tables/table.ts';
import { packedArchive, rawXlsx, textCell, utf8, xlsx } from './build-file.ts';

const gigabyte = 1024 * 1024 * 1024;
const ole = (text: string): Uint8Array =>
  Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...new Uint8Array(512), ...Buffer.from(text, 'utf16le')]);
const cellAt = (address: string): Uint8Array => rawXlsx(`<row r="1">${textCell(address, 'x')}</row>`);

const files: readonly (readonly [string, () => Uint8Array, FileProblem])[] = [
  ['nothing', () => new Uint8Array(), 'empty'],
  ['blank lines only', () => utf8('\n , ,\n\t\n'), 'empty'],
  ['a byte order mark only', () => utf8('\uFEFF'), 'empty'],
  ['zeros', () => new Uint8Array(4096), 'otherFormat'],
  ['more bytes than are read', () => new Uint8Array(64 * 1024 * 1024 + 1), 'tooLarge'],
  ['300,000 rows', () => utf8('a,b\n'.repeat(300_000)), 'tooManyRows'],
  ['300 columns', () => utf8(`${'a,'.repeat(300)}b\n`), 'tooManyColumns'],
  ['millions of commas', () => utf8(','.repeat(5_000_000)), 'tooManyColumns'],
  ['a PDF', () => utf8('%PDF-1.7\n1 0 obj'), 'otherFormat'],
  ['a picture', () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), 'otherFormat'],
  ['noise', () => Uint8Array.from({ length: 5_000 }, (_, index) => (index * 97 + (index >> 3)) % 31), 'otherFormat'],
  ['an .xls file', () => ole('Workbook'), 'oldExcel'],
  ['an XLSX file with a password', () => ole('EncryptedPackage'), 'encrypted'],
  ['a page named .xls', () => utf8('\uFEFF<html><body><table><tr><td>姓名</td></tr></table>'), 'markup'],
  [
    'an XML table named .xls',
    () => utf8('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'),
    'markup',
  ],
  ['the beginning of an archive', () => utf8('PK\x03\x04'), 'broken'],
  ['an empty archive', () => storeArchive(new Map()), 'otherFormat'],
  ['an archive that is no workbook', () => storeArchive(new Map([['content.xml', utf8('<office/>')]])), 'otherFormat'],
  ['a header that claims a gigabyte', () => packedArchive('xl/workbook.xml', utf8('<a/>'), gigabyte), 'bomb'],
  [
    'a header that hides what it unpacks to',
    () => packedArchive('xl/workbook.xml', new Uint8Array(10_000_000), 100),
    'bomb',
  ],
  ['a header that claims too much', () => packedArchive('xl/workbook.xml', utf8('<a/>'), 100), 'broken'],
  ['a row 300,000', () => rawXlsx(`<row r="300000">${textCell('A300000', 'x')}</row>`), 'tooManyRows'],
  ['a row 10^12', () => rawXlsx('<row r="1000000000000"></row>'), 'broken'],
  ['a cell in column ZZZ', () => cellAt('ZZZ1'), 'tooManyColumns'],
  ['a cell in column ZZZZZZZ', () => cellAt('ZZZZZZZ1'), 'broken'],
  ['an address that is encoded', () => cellAt('&#90;ZZ1'), 'broken'],
  [
    'an address that hides behind a quote',
    () => rawXlsx(`<row r="1"><c x=">" r="ZZZZZZZ1"><v>1</v></c></row>`),
    'broken',
  ],
  ['a cell without an address', () => rawXlsx('<row><c><v>1</v></c></row>'), 'broken'],
  ['cells out of order', () => rawXlsx(`<row r="2">${textCell('B2', 'x')}${textCell('A2', 'y')}</row>`), 'broken'],
  ['a cell that refers to nothing', () => rawXlsx('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'), 'broken'],
  ['XML that ends early', () => rawXlsx('<row r="1"><c r="A1"'), 'broken'],
];

describe('readTable() of what is no table', () => {
  it.each(files)('refuses %s', async (_, make, problem) => {
    expect(await readTable(make(), null)).toMatchObject({ kind: 'unreadable', problem });
  });

  it('passes over a million formatted rows below the last value', async () => {
    const bytes = rawXlsx(`<row r="1">${textCell('A1', 'x')}</row><row r="1048576"><c r="XFD1048576" s="1"/></row>`);
    expect(await readTable(bytes, null)).toMatchObject({ rows: [{ line: 1, cells: ['x'] }] });
  });

  it('never throws, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          fc.uint8Array({ maxLength: 200 }).map((tail) => Uint8Array.from([0x50, 0x4b, 3, 4, ...tail])),
          fc.uint8Array({ maxLength: 200 }).map((tail) => Uint8Array.from([0xff, 0xfe, ...tail])),
          fc
            .string({ unit: fc.constantFrom('"', ',', ';', '\n', '\r', '\t', '=', "'", 'a', '1', '帳', '\0') })
            .map(utf8),
        ),
        async (bytes) => {
          const table = await readTable(bytes, null);
          expect(await readTable(bytes, null)).toEqual(table);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('never throws at a workbook with broken bytes', async () => {
    const bytes = await xlsx({
      一: [
        ['帳號', '時數'],
        ['wang', 3],
      ],
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 8 }),
        fc.nat({ max: bytes.length }),
        async (changes, cut) => {
          const broken = Uint8Array.from(bytes);
          for (const [place, value] of changes) broken[place] = value;
          expect((await readTable(broken, null)).kind).toMatch(/^(?:table|unreadable)$/);
          expect((await readTable(bytes.slice(0, cut), null)).kind).toMatch(/^(?:table|unreadable)$/);
        },
      ),
      { numRuns: 500 },
    );
  });
});
