import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPerson } from './fake-person.ts';
import { answer } from './sample-replies.ts';
import { createScriptedConversations, type ScriptedConversations } from './scripted-conversations.ts';
import type { Answered } from './sign.ts';
import { openSlackWorld, type SlackWorld } from './slack-world.ts';

let conversations: ScriptedConversations;
let world: SlackWorld;

beforeEach(async () => {
  conversations = createScriptedConversations(answer);
  world = await openSlackWorld(conversations, ({ appToken }) => ({ appToken, signingSecret: null }));
  await world.channel.start();
});
afterEach(() => world.stop());

/** Alice, whose payloads come over the socket. */
function aliceBySocket() {
  return createPerson(world.slack, 'U01ALICE', async (payload): Promise<Answered> => {
    const type = 'event' in payload ? 'events_api' : 'command' in payload ? 'slash_commands' : 'interactive';
    const body = await world.slack.socket.send(type, payload, 1_500);
    return { status: 200, body: JSON.stringify(body), milliseconds: 0 };
  });
}

describe('a socket', () => {
  it('is open after the start, and takes messages without any request', async () => {
    expect(world.slack.socket.open()).toBe(1);
    const { message } = await aliceBySocket().says('你好');
    expect(conversations.reached).toMatchObject([{ type: 'accept', event: `m:${message.ts}` }]);
  });

  it('answers commands and forms', async () => {
    expect(JSON.parse((await aliceBySocket().commands('help')).body)).toMatchObject({ response_type: 'ephemeral' });
    const alice = aliceBySocket();
    await alice.calls('ask_hr');
    await vi.waitFor(() => expect(world.slack.workspace.opened).toHaveLength(1));
    const [form] = world.slack.workspace.opened;
    if (form === undefined) throw new Error('no form');
    const { body } = await alice.submits(form, { question: { text: '' } });
    expect(JSON.parse(body)).toMatchObject({ response_action: 'errors' });
  });

  it('does not acknowledge what was not kept, so that it comes again', async () => {
    conversations.store = 'gone';
    await expect(aliceBySocket().says('你好')).rejects.toThrow('not acknowledged');
    conversations.store = 'there';
    await aliceBySocket().says('你好');
    expect(conversations.reached).toHaveLength(1);
  });

  it('that breaks is opened again', async () => {
    world.slack.socket.break();
    await vi.waitFor(() => expect(world.slack.socket.open()).toBe(1), { timeout: 8_000 });
    await aliceBySocket().says('還在嗎');
    expect(conversations.reached).toHaveLength(1);
  });

  it('whose token is refused in the meantime is tried again, and ends nothing', async () => {
    world.slack.token = 'token_revoked';
    world.slack.socket.break();
    await vi.waitFor(() => expect(world.problems).toContain('the socket to Slack cannot be opened'), {
      timeout: 8_000,
    });
    world.slack.token = 'valid';
    await vi.waitFor(() => expect(world.slack.socket.open()).toBe(1), { timeout: 8_000 });
  });

  it('leaves no path for requests without a signing secret', async () => {
    expect((await fetch(world.url, { method: 'POST' })).status).toBe(404);
  });

  it('is closed by the stop, and stays closed', async () => {
    await world.channel.stop();
    await vi.waitFor(() => expect(world.slack.socket.open()).toBe(0));
  });
});

it('a program whose socket cannot be opened starts all the same', async () => {
  const other = await openSlackWorld(conversations, () => ({ appToken: 'xapp-wrong', signingSecret: null }));
  await other.channel.start();
  expect(other.problems).toContain('the socket to Slack cannot be opened');
  await other.stop();
});
