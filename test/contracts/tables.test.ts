import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCommand } from './run-command.ts';

/** Tables in and out as an operator runs the commands, on a database of their own. */
describe('import and export', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tables-'));
  const variables = { DATA_DIR: join(folder, 'data'), AS_OF: '2026-11-22' };
  const run = async (name: string, ...options: readonly string[]) => {
    const { code, lines, errors } = await runCommand(name, options, '', variables);
    return { code, text: lines.join('\n'), errors };
  };
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('shows first, writes with --apply, and changes nothing the second time', async () => {
    const hours = file(
      'hours.csv',
      '帳號,課程名稱,完成日期,認證時數,課程類別\nt1,生成式AI入門,115/03/05,3,AI基礎\nt1,公文寫作,115.02.30,2,其他\n',
    );
    const shown = await run('import-hours', hours);
    expect(shown.text).toContain('課程名稱 → 課程名稱');
    expect(shown.text).toContain('第 3 列：沒有這一天');
    expect(shown.text).toContain('還沒有寫入任何資料');
    expect((await run('audit', 'verify')).errors).toContain('There is no database');
    expect((await run('import-hours', hours, '--apply')).text).toContain('新增或更新 1 筆，原本就有而不變 0 筆');
    expect((await run('import-hours', hours, '--apply')).text).toContain('新增或更新 0 筆，原本就有而不變 1 筆');
    expect((await run('audit', 'verify')).text).toContain('default: the chain holds, 1 rows');
  });

  it('begins the first weeks of new employees, whom HR sees', async () => {
    const roster = file('roster.csv', '帳號,到職日,單位\nt2,115/11/23,測試科\n');
    expect((await run('import-roster', roster, '--apply')).text).toContain('新增或更新 1 筆');
    expect((await run('onboarding', '--people')).text).toContain('web:t2｜到職日 2026-11-23｜進行中｜完成 0／10');
    expect((await run('onboarding')).text).toContain('人數不足');
  });

  it('writes certificates for 表51, never over a file that is there', async () => {
    const table = file('certificates.csv', '帳號,證照名稱,發證單位,發證日期\nt1,某證照,某單位,115/05/01\n');
    expect((await run('import-certificates', table, '--apply')).text).toContain('新增或更新 1 筆');
    const out = join(folder, 'out.csv');
    expect((await run('export-certificates', '--out', out)).code).toBe(0);
    expect((await run('export-certificates', '--out', out)).code).toBe(1);
    expect((await run('privacy', 'export', 'web:t1')).text).toContain('某證照');
  });
});
