import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAfterwards } from '../../../adapters/channels/teams/afterwards.ts';
import { renderEntity } from '../../../adapters/channels/teams/render-entity.ts';
import { targetOf } from '../../../adapters/channels/teams/target.ts';
import * as replies from '../../web/replies.ts';
import { retryAfterSeconds } from './fake-connector.ts';
import { createOutletWorld, type OutletWorld, shortReply } from './outlet-world.ts';

let world: OutletWorld;
beforeEach(async () => {
  world = await createOutletWorld();
});
afterEach(() => world.connector.stop());

describe('typing', () => {
  it('never comes after the answer that it announces', async () => {
    world.typing.show(world.sceneAt('personal', 'a:alice'));
    await world.outlet.deliver(world.outgoing(shortReply));
    expect(world.connector.requests.map(({ text }) => /"type":"(\w+)"/.exec(text)?.[1])).toEqual(['typing', 'message']);
  });

  it('does no harm where it fails', async () => {
    world.connector.fault = () => 'closeBefore';
    world.typing.show(world.sceneAt('personal', 'a:alice'));
    await expect(world.typing.settled('a:alice')).resolves.toBeUndefined();
  });
});

describe('afterwards', () => {
  let problems: unknown[] = [];
  beforeEach(() => {
    problems = [];
  });
  const create = () => createAfterwards({ ...world, onProblem: (what) => void problems.push(what) });
  const address = {
    agency: 'test',
    channel: 'teams',
    account: 'x',
    thread: 'teams:x',
    audience: 'private',
    privately: null,
  } as const;

  it('sends the replies in order, once for an event, and waits as long as the platform asks', async () => {
    const afterwards = create();
    world.connector.fault = () => (world.connector.requests.length === 1 ? 'ratelimited' : null);
    for (let time = 0; time < 2; time++)
      afterwards.send(
        address,
        targetOf(world.sceneAt('personal', 'a:alice')),
        'x:1',
        Promise.resolve([shortReply, replies.clarification]),
      );
    await afterwards.settle();
    expect(world.texts()).toHaveLength(2);
    expect(world.texts()[0]).toBe('收到。');
    expect(world.pauses[0]).toBe(retryAfterSeconds * 1_000);
    expect(problems).toEqual([]);
  });

  it('puts the label on a message once its card is drawn, also after a fault', async () => {
    const afterwards = create();
    await world.outlet.deliver(world.outgoing(shortReply));
    const [message] = world.connector.chats.messages('a:alice');
    world.connector.fault = () => (world.connector.requests.length === 2 ? 'closeAfter' : null);
    const label = { ...renderEntity(replies.recommendation, '') };
    const labelled = { type: 'message', text: '推薦課程。', summary: '推薦課程。', entities: [label] };
    afterwards.amend(targetOf(world.sceneAt('personal', 'a:alice')), message?.id ?? '', labelled);
    await afterwards.settle();
    expect(world.pauses).toEqual([1_500, 1_000]);
    expect(world.connector.chats.messages('a:alice')).toHaveLength(1);
    expect(JSON.stringify(message?.activity.entities)).toContain('AIGeneratedContent');
    expect(problems).toEqual([]);
  });

  it('tells an operator what it could not send', async () => {
    const afterwards = create();
    world.connector.fault = () => 'error500';
    afterwards.send(address, targetOf(world.sceneAt('personal', 'a:alice')), 'x:2', Promise.resolve([shortReply]));
    afterwards.send(
      address,
      targetOf(world.sceneAt('personal', 'a:alice')),
      'x:3',
      Promise.reject(new Error('the store is gone')),
    );
    await afterwards.settle();
    expect(problems).toHaveLength(2);
  });
});
