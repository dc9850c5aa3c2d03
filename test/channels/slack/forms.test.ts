import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { channelWording } from '../../../prompts/index.ts';
import { aliceThread, openScriptedWorld, type ScriptedWorld } from './scripted-world.ts';

const wording = channelWording['zh-TW'];

let world: ScriptedWorld;

beforeEach(async () => {
  world = await openScriptedWorld();
});
afterEach(() => world.stop());

describe('opening', () => {
  it('App Home shows the aliceThread things, with their buttons', async () => {
    await world.alice.opens('home');
    await vi.waitFor(() => expect(world.slack.workspace.homes.get('U01ALICE')).toBeDefined());
    expect(JSON.stringify(world.slack.workspace.homes.get('U01ALICE'))).toContain('怎麼報名');
  });

  it('App Home says so where the store is gone', async () => {
    world.conversations.store = 'gone';
    await world.alice.opens('home');
    await vi.waitFor(() =>
      expect(JSON.stringify(world.slack.workspace.homes.get('U01ALICE'))).toContain(wording.home.unavailable),
    );
  });

  it('the Messages tab welcomes once and suggests questions, without a thread', async () => {
    await world.alice.opens('messages');
    await world.alice.opens('messages');
    expect(world.reached('join')).toMatchObject([
      { address: { thread: aliceThread }, how: 'opened', event: 'opened' },
      { address: { thread: aliceThread }, how: 'opened', event: 'opened' },
    ]);
    await vi.waitFor(() => expect(world.slack.workspace.prompts.get(world.alice.direct)).toHaveLength(1));
  });

  it('members of the workspace and of the welcome channel are met once, in private', async () => {
    await world.bob.joins(null);
    await world.bob.joins('C02NEW');
    await world.bob.joins('C01GEN');
    expect(world.reached('join')).toMatchObject([
      { address: { thread: 'slack:T01TEST:@U02BOB' }, how: 'arrived', event: 'arrived' },
      { address: { thread: 'slack:T01TEST:@U02BOB' }, how: 'arrived', event: 'arrived' },
    ]);
    expect(world.targets('join')[0]).toMatchObject({ channel: 'U02BOB', threadTs: null });
    expect(world.ignored).toEqual(['somebody joined another channel']);
  });
});

describe('the command', () => {
  it.each(['', 'help', '說明'])('「%s」 helps at once, and nothing is kept', async (text) => {
    const { status, body } = await world.alice.commands(text);
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ response_type: 'ephemeral', text: expect.stringContaining('/hr') });
    expect(world.conversations.reached).toEqual([]);
  });

  it('asks in private, answered where only the person sees it', async () => {
    const { status, body } = await world.alice.commands('我還差幾小時？');
    expect([status, body]).toEqual([200, '']);
    expect(world.reached('accept')).toMatchObject([
      { address: { thread: aliceThread }, message: { text: '我還差幾小時？' } },
    ]);
    expect(world.targets('accept')).toMatchObject([
      { channel: 'U01ALICE', responseUrl: expect.stringContaining('/hooks/') },
    ]);
  });

  it('says plainly that it was not kept', async () => {
    world.conversations.store = 'gone';
    const { status, body } = await world.alice.commands('你好');
    expect(status).toBe(200);
    expect(JSON.parse(body)).toEqual({ response_type: 'ephemeral', text: wording.problem.tryAgain });
  });
});

describe('forms', () => {
  async function openedBy(shortcut: string, words?: string) {
    const message =
      words === undefined ? undefined : world.slack.workspace.add({ channel: 'C01GEN', user: 'U02BOB', text: words });
    expect((await world.alice.calls(shortcut, message)).status).toBe(200);
    await vi.waitFor(() => expect(world.slack.workspace.opened).toHaveLength(1));
    const [form] = world.slack.workspace.opened;
    if (form === undefined) throw new Error('no form');
    return form;
  }

  it('「問人事」 sends the question in private', async () => {
    const form = await openedBy('ask_hr');
    const sent = await world.alice.submits(form, { question: { text: '證照怎麼登錄？' } });
    expect(sent).toMatchObject({ status: 200, body: '' });
    expect(world.reached('accept')).toMatchObject([
      {
        address: { thread: aliceThread },
        message: { text: '證照怎麼登錄？', choice: null },
        event: `v:${form.id}:${form.id}.hash`,
      },
    ]);
  });

  it('「交給人事」 carries the words of the message, and hands them over', async () => {
    const form = await openedBy('hand_to_hr', '這個 &lt;案子&gt; 怎麼辦');
    expect(JSON.stringify(form.view)).toContain('這個 <案子> 怎麼辦');
    await world.alice.submits(form, { question: { text: '這個案子怎麼辦' } });
    expect(world.reached('accept')).toMatchObject([{ message: { text: '這個案子怎麼辦', choice: 'handoff:' } }]);
  });

  it.each([
    ['nothing', '   ', wording.problem.empty],
    ['too much', '字'.repeat(4_001), wording.problem.tooLong(4_000)],
  ])('with %s say what is wrong at the field', async (_, text, sentence) => {
    const form = await openedBy('ask_hr');
    const { body } = await world.alice.submits(form, { question: { text } });
    expect(JSON.parse(body)).toEqual({ response_action: 'errors', errors: { question: sentence } });
    expect(world.conversations.reached).toEqual([]);
  });

  it('sent twice are one message', async () => {
    const form = await openedBy('ask_hr');
    await world.alice.submits(form, { question: { text: '你好' } });
    const again = await world.alice.submits(form, { question: { text: '你好' } });
    expect(again).toMatchObject({ status: 200, body: '' });
    expect(new Set(world.reached('accept').map(({ event }) => event)).size).toBe(1);
  });

  it('say at the field that they were not kept', async () => {
    const form = await openedBy('ask_hr');
    world.conversations.store = 'gone';
    const { body } = await world.alice.submits(form, { question: { text: '你好' } });
    expect(JSON.parse(body)).toEqual({ response_action: 'errors', errors: { question: wording.problem.tryAgain } });
  });

  it('and shortcuts that nobody knows are ignored', async () => {
    expect((await world.alice.calls('draft_reply')).status).toBe(200);
    expect((await world.alice.submits({ id: 'V1', user: 'U01ALICE', view: { callback_id: 'other' } }, {})).status).toBe(
      200,
    );
    expect(world.ignored).toEqual(['an unknown shortcut', 'an unknown form']);
  });
});
