import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { exportCertificates } from '../../../adapters/channels/cli/export-certificates.ts';
import { importCertificates } from '../../../adapters/channels/cli/import-certificates.ts';
import { importHours } from '../../../adapters/channels/cli/import-hours.ts';
import { importRoster } from '../../../adapters/channels/cli/import-roster.ts';
import { createCertificateExport } from '../../../adapters/tables/export-certificates.ts';
import { createCertificatesImport, createHoursImport, createRosterImport } from '../../../adapters/tables/imports.ts';
import { createScriptedTarget } from './scripted-target.ts';

const folder = mkdtempSync(join(tmpdir(), 'tables-'));
afterAll(() => rmSync(folder, { recursive: true }));

const target = createScriptedTarget();
const agencies: (string | null)[] = [];
const deps = {
  open: async (agency: string | null) => {
    agencies.push(agency);
    return target;
  },
  today: () => '2026-06-30',
};
const lines: string[] = [];
const print = (text: string): void => {
  lines.push(text);
};

function place(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const hours = place('hours.csv', '帳號,課程名稱,完成日期,時數\nw,AI,115/03/05,3\nw,ML,未定,3\n');
const roster = place('roster.csv', '帳號,到職日\nw,115/09/01\n');
const certificates = place('certificates.csv', '帳號,證照名稱,發證日期\nw,iPAS,115/03/05\n');

describe('the commands of tables', () => {
  it('shows without --apply and writes with it', async () => {
    const importer = createHoursImport(deps);
    expect(await importHours([hours], importer, print)).toBe(0);
    expect(target.calls()).toBe(0);
    const problems = join(folder, 'problems.csv');
    const args = [hours, '--apply', '--verified', '--channel', 'teams', '--agency', 'A1', '--problems', problems];
    expect(await importHours(args, importer, print)).toBe(0);
    expect([...target.hours]).toMatchObject([['teams:w ai 2026-03-05', { hours: 3, state: 'verified' }]]);
    expect(agencies).toEqual(['A1']);
    expect(readFileSync(problems, 'utf8')).toContain('未定');
    expect(statSync(problems).mode & 0o077).toBe(0);
  });

  it('imports a roster and certificates', async () => {
    expect(await importRoster([roster, '--apply'], createRosterImport(deps), print)).toBe(0);
    expect(target.roster.size).toBe(1);
    expect(
      await importCertificates(
        [certificates, '--apply'],
        createCertificatesImport(deps, () => null),
        print,
      ),
    ).toBe(0);
    expect(target.certificates.size).toBe(1);
  });

  it('ends with 1 where a file cannot be used', async () => {
    expect(await importRoster([hours], createRosterImport(deps), print)).toBe(1);
    expect(await importHours([hours], { ...createHoursImport(deps), bytesMax: 3 }, print)).toBe(1);
  });

  it.each([
    ['no file', []],
    ['two files', [hours, roster]],
    ['a file that is not there', [join(folder, 'none.csv')]],
    ['a folder', [folder]],
    ['a channel that there is not', [roster, '--channel', 'fax']],
    ['what says nothing about a roster', [roster, '--verified']],
    ['categories of a roster', [roster, '--category', 'a=other']],
    ['a file of problems that exists', [roster, '--problems', hours]],
  ])('throws a sentence for %s', async (_, args) => {
    await expect(importRoster(args, createRosterImport(deps), print)).rejects.toMatchObject({ name: 'OperatorError' });
  });

  it('writes an export and none over another file', async () => {
    const exporter = createCertificateExport({ list: async () => [] });
    for (const name of ['out.csv', 'out.XLSX']) {
      const out = join(folder, name);
      await exportCertificates(['--out', out, '--since', '2026-01-01'], exporter, print);
      expect(existsSync(out)).toBe(true);
      await expect(exportCertificates(['--out', out], exporter, print)).rejects.toMatchObject({
        name: 'OperatorError',
      });
    }
    for (const args of [[], ['--out', 'x.pdf'], ['--out', 'x.csv', '--since', '115/1/1']])
      await expect(exportCertificates(args, exporter, print)).rejects.toMatchObject({ name: 'OperatorError' });
  });
});
