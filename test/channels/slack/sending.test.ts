import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Fault } from './fake-slack.ts';
import { outgoingTo } from './outgoing.ts';
import { answer, long, saying, step } from './sample-replies.ts';
import { openSendingWorld, type SendingWorld } from './sending-world.ts';

let world: SendingWorld;
beforeEach(async () => {
  world = await openSendingWorld();
});
afterEach(() => world.slack.stop());

describe('a reply', () => {
  it('in private is posted under the question, with words for notifications and its key', async () => {
    const sent = await world.outlet.deliver(outgoingTo(step, world.inThread()));
    const [message] = world.ours();
    expect(sent).toEqual({ type: 'sent', receipt: message?.ts });
    expect(message).toMatchObject({
      channel: world.direct,
      threadTs: world.asked.ts,
      text: expect.stringContaining('您的工作'),
    });
    expect(message?.metadata).toMatchObject({ event_type: 'assistant_reply' });
    expect(world.slack.calls[0]?.parameters).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false' });
  });

  it('to somebody of whom only the id is known goes to the world.direct message', async () => {
    await world.outlet.deliver(outgoingTo(step, {}));
    expect(world.ours()).toMatchObject([{ channel: world.direct, threadTs: null }]);
  });

  it('that nobody asked for is a message of its own', async () => {
    await world.outlet.deliver(outgoingTo(step, world.inThread(), { occasion: 'unasked' }));
    expect(world.ours()).toMatchObject([{ channel: world.direct, threadTs: null }]);
  });

  it('in several messages is sent in order, and what is rated is the last of them', async () => {
    const sent = await world.deliverUntilSent(outgoingTo(long, world.inThread()));
    expect(world.ours().length).toBeGreaterThan(1);
    expect(sent).toEqual({ type: 'sent', receipt: world.ours().at(-1)?.ts });
    expect(world.ours().map(({ metadata }) => metadata?.event_payload['key'])).toEqual(
      world.ours().map((_, index) => expect.stringMatching(new RegExp(`/${index + 1}$`))),
    );
  });

  it('stands by itself where its question was deleted', async () => {
    world.slack.workspace.messages.length = 0;
    await world.outlet.deliver(outgoingTo(step, world.inThread()));
    expect(world.ours()).toMatchObject([{ channel: world.direct, threadTs: null }]);
  });

  it('waits for the status of its thread, so that none stays below the answer', async () => {
    const message = outgoingTo(step, world.inThread());
    world.status.show(JSON.parse(message.target));
    await world.outlet.deliver(message);
    expect(world.methods()).toEqual(['assistant.threads.setStatus', 'chat.postMessage']);
    expect(world.slack.workspace.statuses.size).toBe(0);
  });

  it('to a burst leaves no status under its earlier messages, whose threads it would lock', async () => {
    const later = world.slack.workspace.add({ channel: world.direct, user: 'U01ALICE', text: '我是說進階' });
    const message = outgoingTo(step, { channel: world.direct, threadTs: later.ts });
    world.status.show(JSON.parse(outgoingTo(step, world.inThread()).target));
    world.status.show(JSON.parse(message.target));
    await world.outlet.deliver(message);
    await vi.waitFor(() => expect(world.slack.workspace.statusesEver).toContain(''));
    expect(world.slack.workspace.statuses.size).toBe(0);
  });

  it('for an unknown target is refused', async () => {
    expect(await world.outlet.deliver({ ...outgoingTo(step, {}), target: 'nonsense' })).toMatchObject({
      type: 'refused',
    });
  });
});

describe('a stream', () => {
  it('begins under the question, grows, and ends with sources, buttons and its key', async () => {
    const sent = await world.outlet.deliver(outgoingTo(answer, world.inThread()));
    const [message] = world.ours();
    expect(sent).toEqual({ type: 'sent', receipt: message?.ts });
    expect(message).toMatchObject({
      streaming: 'completed',
      threadTs: world.asked.ts,
      text: expect.stringContaining('三小時'),
    });
    expect(JSON.stringify(message?.blocks)).toContain('feedback_buttons');
    expect(message?.metadata?.event_payload).toEqual({ key: expect.stringMatching(/^key-\d+$/) });
    expect(world.methods()).not.toContain('chat.postMessage');
  });

  it('is not used in public', async () => {
    const asked = world.slack.workspace.add({ channel: 'C01GEN', user: 'U01ALICE', text: '門檻？' });
    const thread = `slack:T01TEST:C01GEN:${asked.ts}`;
    await world.outlet.deliver(outgoingTo(answer, { channel: 'C01GEN', threadTs: asked.ts }, { thread }));
    expect(world.methods()).toEqual(['chat.postMessage']);
  });

  const broken: readonly (readonly [string, string, Fault])[] = [
    ['that cannot begin', 'chat.startStream', 'ratelimited'],
    ['that cannot end', 'chat.stopStream', 'error500'],
    ['whose end is lost', 'chat.stopStream', 'closeAfter'],
  ];
  it.each(broken)('%s becomes one message', async (_, method, fault) => {
    world.failAt(method, 0, fault);
    await world.deliverUntilSent(outgoingTo(answer, world.inThread()));
    expect(world.ours()).toMatchObject([{ streaming: null, text: expect.stringContaining('三小時') }]);
  });

  it('of which nobody knows whether it began is ended by the next attempt', async () => {
    world.failAt('chat.startStream', 0, 'closeAfter');
    const message = outgoingTo(answer, world.inThread());
    expect(await world.outlet.deliver(message)).toMatchObject({ type: 'retry' });
    expect(world.ours()).toMatchObject([{ streaming: 'in_progress' }]);
    await world.outlet.deliver({ ...message, attempt: 2 });
    expect(world.ours()).toMatchObject([{ streaming: null }]);
  });

  it('is for fifteen replies in a minute, because Slack takes some twenty', async () => {
    for (let count = 0; count < 18; count += 1) {
      const user = `U1${count}`;
      const channel = world.slack.workspace.direct(user);
      const { ts } = world.slack.workspace.add({ channel, user, text: '門檻？' });
      await world.outlet.deliver(outgoingTo(answer, { user, channel, threadTs: ts }));
    }
    const called = Object.groupBy(world.methods(), (method) => method);
    expect(called['chat.startStream']).toHaveLength(15);
    expect(called['chat.postMessage']).toHaveLength(3);
  });

  it('is not tried any more once Slack has refused three', async () => {
    world.slack.missing.add('chat.startStream');
    for (const user of ['U11', 'U12', 'U13', 'U14', 'U15']) {
      const channel = world.slack.workspace.direct(user);
      const { ts } = world.slack.workspace.add({ channel, user, text: '門檻？' });
      await world.deliverUntilSent(outgoingTo(answer, { user, channel, threadTs: ts }));
    }
    expect(world.methods().filter((method) => method === 'chat.startStream')).toHaveLength(3);
    expect(world.ours()).toHaveLength(5);
  });
});

describe('a response URL', () => {
  it('takes the reply for one person alone, without what can be rated', async () => {
    const responseUrl = world.slack.responseUrl('U01ALICE', 'C01GEN');
    expect(await world.outlet.deliver(outgoingTo(answer, { responseUrl }))).toEqual({ type: 'sent', receipt: null });
    expect(world.ours()).toMatchObject([{ channel: 'C01GEN', onlyFor: 'U01ALICE' }]);
    expect(JSON.stringify(world.ours()[0]?.blocks)).not.toContain('feedback_buttons');
  });

  it('that takes nothing any more leaves the world.direct message', async () => {
    const responseUrl = world.slack.responseUrl('U01ALICE', 'C01GEN');
    const replies = Array.from({ length: 6 }, (_, index) => outgoingTo(saying(`第${index + 1}則`), { responseUrl }));
    for (const reply of replies) await world.deliverUntilSent(reply);
    expect(world.ours().map(({ channel }) => channel)).toEqual([...Array(5).fill('C01GEN'), world.direct]);
  });

  it('of somebody else is never called', async () => {
    const called = vi.spyOn(globalThis, 'fetch');
    await world.outlet.deliver(outgoingTo(step, { responseUrl: 'https://hooks.slack.com.example.com/x' }));
    expect(called.mock.calls.map(([url]) => String(url))).not.toContain('https://hooks.slack.com.example.com/x');
    called.mockRestore();
    expect(world.ours()).toMatchObject([{ channel: world.direct }]);
  });
});
