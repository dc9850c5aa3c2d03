import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanCell } from '../../../adapters/tables/clean-cell.ts';
import { collectRows } from '../../../adapters/tables/collect-rows.ts';
import { createCertificateExport } from '../../../adapters/tables/export-certificates.ts';
import { mapColumns } from '../../../adapters/tables/map-columns.ts';
import { readCertificates } from '../../../adapters/tables/read-certificates.ts';
import { readHours } from '../../../adapters/tables/read-hours.ts';
import { readTable } from '../../../adapters/tables/read-table.ts';
import type { HeldCertificate } from '../../../adapters/tables/target.ts';
import { writeCsv } from '../../../adapters/tables/write-csv.ts';
import { writeXlsx } from '../../../adapters/tables/write-xlsx.ts';
import { tablesWording } from '../../../prompts/index.ts';

const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const terms = { today: '2026-06-30', state: 'imported', categories: new Map() } as const;

const sign = fc.constantFrom(...'=+-@\'"，,;|\t\n ＝＋a1帳號課AI_x0041_&<>/\\%#().~至年月日'.split(''), '😀');
const cell = fc.string({ unit: sign, maxLength: 12 }).map(cleanCell);
const filled = cell.filter((text) => text !== '');
/** At least two columns, no blank row, the first row full: what a table is. */
const table = fc
  .integer({ min: 2, max: 6 })
  .chain((columns) =>
    fc.tuple(
      fc.array(filled, { minLength: columns, maxLength: columns }),
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { maxLength: 12 }),
    ),
  );

describe('writeCsv() and writeXlsx()', () => {
  it('begins with a byte order mark, ends lines with CRLF, and has no cell that is computed', () => {
    const text = decode(
      writeCsv([
        ['帳號', '課程'],
        ["=cmd|' /C calc'!A0", '+1'],
        ['-2', '@x'],
        ['＝1', 'a,"b"\nc'],
      ]),
    );
    expect(text).toBe(`\uFEFF帳號,課程\r\n'=cmd|' /C calc'!A0,'+1\r\n'-2,'@x\r\n'＝1,"a,""b""\nc"\r\n`);
  });

  it('gives back in CSV what was written', async () => {
    await fc.assert(
      fc.asyncProperty(table, async ([head, rows]) => {
        // The first row is a plain one, as every table of ours has it.
        const whole = [head.map((_, index) => `欄${index}`), head, ...rows];
        const read = await readTable(writeCsv(whole), null);
        const wanted = whole
          .map((cells, index) => ({ line: index + 1, cells }))
          .filter(({ cells }) => cells.some(Boolean));
        expect(read).toMatchObject({ kind: 'table', rows: wanted, problems: [] });
      }),
      { numRuns: 500 },
    );
  });

  it('gives back in XLSX what was written', async () => {
    await fc.assert(
      fc.asyncProperty(table, async ([head, rows]) => {
        const whole = [head, ...rows];
        const read = await readTable(await writeXlsx('一', whole), null);
        const wanted = whole
          .map((cells, index) => ({ line: index + 1, cells }))
          .filter(({ cells }) => cells.some(Boolean));
        expect(read).toMatchObject({ kind: 'table', rows: wanted, problems: [] });
      }),
      { numRuns: 100 },
    );
  });
});

describe('collectRows()', () => {
  it('makes of every row an entry, a merged row or a problem, and the same each time', async () => {
    const value = fc.oneof(
      fc.constantFrom(
        'w',
        'l',
        'AI',
        'ML',
        '115/03/05',
        '2026-03-05',
        '3',
        '3小時',
        '',
        '115/13/01',
        'AI基礎',
        'A123456789',
      ),
      cell,
    );
    const lines = fc.array(fc.array(value, { minLength: 5, maxLength: 7 }), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(lines, async (rows) => {
        const read = await readTable(
          writeCsv([['帳號', '課程名稱', '完成日期', '時數', '類別', '開課單位'], ...rows]),
          null,
        );
        if (read.kind !== 'table') throw new Error(read.problem);
        const mapping = mapColumns('hours', read.rows, new Map());
        if (mapping === null) throw new Error('no header');
        const { entries, merged, problems } = readHours(mapping, terms);
        const told = [...entries, ...merged, ...problems].map(({ line }) => line).sort((one, other) => one - other);
        expect(told).toEqual(mapping.header.rows.map(({ line }) => line));
        expect(readHours(mapping, terms)).toEqual({ entries, merged, problems });
      }),
      { numRuns: 500 },
    );
  });

  it('gives the reader what stands under a meaning, and nothing for one without a column', () => {
    const mapping = mapColumns(
      'roster',
      [
        { line: 1, cells: ['到職日', '帳號'] },
        { line: 2, cells: ['x'] },
      ],
      new Map(),
    );
    if (mapping === null) throw new Error('no header');
    const seen: string[] = [];
    collectRows(mapping, {
      read: (cellOf) => {
        seen.push(cellOf('startsOn'), cellOf('account'), cellOf('unit'));
        return { account: 'a', entry: null };
      },
      key: () => '',
      merge: () => null,
    });
    expect(seen).toEqual(['x', '', '']);
  });
});

const held: readonly HeldCertificate[] = [
  {
    account: '00123',
    certificate: {
      name: 'iPAS 中級',
      catalogueId: null,
      date: '2026-03-05',
      issuer: '經濟部',
      evidence: '證字 1',
      state: 'verified',
    },
  },
  {
    account: 'w@x.gov.tw',
    certificate: {
      name: '=HYPERLINK("x")',
      catalogueId: null,
      date: '2026-04-01',
      issuer: null,
      evidence: null,
      state: 'reported',
    },
  },
];

describe('the export of certificates', () => {
  it('says above the table that 表51 is not documented, and has what is to be entered', async () => {
    const { bytes, text } = await createCertificateExport({ list: async () => held })({
      format: 'csv',
      agency: null,
      since: null,
    });
    const { note, columns } = tablesWording.certificates;
    expect(decode(bytes)).toBe(
      `\uFEFF${note}\r\n${columns.join(',')}\r\n00123,iPAS 中級,經濟部,2026-03-05,證字 1,已驗證\r\nw@x.gov.tw,"'=HYPERLINK(""x"")",,2026-04-01,,自報\r\n`,
    );
    expect(text('x.csv')).toBe(tablesWording.report.written(2, 'x.csv'));
  });

  it.each(['csv', 'xlsx'] as const)('is read back from %s as it was', async (format) => {
    const [first] = held;
    const list = async () => held.slice(0, 1);
    const { bytes } = await createCertificateExport({ list })({ format, agency: null, since: null });
    const read = await readTable(bytes, null);
    const mapping = read.kind === 'table' ? mapColumns('certificates', read.rows, new Map()) : null;
    if (mapping === null) throw new Error('no header');
    expect(mapping.header.line).toBe(2);
    const state = 'verified';
    expect(readCertificates(mapping, { ...terms, state }, () => null).entries).toEqual([
      { line: 3, account: first?.account, entry: first?.certificate },
    ]);
  });
});
