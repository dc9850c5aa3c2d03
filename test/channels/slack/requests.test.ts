import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { channelWording } from '../../../prompts/index.ts';
import { envelope } from './fake-person.ts';
import { answer } from './sample-replies.ts';
import { createScriptedConversations, type ScriptedConversations } from './scripted-conversations.ts';
import { type Oddity, postBody, postSigned } from './sign.ts';
import { openSlackWorld, type SlackWorld } from './slack-world.ts';

let conversations: ScriptedConversations;
let world: SlackWorld;

beforeEach(async () => {
  conversations = createScriptedConversations(answer);
  world = await openSlackWorld(conversations);
});
afterEach(() => world.stop());

const greeting = (team = 'T01TEST', changes: object = {}) => ({
  ...envelope(world.slack, {
    type: 'message',
    user: 'U01ALICE',
    text: '標記文字',
    ts: '1.1',
    channel: world.alice.direct,
    channel_type: 'im',
    ...changes,
  }),
  team_id: team,
});

describe('a request', () => {
  const bad: readonly (readonly [string, Oddity])[] = [
    ['signed with another secret', { secret: 'another' }],
    ['without a signature', { signature: null }],
    ['with a signature of nothing', { signature: 'v0=' }],
    ['with no signature at all', { signature: 'garbage' }],
    ['signed six minutes ago', { agedSeconds: 360 }],
    ['with a time that is none', { timestamp: 'yesterday' }],
  ];
  it.each(bad)('%s is refused with 401', async (_, oddity) => {
    expect((await world.send(greeting(), oddity)).status).toBe(401);
    expect(conversations.reached).toEqual([]);
    expect(world.ignored).toEqual(['a request without a valid signature']);
  });

  it('signed four minutes ago is taken', async () => {
    expect((await world.send(greeting(), { agedSeconds: 240 })).status).toBe(200);
    expect(conversations.reached).toHaveLength(1);
  });

  it('of more than a megabyte is refused with 413', async () => {
    const { url, slack } = world;
    const refused = await postBody(url, slack.signingSecret, 'x'.repeat(1_100_000), 'application/json').catch(
      () => null,
    );
    expect(refused === null || refused.status === 413).toBe(true);
    expect(world.ignored).toEqual(['a request that is too long']);
  });

  it.each(['{', '"text"', 'null', '[]', '{}', '{"type":1}', '{"event":null,"type":"event_callback"}'])(
    'whose body is %s is refused or ignored, and nothing breaks',
    async (body) => {
      const { status } = await postBody(world.url, world.slack.signingSecret, body, 'application/json');
      expect([200, 400]).toContain(status);
      expect(world.ignored).toHaveLength(1);
      expect(conversations.reached).toEqual([]);
    },
  );

  it('that checks the address is answered with its challenge', async () => {
    const { status, body } = await world.send({ type: 'url_verification', challenge: 'abc' });
    expect([status, JSON.parse(body)]).toEqual([200, { challenge: 'abc' }]);
  });

  it('of a kind that Slack may invent is acknowledged and ignored', async () => {
    expect((await world.send(envelope(world.slack, { type: 'reaction_added', user: 'U01ALICE' }))).status).toBe(200);
    expect((await postSigned(world.url, world.slack.signingSecret, { type: 'view_closed' })).status).toBe(200);
    expect(world.ignored).toEqual(['an event of another type', 'a payload of another type']);
  });
});

describe('another workspace', () => {
  it('is acknowledged, and nothing of it is kept', async () => {
    expect((await world.send(greeting('T09OTHER'))).status).toBe(200);
    expect(conversations.reached).toEqual([]);
    expect(world.ignored).toEqual(['another workspace']);
  });

  it('is not served in a channel that two share', async () => {
    await world.send(greeting('T01TEST', { user_team: 'T09OTHER', channel: 'C01GEN', type: 'app_mention' }));
    expect(world.ignored).toEqual(['another workspace']);
  });

  it('is told plainly where it used the command', async () => {
    const { status, body } = await world.send({ command: '/hr', text: '你好', team_id: 'T09OTHER', user_id: 'U9' });
    expect([status, JSON.parse(body)]).toEqual([200, { text: channelWording['zh-TW'].problem.otherOrganisation }]);
  });

  it('is served where it is configured, and then Slack is not asked who we are', async () => {
    const two = await openSlackWorld(conversations, () => ({ teams: ['T01TEST', 'T09OTHER'] }));
    await two.send(greeting('T09OTHER', { user_team: 'T09OTHER' }));
    expect(conversations.reached).toHaveLength(1);
    expect(two.slack.calls.filter(({ method }) => method === 'auth.test')).toEqual([]);
    await two.stop();
  });
});

describe('what cannot be kept', () => {
  it.each(['gone', 'slow'] as const)('because the store is %s is asked for again with 503', async (store) => {
    conversations.store = store;
    const { status, milliseconds } = await world.send(greeting());
    expect(status).toBe(503);
    expect(milliseconds).toBeLessThan(3_000);
    conversations.store = 'there';
    expect((await world.send(greeting(), { retry: 1 })).status).toBe(200);
    expect(conversations.reached).toHaveLength(1);
  });

  it('because Slack does not say who we are is asked for again', async () => {
    world.slack.fault = (method) => (method === 'auth.test' ? 'error500' : null);
    expect((await world.send(greeting())).status).toBe(503);
    world.slack.fault = () => null;
    expect((await world.send(greeting(), { retry: 1 })).status).toBe(200);
  });

  it('after the stop is asked for again', async () => {
    await world.channel.stop();
    expect((await world.send(greeting())).status).toBe(503);
  });

  it('is told to an operator without a word of what was said', async () => {
    conversations.store = 'gone';
    await world.send(greeting());
    await world.alice.commands('標記文字');
    expect(world.problems).not.toEqual([]);
    expect([...world.problems, ...world.ignored].join()).not.toContain('標記');
  });
});
