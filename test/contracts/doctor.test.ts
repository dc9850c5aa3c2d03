import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { renderFinding, renderSummary } from '../../adapters/doctor.ts';
import { openWorld, secrets } from '../unit/doctor/world.ts';
import { runCommand, stackTrace } from './run-command.ts';

/** `npm run doctor [-- --offline]`: one line for each check, with the repair; exit code 1 where something must be repaired. */

let world: Awaited<ReturnType<typeof openWorld>>;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const folder = mkdtempSync(join(tmpdir(), 'doctor-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('diagnose()', () => {
  it('finds nothing to repair where all is as it should be', async () => {
    const findings = await world.look({ DATA_DIR: join(folder, 'new') });
    expect(findings.filter(({ state }) => state !== 'good').map(renderFinding)).toEqual([]);
    expect(findings.map(({ about }) => about)).toEqual([
      'Node 版本',
      '基本設定',
      'Slack 設定',
      'Teams 設定',
      'Teams 密碼期限',
      'Slack 權杖',
      'Slack 權限',
      'Slack 工作區',
      'Teams 權杖',
      '時鐘',
      '對外網址',
      '內容',
      '辦公日曆',
      '資料庫',
      '磁碟空間',
    ]);
    expect(renderSummary(findings)).toBe('共 15 項：好 15、注意 0、要處理 0、略過 0。');
  });

  it('asks no server when it is told to stay offline', async () => {
    const findings = await world.look({}, 'offline');
    expect(world.asked).toEqual([]);
    expect(findings.map(renderFinding)).toContainEqual(expect.stringMatching(/^略過.*離線/));
  });

  it('works with no channel, and says that they are off', async () => {
    const off = {
      SLACK_BOT_TOKEN: '',
      SLACK_SIGNING_SECRET: '',
      TEAMS_APP_ID: '',
      TEAMS_APP_PASSWORD: '',
      PUBLIC_URL: '',
    };
    const lines = (await world.look(off)).map(renderFinding);
    expect(lines.filter((line) => line.includes('這個頻道是關閉的'))).toHaveLength(2);
    expect(lines.filter((line) => line.startsWith('要處理'))).toEqual([]);
    expect(world.asked).toEqual([]);
  });
});

describe('npm run doctor', () => {
  const off = {
    SLACK_BOT_TOKEN: '',
    SLACK_SIGNING_SECRET: '',
    SLACK_APP_TOKEN: '',
    TEAMS_APP_ID: '',
    TEAMS_APP_PASSWORD: '',
    PUBLIC_URL: '',
  };

  it('ends with 0 where nothing is to be repaired', async () => {
    const { code, lines, errors } = await runCommand('doctor', [], '', { ...off, DATA_DIR: join(folder, 'command') });
    expect(errors).toBe('');
    expect(code).toBe(0);
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/^(?:好　　|注意　|要處理|略過　)　[^：]+：/);
    expect(lines.at(-1)).toMatch(/^共 \d+ 項：/);
  });

  it('ends with 1 where something is, and reaches Slack where it is told to', async () => {
    const { code, lines } = await runCommand('doctor', [], '', {
      ...off,
      DATA_DIR: ':memory:',
      SLACK_BOT_TOKEN: 'xoxb-MARKED-other',
      SLACK_SIGNING_SECRET: secrets.signingSecret,
      SLACK_API_URL: `http://127.0.0.1:${world.port}/slack.com/api/`,
    });
    expect(code).toBe(1);
    expect(lines).toContainEqual(expect.stringMatching(/^要處理.*Slack 權杖.*invalid_auth/));
    expect(world.asked).toEqual(['POST /slack.com/api/auth.test']);
    expect(lines.join('\n')).not.toContain('MARKED');
  });

  it('refuses an option that it does not know in one sentence', async () => {
    const { code, errors } = await runCommand('doctor', ['--everything'], '', off);
    expect(code).toBe(1);
    expect(errors).toContain('--everything');
    expect(errors).not.toMatch(stackTrace);
  });
});
