import type { Claim, ThreadKey } from '../../adapters/store.ts';
import { emptySession } from '../../bot/index.ts';
import { changingClaim, changingCommit, keyOf, textsOf } from './broken-turns.ts';
import { brokenHours } from './change-samples.ts';
import {
  breaking,
  given,
  longMs,
  mustEqual,
  outcomeOf,
  replySaying,
  type StoreCheck,
  type StoreWorld,
  said,
  talk,
  textOf,
} from './store-world.ts';

/** What a `TurnStore` promises of commits. */
export const commitChecks: readonly StoreCheck[] = [
  {
    name: 'commit() keeps session, turn and answer',
    async check(world) {
      const { turns } = world.store;
      await turns.receive(said(world, 'web:1', 'a'));
      mustEqual(await turns.answer(keyOf(world), 'a'), null, 'answer while it waits');
      const claim = given(await turns.claim(keyOf(world)));
      await turns.commit(claim, outcomeOf(claim, 'A'));
      const answered = given(await turns.answer(keyOf(world), 'a'));
      mustEqual([answered.kept, answered.replies.map(textOf)], [true, ['A']]);
      mustEqual(
        (await turns.transcript(keyOf(world), 9)).map((turn) => turn.said),
        ['A'],
      );
      mustEqual((await talk(world, 'web:1', 'b')).session.version, 1);
    },
    twin: (world) => changingCommit(world, (outcome) => ({ ...outcome, record: null })),
  },
  {
    name: 'commit() under a fence that was lost changes nothing',
    async check(world) {
      const { turns, outbox } = world.store;
      const channel = `c${world.agency}`;
      const thread = `${channel}:1`;
      await turns.receive(said(world, thread, 'a'));
      const lost = given(await turns.claim(keyOf(world, thread)));
      world.clock.advance(longMs);
      const holder = given(await turns.claim(keyOf(world, thread)));
      const onboardingRemoved = { type: 'onboardingRemoved' as const };
      const outcome = outcomeOf(lost, 'A', {
        delivery: { target: '{}', occasion: 'asked' },
        changes: [onboardingRemoved],
      });
      mustEqual(await turns.commit(lost, outcome), 'fenced');
      mustEqual(await turns.answer(lost.thread, 'a'), null, 'answer');
      mustEqual(await turns.transcript(lost.thread, 9), [], 'transcript');
      mustEqual(await outbox.claimOutgoing([channel], 9), [], 'outgoing');
      mustEqual(await turns.commit(holder, outcomeOf(holder, 'B')), 'committed');
    },
    twin(world) {
      let last: Claim | null = null;
      const claim = async (key: ThreadKey) => {
        last = await world.store.turns.claim(key);
        return last;
      };
      const commit: StoreWorld['store']['turns']['commit'] = (one, outcome) =>
        world.store.turns.commit(last ?? one, outcome);
      return breaking(world, { turns: { claim, commit } });
    },
  },
  {
    name: 'commit() a second time changes nothing',
    async check(world) {
      const { turns, outbox } = world.store;
      const channel = `c${world.agency}`;
      await turns.receive(said(world, `${channel}:1`, 'a'));
      const claim = given(await turns.claim(keyOf(world, `${channel}:1`)));
      const outcome = outcomeOf(claim, 'A', { delivery: { target: '{}', occasion: 'asked' } });
      mustEqual(await turns.commit(claim, outcome), 'committed');
      mustEqual(await turns.commit(claim, outcome), 'fenced');
      const failed = { ...outcome, session: null, record: null };
      mustEqual(await turns.commit(claim, failed), 'fenced');
      mustEqual((await turns.transcript(claim.thread, 9)).length, 1, 'turns');
      mustEqual((await outbox.claimOutgoing([channel], 9)).length, 1, 'outgoing');
      const unsaved = given(await turns.claimFor(said(world, `${channel}:2`, 'a')));
      mustEqual(await turns.commit(unsaved, outcomeOf(unsaved, 'A')), 'committed');
      mustEqual(await turns.commit(unsaved, outcomeOf(unsaved, 'A')), 'fenced');
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
    name: 'commit() of an event that another replica received meanwhile leaves it to them',
    async check(world) {
      const { turns } = world.store;
      const claim = given(await turns.claimFor(said(world, 'web:1', 'a')));
      mustEqual(await turns.receive(said(world, 'web:1', 'a')), 'new');
      mustEqual(await turns.commit(claim, outcomeOf(claim, 'A')), 'fenced');
      await turns.release(claim);
      mustEqual(textsOf(await turns.claim(keyOf(world))), ['a']);
    },
    twin: (world) => breaking(world, { turns: { receive: async () => 'new' } }),
  },
  {
    name: 'commit() answers the events that it names, and the others wait',
    async check(world) {
      const { turns } = world.store;
      for (const text of ['a', 'b', 'c']) await turns.receive(said(world, 'web:1', text));
      const claim = given(await turns.claim(keyOf(world)));
      await turns.commit(claim, outcomeOf(claim, 'A', { events: ['a', 'b'] }));
      mustEqual((await turns.answer(keyOf(world), 'b'))?.replies.map(textOf), ['A']);
      mustEqual(textsOf(await turns.claim(keyOf(world))), ['c']);
    },
    twin: (world) => changingCommit(world, (outcome, all) => ({ ...outcome, events: all })),
  },
  {
    name: 'commit() of a failed turn answers the event and leaves the session',
    async check(world) {
      const { turns } = world.store;
      await talk(world, 'web:1', 'a');
      await turns.receive(said(world, 'web:1', 'b'));
      const claim = given(await turns.claim(keyOf(world)));
      await turns.commit(claim, outcomeOf(claim, 'B', { session: null, record: null }));
      mustEqual(await turns.answer(keyOf(world), 'b'), { kept: false, replies: [] });
      mustEqual((await turns.transcript(keyOf(world), 9)).length, 1, 'turns');
      mustEqual((await talk(world, 'web:1', 'c')).session.version, 1, 'version');
    },
    twin: (world) => changingCommit(world, (outcome) => ({ ...outcome, session: { ...emptySession, version: 9 } })),
  },
  {
    name: 'commit() of what the database does not take is refused, and nothing is kept',
    async check(world) {
      const { turns } = world.store;
      await turns.receive(said(world, 'web:1', 'a'));
      const claim = given(await turns.claim(keyOf(world)));
      mustEqual(await turns.commit(claim, outcomeOf(claim, 'A', { changes: [brokenHours] })), 'refused');
      mustEqual(await turns.transcript(keyOf(world), 9), []);
      mustEqual(await turns.commit(claim, outcomeOf(claim, 'A')), 'committed');
    },
    twin: (world) => changingCommit(world, (outcome) => ({ ...outcome, changes: [] })),
  },
  {
    name: 'commit() queues replies that are sent, in their order, and no others',
    async check(world) {
      const channel = `c${world.agency}`;
      const replies = ['1', '2', '3'].map(replySaying);
      await talk(world, `${channel}:1`, 'a', [], { replies, delivery: { target: '{}', occasion: 'asked' } });
      await talk(world, `${channel}:2`, 'b');
      const { outbox } = world.store;
      const sent: string[] = [];
      for (let round = 0; round < 5; round++)
        for (const message of await outbox.claimOutgoing([channel], 9)) {
          sent.push(textOf(message.reply));
          await outbox.markSent(message, null);
        }
      mustEqual(sent, ['1', '2', '3']);
    },
    twin: (world) =>
      changingCommit(world, (outcome) => ({ ...outcome, delivery: { target: '{}', occasion: 'asked' } })),
  },
  {
    name: 'commit() forgets the turns before, where the person asked for it',
    async check(world) {
      await talk(world, 'web:1', 'a');
      await talk(world, 'web:2', 'a');
      await talk(world, 'web:1', 'b', [{ type: 'transcriptCleared' }]);
      const turns = (thread: string) => world.store.turns.transcript(keyOf(world, thread), 9);
      mustEqual(
        (await turns('web:1')).map((turn) => turn.said),
        ['b'],
      );
      mustEqual((await turns('web:2')).length, 1, 'turns of another thread');
    },
    twin: (world) => changingCommit(world, (outcome) => ({ ...outcome, changes: [] })),
  },
  {
    name: 'transcript() gives the newest turns, oldest first',
    async check(world) {
      for (const text of ['a', 'b', 'c']) await talk(world, 'web:1', text);
      const turns = await world.store.turns.transcript(keyOf(world), 2);
      mustEqual(
        turns.map((turn) => turn.said),
        ['b', 'c'],
      );
    },
    twin: (world) =>
      breaking(world, {
        turns: {
          transcript: async (key, limit) => (await world.store.turns.transcript(key, limit)).toReversed(),
        },
      }),
  },
  {
    name: 'a session that was removed counts on where the kept turns end',
    async check(world) {
      const { agency, store } = world;
      for (const text of ['a', 'b']) await talk(world, 'web:1', text);
      await store.engine.write((transaction) =>
        transaction.deleteFrom('session').where('agency', '=', agency).where('thread', '=', 'web:1').execute(),
      );
      const claim = await talk(world, 'web:1', 'c');
      mustEqual([claim.session.version, claim.session.history], [2, []]);
      mustEqual(
        (await store.turns.transcript(keyOf(world), 9)).map((turn) => turn.said),
        ['a', 'b', 'c'],
      );
      mustEqual((await store.turns.answer(keyOf(world), 'a'))?.replies.map(textOf), ['a']);
    },
    twin: (world) => changingClaim(world, (claim) => ({ ...claim, session: { ...claim.session, version: 0 } })),
  },
];
