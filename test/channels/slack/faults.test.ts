import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Outlet } from '../../../adapters/outlet.ts';
import type { Outgoing } from '../../../adapters/store.ts';
import type { Reply } from '../../../bot/index.ts';
import { createRandom, type Random } from '../../faults/random.ts';
import type { Fault } from './fake-slack.ts';
import { outgoingTo } from './outgoing.ts';
import { answer, long, saying, step } from './sample-replies.ts';
import { openSendingWorld, restartSending, type SendingWorld } from './sending-world.ts';

const replies = 300;
/** As many as the outbox sends at the same time. */
const atOnce = 16;
const attemptsMax = 22;

let world: SendingWorld;
beforeEach(async () => {
  world = await openSendingWorld();
});
afterEach(() => world.slack.stop());

/** A fault in three of ten calls; hanging ones are rare, because each takes seconds. */
function anyFault(random: Random): Fault | null {
  if (!random.chance(0.3)) return null;
  if (random.chance(0.02)) return random.chance(0.5) ? 'hangBefore' : 'hangAfter';
  const faults: readonly Fault[] = ['ratelimited', 'error500', 'closeBefore', 'closeAfter'];
  return faults[random.below(faults.length)] ?? null;
}

/** A reply that can be told from all others, of every kind: streamed, posted, in several messages. */
function replyNumber(index: number): Reply {
  const mark = `第${index}號`;
  const kind = [answer, step, saying('一句話'), long][index % 50 === 0 ? 3 : index % 3] ?? answer;
  return { ...kind, parts: [{ type: 'text', text: mark }, ...kind.parts] };
}

/** In a thread of their direct message, or as a message of its own. */
function messageFor(index: number): Outgoing {
  const user = `U1${index}`;
  const channel = world.slack.workspace.direct(user);
  const { ts } = world.slack.workspace.add({ channel, user, text: '問題' });
  return outgoingTo(replyNumber(index), index % 5 === 0 ? { user, channel: user } : { user, channel, threadTs: ts });
}

/** Tries as the outbox does, by a process that may have started since; what was sent may be forgotten and sent again. */
async function send(message: Outgoing, random: Random, outlets: Outlet[]): Promise<void> {
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    if (random.chance(0.1)) outlets.splice(random.below(outlets.length), 1, restartSending(world).outlet);
    const delivered = await outlets[random.below(outlets.length)]?.deliver({ ...message, attempt });
    if (delivered?.type === 'refused') throw new Error(`refused: ${delivered.problem}`);
    if (delivered?.type === 'sent' && !random.chance(0.05)) return;
  }
  throw new Error('dead');
}

it(`${replies} replies to ${replies} people under faults of every kind: none lost, none doubled`, async () => {
  const random = createRandom(20_261_122);
  world.slack.fault = () => anyFault(random);
  const outlets = [restartSending(world).outlet, restartSending(world).outlet];
  const waiting = Array.from({ length: replies }, (_, index) => messageFor(index));
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await send(next, random, outlets);
  };
  await Promise.all(Array.from({ length: atOnce }, work));

  const bots = world.slack.workspace.messages.filter(({ isBot }) => isBot);
  const copies = Array.from({ length: replies }, (_, index) => {
    const channel = world.slack.workspace.direct(`U1${index}`);
    const shown = bots.filter((one) => one.channel === channel);
    const keys = shown.map(({ metadata }) => String(metadata?.event_payload['key']));
    const inOrder = keys.every((key, at) => !key.includes('/') || key.endsWith(`/${at + 1}`));
    const marked = shown.filter(({ text }) => text.includes(`第${index}號`)).length;
    const whole = index % 50 === 0 ? shown.length >= 3 : shown.length === 1;
    const ended = shown.every(({ streaming }) => streaming !== 'in_progress');
    return whole && ended && inOrder && new Set(keys).size === keys.length && marked === 1
      ? 'once'
      : `${index} ${keys}`;
  });
  expect(copies.filter((one) => one !== 'once')).toEqual([]);
}, 120_000);
