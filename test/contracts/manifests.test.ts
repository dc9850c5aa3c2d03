import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { slackProblems } from '../unit/manifests/slack-rules.ts';
import { runCommand, stackTrace } from './run-command.ts';

/** `npm run manifests [-- --url https://HOST] [--teams-app-id GUID] [--socket] [--out FOLDER] [--explain]`. */

const folder = mkdtempSync(join(tmpdir(), 'manifests-'));
afterAll(() => rmSync(folder, { recursive: true }));

const unset = { PUBLIC_URL: '', TEAMS_APP_ID: '' };
const appId = '11111111-2222-4333-8444-555555555555';

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(join(folder, name, 'slack-manifest.json'), 'utf8'));
}

describe('npm run manifests', () => {
  it('writes both, and says what is only an example', async () => {
    const { code, lines, errors } = await runCommand('manifests', ['--out', join(folder, 'example')], '', unset);
    expect([code, errors]).toEqual([0, '']);
    expect(readdirSync(join(folder, 'example')).toSorted()).toEqual([
      'slack-icon.png',
      'slack-manifest.json',
      'teams-app.zip',
    ]);
    expect(slackProblems(readJson('example'))).toEqual([]);
    expect(lines.join('\n')).toMatch(/is an example.*\n.*no id yet/);
  });

  it('takes address and id from options, or from the variables of the program', async () => {
    const options = ['--url', 'https://hr.test.example/', '--teams-app-id', appId, '--out', join(folder, 'options')];
    const given = { PUBLIC_URL: 'https://hr.test.example', TEAMS_APP_ID: appId };
    const first = await runCommand('manifests', options, '', unset);
    const second = await runCommand('manifests', ['--out', join(folder, 'variables')], '', given);
    expect([first.code, second.code]).toEqual([0, 0]);
    expect(first.lines.join('\n')).not.toContain('example:');
    for (const file of ['slack-manifest.json', 'slack-icon.png', 'teams-app.zip'])
      expect(readFileSync(join(folder, 'options', file)).equals(readFileSync(join(folder, 'variables', file)))).toBe(
        true,
      );
    const { 'manifest.json': manifest = new Uint8Array() } = unzipSync(
      readFileSync(join(folder, 'options', 'teams-app.zip')),
    );
    expect(Buffer.from(manifest).toString('utf8')).toContain(`"botId": "${appId}"`);
    expect(JSON.stringify(readJson('options'))).toContain('https://hr.test.example/slack/events');
  });

  it('makes a Slack manifest without an address for Socket Mode', async () => {
    const { code } = await runCommand('manifests', ['--socket', '--out', join(folder, 'socket')], '', unset);
    expect(code).toBe(0);
    expect(slackProblems(readJson('socket'))).toEqual([]);
    expect(readJson('socket')).toMatchObject({ settings: { socket_mode_enabled: true } });
  });

  it('explains each right, and writes nothing', async () => {
    const out = join(folder, 'explained');
    const { code, lines } = await runCommand('manifests', ['--explain', '--out', out], '', unset);
    expect(code).toBe(0);
    expect(lines.join('\n')).toMatch(/im:write.*私訊/);
    expect(lines.join('\n')).toContain('messageTeamMembers');
    expect(() => readdirSync(out)).toThrow();
  });

  it.each([
    [['--url', 'http://hr.test.example']],
    [['--url', 'https://hr.test.example/path']],
    [['--url', 'https://name:secret@hr.test.example']],
    [['--teams-app-id', 'hr']],
    [['--out', '/dev/null/folder']],
    [['--everything']],
  ])('refuses %s in one sentence', async (options) => {
    const { code, errors } = await runCommand('manifests', options, '', unset);
    expect(code).toBe(1);
    expect(errors.trim().split('\n')).toHaveLength(1);
    expect(errors).toContain('An option of the command is not valid');
    expect(errors).not.toMatch(stackTrace);
  });
});
