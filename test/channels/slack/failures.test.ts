import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPace } from '../../../adapters/channels/slack/pace.ts';
import { outgoingTo } from './outgoing.ts';
import { long, saying, step } from './sample-replies.ts';
import { openSendingWorld, restartSending, type SendingWorld } from './sending-world.ts';

let world: SendingWorld;
beforeEach(async () => {
  world = await openSendingWorld();
});
afterEach(() => world.slack.stop());

describe('a failure', () => {
  it('of too many messages waits as long as Slack says', async () => {
    world.failAt('chat.postMessage', 0, 'ratelimited');
    const message = outgoingTo(step, world.inThread());
    expect(await world.outlet.deliver(message)).toEqual({ type: 'retry', afterMs: 1_000, problem: 'ratelimited' });
    expect((await world.deliverUntilSent(message, 2)).type).toBe('sent');
    expect(world.ours()).toHaveLength(1);
  });

  it.each(['error500', 'closeBefore', 'closeAfter', 'hangBefore', 'hangAfter'] as const)(
    'called %s is tried again, and the message stands there once',
    async (fault) => {
      world.failAt('chat.postMessage', 0, fault);
      const message = outgoingTo(step, world.inThread());
      const startedAt = performance.now();
      expect((await world.outlet.deliver(message)).type).toBe('retry');
      expect(performance.now() - startedAt).toBeLessThan(9_000);
      expect((await world.deliverUntilSent(message, 2)).type).toBe('sent');
      expect(world.ours()).toHaveLength(1);
    },
  );

  it('in the middle of several messages goes on from there', async () => {
    world.failAt('chat.postMessage', 1, 'closeAfter');
    const message = outgoingTo(long, world.inThread());
    expect((await world.outlet.deliver(message)).type).toBe('retry');
    await world.deliverUntilSent(message, 2);
    const keys = world.ours().map(({ metadata }) => metadata?.event_payload['key']);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toEqual(keys.toSorted());
  });

  it('that another process met is looked for as well', async () => {
    world.failAt('chat.postMessage', 0, 'closeAfter');
    const message = outgoingTo(step, { channel: 'U01ALICE' });
    await world.outlet.deliver(message);
    const sent = await restartSending(world).deliverUntilSent(message, 2);
    expect(sent).toEqual({ type: 'sent', receipt: world.ours()[0]?.ts });
    expect(world.ours()).toHaveLength(1);
  });

  it('of the look-up sends nothing', async () => {
    world.failAt('conversations.replies', 0, 'ratelimited');
    const message = outgoingTo(step, world.inThread(), { attempt: 2 });
    expect(await world.outlet.deliver(message)).toEqual({ type: 'retry', afterMs: 1_000, problem: 'ratelimited' });
    expect(await world.outlet.deliver({ ...message, attempt: 3 })).toMatchObject({ type: 'sent' });
    expect(world.methods()).toEqual(['conversations.replies', 'conversations.replies', 'chat.postMessage']);
  });

  it('in a channel whose messages may not be read is sent again rather than lost', async () => {
    const { ts } = world.slack.workspace.add({ channel: 'C01GEN', user: 'U01ALICE', text: '門檻？' });
    const thread = `slack:T01TEST:C01GEN:${ts}`;
    const message = outgoingTo(step, { channel: 'C01GEN', threadTs: ts }, { thread });
    world.failAt('chat.postMessage', 0, 'closeBefore');
    await world.outlet.deliver(message);
    expect((await world.deliverUntilSent(message, 2)).type).toBe('sent');
    expect(world.ours()).toHaveLength(1);
  });

  it.each([
    ['channel_not_found', { channel: 'C99NONE' }],
    ['not_in_channel', { channel: 'C03OUT' }],
  ])('%s is final', async (problem, target) => {
    expect(await world.outlet.deliver(outgoingTo(step, target))).toEqual({ type: 'refused', problem });
  });

  it('is_archived is final', async () => {
    world.slack.workspace.archived.add('C01GEN');
    const delivered = await world.outlet.deliver(outgoingTo(step, { channel: 'C01GEN' }));
    expect(delivered).toEqual({ type: 'refused', problem: 'is_archived' });
  });

  it('of the token waits for an operator, who is told', async () => {
    world.slack.token = 'token_revoked';
    const delivered = await world.outlet.deliver(outgoingTo(step, world.inThread()));
    expect(delivered).toEqual({ type: 'retry', afterMs: 300_000, problem: 'token_revoked' });
    expect(world.problems).toEqual(['a reply cannot be sent: token_revoked']);
  });
});

describe('the pace', () => {
  beforeEach(() => {
    world = restartSending(world, createPace());
  });

  it('is one message a second in a channel, and nobody is slowed down by Slack', async () => {
    world.slack.pace = 'one a second';
    const startedAt = performance.now();
    await world.deliverUntilSent(outgoingTo(saying('一'), { channel: world.direct }));
    await world.deliverUntilSent(outgoingTo(saying('二'), { channel: world.direct }));
    expect(performance.now() - startedAt).toBeGreaterThan(950);
    expect(world.slack.calls.map(({ outcome }) => outcome)).toEqual(['ok', 'ok']);
  });

  it('leaves to the outbox what would wait longer, and says how long', async () => {
    const together = await Promise.all(
      [1, 2, 3].map((count) => world.outlet.deliver(outgoingTo(saying(String(count)), { channel: world.direct }))),
    );
    const [, , last] = together;
    expect(last).toMatchObject({ type: 'retry', problem: 'paced' });
    expect(last?.type === 'retry' && last.afterMs).toBeGreaterThan(1_000);
  });

  it('is each channel’s own', async () => {
    world.slack.pace = 'one a second';
    const startedAt = performance.now();
    const users = ['U11', 'U12', 'U13'];
    await Promise.all(users.map((user) => world.outlet.deliver(outgoingTo(step, { user, channel: user }))));
    expect(performance.now() - startedAt).toBeLessThan(900);
    expect(world.ours()).toHaveLength(3);
  });
});
