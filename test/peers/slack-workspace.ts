import { createHmac } from 'node:crypto';

/** The workspace that the peer plays; all of it made up. The people are called 測試員甲, 測試員乙 and 測試員丙. */
export const workspace = {
  team: 'T01TEST',
  bot: 'U0BOT',
  people: ['U01TESTER', 'U02TESTER', 'U03TESTER'],
  general: 'C01GEN',
} as const;

/** What the program under test is set up with. */
export const slackSecrets = {
  botToken: 'xoxb-made-up-token',
  appToken: 'xapp-made-up-token',
  signingSecret: 'made-up-signing-secret',
} as const;

/** The workspace as the peer reads it; without a `requestUrl` the assistant comes by a socket. */
export function describeWorkspace(requestUrl: string | null): object {
  const { team, bot, people, general } = workspace;
  const app = { appId: 'A01APP', botUserId: bot, botName: 'helper', ...slackSecrets };
  return {
    workspace: { name: 'Test', domain: 'test', teamId: team },
    app: requestUrl === null ? { ...app, mode: 'socket' } : { ...app, mode: 'events', requestUrl },
    users: people.map((id, place) => ({ id, name: `tester-${place + 1}`, real_name: `測試員${'甲乙丙'[place]}` })),
    channels: [{ id: general, name: 'general', members: [...people, bot] }],
  };
}

/** Sends a request as the platform signs it. Gives the answer's status. */
export async function postSigned(url: string, body: string, more: Readonly<Record<string, string>>): Promise<number> {
  const time = String(Math.floor(Date.now() / 1_000));
  const signature = createHmac('sha256', slackSecrets.signingSecret).update(`v0:${time}:${body}`).digest('hex');
  const headers = { 'x-slack-request-timestamp': time, 'x-slack-signature': `v0=${signature}`, ...more };
  return (await fetch(url, { method: 'POST', body, headers })).status;
}
