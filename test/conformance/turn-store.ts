import type { Claim, ThreadKey } from '../../adapters/store.ts';
import { changingClaim, keyOf, textsOf } from './broken-turns.ts';
import { breaking, given, leaseMs, must, mustEqual, outcomeOf, type StoreCheck, said, talk } from './store-world.ts';

/** What a `TurnStore` promises of receiving, claiming and looking. */
export const turnStoreChecks: readonly StoreCheck[] = [
  {
    name: 'receive() knows an event that the thread had before, and changes nothing',
    async check(world) {
      const { turns } = world.store;
      mustEqual(await turns.receive(said(world, 'web:1', 'a')), 'new');
      mustEqual(await turns.receive(said(world, 'web:1', 'b', { event: 'a' })), 'known');
      mustEqual(textsOf(await turns.claim(keyOf(world))), ['a']);
    },
    twin(world) {
      let times = 0;
      return breaking(world, {
        turns: { receive: (event) => world.store.turns.receive({ ...event, event: `${event.event}${++times}` }) },
      });
    },
  },
  {
    name: 'receive() takes the same event of another thread for a new one',
    async check(world) {
      const { turns } = world.store;
      await turns.receive(said(world, 'web:1', 'a'));
      mustEqual(await turns.receive(said(world, 'web:2', 'a')), 'new');
    },
    twin: (world) =>
      breaking(world, { turns: { receive: (event) => world.store.turns.receive({ ...event, thread: 'web:1' }) } }),
  },
  {
    name: 'claim() gives the events in the order in which they were received',
    async check(world) {
      for (const text of ['c', 'a', 'b']) await world.store.turns.receive(said(world, 'web:1', text));
      mustEqual(textsOf(await world.store.turns.claim(keyOf(world))), ['c', 'a', 'b']);
    },
    twin: (world) => changingClaim(world, (claim) => ({ ...claim, events: claim.events.toReversed() })),
  },
  {
    name: 'claim() gives nothing where nothing waits',
    async check(world) {
      await talk(world, 'web:1', 'a');
      mustEqual(await world.store.turns.claim(keyOf(world)), null);
      mustEqual(await world.store.turns.claim(keyOf(world, 'web:2')), null);
    },
    twin(world) {
      let last: Claim | null = null;
      const claim = async (key: ThreadKey) => {
        last = (await world.store.turns.claim(key)) ?? last;
        return last;
      };
      return breaking(world, { turns: { claim } });
    },
  },
  {
    name: 'claim() gives a thread to one at a time, until the lease ends',
    async check(world) {
      const { turns } = world.store;
      await turns.receive(said(world, 'web:1', 'a'));
      const claims = await Promise.all(Array.from({ length: 6 }, () => turns.claim(keyOf(world))));
      mustEqual(claims.filter((claim) => claim !== null).length, 1, 'claims');
      world.clock.advance(leaseMs - 1);
      mustEqual(await turns.claim(keyOf(world)), null);
      world.clock.advance(2);
      mustEqual(textsOf(await turns.claim(keyOf(world))), ['a']);
    },
    twin: (world) =>
      breaking(world, {
        turns: {
          async claim(key) {
            const claim = await world.store.turns.claim(key);
            if (claim !== null) await world.store.turns.release(claim);
            return claim;
          },
        },
      }),
  },
  {
    name: 'claim() gives events of one speaker',
    async check(world) {
      const { turns } = world.store;
      const from = (account: string) => ({ speaker: { channel: 'web', account }, audience: 'public' as const });
      await turns.receive(said(world, 'web:1', 'a', from('one')));
      await turns.receive(said(world, 'web:1', 'b', from('two')));
      await turns.receive(said(world, 'web:1', 'c', from('one')));
      const claim = given(await turns.claim(keyOf(world)));
      mustEqual([textsOf(claim), claim.audience], [['a'], 'public']);
      await turns.commit(claim, outcomeOf(claim, 'a'));
      const second = given(await turns.claim(keyOf(world)));
      mustEqual(textsOf(second), ['b']);
      must(second.person !== claim.person, 'two accounts are one person');
    },
    twin: (world) =>
      breaking(world, {
        turns: {
          receive: (event) => world.store.turns.receive({ ...event, speaker: { channel: 'web', account: 'one' } }),
        },
      }),
  },
  {
    name: 'claim() knows an account again, in every thread',
    async check(world) {
      const speaker = { channel: 'web', account: 'one' };
      const first = await talk(world, 'web:1', 'a', [], { speaker });
      const second = await talk(world, 'web:2', 'a', [], { speaker });
      mustEqual(second.person, first.person);
      must((await talk(world, 'web:3', 'a')).person !== first.person, 'another account is the same person');
    },
    twin: (world) => changingClaim(world, (claim) => ({ ...claim, person: claim.thread.thread })),
  },
  {
    name: 'claim() drops what waits for a person who is gone',
    async check(world) {
      const { turns } = world.store;
      await turns.receive(said(world, 'web:1', 'a', { speaker: { person: 'nobody' } }));
      await turns.receive(said(world, 'web:1', 'b'));
      mustEqual(textsOf(await turns.claim(keyOf(world))), ['b']);
      mustEqual(await turns.answer(keyOf(world), 'a'), { kept: false, replies: [] });
    },
    twin: (world) =>
      breaking(world, {
        turns: {
          receive: (event) => world.store.turns.receive({ ...event, speaker: { channel: 'web', account: 'one' } }),
        },
      }),
  },
  {
    name: 'claim() brings what the person said in another thread',
    async check(world) {
      const speaker = { channel: 'web', account: 'one' };
      await world.store.turns.receive(said(world, 'web:1', 'a', { speaker }));
      const claim = given(await world.store.turns.claim(keyOf(world)));
      const session = { ...claim.session, version: 1, role: 'applied' as const };
      await world.store.turns.commit(claim, outcomeOf(claim, 'a', { session }));
      const elsewhere = await talk(world, 'web:2', 'b', [], { speaker });
      mustEqual(elsewhere.profile?.role, 'applied');
      mustEqual((await talk(world, 'web:3', 'c')).profile, null);
    },
    twin: (world) => changingClaim(world, (claim) => ({ ...claim, profile: null })),
  },
];
