import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkContent } from '../../../adapters/doctor/check-content.ts';
import { diagnose, renderFinding } from '../../../adapters/doctor.ts';
import { OperatorError } from '../../../bot/index.ts';
import { type Changes, knowledge, noon, openWorld, secrets, variables } from './world.ts';

let world: Awaited<ReturnType<typeof openWorld>>;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

describe('the settings', () => {
  it('checks the token of the socket where there is one, and needs no address for it alone', async () => {
    expect(await world.lineAbout('Slack 設定', { SLACK_APP_TOKEN: secrets.appToken })).toMatch(/^好.*Socket Mode/);
    expect(await world.lineAbout('Slack Socket Mode', { SLACK_APP_TOKEN: secrets.appToken })).toMatch(/^好/);
    const alone = {
      SLACK_APP_TOKEN: secrets.appToken,
      SLACK_SIGNING_SECRET: '',
      PUBLIC_URL: '',
      TEAMS_APP_ID: '',
      TEAMS_APP_PASSWORD: '',
    };
    expect(await world.lineAbout('對外網址', alone)).toMatch(/^好.*不需要/);
    expect(await world.lineAbout('Slack Socket Mode', { SLACK_APP_TOKEN: 'xapp-1-other' })).toMatch(
      /^要處理.*invalid_auth.*connections:write/,
    );
  });

  it.each<readonly [string, string, Changes, RegExp]>([
    [
      'a Slack token without its beginning',
      '設定 SLACK_BOT_TOKEN',
      { SLACK_BOT_TOKEN: 'MARKED-BOT' },
      /^要處理.*xoxb-/,
    ],
    [
      'a socket token without its beginning',
      '設定 SLACK_APP_TOKEN',
      { SLACK_APP_TOKEN: 'MARKED-APP' },
      /^要處理.*xapp-/,
    ],
    ['a missing Slack token', 'Slack 設定', { SLACK_BOT_TOKEN: '' }, /^要處理.*缺少 SLACK_BOT_TOKEN/],
    ['a missing signing secret', 'Slack 設定', { SLACK_SIGNING_SECRET: '' }, /^要處理.*缺少 SLACK_SIGNING_SECRET/],
    ['a signing secret of another form', 'Slack 設定', { SLACK_SIGNING_SECRET: 'MARKED' }, /^注意.*32/],
    ['an app id that is no GUID', '設定 TEAMS_APP_ID', { TEAMS_APP_ID: 'hr' }, /^要處理.*GUID/],
    ['a tenant that is no GUID', '設定 TEAMS_TENANT_ID', { TEAMS_TENANT_ID: 'contoso' }, /^要處理.*GUID/],
    ['no tenant', 'Teams 設定', { TEAMS_TENANT_ID: '' }, /^要處理.*TEAMS_TENANT_ID/],
    ['a missing password', 'Teams 設定', { TEAMS_APP_PASSWORD: '' }, /^要處理.*缺少 TEAMS_APP_PASSWORD/],
    ['no token check on this machine', 'Teams 設定', { TEAMS_TOKENS: 'none' }, /^注意.*本機/],
    ['no token check for everybody', 'Teams 設定', { TEAMS_TOKENS: 'none', HOST: '0.0.0.0' }, /^要處理.*冒充/],
    ['a port that is none', '基本設定', { PORT: 'many' }, /^要處理.*PORT/],
    ['a token that Slack refuses', 'Slack 權杖', { SLACK_BOT_TOKEN: 'xoxb-other' }, /^要處理.*invalid_auth.*重新安裝/],
    ['another workspace', 'Slack 工作區', { SLACK_TEAM_ID: 'T99OTHER' }, /^要處理.*T01TEST/],
    ['one of several workspaces', 'Slack 工作區', { SLACK_TEAM_ID: 'T99OTHER, T01TEST' }, /^好/],
    [
      'a password that Microsoft refuses',
      'Teams 權杖',
      { TEAMS_APP_PASSWORD: 'other' },
      /^要處理.*AADSTS7000215.*「值」/,
    ],
    [
      'an app that the tenant has not',
      'Teams 權杖',
      { TEAMS_APP_ID: '99999999-2222-4333-8444-555555555555' },
      /^要處理.*700016/,
    ],
    ['a secret that ended', 'Teams 密碼期限', { TEAMS_SECRET_EXPIRES: '2026-11-21' }, /^要處理.*過期/],
    ['a secret that ends in 30 days', 'Teams 密碼期限', { TEAMS_SECRET_EXPIRES: '2026-12-22' }, /^注意.*還有 30 天/],
    ['a secret that ends in 31 days', 'Teams 密碼期限', { TEAMS_SECRET_EXPIRES: '2026-12-23' }, /^好.*還有 31 天/],
    ['a secret without a known end', 'Teams 密碼期限', { TEAMS_SECRET_EXPIRES: '' }, /^略過.*TEAMS_SECRET_EXPIRES/],
    ['an address without encryption', '對外網址', { PUBLIC_URL: 'http://hr.test.example' }, /^要處理.*https/],
    ['no address', '對外網址', { PUBLIC_URL: '' }, /^注意.*PUBLIC_URL/],
    ['an address of something else', '對外網址', { PUBLIC_URL: 'https://other.test.example' }, /^要處理.*HTTP 404/],
    ['a database in memory', '資料庫', {}, /^注意.*記憶體/],
  ])('tells of %s', async (_name, about, changes, line) => {
    expect(await world.lineAbout(about, changes)).toMatch(line);
  });

  it('says that Node is too old', async () => {
    const findings = await diagnose({ variables, request: null, nodeVersion: '22.11.0', knowledge, now: () => noon });
    expect(findings[0]).toMatchObject({ about: 'Node 版本', state: 'repair' });
  });
});

describe('the content', () => {
  it('is counted', () => {
    expect(checkContent(knowledge, '2026-11-22').map(renderFinding)).toContainEqual(
      expect.stringMatching(/^好.*2 份文件、\d+ 節、\d+ 則事實/),
    );
  });

  it('that is not valid is told with the line', () => {
    const broken = () => {
      throw new OperatorError('contentInvalid', 'faq.md line 12');
    };
    expect(checkContent(broken, '2026-11-22').map(renderFinding)).toEqual([
      expect.stringMatching(/^要處理.*faq\.md line 12/),
    ]);
  });
});

describe('the office calendar', () => {
  it.each([
    ['2026-11-22', /^好/],
    ['2027-03-01', /^注意.*2028/],
    ['2027-10-01', /^要處理.*2028/],
    ['2029-01-01', /^要處理.*2029 與 2030/],
  ])('as of %s', (today, line) => {
    const finding = checkContent(knowledge, today).find(({ about }) => about === '辦公日曆');
    expect(finding === undefined ? '' : renderFinding(finding)).toMatch(line);
  });
});
