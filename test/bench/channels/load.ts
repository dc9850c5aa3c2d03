import { envelope, sendTo } from '../../channels/slack/fake-person.ts';
import { createFakeSlack, type FakeSlack } from '../../channels/slack/fake-slack.ts';
import { createFakeConnector, type FakeConnector } from '../../channels/teams/fake-connector.ts';
import { activityOf, ownChat, type Person } from '../../channels/teams/people.ts';
import { postTo } from '../../channels/teams/teams-world.ts';

/** What goes wrong with a request of the bot. */
export type Trouble = 'ratelimited' | 'error500' | 'closeBefore' | 'hangBefore';

/** Many people in one channel, who talk to a bot at this address, and the platform that it answers through. */
export interface Load {
  readonly name: 'slack' | 'teams';
  /** People there are. */
  readonly people: number;
  /** Settings under which the bot is joined to this platform. */
  readonly environment: Readonly<Record<string, string>>;
  /** Somebody says something in private; rejects where it is not acknowledged. */
  say(port: number, person: number, text: string): Promise<void>;
  /** Messages of the bot that this person sees; a reply can be several. */
  replies(person: number): number;
  /** What goes wrong from now on; null for nothing. */
  trouble(next: (() => Trouble | null) | null): void;
  stop(): Promise<void>;
}

/** The people of the strict Slack of the tests. */
export async function createSlackLoad(): Promise<Load> {
  const slack = await createFakeSlack();
  const { workspace } = slack;
  return {
    name: 'slack',
    people: 390,
    environment: {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_TEAM_ID: workspace.team,
      SLACK_API_URL: slack.apiUrl,
    },
    async say(port, person, text) {
      const user = `U1${person}`;
      const channel = workspace.direct(user);
      const { ts } = workspace.add({ channel, user, text });
      const said = { type: 'message', channel_type: 'im', channel, user, text, ts, event_ts: ts };
      const { status } = await sendTo(slack, `http://127.0.0.1:${port}/slack/events`)(envelope(slack, said));
      if (status !== 200) throw new Error(`answered ${status}`);
    },
    replies: (person) => countReplies(slack, workspace.direct(`U1${person}`)),
    trouble(next) {
      slack.fault = () => next?.() ?? null;
    },
    stop: () => slack.stop(),
  };
}

function countReplies({ workspace }: FakeSlack, channel: string): number {
  return workspace.messages.filter((one) => one.channel === channel && one.isBot && one.streaming !== 'in_progress')
    .length;
}

/** The people of the strict Teams of the tests. */
export async function createTeamsLoad(): Promise<Load> {
  const connector = await createFakeConnector({ now: () => Date.now() });
  return {
    name: 'teams',
    people: 2_000,
    environment: { HOST: '127.0.0.1', TEAMS_TOKENS: 'none' },
    async say(port, person, text) {
      const { status } = await postTo(`http://127.0.0.1:${port}/api/messages`, activityFor(connector, person, text));
      if (status !== 200) throw new Error(`answered ${status}`);
    },
    replies: (person) => connector.chats.messages(chatOf(connector, person)).length,
    trouble(next) {
      connector.fault = () => next?.() ?? null;
    },
    stop: () => connector.stop(),
  };
}

function activityFor(connector: FakeConnector, index: number, text: string): object {
  const person = personOf(index);
  chatOf(connector, index);
  return activityOf(connector.serviceUrl, person, ownChat(person), { text });
}

function chatOf(connector: FakeConnector, index: number): string {
  return connector.chats.chatOf(personOf(index).id);
}

function personOf(index: number): Person {
  const aadObjectId = `aaaaaaaa-0000-4000-8000-${String(index).padStart(12, '0')}`;
  return { id: `29:bench${index}`, aadObjectId, name: `測試員${index}` };
}

/** Waits until it holds, looking every few milliseconds. */
export async function until(holds: () => boolean, what: string, seconds: number): Promise<void> {
  const end = performance.now() + seconds * 1_000;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`never happened: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
