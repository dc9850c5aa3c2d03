import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Message } from '../../bot/index.ts';
import { addressOf, createEchoBot, createGate, createReplica, until } from './echo-bot.ts';
import { onEachPlace, places, useReplicas } from './store-places.ts';
import { given, longMs, type StoreWorld, textOf } from './store-world.ts';

const typed = (text: string): Message => ({ text, choice: null });

afterEach(() => {
  vi.useRealTimers();
});

onEachPlace(places, (kind) => {
  const replicas = useReplicas(kind, 2);
  const open = () => {
    const [world, other = world] = replicas();
    return { world: given(world), other: given(other) };
  };

  describe('two replicas', () => {
    it('that are fed the same events answer each once, with the same replies', async () => {
      const { world, other } = open();
      const bot = createEchoBot();
      const both = [createReplica(world, bot), createReplica(other, bot)];
      const events = ['1?', '2?', '3?', '4?', '5?'].flatMap((text) =>
        ['web:1', 'web:2', 'web:3'].map((t) => [t, text] as const),
      );
      const sent = events.flatMap(([thread, text]) =>
        both.map((turns) => turns.send(addressOf(world, thread), typed(text), text)),
      );
      const replies = (await Promise.all(sent)).map(([reply]) => textOf(reply));
      for (const at of events.keys()) expect(replies[2 * at]).toBe(replies[2 * at + 1]);
      expect(new Set(replies.map((text) => text.split(':')[1])).size).toBe(5);
      for (const thread of ['web:1', 'web:2', 'web:3']) {
        const kept = await both[0]?.transcript(addressOf(world, thread));
        expect(kept?.map((turn) => turn.said).toSorted()).toEqual(['1?', '2?', '3?', '4?', '5?']);
      }
    });

    it('that are pushed the same events send each reply once', async () => {
      const { world, other } = open();
      const both = [createReplica(world, createEchoBot()), createReplica(other, createEchoBot())];
      for (const text of ['1?', '2?', '3?'])
        await Promise.all(both.map((turns) => turns.accept(addressOf(world, 'push:1'), typed(text), text, '{}')));
      await until(async () => {
        for (const turns of both) await turns.sweep();
        return (await given(both[0]).transcript(addressOf(world, 'push:1'))).length === 3;
      }, 'all turns');
      await Promise.all(both.map((turns) => turns.settle()));
      const rows = await world.store.engine.db
        .selectFrom('outbox')
        .select('reply')
        .where('agency', '=', world.agency)
        .orderBy('seq')
        .execute();
      expect(rows.map(({ reply }) => textOf(JSON.parse(reply)))).toEqual(['1:1?', '2:2?', '3:3?']);
    });

    it('take over from each other after the lease, and what the dead one commits then changes nothing', async () => {
      const { world, other } = open();
      const gate = createGate();
      const slow = createReplica(
        world,
        createEchoBot(() => gate.passed),
      );
      const quick = createReplica(other, createEchoBot());
      await slow.accept(addressOf(world), typed('a?'), 'e1', '{}');
      await quick.sweep();
      await quick.settle();
      expect(await quick.transcript(addressOf(world))).toEqual([]);
      world.clock.advance(longMs);
      await quick.sweep();
      await quick.settle();
      expect((await quick.transcript(addressOf(world))).map((turn) => turn.said)).toEqual(['a?']);
      gate.open();
      await slow.settle();
      expect(await quick.transcript(addressOf(world))).toHaveLength(1);
      expect(await world.store.turns.claim(addressOf(world))).toBeNull();
    });

    it('that both think about the same event answer it once', async () => {
      const { world, other } = open();
      const gate = createGate();
      const bot = createEchoBot(() => gate.passed);
      const one = createReplica(world, bot).send(addressOf(world), typed('a?'), 'e1');
      await until(() => bot.thought.length === 1, 'the first replica thinks');
      const two = createReplica(other, bot).send(addressOf(world), typed('a?'), 'e1');
      await until(() => bot.thought.length === 2, 'the second replica thinks as well');
      gate.open();
      expect(textOf((await one)[0])).toBe('1:a?');
      expect(textOf((await two)[0])).toBe('1:a?');
      expect(await eventsOf(world)).toHaveLength(1);
      expect(await world.store.turns.transcript(addressOf(world), 10)).toHaveLength(1);
    });
  });
});

async function eventsOf({ store, agency }: StoreWorld): Promise<readonly unknown[]> {
  return store.engine.db.selectFrom('inbox').select('event').where('agency', '=', agency).execute();
}
