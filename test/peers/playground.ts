import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { findFreePort, startProgram } from './child-program.ts';
import { peerPrograms } from './installed.ts';

/** The organisation that the peer plays; all of it made up. The person at the page is the first of its people. */
export const organisation = {
  tenant: '11111111-1111-4111-8111-111111111111',
  bot: { id: '28:22222222-2222-4222-8222-222222222222', name: '人事助理' },
  people: ['甲', '乙', '丙', '丁', '戊', '己'].map((sign, place) => ({
    id: `29:tester-${place}`,
    name: `測試員${sign}`,
    userPrincipleName: `tester-${place}@example.com`,
    aadObjectId: `33333333-3333-4333-8333-33333333333${place}`,
    givenName: sign,
    surname: '測試員',
    email: `tester-${place}@example.com`,
  })),
  personalChat: 'a:personal-chat',
  groupChat: '19:group-chat@thread.v2',
} as const;

/** The peer, which lives in its page; see `playground-page.ts`. */
export interface Playground {
  readonly url: string;
  /** What the program under test is started with: requests from here carry no token. */
  readonly settings: Readonly<Record<string, string>>;
  output(): string;
  end(): Promise<void>;
}

/** Starts the peer; the program under test is expected on `assistantPort` of loopback. */
export async function startPlayground(assistantPort: number): Promise<Playground> {
  const folder = mkdtempSync(join(tmpdir(), 'peers-teams-'));
  const port = await findFreePort();
  writeFileSync(join(folder, '.m365agentsplayground.yml'), dump(describeOrganisation(), { noRefs: true }));
  const endpoint = `http://127.0.0.1:${assistantPort}/api/messages`;
  const program = await startProgram({
    command: process.execPath,
    parameters: [
      peerPrograms.teams,
      'start',
      ...['-e', endpoint, '-c', 'msteams', '-p', String(port), '--disable-telemetry'],
    ],
    cwd: folder,
    env: { ...process.env, BROWSER: 'none' },
    ready: /Listening on \d+/,
  });
  return {
    url: `http://127.0.0.1:${port}`,
    settings: { TEAMS_TOKENS: 'none' },
    output: program.output,
    async end() {
      await program.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The file that the peer reads: of this version, and with exactly five people beside the one at the page. */
function describeOrganisation(): object {
  const { tenant, bot, people, personalChat, groupChat } = organisation;
  const [currentUser, ...users] = people;
  return {
    version: '0.1.1',
    tenantId: tenant,
    bot,
    currentUser,
    users,
    personalChat: { id: personalChat },
    groupChat: { id: groupChat, name: '測試群組' },
    team: {
      id: '19:team@thread.tacv2',
      name: '測試團隊',
      aadGroupId: '44444444-4444-4444-8444-444444444444',
      channels: [{ id: '19:channel@thread.tacv2', name: '公告' }],
    },
  };
}
