import { describe, expect, it } from 'vitest';
import { deliver } from '../../adapters/deliver.ts';
import type { Delivered, Outlet } from '../../adapters/outlet.ts';
import { runJobs } from '../../adapters/run-jobs.ts';
import type { Outgoing } from '../../adapters/store.ts';
import { createGate, until } from './echo-bot.ts';
import { onEachPlace, places, useReplicas } from './store-places.ts';
import { given, longMs, replySaying, type StoreWorld, talk, textOf } from './store-world.ts';

const sent: Delivered = { type: 'sent', receipt: null };

/** The way to a platform that says what it is told to, and remembers what it got. */
function createPlatform(world: StoreWorld, says: (message: Outgoing) => Delivered | Promise<Delivered> = () => sent) {
  const got: Outgoing[] = [];
  const outlet: Outlet = {
    channel: `channel-${world.agency}`,
    async deliver(message) {
      got.push(message);
      return says(message);
    },
  };
  const { store, clock } = world;
  const problems: unknown[] = [];
  const run = (from = store) =>
    deliver({ store: from.outbox, outlets: [outlet], clock, onProblem: (error) => problems.push(error) });
  const queue = async (thread: string, ...texts: readonly string[]): Promise<void> => {
    for (const text of texts)
      await talk(world, `${outlet.channel}:${thread}`, text, [], {
        replies: [replySaying(text)],
        delivery: { target: '{}', occasion: 'asked' },
      });
  };
  return { got, run, queue, problems, texts: () => got.map(({ reply }) => textOf(reply)) };
}

onEachPlace(places, (kind) => {
  const replicas = useReplicas(kind, 2);
  const open = (): StoreWorld => given(replicas()[0]);

  describe('deliver()', () => {
    it('sends in order within a thread, to many threads', async () => {
      const platform = createPlatform(open());
      await platform.queue('1', 'a', 'b', 'c');
      await platform.queue('2', 'x', 'y');
      expect(await platform.run()).toBe(5);
      expect(platform.texts().filter((text) => text < 'd')).toEqual(['a', 'b', 'c']);
      expect(platform.texts().filter((text) => text > 'd')).toEqual(['x', 'y']);
    });

    it('tries again later and later under one key, never sooner than the platform asks, and gives up in the end', async () => {
      const world = open();
      const platform = createPlatform(world, ({ attempt }) => ({
        type: 'retry',
        afterMs: attempt === 2 ? 60_000 : null,
        problem: 'busy',
      }));
      await platform.queue('1', 'a');
      const began = world.clock.now();
      const at: number[] = [];
      for (let round = 0; round < 300; round++) {
        const before = platform.got.length;
        await platform.run();
        if (platform.got.length > before) at.push((world.clock.now() - began) / 60_000);
        if (platform.got.length === 22) break;
        world.clock.advance(platform.got.length < 5 ? 60_000 : 15 * 60_000);
      }
      expect(at.slice(0, 4)).toEqual([0, 1, 2, 3]);
      expect(at.at(-1)).toBeGreaterThan(60 * 24);
      expect(new Set(platform.got.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
      world.clock.advance(24 * 60 * 60_000);
      expect(await platform.run()).toBe(0);
      expect(platform.got).toHaveLength(22);
    });

    it('sends what is queued while the platform is slow to take another message', async () => {
      const gate = createGate();
      const platform = createPlatform(open(), async ({ reply }) => {
        if (textOf(reply) === 'slow') await gate.passed;
        return sent;
      });
      await platform.queue('1', 'slow');
      const running = platform.run();
      await until(async () => platform.got.length === 1, 'the slow one');
      await platform.queue('2', 'quick');
      await until(async () => platform.got.length === 2, 'the quick one');
      gate.open();
      expect(await running).toBe(2);
    });

    it('waits a second after a first failure, and then two', async () => {
      const world = open();
      const platform = createPlatform(world, () => ({ type: 'retry', afterMs: null, problem: 'busy' }));
      await platform.queue('1', 'a');
      const counts: number[] = [];
      for (const wait of [0, 999, 1, 1_999, 1]) {
        world.clock.advance(wait);
        await platform.run();
        counts.push(platform.got.length);
      }
      expect(counts).toEqual([1, 1, 2, 2, 3]);
    });

    it('a message that is refused is dead, and does not hold up the later ones', async () => {
      const platform = createPlatform(open(), ({ reply }) =>
        textOf(reply) === 'bad' ? { type: 'refused', problem: 'no' } : sent,
      );
      await platform.queue('1', 'bad', 'good');
      expect(await platform.run()).toBe(1);
      expect(platform.texts()).toEqual(['bad', 'good']);
    });

    it('an outlet that throws is told to the operator, and tried again', async () => {
      const world = open();
      const platform = createPlatform(world, ({ attempt }) => {
        if (attempt === 1) throw new Error('a fault');
        return sent;
      });
      await platform.queue('1', 'a');
      expect(await platform.run()).toBe(0);
      expect(platform.problems).toHaveLength(1);
      world.clock.advance(1_000);
      expect(await platform.run()).toBe(1);
    });

    it('a slow message holds up its own thread only', async () => {
      const gate = createGate();
      const platform = createPlatform(open(), ({ reply }) =>
        textOf(reply) === 'slow' ? gate.passed.then(() => sent) : sent,
      );
      await platform.queue('1', 'slow', 'after');
      await platform.queue('2', 'x', 'y');
      const running = platform.run();
      await until(() => platform.texts().includes('y'), 'the other thread');
      expect(platform.texts()).not.toContain('after');
      gate.open();
      expect(await running).toBe(4);
    });

    it('two replicas never send the same message at the same time', async () => {
      const [one, two] = replicas();
      const world = given(one);
      const busy = new Set<string>();
      let twice = 0;
      const platform = createPlatform(world, async ({ idempotencyKey }) => {
        if (busy.has(idempotencyKey)) twice += 1;
        busy.add(idempotencyKey);
        await new Promise((resolve) => setImmediate(resolve));
        busy.delete(idempotencyKey);
        return sent;
      });
      for (const thread of ['1', '2', '3', '4', '5', '6']) await platform.queue(thread, 'a', 'b');
      const counts = await Promise.all([platform.run(), platform.run(given(two).store), platform.run()]);
      expect([counts.reduce((sum, count) => sum + count), platform.got.length, twice]).toEqual([12, 12, 0]);
    });
  });

  describe('runJobs()', () => {
    const run = (world: StoreWorld, runner: () => Promise<number | null>) =>
      runJobs({
        store: world.store.jobs,
        clock: world.clock,
        runners: new Map([[`kind-${world.agency}`, runner]]),
        onHanded: () => undefined,
        onProblem: () => undefined,
      });
    const put = (world: StoreWorld, dueAt: number, detail = 'first') =>
      world.store.jobs.putJob(
        { agency: world.agency, person: null },
        { key: 'k', kind: `kind-${world.agency}`, detail, dueAt },
      );

    it('runs a job when it is due, again when it says so, and again some time after it failed', async () => {
      const world = open();
      const ran: number[] = [];
      const began = world.clock.now();
      const runner = async () => {
        ran.push((world.clock.now() - began) / 60_000);
        if (ran.length === 2) throw new Error('failed');
        return ran.length === 1 ? world.clock.now() + 3 * 60_000 : null;
      };
      await put(world, began);
      for (let minute = 0; minute < 30; minute++) {
        await run(world, runner);
        world.clock.advance(60_000);
      }
      expect(ran).toEqual([0, 3, 13]);
    });

    it('leaves a job alone that was put again while it ran', async () => {
      const world = open();
      const details: string[] = [];
      await put(world, 0);
      await run(world, async () => {
        await put(world, world.clock.now() + 1, 'second');
        return world.clock.now() + longMs;
      });
      world.clock.advance(1);
      const [job] = (await world.store.jobs.claimJobs(10_000)).filter(({ agency }) => agency === world.agency);
      details.push(given(job).detail);
      expect(details).toEqual(['second']);
    });
  });
});
