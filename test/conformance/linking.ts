import type { Claim } from '../../adapters/store.ts';
import type { Change } from '../../bot/index.ts';
import { changingCommit, keyOf, textsOf } from './broken-turns.ts';
import { certificateEntry, hoursEntry, onboardingFrom } from './change-samples.ts';
import { given, longMs, mustEqual, outcomeOf, type StoreCheck, type StoreWorld, said, talk } from './store-world.ts';

const code = 'ABCD2345';
const made = (world: StoreWorld, more: Partial<Extract<Change, { type: 'linkCodeMade' }>> = {}): Change => ({
  type: 'linkCodeMade',
  code,
  expiresAt: world.clock.now() + 600_000,
  ...more,
});
const linked: Change = { type: 'linked', code };

/** One person in `web:1` who stays, another in `slack:1` who types their code after these changes. */
async function link(world: StoreWorld, mine: readonly Change[], theirs: readonly Change[]): Promise<readonly Claim[]> {
  const staying = await talk(world, 'web:1', 'mine', [...mine, made(world)]);
  const leaving = await talk(world, 'slack:1', 'theirs', theirs);
  await talk(world, 'slack:1', 'link', [linked]);
  return [staying, leaving];
}

const withoutLinking = (world: StoreWorld): StoreWorld =>
  changingCommit(world, (outcome) => ({
    ...outcome,
    changes: outcome.changes.filter(({ type }) => type !== 'linked'),
  }));

const hours = (course: string, more: Parameters<typeof hoursEntry>[1] = {}): Change => ({
  type: 'hoursPut',
  entry: hoursEntry(course, more),
});
const job = (key: string, kind: 'hours' | 'onboarding', detail: string): Change => ({
  type: 'jobPut',
  job: { key, kind, dueAt: 0, detail },
});

/** What linking two accounts promises. */
export const linkingChecks: readonly StoreCheck[] = [
  {
    name: 'both accounts are one person afterwards, in old threads and new ones',
    async check(world) {
      const [staying] = await link(world, [], []);
      for (const thread of ['web:1', 'slack:1', 'slack:2'])
        mustEqual(
          (await talk(world, thread, 'later', [], { speaker: speakerIn(thread) })).person,
          given(staying).person,
          thread,
        );
      const rows = await world.store.engine.db.selectFrom('person').select('id').where('agency', '=', world.agency);
      mustEqual((await rows.execute()).length, 1, 'persons');
    },
    twin: withoutLinking,
  },
  {
    name: 'records of both stand once, the better proven one of two',
    async check(world) {
      const [staying] = await link(
        world,
        [hours('A', { hours: 1, state: 'verified' }), hours('B', { hours: 2 })],
        [
          hours('A', { hours: 9 }),
          hours('B', { hours: 3, state: 'imported' }),
          hours('C', { hours: 4 }),
          { type: 'certificatePut', entry: certificateEntry('iPAS') },
        ],
      );
      const records = world.store.turns.records(given(staying));
      mustEqual(
        (await records.hours()).map(({ course, hours: count }) => [course, count]),
        [
          ['A', 1],
          ['B', 3],
          ['C', 4],
        ],
      );
      mustEqual((await records.certificates()).length, 1, 'certificates');
    },
    twin: withoutLinking,
  },
  {
    name: 'of two entries that are proven alike the one of more hours stays, whoever had it',
    async check(world) {
      const [staying] = await link(
        world,
        [hours('A', { hours: 3 }), hours('B', { hours: 2 }), hours('D', { hours: 5, state: 'imported' })],
        [hours('A', { hours: 2 }), hours('B', { hours: 3 }), hours('D', { hours: 1, state: 'verified' })],
      );
      mustEqual(
        (await world.store.turns.records(given(staying)).hours()).map(({ course, hours: count }) => [course, count]),
        [
          ['A', 3],
          ['B', 3],
          ['D', 1],
        ],
      );
    },
    twin: withoutLinking,
  },
  {
    name: 'what the person who stays never said is taken over',
    async check(world) {
      const preferences = { muted: ['cases' as const], quietFrom: null, quietTo: null, sent: [] };
      const [staying] = await link(
        world,
        [],
        [
          { type: 'preferencesPut', preferences },
          { type: 'onboardingPut', onboarding: onboardingFrom('2026-01-01') },
          job('onboarding', 'onboarding', 'theirs'),
        ],
      );
      const records = world.store.turns.records(given(staying));
      mustEqual(await records.preferences(), preferences);
      mustEqual((await records.onboarding())?.startsOn, '2026-01-01');
      mustEqual(await jobsOf(world), [[given(staying).person, 'onboarding', 'theirs']]);
    },
    twin: withoutLinking,
  },
  {
    name: 'the onboarding that is there stays with its job, and another job comes along',
    async check(world) {
      const [staying] = await link(
        world,
        [{ type: 'onboardingPut', onboarding: onboardingFrom('2026-01-01') }, job('onboarding', 'onboarding', 'mine')],
        [
          { type: 'onboardingPut', onboarding: onboardingFrom('2026-02-01') },
          job('onboarding', 'onboarding', 'theirs'),
          job('hours', 'hours', 'theirs'),
        ],
      );
      const { person } = given(staying);
      mustEqual((await world.store.turns.records(given(staying)).onboarding())?.startsOn, '2026-01-01');
      mustEqual(await jobsOf(world), [
        [person, 'hours', 'theirs'],
        [person, 'onboarding', 'mine'],
      ]);
    },
    twin: (world) =>
      changingCommit(world, (outcome) => ({
        ...outcome,
        changes: outcome.changes.filter((one) => one.type !== 'jobPut' || one.job.key !== 'hours'),
      })),
  },
  {
    name: 'a job that waits in a thread goes along',
    async check(world) {
      const staying = await talk(world, 'web:1', 'mine', [made(world)]);
      const leaving = await talk(world, 'slack:1', 'theirs', [job('hours', 'hours', 'theirs')]);
      const due = given((await world.store.jobs.claimJobs(10_000)).find(({ agency }) => agency === world.agency));
      await world.store.turns.receive(said(world, 'slack:1', 'link', { speaker: speakerIn('slack:1') }));
      const linking = given(await world.store.turns.claim(keyOf(world, 'slack:1')));
      mustEqual(await world.store.jobs.hand(due), keyOf(world, 'slack:1'));
      await world.store.turns.commit(linking, outcomeOf(linking, 'link', { changes: [linked] }));
      const handed = given(await world.store.turns.claim(keyOf(world, 'slack:1')));
      mustEqual([textsOf(handed), handed.person === staying.person], [['hours'], true]);
      mustEqual(handed.person === leaving.person, false);
    },
    twin: withoutLinking,
  },
  {
    name: 'a turn of the person who left, thought while they were linked, is refused and keeps nothing',
    async check(world) {
      const { turns } = world.store;
      const staying = await talk(world, 'web:1', 'mine', [made(world)]);
      await turns.receive(said(world, 'slack:2', 'slow', { speaker: speakerIn('slack:1') }));
      const slow = given(await turns.claim(keyOf(world, 'slack:2')));
      await talk(world, 'slack:1', 'link', [linked]);
      mustEqual(await turns.commit(slow, outcomeOf(slow, 'slow', { changes: [hours('A')] })), 'fenced');
      await turns.release(slow);
      const again = given(await turns.claim(keyOf(world, 'slack:2')));
      mustEqual(again.person, staying.person);
      await turns.commit(again, outcomeOf(again, 'slow', { changes: [hours('A')] }));
      mustEqual((await turns.records(staying).hours()).length, 1, 'entries');
    },
    twin: withoutLinking,
  },
  {
    name: 'a code holds once, for its time, and not for its own maker',
    async check(world) {
      const staying = await talk(world, 'web:1', 'mine', [
        made(world),
        made(world, { code: 'SHORT234', expiresAt: 1 }),
      ]);
      await talk(world, 'web:1', 'own', [linked]);
      await talk(world, 'web:1', 'again', [made(world)]);
      await talk(world, 'slack:1', 'late', [{ type: 'linked', code: 'SHORT234' }]);
      await talk(world, 'slack:2', 'link', [linked]);
      await talk(world, 'slack:3', 'link', [linked]);
      const persons = [];
      for (const thread of ['slack:1', 'slack:2', 'slack:3']) persons.push((await talk(world, thread, 'x')).person);
      mustEqual(
        persons.map((person) => person === staying.person),
        [false, true, false],
      );
    },
    twin: (world) =>
      changingCommit(world, (outcome) => ({
        ...outcome,
        changes: outcome.changes.map((one) => (one.type === 'linkCodeMade' ? { ...one, expiresAt: 2 ** 50 } : one)),
      })),
  },
  {
    name: 'two who type the code of each other at once become one person',
    async check(world) {
      const { turns } = world.store;
      const [mine, theirs] = ['AAAA2222', 'BBBB3333'];
      await talk(world, 'web:1', 'mine', [made(world, { code: mine }), hours('A')]);
      await talk(world, 'slack:1', 'theirs', [made(world, { code: theirs }), hours('B')]);
      const link = async (thread: string, typed: string): Promise<void> => {
        await turns.receive(said(world, thread, 'link'));
        const claim = given(await turns.claim(keyOf(world, thread)));
        const kept = await turns.commit(
          claim,
          outcomeOf(claim, 'link', { changes: [{ type: 'linked', code: typed }] }),
        );
        if (kept !== 'committed') await turns.release(claim);
      };
      await Promise.all([link('web:1', theirs), link('slack:1', mine)]);
      world.clock.advance(longMs);
      const [one, other] = [await talk(world, 'web:1', 'x'), await talk(world, 'slack:1', 'x')];
      mustEqual(one.person === other.person, true, 'one person');
      mustEqual((await turns.records(one).hours()).length, 2, 'entries');
    },
    twin: withoutLinking,
  },
];

function speakerIn(thread: string) {
  const [channel = ''] = thread.split(':', 1);
  return { channel, account: `${channel}:1` };
}

async function jobsOf({ store, agency }: StoreWorld): Promise<readonly unknown[]> {
  const query = store.engine.db.selectFrom('job').selectAll().where('agency', '=', agency).orderBy('key');
  return (await query.execute()).map(({ person, key, detail }) => [person, key, detail]);
}
