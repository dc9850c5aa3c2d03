import { describe, expect, it } from 'vitest';
import type { ImportOutcome, ImportRequest, TableImport } from '../../../adapters/tables/import-table.ts';
import { createCertificatesImport, createHoursImport, createRosterImport } from '../../../adapters/tables/imports.ts';
import { tablesWording } from '../../../prompts/index.ts';
import { utf8 } from './build-file.ts';
import { createScriptedTarget } from './scripted-target.ts';

const { row, account, date, hours, category, name, report, file } = tablesWording;
const today = (): string => '2026-06-30';
const header = '帳號,課程名稱,完成日期,時數,類別,開課單位';

/** One row of an export, and what becomes of it: its entry, or the reason why there is none. */
const hoursRows: readonly (readonly [string, string, string | readonly unknown[]])[] = [
  ['a plain row', 'w,AI 入門,115/03/05,3,AI基礎,學院', ['AI 入門', '2026-03-05', 3, 'aiBasic', '學院']],
  ['no category and no provider', 'w,AI,2026-03-05,0.5,,', ['AI', '2026-03-05', 0.5, 'other', null]],
  ['advanced', 'w,AI,2026-03-05,3,AI 進階課程,', ['AI', '2026-03-05', 3, 'aiAdvanced', null]],
  ['a category that no list has', 'w,AI,2026-03-05,3,環境教育,', ['AI', '2026-03-05', 3, 'other', null]],
  ['a category that says AI and not which', 'w,AI,2026-03-05,3,人工智慧,', category.undecided],
  ['today', 'w,AI,115/06/30,3,,', ['AI', '2026-06-30', 3, 'other', null]],
  ['tomorrow', 'w,AI,115/07/01,3,,', date.inFuture('2026-07-01')],
  ['the year 1097', 'w,AI,10970101,3,,', date.tooEarly('1097-01-01')],
  ['a year before anybody learned', 'w,AI,1960/01/01,3,,', date.tooEarly('1960-01-01')],
  ['no date', 'w,AI,,3,,', date.missing],
  ['no hours', 'w,AI,115/03/05,,,', hours.unknown],
  ['hours of a sum', 'w,AI,115/03/05,1234,,', hours.tooMany(200)],
  ['negative hours', 'w,AI,115/03/05,-3,,', hours.notPositive],
  ['no account', ',AI,115/03/05,3,,', account.missing],
  ['an identity number as account', 'A123456789,AI,115/03/05,3,,', account.idNumber],
  ['an account that was shortened', '1.23E+11,AI,115/03/05,3,,', account.shortened],
  ['an account with a space', '王 大明,AI,115/03/05,3,,', account.signs],
  ['no course', 'w,,115/03/05,3,,', row.noCourse],
  ['a course of signs', 'w,---,115/03/05,3,,', row.noCourse],
  ['a formula as course', `w,"=cmd|' /C calc'!A0",115/03/05,3,,`, name.formula],
  ['an error as course', 'w,#N/A,115/03/05,3,,', name.formula],
  ['a course with a broken sign', 'w,人工\uFFFD慧,115/03/05,3,,', name.unreadable],
  ['a course of 201 signs', `w,${'字'.repeat(201)},115/03/05,3,,`, name.tooLong(200)],
  ['a comma that nobody quoted', 'w,AI,進階,115/03/05,3,AI基礎,學院', row.tooManyCells(6)],
  ['the header again', header, row.headerAgain],
  ['a sum at the end', '合計,,,6,,', row.noCourse],
  ['an e-mail address as account', 'w@x.gov.tw,AI,115/03/05,3,,', ['AI', '2026-03-05', 3, 'other', null]],
  [
    'a telephone in the course',
    'w,找 0912-345-678 報名,115/03/05,3,,',
    ['找 〔手機號碼已遮蔽〕 報名', '2026-03-05', 3, 'other', null],
  ],
];

function request(text: string, changes: Partial<ImportRequest> = {}): ImportRequest {
  return {
    bytes: utf8(text),
    sheet: null,
    maps: [],
    categories: [],
    mode: 'apply',
    state: 'imported',
    channel: 'web',
    agency: null,
    ...changes,
  };
}

function start(): { target: ReturnType<typeof createScriptedTarget>; deps: Parameters<typeof createHoursImport>[0] } {
  const target = createScriptedTarget();
  return { target, deps: { open: async () => target, today } };
}

function problemsOf(outcome: ImportOutcome): string {
  return new TextDecoder().decode(outcome.problems);
}

describe('the import of hours', () => {
  it.each(hoursRows)('reads %s', async (_, line, wanted) => {
    const { target, deps } = start();
    const outcome = await createHoursImport(deps).run(request(`${header}\n${line}\nok,好的列,115/01/02,1,,\n`));
    const entries = [...target.hours.values()].map(({ course, date: day, hours: amount, category: kind, provider }) => [
      course,
      day,
      amount,
      kind,
      provider,
    ]);
    const good = ['好的列', '2026-01-02', 1, 'other', null];
    if (typeof wanted !== 'string') expect(entries).toEqual([wanted, good]);
    else {
      expect(entries).toEqual([good]);
      expect(outcome.text).toContain(report.problem(2, wanted, '').slice(0, -1));
      expect(problemsOf(outcome)).toContain(wanted.replaceAll('"', '""'));
    }
  });

  it('writes nothing without being told to', async () => {
    const { target, deps } = start();
    const { standing, text } = await createHoursImport(deps).run(
      request(`${header}\nw,AI,115/03/05,3,,`, { mode: 'show' }),
    );
    expect(standing).toBe('done');
    expect(text).toContain('帳號 → 帳號，例：w');
    expect(text).toContain(report.shown);
    expect(target.calls()).toBe(0);
  });

  it('changes nothing the second time, and never makes proven hours weaker', async () => {
    const { target, deps } = start();
    const { run } = createHoursImport(deps);
    const text = `${header}\nw,AI,115/03/05,3,,\nl,AI,115/03/05,3,,\nw,ML,115/03/06,2,,`;
    expect((await run(request(text, { state: 'verified' }))).text).toContain(report.applied(3, 0));
    const before = new Map(target.hours);
    expect((await run(request(text, { state: 'verified' }))).text).toContain(report.applied(0, 3));
    expect((await run(request(text))).text).toContain(report.applied(0, 3));
    expect(target.hours).toEqual(before);
    expect([...target.hours.values()].every(({ state }) => state === 'verified')).toBe(true);
  });

  it('merges rows that say the same and tells of rows that contradict each other', async () => {
    const { target, deps } = start();
    const rows = [
      'w,AI 入門,115/03/05,3,,',
      'w,ＡＩ入門,2026-03-05,3小時,,學院',
      'w,AI 入門,115/03/05,6,,',
      'l,AI 入門,115/03/05,6,,',
    ];
    const { text } = await createHoursImport(deps).run(request([header, ...rows].join('\n')));
    expect(text).toContain(report.counts(2, 2, 1, 1));
    expect(text).toContain(report.mergedLine(3, 2));
    expect(text).toContain(row.contradicts(2));
    expect([...target.hours.values()][0]).toMatchObject({ hours: 3, provider: '學院' });
  });

  it('takes the operator at their word', async () => {
    const { target, deps } = start();
    const { run } = createHoursImport(deps);
    const text = '誰,課程名稱,完成日期,時數,類別\nw,AI,115/03/05,3,人工智慧\nw,ML,115/03/05,3,';
    const said = { maps: ['誰=account'], categories: ['人工智慧=aiBasic', '=aiAdvanced'], channel: 'slack' };
    expect((await run(request(text, said))).standing).toBe('done');
    expect([...target.hours].map(([key, entry]) => [key.split(' ')[0], entry.category])).toEqual([
      ['slack:w', 'aiBasic'],
      ['slack:w', 'aiAdvanced'],
    ]);
  });

  it('waits for a word before it writes what it only guessed', async () => {
    const { target, deps } = start();
    const { run } = createHoursImport(deps);
    const text = '帳號,課程名稱,何時,時數\nw,AI,115/03/05,3';
    expect(await run(request(text))).toMatchObject({ standing: 'refused' });
    expect(target.calls()).toBe(0);
    expect((await run(request(text, { maps: ['何時=date'] }))).standing).toBe('done');
    expect(target.hours.size).toBe(1);
  });

  it.each([
    ['a saying without a meaning', { maps: ['課程名稱'] }, report.mapWrong('課程名稱')],
    ['a meaning that there is not', { maps: ['課程名稱=__proto__'] }, report.mapWrong('課程名稱=__proto__')],
    ['two columns of one meaning', { maps: ['完成日期=date', '時數=date'] }, report.mapWrong('時數=date')],
    ['a category that there is not', { categories: ['AI=基礎'] }, report.categoryWrong('AI=基礎')],
    ['a header that there is not', { maps: ['學號=account'] }, report.wrongName('學號')],
    [
      'a sheet of a text file is passed over',
      { sheet: 'x', maps: ['課程名稱=ignore'] },
      report.missing('課程名稱', 'course'),
    ],
  ])('refuses %s', async (_, changes, sentence) => {
    const { target, deps } = start();
    const outcome = await createHoursImport(deps).run(request(`${header}\nw,AI,115/03/05,3,,`, changes));
    expect(outcome.standing).toBe('refused');
    expect(outcome.text).toContain(sentence);
    expect(target.calls()).toBe(0);
  });

  it('tells of a file that cannot be read, and of one without a header', async () => {
    const { run } = createHoursImport(start().deps);
    expect(await run(request(''))).toMatchObject({ standing: 'refused', text: `${file.empty}\n${report.refused}` });
    expect((await run(request('a,b\n1,2'))).text).toContain(file.noHeader);
  });

  it('names a hundred bad rows and writes all of them into the file of problems', async () => {
    const { run } = createHoursImport(start().deps);
    const outcome = await run(request(`${header}\n${'w,AI,未定,3,,\n'.repeat(250)}`));
    expect(outcome.text).toContain(report.moreProblems(150));
    expect(outcome.text).toContain(report.nothing);
    expect(problemsOf(outcome).trim().split('\r\n')).toHaveLength(251);
  });

  it('repeats no personal data of a bad row', async () => {
    const { run } = createHoursImport(start().deps);
    const outcome = await run(
      request(`姓名,${header}\n王大明,A123456789,AI,115/03/05,3,,\n王大明,w,AI,電 0912345678,3,,`),
    );
    for (const data of ['王大明', 'A123456789', '0912345678'])
      expect(`${outcome.text}${problemsOf(outcome)}`).not.toContain(data);
    expect(outcome.text).toContain(tablesWording.standings.personal);
  });
});

describe('the import of a roster', () => {
  const rosterHeader = '帳號,到職日,單位,頻道';
  const rows: readonly (readonly [string, string, string | object])[] = [
    ['a row', 'w,115/09/01,人事處,網頁', { channel: 'web', startsOn: '2026-09-01', unit: '人事處' }],
    ['no channel and no unit', 'w,115/09/01,,', { channel: 'slack', startsOn: '2026-09-01', unit: null }],
    ['another channel', 'w,115/09/01,,Microsoft Teams', { channel: 'teams', startsOn: '2026-09-01', unit: null }],
    ['a channel that there is not', 'w,115/09/01,,constructor', row.noSuchChannel],
    ['a day ten years ago', 'w,105/09/01,,', date.farStart('2016-09-01')],
    ['a day in 2115', 'w,2115/09/01,,', date.farStart('2115-09-01')],
    ['no day', 'w,,,', date.missing],
  ];

  it.each(rows)('reads %s', async (_, line, wanted) => {
    const { target, deps } = start();
    const outcome = await createRosterImport(deps).run(request(`${rosterHeader}\n${line}\n`, { channel: 'slack' }));
    expect([...target.roster.values()]).toEqual(typeof wanted === 'string' ? [] : [wanted]);
    if (typeof wanted === 'string') expect(outcome.text).toContain(wanted);
  });

  it('begins nobody twice, and does not choose between two days', async () => {
    const { target, deps } = start();
    const { run } = createRosterImport(deps);
    const text = `${rosterHeader}\nw,115/09/01,,\nw,115/09/01,人事處,\nw,115/09/02,,\n`;
    expect((await run(request(text))).text).toContain(report.applied(1, 0));
    expect((await run(request(text))).text).toContain(report.applied(0, 1));
    expect([...target.roster.values()]).toEqual([{ channel: 'web', startsOn: '2026-09-01', unit: '人事處' }]);
  });
});

describe('the import of certificates', () => {
  it('reads names, issuers and evidence, merges what is one, and finds what the catalogue has', async () => {
    const { target, deps } = start();
    const find = (text: string): string | null => (text.startsWith('iPAS') ? 'ipas' : null);
    const importer: TableImport = createCertificatesImport(deps, find);
    const lines = [
      'w,iPAS 中級,115/03/05,,',
      'w,iPAS中級,115/03/05,經濟部,證字 1',
      'w,丙級,115/13/05,,',
      'w,,115/03/05,,',
    ];
    const { text } = await importer.run(request(`帳號,證照名稱,發證日期,發證單位,佐證\n${lines.join('\n')}`));
    expect([...target.certificates.values()]).toEqual([
      {
        name: 'iPAS 中級',
        catalogueId: 'ipas',
        date: '2026-03-05',
        issuer: '經濟部',
        evidence: '證字 1',
        state: 'imported',
      },
    ]);
    expect(text).toContain(report.counts(1, 1, 1, 2));
    expect(text).toContain(row.noCertificate);
  });
});
