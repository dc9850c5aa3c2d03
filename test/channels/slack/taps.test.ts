import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { renderReply } from '../../../adapters/channels/slack/render-reply.ts';
import { channelWording } from '../../../prompts/index.ts';
import { step as stepReply } from './sample-replies.ts';
import { aliceThread, openScriptedWorld, type ScriptedWorld } from './scripted-world.ts';

const wording = channelWording['zh-TW'];

let world: ScriptedWorld;

beforeEach(async () => {
  world = await openScriptedWorld();
});
afterEach(() => world.stop());

describe('a button', () => {
  const choice = {
    type: 'button',
    action_id: 'choice:1',
    value: 'interview:1:a',
    text: { type: 'plain_text', text: '會' },
  };

  async function shown(channel: string, threadTs: string | null = null) {
    const [message] = renderReply(stepReply, 'asked');
    return world.slack.workspace.add({
      channel,
      user: 'U0BOT',
      threadTs,
      text: message?.text ?? '',
      blocks: message?.blocks ?? [],
    });
  }

  it('in private says its label and carries its value, and its message shows what was taken', async () => {
    const { message } = await world.alice.says('開始訪談');
    const step = await shown(world.alice.direct, message.ts);
    expect((await world.alice.taps(step, choice)).status).toBe(200);
    expect(world.reached('accept')[1]).toMatchObject({
      address: { thread: aliceThread },
      message: { text: '會', choice: 'interview:1:a' },
    });
    expect(world.targets('accept')[1]).toMatchObject({ channel: world.alice.direct, threadTs: message.ts });
    await vi.waitFor(() => expect(JSON.stringify(step.blocks)).toContain(wording.chosen('會')));
    expect(JSON.stringify(step.blocks)).not.toContain('choice:1');
  });

  it('below a streamed text is not marked, because an update would show the text twice', async () => {
    const message = await shown(world.alice.direct);
    await world.alice.taps(message, { ...choice, block_id: 'streamed:1' });
    expect(world.reached('accept')).toHaveLength(1);
    expect(world.slack.calls.filter(({ method }) => method === 'chat.update')).toEqual([]);
  });

  it('in a public thread may be tapped by anybody', async () => {
    const { message } = await world.alice.mentions('開始訪談');
    await world.bob.taps(await shown('C01GEN', message.ts), choice);
    expect(world.reached('accept')[1]?.address).toMatchObject({
      thread: `slack:T01TEST:C01GEN:${message.ts}`,
      account: 'T01TEST/U02BOB',
      privately: { thread: 'slack:T01TEST:@U02BOB' },
    });
  });

  it('of App Home is answered in the direct message', async () => {
    await world.alice.taps(null, choice);
    expect(world.targets('accept')).toMatchObject([{ channel: 'U01ALICE', threadTs: null }]);
  });

  it('of what only one person sees is answered there', async () => {
    const one = await shown('C01GEN');
    const onlyAlice = world.slack.workspace.add({ ...one, ts: '7.7', onlyFor: 'U01ALICE' });
    await world.alice.taps(onlyAlice, choice);
    expect(world.reached('accept')[0]?.address.thread).toBe(aliceThread);
    expect(world.targets('accept')).toMatchObject([{ responseUrl: expect.stringContaining('/hooks/') }]);
    expect(world.slack.calls.filter(({ method }) => method === 'chat.update')).toEqual([]);
  });

  it('that nobody knows is ignored', async () => {
    expect((await world.alice.taps(await shown(world.alice.direct), { action_id: 'launch' })).status).toBe(200);
    expect(world.ignored).toEqual(['an unknown action']);
  });

  it('tells who tapped where it could not be kept, because Slack does not send it again', async () => {
    world.conversations.store = 'gone';
    const message = await shown(world.alice.direct);
    expect((await world.alice.taps(message, choice)).status).toBe(200);
    await vi.waitFor(() =>
      expect(world.slack.workspace.messages.at(-1)).toMatchObject({
        text: wording.problem.tryAgain,
        onlyFor: 'U01ALICE',
      }),
    );
  });

  it('for sources opens the quoted passages', async () => {
    await world.alice.taps(await shown(world.alice.direct), { action_id: 'sources', value: 'F047' });
    await vi.waitFor(() => expect(world.slack.workspace.opened).toHaveLength(1));
    expect(JSON.stringify(world.slack.workspace.opened[0])).toContain('門檻為三小時。');
  });
});

describe('feedback', () => {
  async function answered() {
    const { message } = await world.alice.says('門檻？');
    return world.slack.workspace.add({
      channel: world.alice.direct,
      user: 'U0BOT',
      threadTs: message.ts,
      text: '三小時',
    });
  }

  it('useful is kept with the message, and thanked for', async () => {
    const message = await answered();
    await world.alice.taps(message, { action_id: 'feedback', value: 'useful' });
    expect(world.reached('rate')).toMatchObject([
      { address: { thread: aliceThread }, receipt: message.ts, rating: { useful: true, reason: '' } },
    ]);
    await vi.waitFor(() => expect(world.slack.workspace.messages.at(-1)?.text).toBe(wording.feedback.thanks));
  });

  it('of no use asks why, and keeps the reason with the same message', async () => {
    const message = await answered();
    await world.alice.taps(message, { action_id: 'feedback', value: 'not_useful' });
    await vi.waitFor(() => expect(world.slack.workspace.opened).toHaveLength(1));
    const [form] = world.slack.workspace.opened;
    if (form === undefined) throw new Error('no form');
    const sent = await world.alice.submits(form, { kind: { option: 'wrong' }, question: { text: '門檻改了' } });
    expect(sent).toMatchObject({ status: 200, body: '' });
    expect(world.reached('rate')).toMatchObject([
      { receipt: message.ts, rating: { useful: false, reason: '' } },
      { address: { thread: aliceThread }, receipt: message.ts, rating: { useful: false, reason: 'wrong：門檻改了' } },
    ]);
  });

  it('on what is no longer kept says so', async () => {
    world.conversations.turns = 'unknown';
    await world.alice.taps(await answered(), { action_id: 'feedback', value: 'not_useful' });
    await vi.waitFor(() => expect(world.slack.workspace.messages.at(-1)?.text).toBe(wording.feedback.gone));
    expect(world.slack.workspace.opened).toEqual([]);
  });
});
