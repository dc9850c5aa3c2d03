import express from 'express';
import type { Channel } from '../../../adapters/channel.ts';
import type { SlackSettings } from '../../../adapters/channel-settings.ts';
import { createSlackChannel } from '../../../adapters/channels/slack/channel.ts';
import type { Conversations } from '../../../adapters/conversations.ts';
import { createPerson, type FakePerson, type Send, sendTo } from './fake-person.ts';
import { createFakeSlack, type FakeSlack, portOf } from './fake-slack.ts';

/** The channel on its own server, joined to a Slack in this process. */
export interface SlackWorld {
  readonly slack: FakeSlack;
  readonly channel: Channel;
  readonly url: string;
  readonly send: Send;
  readonly alice: FakePerson;
  readonly bob: FakePerson;
  /** What an operator was told, and why something was ignored. */
  readonly problems: string[];
  readonly ignored: string[];
  stop(): Promise<void>;
}

/** Settings for a fake Slack: requests only, its own workspace. */
function settingsFor(slack: FakeSlack, changes: Partial<SlackSettings> = {}): SlackSettings {
  const { botToken, signingSecret, apiUrl } = slack;
  return { botToken, signingSecret, apiUrl, appToken: null, teams: [], welcomeChannel: 'C02NEW', ...changes };
}

/** Opens the world around these conversations. */
export async function openSlackWorld(
  conversations: Conversations,
  changes: (slack: FakeSlack) => Partial<SlackSettings> = () => ({}),
): Promise<SlackWorld> {
  const slack = await createFakeSlack();
  const problems: string[] = [];
  const ignored: string[] = [];
  const channel = createSlackChannel(settingsFor(slack, changes(slack)), {
    agency: 'test',
    conversations,
    clock: { now: () => Date.now() },
    onProblem: (what) => problems.push(what),
    onIgnored: (reason) => ignored.push(reason),
  });
  const app = express().use(channel.router);
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${portOf(server)}/slack/events`;
  const send = sendTo(slack, url);
  return {
    slack,
    channel,
    url,
    send,
    alice: createPerson(slack, 'U01ALICE', send),
    bob: createPerson(slack, 'U02BOB', send),
    problems,
    ignored,
    async stop() {
      await channel.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await slack.stop();
    },
  };
}
