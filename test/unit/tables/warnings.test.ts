import { expect, it } from 'vitest';
import type { ImportRequest } from '../../../adapters/tables/import-table.ts';
import { createHoursImport, createRosterImport, type ImportDeps } from '../../../adapters/tables/imports.ts';
import { tablesWording } from '../../../prompts/index.ts';
import { utf8 } from './build-file.ts';
import { createScriptedTarget, type ScriptedTarget } from './scripted-target.ts';

const { report } = tablesWording;

function start(): { readonly target: ScriptedTarget; readonly deps: ImportDeps } {
  const target = createScriptedTarget();
  return { target, deps: { open: async () => target, today: () => '2026-06-30' } };
}

function request(...lines: readonly string[]): ImportRequest {
  return {
    bytes: utf8(`${lines.join('\n')}\n`),
    sheet: null,
    maps: [],
    categories: [],
    mode: 'apply',
    state: 'imported',
    channel: 'web',
    agency: null,
  };
}

it.each([
  ['w,AI素養課程,115/03/05,3,,', 'w,AI素養,115/03/05,2,,', true],
  ['w,AI素養課程,115/03/05,3,,', 'w,AI素養,115/03/06,2,,', false],
  ['w,AI素養課程,115/03/05,3,,', 'x,AI素養,115/03/05,2,,', false],
  ['w,資訊安全,115/03/05,3,,', 'w,AI素養,115/03/05,2,,', false],
])('hours of %s and %s are both kept; a warning that they may be one: %s', async (one, other, warns) => {
  const { target, deps } = start();
  const { text } = await createHoursImport(deps).run(request('帳號,課程名稱,完成日期,時數,類別,開課單位', one, other));
  expect(text.includes(report.twins)).toBe(warns);
  expect(target.hours.size).toBe(2);
});

it('a roster tells by line whose start date is another one, and which one stays', async () => {
  const { deps } = start();
  const { run } = createRosterImport(deps);
  const header = '帳號,到職日,單位,頻道';
  await run(request(header, 'w,115/09/01,,', 'x,115/09/01,,'));
  const { text } = await run(request(header, 'w,115/09/01,,', 'x,115/09/08,,'));
  expect(text).toContain(report.startConflict(3, 'x', '2026-09-08', '2026-09-01'));
  expect(text).not.toContain('第 2 列 w：');
});
