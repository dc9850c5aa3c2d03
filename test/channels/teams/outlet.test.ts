import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { privateTargetOf, targetOf } from '../../../adapters/channels/teams/target.ts';
import * as replies from '../../web/replies.ts';
import { type Fault, retryAfterSeconds } from './fake-connector.ts';
import { createOutletWorld, hugeReply, longReply, type OutletWorld, shortReply } from './outlet-world.ts';
import { alice } from './people.ts';

let world: OutletWorld;
beforeEach(async () => {
  world = await createOutletWorld();
});
afterEach(() => world.connector.stop());

describe('deliver()', () => {
  it('sends a short reply as one message, and gives its id', async () => {
    expect(await world.outlet.deliver(world.outgoing(shortReply))).toEqual({
      type: 'sent',
      receipt: world.connector.chats.messages('a:alice')[0]?.id,
    });
    expect(world.steps()).toEqual(['plain 201']);
  });

  it('opens the chat of somebody once, and knows it from then on', async () => {
    const target = privateTargetOf(world.sceneAt('group', '19:group@thread.v2'));
    for (let time = 0; time < 2; time++)
      expect((await world.outlet.deliver(world.outgoing(shortReply, target))).type).toBe('sent');
    expect(world.connector.requests.map(({ path }) => path)).toEqual([
      'v3/conversations',
      'v3/conversations/a:alice/activities',
      'v3/conversations/a:alice/activities',
    ]);
    expect(world.texts()).toEqual(['收到。', '收到。']);
  });

  it('refuses where the app is not installed, where nothing is, and what is no target', async () => {
    world.connector.chats.block(alice.id);
    const blocked = privateTargetOf(world.sceneAt('group', '19:group@thread.v2'));
    expect(await world.outlet.deliver(world.outgoing(shortReply, blocked))).toEqual({
      type: 'refused',
      problem: '403 MessageWritesBlocked',
    });
    const nowhere = targetOf(world.sceneAt('personal', 'a:nobody'));
    expect(await world.outlet.deliver(world.outgoing(shortReply, nowhere))).toEqual({
      type: 'refused',
      problem: '404 ConversationNotFound',
    });
    for (const target of ['', '{}', 'null', '{"serviceUrl":7}'])
      expect(await world.outlet.deliver(world.outgoing(shortReply, target))).toEqual({
        type: 'refused',
        problem: 'no target',
      });
  });

  it('sends nothing to a forged service URL', async () => {
    const forged = JSON.stringify({
      ...JSON.parse(targetOf(world.sceneAt('personal', 'a:alice'))),
      serviceUrl: 'https://attacker.example/',
    });
    expect(await world.outlet.deliver(world.outgoing(shortReply, forged))).toEqual({
      type: 'refused',
      problem: '400 ServiceUrlNotTrusted',
    });
  });

  it('puts what nobody asked for into the activity feed, and streams none of it', async () => {
    await world.outlet.deliver(world.outgoing(longReply, targetOf(world.sceneAt('personal', 'a:alice')), 'unasked'));
    expect(world.connector.chats.messages('a:alice')[0]?.activity.channelData).toMatchObject({
      notification: { alert: true },
    });
    const alerts = world.connector.chats
      .messages('a:alice')
      .map(({ activity }) => activity.channelData?.['notification']);
    expect(alerts).toEqual([{ alert: true }, undefined]);
    expect(world.steps()).toEqual(['plain 201', 'plain 201']);
  });

  it('sends words and card apart, as Teams would do without telling an id, and gives the one with feedback', async () => {
    const { receipt } = z
      .object({ receipt: z.string() })
      .parse(await world.outlet.deliver(world.outgoing(replies.recommendation)));
    const [words, card] = world.connector.chats.messages('a:alice');
    expect([words?.id, words?.activity.attachments, card?.activity.text]).toEqual([receipt, undefined, undefined]);
    expect(words?.activity.channelData).toMatchObject({ feedbackLoop: { type: 'default' } });
    expect(card?.activity.channelData).toBeUndefined();
    for (const message of [words, card])
      expect(message?.activity.entities?.[0]?.['additionalType']).toEqual(['AIGeneratedContent']);
  });

  it('sends one reply once where it is asked for it twice at the same time', async () => {
    const message = world.outgoing(shortReply);
    const [one, other] = await Promise.all([world.outlet.deliver(message), world.outlet.deliver(message)]);
    expect(one).toEqual(other);
    expect(world.texts()).toHaveLength(1);
  });

  const passing: readonly (readonly [Fault, object])[] = [
    ['ratelimited', { type: 'retry', afterMs: retryAfterSeconds * 1_000, problem: '429 TooManyRequests' }],
    ['error500', { type: 'retry', afterMs: null, problem: '500 ServiceError' }],
    ['closeBefore', { type: 'retry', afterMs: null, problem: expect.stringContaining('no answer') }],
    ['hangBefore', { type: 'retry', afterMs: null, problem: expect.stringContaining('no answer') }],
  ];
  for (const [fault, delivered] of passing) {
    it(`asks to try again after ${fault}, and then sends it once`, async () => {
      const message = world.outgoing(shortReply);
      world.connector.fault = () => fault;
      expect(await world.outlet.deliver(message)).toEqual(delivered);
      world.connector.fault = () => null;
      expect((await world.outlet.deliver({ ...message, attempt: 2 })).type).toBe('sent');
      expect(world.texts()).toEqual(['收到。']);
    });

    it(`goes on with the message at which it failed: ${fault}`, async () => {
      const message = world.outgoing(hugeReply);
      await world.outlet.deliver(message);
      const whole = world.texts();
      expect(whole.length).toBeGreaterThan(2);
      const again = world.outgoing(hugeReply);
      let count = 0;
      world.connector.fault = () => (++count === 2 ? fault : null);
      expect((await world.outlet.deliver(again)).type).toBe('retry');
      const last = await world.outlet.deliver({ ...again, attempt: 2 });
      expect(world.texts()).toEqual([...whole, ...whole]);
      const words = world.connector.chats.messages('a:alice').filter(({ activity }) => activity.text !== undefined);
      expect(last).toEqual({ type: 'sent', receipt: words.at(-1)?.id });
    });
  }

  it('cannot know of a message whose acknowledgement was lost: it comes twice rather than never', async () => {
    const message = world.outgoing(shortReply);
    world.connector.fault = () => 'closeAfter';
    expect((await world.outlet.deliver(message)).type).toBe('retry');
    world.connector.fault = () => null;
    expect((await world.outlet.deliver({ ...message, attempt: 2 })).type).toBe('sent');
    expect(world.texts()).toEqual(['收到。', '收到。']);
  });
});
