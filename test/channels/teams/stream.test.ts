import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBotFramework } from '../../../adapters/channels/teams/bot-framework.ts';
import { targetOf } from '../../../adapters/channels/teams/target.ts';
import { type Fault, retryAfterSeconds } from './fake-connector.ts';
import { createOutletWorld, longReply, type OutletWorld } from './outlet-world.ts';
import { alice, bot } from './people.ts';
import { localSettings } from './teams-world.ts';

let world: OutletWorld;
beforeEach(async () => {
  world = await createOutletWorld();
});
afterEach(() => world.connector.stop());

describe('a stream', () => {
  it('tells what is done, shows a part and then the whole, at least 1.5 s apart', async () => {
    const delivered = await world.outlet.deliver(world.outgoing(longReply));
    expect(world.steps()).toEqual(['informative 201', 'streaming 202', 'final 202']);
    expect(world.pauses).toEqual([1_500, 1_500]);
    const [message] = world.connector.chats.messages('a:alice');
    expect(delivered).toEqual({ type: 'sent', receipt: message?.id });
    expect(message?.activity.text).toContain('[1][2]');
    expect(message?.activity.channelData).toMatchObject({ feedbackLoop: { type: 'default' } });
  });

  it('is for one-to-one chats only', async () => {
    world.connector.chats.install('19:group@thread.v2', 'group');
    await world.outlet.deliver(world.outgoing(longReply, targetOf(world.sceneAt('group', '19:group@thread.v2'))));
    expect(world.steps()).toEqual(['plain 201', 'plain 201']);
  });

  const faults: readonly Fault[] = ['ratelimited', 'error500', 'closeBefore', 'closeAfter', 'hangBefore', 'hangAfter'];
  for (const fault of faults)
    for (const at of [1, 2, 3])
      it(`brings the answer once where message ${at} meets ${fault}`, async () => {
        const message = world.outgoing(longReply);
        world.connector.fault = () => (world.connector.requests.length === at ? fault : null);
        let delivered = await world.outlet.deliver(message);
        for (let attempt = 2; delivered.type === 'retry' && attempt < 6; attempt++) {
          world.advance(delivered.afterMs ?? 1_000 * 2 ** attempt);
          delivered = await world.outlet.deliver({ ...message, attempt });
        }
        expect(delivered.type).toBe('sent');
        expect(world.texts()).toHaveLength(1);
        expect(world.texts()[0]).toContain('[1][2]');
      });

  it('honours what the platform asks to wait', async () => {
    world.connector.fault = () => (world.connector.requests.length === 1 ? 'ratelimited' : null);
    expect(await world.outlet.deliver(world.outgoing(longReply))).toMatchObject({
      type: 'retry',
      afterMs: retryAfterSeconds * 1_000,
    });
  });

  it('becomes plain messages where another stream is open in the chat', async () => {
    const place = { serviceUrl: world.connector.serviceUrl, conversationId: world.connector.chats.chatOf(alice.id) };
    const info = { type: 'streaminfo', streamType: 'informative', streamSequence: 1 };
    const open = {
      type: 'typing',
      text: '…',
      from: { id: bot.id },
      conversation: { id: place.conversationId },
      entities: [info],
    };
    await createBotFramework(localSettings).post(place, open, 1_000);
    expect((await world.outlet.deliver(world.outgoing(longReply))).type).toBe('sent');
    expect(world.steps()).toEqual(['informative 201', 'informative 403', 'plain 201', 'plain 201']);
  });

  it('becomes plain messages where its end comes after two minutes', async () => {
    const message = world.outgoing(longReply);
    world.connector.fault = () => (world.connector.requests.length === 3 ? 'error500' : null);
    expect((await world.outlet.deliver(message)).type).toBe('retry');
    world.advance(3 * 60_000);
    expect((await world.outlet.deliver({ ...message, attempt: 2 })).type).toBe('sent');
    expect(world.steps().slice(3)).toEqual(['final 403', 'plain 201', 'plain 201']);
    expect(world.texts()).toHaveLength(1);
  });
});
