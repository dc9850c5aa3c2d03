import type { Outgoing } from '../../adapters/store.ts';
import {
  breaking,
  longMs,
  must,
  mustEqual,
  replySaying,
  type StoreCheck,
  type StoreWorld,
  talk,
  textOf,
} from './store-world.ts';

const channelOf = ({ agency }: StoreWorld): string => `channel-${agency}`;

/** Puts these texts into the outbox, each a turn of its own. */
async function queue(world: StoreWorld, thread: string, texts: readonly string[]): Promise<void> {
  for (const text of texts)
    await talk(world, `${channelOf(world)}:${thread}`, text, [], {
      replies: [replySaying(text)],
      delivery: { target: '{}', occasion: 'asked' },
    });
}

const claim = (world: StoreWorld, limit = 99): Promise<readonly Outgoing[]> =>
  world.store.outbox.claimOutgoing([channelOf(world)], limit);

const textsOf = (messages: readonly Outgoing[]): readonly string[] => messages.map(({ reply }) => textOf(reply));

const only = (messages: readonly Outgoing[]): Outgoing => {
  const [message] = messages;
  if (message === undefined || messages.length !== 1) throw new Error(`${messages.length} messages instead of one`);
  return message;
};

/** What an `OutboxStore` promises. */
export const outboxStoreChecks: readonly StoreCheck[] = [
  {
    name: 'hands out the oldest message of a thread, and the next one after it was sent',
    async check(world) {
      await queue(world, '1', ['a', 'b']);
      const first = only(await claim(world));
      mustEqual(textOf(first.reply), 'a');
      mustEqual(await claim(world), []);
      await world.store.outbox.markSent(first, 'receipt');
      mustEqual(textsOf(await claim(world)), ['b']);
    },
    twin: (world) =>
      breaking(world, {
        outbox: {
          async claimOutgoing(channels, limit) {
            const first = await world.store.outbox.claimOutgoing(channels, limit);
            for (const message of first) await world.store.outbox.markSent(message, null);
            return [...first, ...(await world.store.outbox.claimOutgoing(channels, limit))];
          },
        },
      }),
  },
  {
    name: 'hands out other threads while one waits',
    async check(world) {
      for (const thread of ['1', '2', '3']) await queue(world, thread, [thread, 'later']);
      mustEqual(textsOf(await claim(world)), ['1', '2', '3']);
    },
    twin: (world) =>
      breaking(world, {
        outbox: { claimOutgoing: async (channels) => world.store.outbox.claimOutgoing(channels, 1) },
      }),
  },
  {
    name: 'hands out no more than asked for, and only of these channels',
    async check(world) {
      for (const thread of ['1', '2', '3']) await queue(world, thread, [thread]);
      mustEqual(await world.store.outbox.claimOutgoing(['elsewhere'], 9), []);
      mustEqual(await world.store.outbox.claimOutgoing([], 9), []);
      mustEqual(textsOf(await claim(world, 2)), ['1', '2']);
    },
    twin: (world) =>
      breaking(world, {
        outbox: { claimOutgoing: () => world.store.outbox.claimOutgoing([channelOf(world)], 99) },
      }),
  },
  {
    name: 'hands a message to one of many who ask at once',
    async check(world) {
      for (const thread of ['1', '2', '3', '4']) await queue(world, thread, [thread]);
      const claims = await Promise.all(Array.from({ length: 6 }, () => claim(world)));
      mustEqual(textsOf(claims.flat()).toSorted(), ['1', '2', '3', '4']);
    },
    twin(world) {
      let asked: Promise<readonly Outgoing[]> | null = null;
      return breaking(world, {
        outbox: {
          claimOutgoing(channels, limit) {
            asked ??= world.store.outbox.claimOutgoing(channels, limit);
            return asked;
          },
        },
      });
    },
  },
  {
    name: 'hands out again what a sender who died had, under the same key',
    async check(world) {
      await queue(world, '1', ['a']);
      const first = only(await claim(world));
      world.clock.advance(longMs);
      const second = only(await claim(world));
      mustEqual([first.attempt, second.attempt], [1, 2]);
      mustEqual(second.idempotencyKey, first.idempotencyKey);
      mustEqual(await claim(world), []);
    },
    twin: (world) =>
      breaking(world, {
        outbox: {
          async claimOutgoing(channels, limit) {
            const messages = await world.store.outbox.claimOutgoing(channels, limit);
            return messages.map((one) => ({ ...one, idempotencyKey: `${one.idempotencyKey}${one.attempt}` }));
          },
        },
      }),
  },
  {
    name: 'gives every message a key of its own',
    async check(world) {
      await talk(world, `${channelOf(world)}:1`, 'a', [], {
        replies: ['1', '2'].map(replySaying),
        delivery: { target: '{}', occasion: 'asked' },
      });
      await queue(world, '1', ['3']);
      await queue(world, '2', ['4']);
      const keys = new Set<string>();
      for (let round = 0; round < 4; round++)
        for (const message of await claim(world)) {
          keys.add(message.idempotencyKey);
          await world.store.outbox.markSent(message, null);
        }
      mustEqual(keys.size, 4, 'keys');
    },
    twin: (world) =>
      breaking(world, {
        outbox: {
          async claimOutgoing(channels, limit) {
            const messages = await world.store.outbox.claimOutgoing(channels, limit);
            for (const message of messages) await world.store.outbox.markSent(message, null);
            return messages.map((one) => ({ ...one, idempotencyKey: one.thread }));
          },
        },
      }),
  },
  {
    name: 'never hands out again what was sent',
    async check(world) {
      await queue(world, '1', ['a']);
      const message = only(await claim(world));
      await world.store.outbox.markSent(message, 'receipt');
      await world.store.outbox.markFailed(message, 'too late', world.clock.now());
      world.clock.advance(longMs);
      mustEqual(await claim(world), []);
    },
    twin: (world) => breaking(world, { outbox: { markSent: async () => undefined } }),
  },
  {
    name: 'hands out what failed when its time has come, and nothing of the thread before',
    async check(world) {
      await queue(world, '1', ['a', 'b']);
      const message = only(await claim(world));
      await world.store.outbox.markFailed(message, 'busy', world.clock.now() + 500);
      mustEqual(await claim(world), []);
      world.clock.advance(500);
      mustEqual(textsOf(await claim(world)), ['a']);
    },
    twin: (world) =>
      breaking(world, {
        outbox: { markFailed: (message, problem) => world.store.outbox.markFailed(message, problem, 0) },
      }),
  },
  {
    name: 'never hands out the dead, counts them, and goes on with the next',
    async check(world) {
      const before = await world.store.outbox.countOutgoing();
      await queue(world, '1', ['a', 'b']);
      await world.store.outbox.markFailed(only(await claim(world)), 'gone', null);
      mustEqual(textsOf(await claim(world)), ['b']);
      world.clock.advance(longMs);
      mustEqual(textsOf(await claim(world)), ['b']);
      const after = await world.store.outbox.countOutgoing();
      mustEqual([after.waiting - before.waiting, after.dead - before.dead], [1, 1]);
    },
    twin: (world) =>
      breaking(world, {
        outbox: { markFailed: (message, problem) => world.store.outbox.markFailed(message, problem, 2 ** 52) },
      }),
  },
  {
    name: 'keeps no text of what was sent',
    async check(world) {
      await queue(world, '1', ['marked']);
      await world.store.outbox.markSent(only(await claim(world)), 'receipt');
      const rows = await world.store.engine.db
        .selectFrom('outbox')
        .selectAll()
        .where('agency', '=', world.agency)
        .where('state', '=', 'sent')
        .execute();
      must(rows.length === 1 && !JSON.stringify(rows).includes('marked'), 'a text is kept');
    },
    twin: (world) =>
      breaking(world, {
        outbox: { markSent: (message, receipt) => world.store.outbox.markSent(message, `${receipt}marked`) },
      }),
  },
];
