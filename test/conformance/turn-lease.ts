import type { Claim, ThreadKey } from '../../adapters/store.ts';
import { keyOf, textsOf } from './broken-turns.ts';
import { breaking, given, leaseMs, longMs, mustEqual, outcomeOf, type StoreCheck, said } from './store-world.ts';

/** What a `TurnStore` promises of holding a thread. */
export const turnLeaseChecks: readonly StoreCheck[] = [
  {
    name: 'claimFor() gives a turn on an event of which nothing is kept before the commit',
    async check(world) {
      const { turns } = world.store;
      const claim = given(await turns.claimFor(said(world, 'web:1', 'a')));
      mustEqual(textsOf(claim), ['a']);
      mustEqual((await turns.waiting(1_000)).filter(({ agency }) => agency === world.agency).length, 0, 'waiting');
      await turns.release(claim);
      mustEqual(await turns.receive(said(world, 'web:1', 'a')), 'new');
    },
    twin: (world) =>
      breaking(world, {
        turns: {
          async claimFor(event) {
            await world.store.turns.receive(event);
            return world.store.turns.claim(event);
          },
        },
      }),
  },
  {
    name: 'claimFor() gives nothing, and keeps nothing, where something waits or the event is known',
    async check(world) {
      const { turns } = world.store;
      const first = given(await turns.claimFor(said(world, 'web:1', 'a')));
      mustEqual(await turns.commit(first, outcomeOf(first, 'a')), 'committed');
      mustEqual(await turns.claimFor(said(world, 'web:1', 'a')), null, 'known');
      mustEqual(await turns.receive(said(world, 'web:1', 'b')), 'new');
      mustEqual(await turns.claimFor(said(world, 'web:1', 'c')), null, 'waits');
      mustEqual(textsOf(await turns.claim(keyOf(world))), ['b']);
    },
    twin(world) {
      let last: Claim | null = null;
      return breaking(world, {
        turns: {
          async claimFor(event) {
            last = (await world.store.turns.claimFor(event)) ?? last;
            return last;
          },
        },
      });
    },
  },
  {
    name: 'of two turns that nobody holds the thread for, the second is fenced and changes nothing',
    async check(world) {
      const { turns } = world.store;
      const one = given(await turns.claimFor(said(world, 'web:1', 'a')));
      const other = given(await turns.claimFor(said(world, 'web:1', 'b')));
      mustEqual(await turns.commit(one, outcomeOf(one, 'A')), 'committed');
      mustEqual(await turns.commit(other, outcomeOf(other, 'B')), 'fenced');
      mustEqual(await turns.answer(keyOf(world), 'b'), null);
      mustEqual((await turns.transcript(keyOf(world), 10)).length, 1);
    },
    twin: (world) =>
      breaking(world, {
        turns: {
          async commit(claim, outcome) {
            await world.store.turns.commit(claim, outcome);
            return 'committed';
          },
        },
      }),
  },
  {
    name: 'release() lets the thread be claimed at once, and the events wait',
    async check(world) {
      const { turns } = world.store;
      await turns.receive(said(world, 'web:1', 'a'));
      await turns.release(given(await turns.claim(keyOf(world))));
      mustEqual(textsOf(await turns.claim(keyOf(world))), ['a']);
    },
    twin: (world) => breaking(world, { turns: { release: async () => undefined } }),
  },
  {
    name: 'release() of a lease that was lost changes nothing',
    async check(world) {
      const { turns } = world.store;
      await turns.receive(said(world, 'web:1', 'a'));
      const lost = given(await turns.claim(keyOf(world)));
      world.clock.advance(longMs);
      given(await turns.claim(keyOf(world)));
      await turns.release(lost);
      mustEqual(await turns.claim(keyOf(world)), null);
    },
    twin(world) {
      let last: Claim | null = null;
      const claim = async (key: ThreadKey) => {
        const found = await world.store.turns.claim(key);
        last = found ?? last;
        return found;
      };
      return breaking(world, { turns: { claim, release: (one) => world.store.turns.release(last ?? one) } });
    },
  },
  {
    name: 'renew() extends the lease, and tells when it was lost',
    async check(world) {
      const { turns } = world.store;
      await turns.receive(said(world, 'web:1', 'a'));
      const claim = given(await turns.claim(keyOf(world)));
      world.clock.advance(leaseMs - 1);
      mustEqual(await turns.renew(claim), 'renewed');
      world.clock.advance(leaseMs - 1);
      mustEqual(await turns.claim(keyOf(world)), null, 'claim of a renewed thread');
      world.clock.advance(longMs);
      given(await turns.claim(keyOf(world)));
      mustEqual(await turns.renew(claim), 'fenced');
    },
    twin: (world) => breaking(world, { turns: { renew: async () => 'renewed' } }),
  },
  {
    name: 'waiting() names threads that nobody holds, longest waiting first',
    async check(world) {
      const { turns } = world.store;
      for (const thread of ['web:3', 'web:1', 'web:2', 'web:1']) await turns.receive(said(world, thread, thread));
      for (const thread of ['web:3', 'web:1']) await turns.receive(said(world, thread, 'more'));
      const mine = async () => (await turns.waiting(1_000)).filter(({ agency }) => agency === world.agency);
      mustEqual(
        (await mine()).map(({ thread }) => thread),
        ['web:3', 'web:1', 'web:2'],
      );
      const held = given(await turns.claim(keyOf(world, 'web:3')));
      mustEqual((await mine()).length, 2, 'threads beside the held one');
      await turns.commit(held, outcomeOf(held, 'a'));
      mustEqual((await mine()).length, 2, 'threads beside the answered one');
    },
    twin: (world) =>
      breaking(world, { turns: { waiting: async (limit) => (await world.store.turns.waiting(limit)).toReversed() } }),
  },
];
