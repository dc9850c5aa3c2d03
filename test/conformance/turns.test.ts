import { afterEach, describe, expect, it, vi } from 'vitest';
import { renewEveryMs } from '../../adapters/think.ts';
import { failedReply, type Message, unavailableReply } from '../../bot/index.ts';
import { brokenHours, hoursEntry } from './change-samples.ts';
import { addressOf, createEchoBot, createGate, createReplica, until } from './echo-bot.ts';
import { onEachPlace, places, useReplicas } from './store-places.ts';
import { breaking, given, leaseMs, type StoreWorld, said, textOf } from './store-world.ts';

const typed = (text: string): Message => ({ text, choice: null });
const failed = [failedReply('zh-TW')];
const unavailable = [unavailableReply('zh-TW')];

afterEach(() => {
  vi.useRealTimers();
});

onEachPlace(places, (kind) => {
  const replicas = useReplicas(kind, 2);
  const open = () => {
    const [world, other = world] = replicas();
    return { world: given(world), other: given(other) };
  };

  describe('one replica', () => {
    it('answers an event once, and gives the same replies again', async () => {
      const { world } = open();
      const bot = createEchoBot();
      const turns = createReplica(world, bot);
      const both = await Promise.all([1, 2].map(() => turns.send(addressOf(world), typed('a'), 'event')));
      const later = await turns.send(addressOf(world), typed('other words'), 'event');
      expect([...both, later].map(([reply]) => textOf(reply))).toEqual(['1:a', '1:a', '1:a']);
      expect(bot.thought).toEqual(['a']);
      expect(await turns.transcript(addressOf(world))).toHaveLength(1);
    });

    it('answers in order within a thread, and several threads at the same time', async () => {
      const { world } = open();
      const gate = createGate();
      const bot = createEchoBot(() => gate.passed);
      const turns = createReplica(world, bot);
      const threads = ['web:1', 'web:2', 'web:3', 'web:4'];
      const sent = threads.flatMap((thread) =>
        ['one?', 'two?', 'three?'].map((text) => turns.send(addressOf(world, thread), typed(text), text)),
      );
      await until(() => bot.most.together === threads.length, 'all threads at once');
      gate.open();
      const replies = (await Promise.all(sent)).map(([reply]) => textOf(reply));
      expect(replies).toEqual(threads.flatMap(() => ['1:one?', '2:two?', '3:three?']));
      expect(bot.most.together).toBe(threads.length);
    });

    it('makes one turn of a burst, and none of a button, a command, a number or a question', async () => {
      const { world } = open();
      const gate = createGate();
      const bot = createEchoBot((text) => (text === 'first?' ? gate.passed : Promise.resolve()));
      const turns = createReplica(world, bot);
      const messages: readonly Message[] = [
        typed('first?'),
        typed('請問'),
        typed('證照'),
        typed('補助多少?'),
        { text: '按鈕', choice: 'value' },
        typed('12'),
        typed('說明'),
        typed('也想'),
        typed('知道時數'),
      ];
      const sent = messages.map((message, at) => turns.send(addressOf(world), message, `event-${at}`));
      // The first is thought about and enters the inbox with its commit.
      await until(async () => (await eventsOf(world)).length === messages.length - 1, 'all others received');
      gate.open();
      const replies = (await Promise.all(sent)).map(([reply]) => textOf(reply));
      expect(bot.thought.filter((text) => text.includes('\n'))).toEqual(['請問\n證照', '也想\n知道時數']);
      expect(replies[1]).toBe(replies[2]);
      expect(new Set(replies).size).toBe(7);
    });

    it('answers a turn that failed as such, once, and goes on', async () => {
      const { world } = open();
      const bot = createEchoBot();
      const turns = createReplica(world, bot);
      expect(await turns.send(addressOf(world), typed('throw'), 'e1')).toEqual(failed);
      expect(await turns.send(addressOf(world), typed('throw'), 'e1')).toEqual(failed);
      await turns.sweep();
      await turns.settle();
      expect(textOf((await turns.send(addressOf(world), typed('b'), 'e2'))[0])).toBe('1:b');
      expect(bot.thought).toEqual(['throw', 'b']);
      expect(turns.told.map(({ kind: told }) => told)).toEqual(['failed', 'answer']);
    });

    it('answers a turn that the database does not take as failed, and keeps nothing of it', async () => {
      const { world } = open();
      const bot = createEchoBot(undefined, () => [{ type: 'hoursPut', entry: hoursEntry('A') }, brokenHours]);
      const turns = createReplica(world, bot);
      expect(await turns.send(addressOf(world), typed('a'), 'e1')).toEqual(failed);
      await turns.accept(addressOf(world), typed('b'), 'e2', '{}');
      await turns.settle();
      expect(bot.thought).toEqual(['a', 'b']);
      expect(await turns.transcript(addressOf(world))).toEqual([]);
      expect(await world.store.turns.answer(addressOf(world), 'e2')).toEqual({ kept: false, replies: [] });
    });

    it('keeps the thread while a turn is slow', async () => {
      const { world, other } = open();
      const gate = createGate();
      vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
      const renewed: string[] = [];
      const watched = breaking(world, {
        turns: {
          async renew(claim) {
            const outcome = await world.store.turns.renew(claim);
            renewed.push(outcome);
            return outcome;
          },
        },
      });
      const bot = createEchoBot(() => gate.passed);
      const turns = createReplica(watched, bot);
      // It waits in the inbox, so that the thread is held while it is answered.
      await world.store.turns.receive(said(world, 'web:1', 'slow?'));
      const sent = turns.send(addressOf(world), typed('slow?'), 'slow?');
      await until(() => bot.thought.length === 1, 'the turn began');
      for (let beat = 1; beat <= 6; beat++) {
        world.clock.advance(renewEveryMs);
        vi.advanceTimersByTime(renewEveryMs);
        await until(() => renewed.length === beat, 'renewed');
      }
      expect(6 * renewEveryMs).toBeGreaterThan(leaseMs);
      await other.store.turns.receive(said(world, 'web:1', 'later?'));
      expect(await other.store.turns.claim(addressOf(world))).toBeNull();
      gate.open();
      expect(textOf((await sent)[0])).toBe('1:slow?');
      vi.advanceTimersByTime(10 * renewEveryMs);
      expect(renewed).toHaveLength(6);
      await turns.settle();
    });

    it('begins what waits without waiting for its end', async () => {
      const { world } = open();
      const gate = createGate();
      const bot = createEchoBot((text) => (text === 'slow?' ? gate.passed : Promise.resolve()));
      const turns = createReplica(world, bot);
      await world.store.turns.receive(said(world, 'web:1', 'slow?'));
      await turns.sweep();
      await world.store.turns.receive(said(world, 'web:2', 'quick?'));
      await turns.sweep();
      await until(async () => (await turns.transcript(addressOf(world, 'web:2'))).length === 1, 'the quick turn');
      gate.open();
      await turns.settle();
    });

    it('answers all that gathered, more than it takes at once', async () => {
      const { world } = open();
      const bot = createEchoBot();
      const turns = createReplica(world, bot);
      for (let thread = 0; thread < 70; thread++) await world.store.turns.receive(said(world, `web:${thread}`, 'a'));
      await turns.sweep();
      await until(() => bot.thought.length >= 70, 'all threads');
      await turns.settle();
      expect(bot.thought).toHaveLength(70);
    });
  });

  describe('a commit whose acknowledgement was lost', () => {
    it('is settled by the next one: answered once, with what was kept', async () => {
      const { world } = open();
      let commits = 0;
      const forgetful = breaking(world, {
        turns: {
          async commit(claim, outcome) {
            const kept = await world.store.turns.commit(claim, outcome);
            commits += 1;
            if (commits === 1) throw new Error('connection lost');
            return kept;
          },
        },
      });
      const bot = createEchoBot();
      const turns = createReplica(forgetful, bot);
      expect(textOf((await turns.send(addressOf(world), typed('a'), 'e1'))[0])).toBe('1:a');
      expect(bot.thought).toEqual(['a']);
      expect(await turns.transcript(addressOf(world))).toHaveLength(1);
    });

    it('is answered from what was kept when the person sends the event again', async () => {
      const { world } = open();
      const lost = breaking(world, {
        turns: {
          async commit(claim, outcome) {
            await world.store.turns.commit(claim, outcome);
            throw new Error('connection lost');
          },
        },
      });
      const bot = createEchoBot();
      expect(await createReplica(lost, bot).send(addressOf(world), typed('a'), 'e1')).toEqual(unavailable);
      expect(textOf((await createReplica(world, bot).send(addressOf(world), typed('a'), 'e1'))[0])).toBe('1:a');
      expect(bot.thought).toEqual(['a']);
    });
  });

  it('a thread whose commit failed is free again with the next sweep', async () => {
    const { world } = open();
    let gone = true;
    const flaky = breaking(world, {
      turns: {
        async commit(claim, outcome) {
          if (gone) throw new Error('gone');
          return world.store.turns.commit(claim, outcome);
        },
      },
    });
    const turns = createReplica(flaky, createEchoBot());
    await world.store.turns.receive(said(world, 'web:1', 'a'));
    expect(await turns.send(addressOf(world), typed('a'), 'a')).toEqual(unavailable);
    expect(await world.store.turns.claim(addressOf(world))).toBeNull();
    gone = false;
    await turns.sweep();
    expect(textOf((await turns.send(addressOf(world), typed('a'), 'a'))[0])).toBe('1:a');
  });

  it('a store that is gone is told to the person and to the operator, and to the platform', async () => {
    const { world } = open();
    const gone = async () => {
      throw new Error('gone');
    };
    const turns = createReplica(
      breaking(world, { turns: { claimFor: gone, receive: gone, waiting: gone } }),
      createEchoBot(),
    );
    expect(await turns.send(addressOf(world), typed('a'), 'e1')).toEqual(unavailable);
    await expect(turns.accept(addressOf(world), typed('a'), 'e1', '{}')).rejects.toThrow('gone');
    await expect(turns.sweep()).rejects.toThrow('gone');
    expect(turns.told.map(({ kind: told }) => told)).toEqual(['unavailable']);
    await turns.settle();
  });
});

async function eventsOf({ store, agency }: StoreWorld): Promise<readonly unknown[]> {
  return store.engine.db.selectFrom('inbox').select('event').where('agency', '=', agency).execute();
}
