import express from 'express';
import { createAfterwards } from '../../../adapters/channels/teams/afterwards.ts';
import { createBotFramework } from '../../../adapters/channels/teams/bot-framework.ts';
import { createEndpoint } from '../../../adapters/channels/teams/endpoint.ts';
import { createTeamsOutlet } from '../../../adapters/channels/teams/outlet.ts';
import { createTyping } from '../../../adapters/channels/teams/typing.ts';
import { createFakeConnector, type FakeRequest, retryAfterSeconds } from '../../channels/teams/fake-connector.ts';
import { activityOf, type Person, tenantId } from '../../channels/teams/people.ts';
import { localSettings, postTo } from '../../channels/teams/teams-world.ts';
import type { ChannelWorld, OpenWorld, PlatformFault } from './channel-world.ts';
import { createTeamsAccount, type Platform, room } from './teams-account.ts';
import { agency, wire } from './wire.ts';

const faults = { 'rate limited': 'ratelimited', 'error 500': 'error500', 'closed before': 'closeBefore' } as const;
const welcomeTeam = '19:welcome@thread.tacv2';
const otherTenant = 'ffffffff-0000-4000-8000-00000000000f';

/** The Teams channel on the real conversation, with a clock that its pauses move on, and a connector as strict as Teams is. */
export const openTeams: OpenWorld = async (today, tampering) => {
  const wired = await wire(today, tampering);
  const { clock, conversations } = wired;
  const connector = await createFakeConnector(clock);
  connector.chats.install(room.id, 'group');
  const waiting: PlatformFault[] = [];
  connector.fault = (request) => {
    const fault = bringsMessage(request) ? waiting.shift() : undefined;
    return fault === undefined ? null : faults[fault];
  };
  const ignored: string[] = [];
  const served = { tenantId: tampering.served === 'own' ? tenantId : null, welcomeTeam };
  const framework = createBotFramework({ ...localSettings, tenantId: served.tenantId });
  const typing = createTyping(framework);
  const pause = async (milliseconds: number): Promise<void> => clock.advance(milliseconds);
  const outlet = createTeamsOutlet({ framework, typing, clock, pause, requestTimeoutMs: 2_000 });
  const onProblem = (): void => undefined;
  const afterwards = createAfterwards({ outlet, pause, onProblem });
  const onIgnored = (reason: string): void => void ignored.push(reason);
  const parts = { agency, conversations, framework, typing, afterwards, served, onProblem, onIgnored };
  const router = createEndpoint({ ...parts, answerWithinMs: 8_000, isOpen: () => true });
  wired.attach(outlet);
  const server = express().use(router).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const platform: Platform = {
    connector,
    post: (activity) => postTo(`http://127.0.0.1:${port}/api/messages`, activity),
    async settled(name) {
      await wired.settled(name);
      await afterwards.settle();
    },
  };
  let people = 0;
  const opened: ChannelWorld = {
    name: 'teams',
    wire: wired,
    newAccount: () => createTeamsAccount(platform, newPerson(people++)),
    async strangerSays(words) {
      const stranger = newPerson(9_999);
      const chat = { id: 'a:stranger', conversationType: 'personal' as const, tenantId: otherTenant };
      const channelData = { tenant: { id: otherTenant } };
      const activity = activityOf(connector.serviceUrl, stranger, chat, { text: words, channelData });
      return (await platform.post({ ...activity, conversation: chat })).status;
    },
    async newcomerArrives(account) {
      const [, id = ''] = account.name.split('/');
      const added = { type: 'conversationUpdate', membersAdded: [{ id: userIdOf(id), aadObjectId: id }] };
      const channelData = { tenant: { id: tenantId }, team: { id: welcomeTeam } };
      const team = { id: welcomeTeam, conversationType: 'channel' as const };
      await platform.post(activityOf(connector.serviceUrl, newPerson(9_998), team, { ...added, channelData }));
    },
    fail: (...next) => void waiting.push(...next),
    retryAfterMs: retryAfterSeconds * 1_000,
    tries: () => connector.requests.filter(bringsMessage).length,
    ignored: tampering.ignored === 'told' ? ignored : [],
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await afterwards.settle();
      await wired.stop();
      await connector.stop();
    },
  };
  return opened;
};

/** Typing indicators and the parts of a stream before its end bring none. */
function bringsMessage({ method, path, text }: FakeRequest): boolean {
  return method === 'POST' && path.endsWith('/activities') && /"type":"message"/.test(text);
}

function newPerson(index: number): Person {
  const aadObjectId = `aaaaaaaa-0000-4000-8000-${String(index).padStart(12, '0')}`;
  return { id: userIdOf(aadObjectId), aadObjectId, name: `測試員${index}` };
}

function userIdOf(aadObjectId: string): string {
  return `29:p${Number(aadObjectId.slice(-12))}`;
}
