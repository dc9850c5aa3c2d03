import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Composition, composeConversations } from '../../../adapters/compose.ts';
import { createMetrics } from '../../../adapters/metrics.ts';
import type { Outlet } from '../../../adapters/outlet.ts';
import type { FakeMessage } from './fake-workspace.ts';
import { openSlackWorld, type SlackWorld } from './slack-world.ts';

let composition: Composition;
let world: SlackWorld;

beforeEach(async () => {
  const outlets: Outlet[] = [];
  composition = await composeConversations({
    place: { kind: 'memory' },
    clock: { now: () => Date.now(), today: () => '2026-11-22' },
    outlets,
    metrics: createMetrics(),
    log: pino({ level: 'silent' }),
  });
  world = await openSlackWorld(composition.turns);
  outlets.push(world.channel.outlet);
});
afterEach(async () => {
  await world.stop();
  await composition.stop();
});

/** What the assistant has said, oldest first. */
function replies(): readonly FakeMessage[] {
  return world.slack.workspace.messages.filter(({ isBot, streaming }) => isBot && streaming !== 'in_progress');
}

/** Waits for so many replies, and gives the newest. */
async function newest(count: number): Promise<FakeMessage> {
  await vi.waitFor(() => expect(replies()).toHaveLength(count), { timeout: 10_000 });
  const last = replies().at(-1);
  if (last === undefined) throw new Error('no reply');
  return last;
}

/** The button of a message that says this. */
function buttonOf(message: FakeMessage, label: string) {
  const elements = JSON.stringify(message.blocks).match(/\{"type":"button".*?"value":"[^"]*"[^}]*\}/g) ?? [];
  const button = elements.map((one) => JSON.parse(one)).find(({ text }) => text.text.includes(label));
  if (button === undefined) throw new Error(`no button ${label} in ${elements}`);
  return button;
}

describe('a conversation', () => {
  it('in the Messages tab is answered with its sources under the question, once', async () => {
    const { message, payload } = await world.alice.says('學習時數要幾小時？');
    await world.send(payload, { retry: 1 });
    const reply = await newest(1);
    expect(reply).toMatchObject({ channel: world.alice.direct, threadTs: message.ts });
    expect(JSON.stringify(reply.blocks)).toContain('依據');
    await world.alice.taps(reply, buttonOf(reply, '看依據'));
    await vi.waitFor(() => expect(world.slack.workspace.opened).toHaveLength(1));
  });

  it('keeps what was thought of an answer with its turn', async () => {
    await world.alice.says('學習時數要幾小時？');
    const reply = await newest(1);
    await vi.waitFor(async () => {
      await world.alice.taps(reply, { action_id: 'feedback', value: 'useful' });
      expect(world.slack.workspace.messages.at(-1)?.text).toContain('謝謝');
    });
  });

  it('by buttons goes from step to step', async () => {
    await world.alice.says('我是哪一種AI人才？');
    const first = await newest(1);
    const step = JSON.stringify(first.blocks).includes('"choice:1"') ? first : await newest(2);
    const [, label = ''] =
      /"action_id":"choice:1","text":\{"type":"plain_text","text":"([^"]+)"/.exec(JSON.stringify(step.blocks)) ?? [];
    await world.alice.taps(step, buttonOf(step, label));
    const second = await newest(replies().length + 1);
    expect(second.threadTs).toBe(step.threadTs);
    expect(JSON.stringify(step.blocks)).toContain('已選');
  });

  it('in a channel is answered in its thread, and what is personal in private', async () => {
    const { message } = await world.alice.mentions('學習時數要幾小時？');
    expect(await newest(1)).toMatchObject({ channel: 'C01GEN', threadTs: message.ts });
    await world.alice.mentions('我還差幾小時？');
    await newest(3);
    const [, ...personal] = replies();
    expect(personal.map(({ channel }) => channel).toSorted()).toEqual(['C01GEN', world.alice.direct]);
    const inPublic = personal.find(({ channel }) => channel === 'C01GEN');
    expect(JSON.stringify(inPublic)).not.toContain('小時');
  });

  it('by the command is seen by nobody else', async () => {
    await world.alice.commands('學習時數要幾小時？');
    expect(await newest(1)).toMatchObject({ channel: 'C01GEN', onlyFor: 'U01ALICE' });
  });

  it('begins with a welcome, once', async () => {
    await world.alice.opens('messages');
    const welcome = await newest(1);
    expect(welcome).toMatchObject({ channel: world.alice.direct, threadTs: null });
    await world.alice.opens('messages');
    await world.alice.says('學習時數要幾小時？');
    await newest(2);
    expect(world.slack.workspace.prompts.get(world.alice.direct)?.length).toBeGreaterThan(0);
  });
});
