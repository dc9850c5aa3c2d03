import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { channelWording } from '../../../prompts/index.ts';
import { envelope } from './fake-person.ts';
import { aliceThread, openScriptedWorld, type ScriptedWorld } from './scripted-world.ts';

const wording = channelWording['zh-TW'];

let world: ScriptedWorld;

beforeEach(async () => {
  world = await openScriptedWorld();
});
afterEach(() => world.stop());

describe('a message', () => {
  it('in the Messages tab is kept in the one private thread, and answered under itself', async () => {
    const { answered, message } = await world.alice.says('我還差幾小時？');
    expect(answered.status).toBe(200);
    const [one] = world.reached('accept');
    expect(one).toMatchObject({
      address: {
        agency: 'test',
        channel: 'slack',
        account: 'T01TEST/U01ALICE',
        thread: aliceThread,
        audience: 'private',
        privately: null,
      },
      message: { text: '我還差幾小時？', choice: null },
      event: `m:${message.ts}`,
    });
    expect(world.targets('accept')[0]).toEqual({
      team: 'T01TEST',
      user: 'U01ALICE',
      channel: world.alice.direct,
      threadTs: message.ts,
      responseUrl: null,
    });
  });

  it('in a thread of the Messages tab is the same private thread, answered in that one', async () => {
    const { message } = await world.alice.says('第一句');
    await world.alice.says('第二句', message.ts);
    expect(world.reached('accept').map(({ address }) => address.thread)).toEqual([aliceThread, aliceThread]);
    expect(world.targets('accept')).toMatchObject([{ threadTs: message.ts }, { threadTs: message.ts }]);
  });

  it('that comes again is known, and nothing is shown twice', async () => {
    const { payload } = await world.alice.says('你好');
    const again = await world.send(payload, { retry: 1 });
    expect(again.status).toBe(200);
    await vi.waitFor(() => expect(world.slack.workspace.statusesEver).toHaveLength(1));
    expect(new Set(world.reached('accept').map(({ event }) => event)).size).toBe(1);
  });

  it('shows in Chinese that it is being answered', async () => {
    await world.alice.says('你好');
    await vi.waitFor(() => expect(world.slack.workspace.statusesEver).toEqual([wording.status[0]]));
  });

  it('is told without the signs that Slack puts into it', async () => {
    await world.alice.says(
      'A &lt;B&gt; &amp; C <https://example.com/a|說明> <#C01GEN|general> <@U02BOB> <mailto:a@example.com|a@example.com>',
    );
    expect(world.reached('accept')[0]?.message.text).toBe('A <B> & C 說明 #general @U02BOB a@example.com');
  });

  it('of a picture without words is kept without words', async () => {
    const { slack, alice } = world;
    const event = {
      type: 'message',
      subtype: 'file_share',
      user: 'U01ALICE',
      ts: '1.1',
      channel: alice.direct,
      channel_type: 'im',
      files: [{}],
    };
    expect((await world.send(envelope(slack, event))).status).toBe(200);
    expect(world.reached('accept')[0]?.message).toEqual({ text: '', choice: null });
  });

  it('of 100 kB is kept', async () => {
    const { answered } = await world.alice.says('字'.repeat(33_000));
    expect(answered.status).toBe(200);
    expect(world.reached('accept')).toHaveLength(1);
  });

  it.each([
    ['of a bot', { bot_id: 'B01', user: 'U09BOT' }, 'a message of a bot'],
    ['of the assistant itself', { user: 'U0BOT' }, 'a message of a bot'],
    ['that tells of a topic', { subtype: 'channel_topic' }, 'a message of another subtype'],
    ['of a reminder', { subtype: 'reminder_add' }, 'a message of another subtype'],
  ])('%s is ignored', async (_, changes, reason) => {
    const { slack, alice } = world;
    const event = {
      type: 'message',
      user: 'U01ALICE',
      text: '你好',
      ts: '1.1',
      channel: alice.direct,
      channel_type: 'im',
      ...changes,
    };
    expect((await world.send(envelope(slack, event))).status).toBe(200);
    expect(world.conversations.reached).toEqual([]);
    expect(world.ignored).toEqual([reason]);
  });
});

describe('a mention', () => {
  it('is kept in the thread of the channel, with the private way for what is personal', async () => {
    const { message } = await world.alice.mentions('門檻是幾小時？');
    const [one] = world.reached('accept');
    expect(one).toMatchObject({
      address: {
        thread: `slack:T01TEST:C01GEN:${message.ts}`,
        audience: 'public',
        account: 'T01TEST/U01ALICE',
        privately: { thread: aliceThread },
      },
      message: { text: '門檻是幾小時？' },
    });
    expect(world.targets('accept')).toMatchObject([{ channel: 'C01GEN', threadTs: message.ts }]);
    expect(JSON.parse(one?.address.privately?.target ?? '')).toMatchObject({ channel: 'U01ALICE', threadTs: null });
    expect(world.slack.workspace.statusesEver).toEqual([]);
  });

  it('in a thread is answered in that thread', async () => {
    const { message } = await world.bob.mentions('先問一句');
    await world.alice.mentions('那進階的呢？', 'C01GEN', message.ts);
    expect(world.reached('accept')[1]?.address.thread).toBe(`slack:T01TEST:C01GEN:${message.ts}`);
  });

  it('that comes as a message as well is one event', async () => {
    const { message } = await world.alice.mentions('你好');
    const event = {
      type: 'message',
      user: 'U01ALICE',
      text: message.text,
      ts: message.ts,
      channel: 'C01GEN',
      channel_type: 'channel',
    };
    await world.send(envelope(world.slack, event));
    const [first, second] = world.reached('accept');
    expect(second).toEqual(first);
  });

  it('is needed in a channel', async () => {
    const event = {
      type: 'message',
      user: 'U01ALICE',
      text: '午餐吃什麼',
      ts: '1.1',
      channel: 'C01GEN',
      channel_type: 'channel',
    };
    await world.send(envelope(world.slack, event));
    expect(world.ignored).toEqual(['a message in a channel that does not mention the assistant']);
  });
});

describe('what is changed or taken back', () => {
  it('new words are a new message under the same thread, and the old ones are forgotten', async () => {
    const said = await world.alice.says('我還差幾小時');
    await world.alice.edits(said, '我還差幾小時？請以今天為準');
    const [first, second] = world.reached('accept');
    expect(second?.message.text).toBe('我還差幾小時？請以今天為準');
    expect(second?.event).toMatch(new RegExp(`^${first?.event}:`));
    expect(world.targets('accept')[1]).toEqual(world.targets('accept')[0]);
    expect(world.reached('withdraw')).toMatchObject([{ address: { thread: aliceThread }, event: first?.event }]);
  });

  it('a preview that Slack adds is no new message', async () => {
    const { message } = await world.alice.says('看 https://example.com');
    const same = { user: 'U01ALICE', ts: message.ts, text: message.text };
    await world.send(
      envelope(world.slack, {
        type: 'message',
        subtype: 'message_changed',
        channel: world.alice.direct,
        channel_type: 'im',
        message: same,
        previous_message: same,
      }),
    );
    expect(world.reached('accept')).toHaveLength(1);
    expect(world.ignored).toEqual(['a message whose words are the same']);
  });

  it.each(['unanswered', 'answered'])('a deleted message that is %s is withdrawn', async (state) => {
    const said = await world.alice.says('不小心寫了個資');
    await vi.waitFor(() => expect(world.slack.workspace.statusesEver).toHaveLength(1));
    if (state === 'answered')
      world.slack.workspace.add({ channel: world.alice.direct, user: 'U0BOT', threadTs: said.message.ts });
    await world.alice.deletes(said);
    expect(world.reached('withdraw')).toMatchObject([
      { address: { thread: aliceThread }, event: `m:${said.message.ts}` },
    ]);
    await vi.waitFor(() => expect(world.slack.calls.at(-1)?.parameters['status']).toBe(''));
    expect(world.problems).toEqual([]);
  });
});
