import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diagnose, renderFinding } from '../../../adapters/doctor.ts';
import { knowledge, noon, openWorld, refuseLogin, secrets, variables } from './world.ts';

let world: Awaited<ReturnType<typeof openWorld>>;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

describe('the servers', () => {
  it('names the scopes that are missing, and those that nobody needs', async () => {
    world.answers.scopes = 'app_mentions:read,chat:write';
    expect(await world.lineAbout('Slack 權限')).toMatch(/^要處理.*assistant:write、channels:read、commands/);
    world.answers.scopes =
      'app_mentions:read,assistant:write,channels:read,chat:write,commands,im:history,im:write,users:read,files:read';
    expect(await world.lineAbout('Slack 權限')).toMatch(/^注意.*files:read/);
    world.answers.scopes = null;
    expect(await world.lineAbout('Slack 權限')).toMatch(/^略過/);
  });

  it.each([
    [59_000, /^好/],
    [-61_000, /^注意.*快 61 秒/],
    [61_000, /^注意.*慢 61 秒/],
    [301_000, /^要處理.*慢 301 秒.*NTP/],
    [-301_000, /^要處理.*快 301 秒/],
  ])('a server clock that differs by %d ms', async (difference, line) => {
    world.answers.clock = noon + difference;
    expect(await world.lineAbout('時鐘')).toMatch(line);
  });

  it('takes the clock of Microsoft where Slack is off or cannot be reached', async () => {
    world.answers.clock = noon + 400_000;
    expect(await world.lineAbout('時鐘', { SLACK_BOT_TOKEN: '', SLACK_SIGNING_SECRET: '' })).toMatch(/^要處理/);
    world.answers.instead.set('/slack.com/api/auth.test', (response) => response.destroy());
    expect(await world.lineAbout('時鐘')).toMatch(/^要處理/);
  });

  it.each<readonly [string, string, string, Parameters<(typeof world)['answers']['instead']['set']>[1], RegExp]>([
    [
      'Slack that breaks off',
      'Slack 權杖',
      '/slack.com/api/auth.test',
      (response) => response.destroy(),
      /^要處理.*連不到 Slack：連線中斷/,
    ],
    [
      'a page instead of Slack',
      'Slack 權杖',
      '/slack.com/api/auth.test',
      (response) => response.end('<html>MARKED'),
      /^要處理.*不像是 Slack/,
    ],
    [
      'Slack that asks to wait',
      'Slack 權杖',
      '/slack.com/api/auth.test',
      (response) => response.writeHead(429).end(),
      /^要處理.*429/,
    ],
    [
      'a Slack error that is no word',
      'Slack 權杖',
      '/slack.com/api/auth.test',
      (response) => response.end('{"ok":false,"error":"MARKED <b>"}'),
      /^要處理.*unreadable/,
    ],
    [
      'a login that is down',
      'Teams 權杖',
      `/login.microsoftonline.com/${variables.TEAMS_TENANT_ID}/oauth2/v2.0/token`,
      (response) => response.writeHead(503).end('MARKED'),
      /^要處理.*503/,
    ],
    [
      'a secret that Microsoft says is over',
      'Teams 權杖',
      `/login.microsoftonline.com/${variables.TEAMS_TENANT_ID}/oauth2/v2.0/token`,
      (response) => refuseLogin(response, 7000222),
      /^要處理.*已經過期/,
    ],
    [
      'a refusal that nobody knows',
      'Teams 權杖',
      `/login.microsoftonline.com/${variables.TEAMS_TENANT_ID}/oauth2/v2.0/token`,
      (response) => refuseLogin(response, 50_000),
      /^要處理.*AADSTS50000/,
    ],
    [
      'an address that leads elsewhere',
      '對外網址',
      '/hr.test.example/healthz',
      (response) => response.writeHead(302, { location: 'https://elsewhere.test.example/' }).end(),
      /^要處理.*302/,
    ],
    [
      'an answer without end',
      '對外網址',
      '/hr.test.example/healthz',
      (response) => response.end('x'.repeat(1_000_000)),
      /^要處理/,
    ],
  ])('tells of %s', async (_name, about, path, instead, line) => {
    world.answers.instead.set(path, instead);
    expect(await world.lineAbout(about)).toMatch(line);
  });

  it('tells of a network that is not there, and of nothing else', async () => {
    const findings = await diagnose({
      variables,
      request: () =>
        Promise.reject(
          new TypeError('fetch failed', {
            cause: Object.assign(new Error(`of ${secrets.appPassword}`), { code: 'ENOTFOUND' }),
          }),
        ),
      nodeVersion: '24.21.0',
      knowledge,
      now: () => noon,
    });
    const repairs = findings.filter(({ state }) => state === 'repair');
    expect(repairs.map(({ about }) => about)).toEqual(['Slack 權杖', 'Teams 權杖', '對外網址']);
    expect(repairs.every(({ text }) => text.includes('查不到這個主機名稱'))).toBe(true);
  });

  it('prints no secret and nothing of what servers say', async () => {
    const all: string[] = [];
    for (const changes of [
      {},
      { SLACK_APP_TOKEN: secrets.appToken },
      {
        SLACK_BOT_TOKEN: 'MARKED',
        SLACK_APP_TOKEN: 'MARKED',
        TEAMS_APP_ID: 'MARKED',
        TEAMS_TENANT_ID: 'MARKED',
        TEAMS_SECRET_EXPIRES: 'MARKED',
        PUBLIC_URL: 'MARKED',
      },
      { TEAMS_APP_PASSWORD: 'MARKED other' },
      { PUBLIC_URL: 'https://name:MARKED@hr.test.example' },
      { DATABASE_URL: 'mysql://MARKED' },
      { DATABASE_URL: 'postgres://name:MARKED@127.0.0.1:1/none' },
    ])
      all.push(...(await world.look(changes)).map(renderFinding));
    expect(all.filter((line) => line.includes('MARKED') || line.includes(secrets.signingSecret))).toEqual([]);
  });
});
