import { describe, expect, it } from 'vitest';
import { headerKey } from '../../../adapters/tables/find-header.ts';
import { mapColumns } from '../../../adapters/tables/map-columns.ts';
import type { Meaning, TableKind } from '../../../adapters/tables/meanings.ts';

interface Case {
  readonly name: string;
  readonly kind: TableKind;
  readonly rows: readonly string[];
  /** `--map`, header to meaning. */
  readonly map?: Readonly<Record<string, Meaning | null>>;
  /** `column:meaning:standing`, columns that are not needed left out. */
  readonly columns: readonly string[];
  readonly missing?: readonly Meaning[];
  readonly wrongNames?: readonly string[];
  readonly line?: number;
}

const cases: readonly Case[] = [
  {
    name: 'an export with the usual names',
    kind: 'hours',
    rows: ['姓名|帳號|課程名稱|課程代碼|開課單位|完成日期|認證時數|學習類別', '王|w|AI|A1|學院|115/03/05|3|AI基礎'],
    columns: [
      '姓名::personal',
      '帳號:account:clear',
      '課程名稱:course:clear',
      '課程代碼:courseCode:clear',
      '開課單位:provider:clear',
      '完成日期:date:clear',
      '認證時數:hours:clear',
      '學習類別:category:clear',
    ],
  },
  {
    name: 'titles above the header',
    kind: 'hours',
    rows: ['115年度學習時數', '單位：人事處|製表日期：115/06/30', '帳號|課程名稱|完成日期|時數', 'w|AI|115/03/05|3'],
    columns: ['帳號:account:clear', '課程名稱:course:clear', '完成日期:date:clear', '時數:hours:clear'],
    line: 3,
  },
  {
    name: 'a header of two rows, the upper one merged',
    kind: 'hours',
    rows: ['帳號|課程名稱|上課日期||時數', '||起|迄|', 'w|AI|115/03/02|115/03/05|3'],
    columns: ['帳號:account:clear', '課程名稱:course:clear', '上課日期迄:date:clear', '時數:hours:clear'],
    line: 2,
  },
  {
    name: 'the end of a span before its beginning and before a day in general',
    kind: 'hours',
    rows: ['帳號|課程|上課日期(起)|上課日期(迄)|上課日期|時數', 'w|AI|115/03/02|115/03/05|115/03/02|3'],
    columns: [
      '帳號:account:clear',
      '課程:course:clear',
      '上課日期(迄):date:clear',
      '上課日期::second',
      '時數:hours:clear',
    ],
  },
  {
    name: 'a beginning without an end is only guessed',
    kind: 'hours',
    rows: ['帳號|課程|上課日期（起）|時數', 'w|AI|115/03/02|3'],
    columns: ['帳號:account:clear', '課程:course:clear', '上課日期（起）:date:guessed', '時數:hours:clear'],
  },
  {
    name: 'units and notes in brackets, full width, line breaks gone',
    kind: 'hours',
    rows: ['＊帳號（必填）|課程名稱 (全名)|完成日期（民國）|時數(小時)', 'w|AI|115/03/05|3'],
    columns: [
      '＊帳號（必填）:account:clear',
      '課程名稱 (全名):course:clear',
      '完成日期（民國）:date:clear',
      '時數(小時):hours:clear',
    ],
  },
  {
    name: 'English names',
    kind: 'hours',
    rows: ['E-mail|Course Name|Completion Date|Hours|Name', 'w@x.gov.tw|AI|2026-03-05|3|Wang'],
    columns: [
      'E-mail:account:clear',
      'Course Name:course:clear',
      'Completion Date:date:clear',
      'Hours:hours:clear',
      'Name::personal',
    ],
  },
  {
    name: 'an account before an e-mail address',
    kind: 'hours',
    rows: ['電子郵件|員工編號|課程名稱|完成日期|時數', 'w@x.tw|001|AI|115/03/05|3'],
    columns: [
      '電子郵件::second',
      '員工編號:account:clear',
      '課程名稱:course:clear',
      '完成日期:date:clear',
      '時數:hours:clear',
    ],
  },
  {
    name: 'an identity number is no account, and the account is missing',
    kind: 'hours',
    rows: ['身分證字號|姓名|課程名稱|完成日期|時數', 'A123456789|王|AI|115/03/05|3'],
    columns: [
      '身分證字號::personal',
      '姓名::personal',
      '課程名稱:course:clear',
      '完成日期:date:clear',
      '時數:hours:clear',
    ],
    missing: ['account'],
  },
  {
    name: 'a code serves where there is no name',
    kind: 'hours',
    rows: ['帳號|課程代碼|完成日期|時數', 'w|A1|115/03/05|3'],
    columns: ['帳號:account:clear', '課程代碼:courseCode:clear', '完成日期:date:clear', '時數:hours:clear'],
  },
  {
    name: 'values say what a name does not',
    kind: 'hours',
    rows: ['課程名稱|誰|何時|多久', 'AI|w@x.gov.tw|115/03/05|3', 'ML|l@x.gov.tw|115/03/06|2小時'],
    map: { 課程名稱: 'course' },
    columns: ['課程名稱:course:said', '誰:account:guessed', '何時:date:guessed', '多久:hours:guessed'],
  },
  {
    name: 'two columns of dates are not guessed between',
    kind: 'hours',
    rows: ['帳號|課程名稱|甲|乙|時數', 'w|AI|115/03/05|115/03/06|3'],
    columns: ['帳號:account:clear', '課程名稱:course:clear', '時數:hours:clear'],
    missing: ['date'],
  },
  {
    name: 'the operator goes before the names',
    kind: 'hours',
    rows: ['帳號|員工編號|課程名稱|完成日期|時數|認證時數', 'w|1|AI|115/03/05|6|3'],
    map: { 員工編號: 'account', 時數: 'hours', 認證時數: null },
    columns: [
      '帳號::second',
      '員工編號:account:said',
      '課程名稱:course:clear',
      '完成日期:date:clear',
      '時數:hours:said',
    ],
  },
  {
    name: 'not even the operator makes an account of a name, or of a column that is not there',
    kind: 'hours',
    rows: ['姓名|課程名稱|完成日期|時數', '王|AI|115/03/05|3'],
    map: { 姓名: 'account', 學號: 'account' },
    columns: ['姓名::personal', '課程名稱:course:clear', '完成日期:date:clear', '時數:hours:clear'],
    missing: ['account'],
    wrongNames: ['姓名', '學號'],
  },
  {
    name: 'a column whose values do not fit is doubtful',
    kind: 'hours',
    rows: ['帳號|課程名稱|完成日期|時數', 'w|AI|是|3', 'l|AI|否|3', 'k|AI|115/03/05|3'],
    columns: ['帳號:account:clear', '課程名稱:course:clear', '完成日期:date:odd', '時數:hours:clear'],
  },
  {
    name: 'one name twice',
    kind: 'hours',
    rows: ['帳號|課程名稱|日期|日期|時數', 'w|AI|115/03/05|115/03/06|3'],
    map: { '日期（2）': 'date' },
    columns: ['帳號:account:clear', '課程名稱:course:clear', '日期::second', '日期（2）:date:said', '時數:hours:clear'],
  },
  {
    name: 'a roster',
    kind: 'roster',
    rows: ['姓名|帳號|單位|到職日|頻道', '王|w|人事處|115/09/01|網頁'],
    columns: ['姓名::personal', '帳號:account:clear', '單位:unit:clear', '到職日:startsOn:clear', '頻道:channel:clear'],
  },
  {
    name: 'certificates',
    kind: 'certificates',
    rows: ['人員代號|證照名稱|發照機關|發證日期|證書字號', 'w|iPAS|經濟部|115/03/05|123'],
    columns: [
      '人員代號:account:clear',
      '證照名稱:certificate:clear',
      '發照機關:issuer:clear',
      '發證日期:date:clear',
      '證書字號:evidence:clear',
    ],
  },
];

describe('mapColumns()', () => {
  it.each(cases)('$name', ({ kind, rows, map, columns, missing, wrongNames, line }) => {
    const table = rows.map((row, index) => ({ line: index + 1, cells: row.split('|') }));
    const operators = new Map(Object.entries(map ?? {}).map(([name, meaning]) => [headerKey(name), meaning]));
    const mapping = mapColumns(kind, table, operators);
    const told = mapping?.columns
      .filter(({ standing }) => standing !== 'unneeded')
      .map(({ name, meaning, standing }) => `${name}:${meaning ?? ''}:${standing}`);
    expect(told).toEqual(columns);
    expect(mapping?.missing).toEqual(missing ?? []);
    expect(mapping?.wrongNames).toEqual((wrongNames ?? []).map(headerKey));
    expect(mapping?.header.line).toBe(line ?? 1);
  });

  it('finds no header where no row names two columns', () => {
    const rows = [
      { line: 1, cells: ['甲', '乙'] },
      { line: 2, cells: ['帳號', 'x'] },
    ];
    expect(mapColumns('hours', rows, new Map())).toBeNull();
    expect(mapColumns('hours', [], new Map())).toBeNull();
  });

  it('shows no personal data', () => {
    const rows = [
      { line: 1, cells: ['姓名', '帳號', '課程名稱', '完成日期', '時數'] },
      { line: 2, cells: ['王大明', 'A123456789', '找 0912345678 報名', '115/03/05', '3'] },
    ];
    const shown = JSON.stringify(mapColumns('hours', rows, new Map())?.columns);
    for (const data of ['王大明', 'A123456789', '0912345678']) expect(shown).not.toContain(data);
  });
});
