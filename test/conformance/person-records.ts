import type { Change, LinkCodeStanding } from '../../bot/index.ts';
import { linkTriesMax } from '../../bot/index.ts';
import { changingCommit } from './broken-turns.ts';
import { certificateEntry, hoursEntry, onboardingFrom } from './change-samples.ts';
import { breaking, given, must, mustEqual, type StoreCheck, type StoreWorld, talk } from './store-world.ts';

/** The records of whoever talks in `web:1` after these changes. */
const after = async (world: StoreWorld, ...changes: readonly Change[]) => {
  world.clock.advance(1);
  return world.store.turns.records(await talk(world, 'web:1', `at ${world.clock.now()}`, changes));
};

const tenMinutesMs = 600_000;
const code = 'ABCD2345';

/** What `PersonRecords` and the changes of a turn promise. */
export const personRecordsChecks: readonly StoreCheck[] = [
  {
    name: 'hours: an entry of the same course and date is replaced, but never by one that is proven less',
    async check(world) {
      const put = (entry: ReturnType<typeof hoursEntry>) => ({ type: 'hoursPut' as const, entry });
      const records = await after(
        world,
        put(hoursEntry('生成式 AI', { hours: 1, state: 'imported' })),
        put(hoursEntry('生成式ＡＩ', { hours: 2, state: 'reported' })),
        put(hoursEntry('B', { hours: 3, date: '2026-01-01' })),
        put(hoursEntry('B', { hours: 4, date: '2026-01-01', state: 'verified' })),
      );
      const hours = await records.hours();
      mustEqual(
        hours.map((one) => [one.course, one.hours]),
        [
          ['B', 4],
          ['生成式 AI', 1],
        ],
      );
    },
    twin: (world) =>
      changingCommit(world, (outcome) => ({
        ...outcome,
        changes: outcome.changes.map((one) =>
          one.type === 'hoursPut' ? { ...one, entry: { ...one.entry, state: 'verified' } } : one,
        ),
      })),
  },
  {
    name: 'certificates: kept as they were said, and removed',
    async check(world) {
      const entry = certificateEntry('iPAS', { issuer: '經濟部', evidence: '文號 1', catalogueId: 'ipas' });
      const records = await after(world, { type: 'certificatePut', entry });
      mustEqual(await records.certificates(), [entry]);
      const gone = await after(world, { type: 'certificateRemoved', name: 'IPAS', date: entry.date });
      mustEqual(await gone.certificates(), []);
    },
    twin: (world) =>
      changingCommit(world, (outcome) => ({
        ...outcome,
        changes: outcome.changes.filter(({ type }) => type !== 'certificateRemoved'),
      })),
  },
  {
    name: 'onboarding, preferences: the last counts; nobody else has them',
    async check(world) {
      const preferences = { muted: ['hours' as const], quietFrom: null, quietTo: null, sent: [1] };
      const records = await after(
        world,
        { type: 'onboardingPut', onboarding: onboardingFrom('2026-01-01') },
        { type: 'onboardingPut', onboarding: onboardingFrom('2026-02-01') },
        { type: 'preferencesPut', preferences },
      );
      mustEqual((await records.onboarding())?.startsOn, '2026-02-01');
      mustEqual(await records.preferences(), preferences);
      const other = world.store.turns.records(await talk(world, 'web:2', 'a'));
      mustEqual([await other.onboarding(), (await other.preferences()).muted], [null, []]);
    },
    twin: (world) =>
      breaking(world, {
        turns: {
          receive: (event) => world.store.turns.receive({ ...event, speaker: { channel: 'web', account: 'one' } }),
        },
      }),
  },
  {
    name: "setting(): what the person's agency wrote; null where it wrote nothing",
    async check(world) {
      const { agency, store } = world;
      await store.engine.write((transaction) =>
        transaction
          .insertInto('setting')
          .values({ agency, name: 'notices', value: '{"on":true}', changed_at: 1 })
          .execute(),
      );
      const records = await after(world);
      mustEqual([await records.setting('notices'), await records.setting('learningRules')], [{ on: true }, null]);
    },
    twin: (world) => breakingRecords(world, (records) => ({ ...records, setting: async () => '{"on":true}' })),
  },
  {
    name: 'checkLinkCode(): good for another, own for whoever made it, unknown once it ended',
    async check(world) {
      const expiresAt = world.clock.now() + tenMinutesMs;
      const maker = await after(world, { type: 'linkCodeMade', code, expiresAt });
      const other = world.store.turns.records(await talk(world, 'web:2', 'a'));
      const standing = async (): Promise<readonly LinkCodeStanding[]> => [
        await maker.checkLinkCode(code),
        await other.checkLinkCode(code),
        await other.checkLinkCode('ABCD2346'),
      ];
      mustEqual(await standing(), ['own', 'good', 'unknown']);
      world.clock.advance(tenMinutesMs);
      mustEqual(await standing(), ['unknown', 'unknown', 'unknown']);
    },
    twin: (world) =>
      changingCommit(world, (outcome) => ({
        ...outcome,
        changes: outcome.changes.map((one) =>
          one.type === 'linkCodeMade' ? { ...one, expiresAt: one.expiresAt * 2 } : one,
        ),
      })),
  },
  {
    name: 'checkLinkCode(): refuses whoever typed too many wrong ones, for an hour',
    async check(world) {
      const expiresAt = world.clock.now() + 10 * tenMinutesMs;
      await talk(world, 'web:2', 'a', [{ type: 'linkCodeMade', code, expiresAt }]);
      let records = await after(world);
      for (let failed = 0; failed < linkTriesMax; failed++) {
        mustEqual(await records.checkLinkCode(code), 'good');
        world.clock.advance(1);
        records = await after(world, { type: 'linkFailed' });
      }
      mustEqual(await records.checkLinkCode(code), 'tooManyTries');
      world.clock.advance(6 * tenMinutesMs);
      mustEqual(await records.checkLinkCode(code), 'good');
    },
    twin: (world) =>
      changingCommit(world, (outcome) => ({
        ...outcome,
        changes: outcome.changes.filter(({ type }) => type !== 'linkFailed'),
      })),
  },
  {
    name: 'newLinkCode(): eight letters, never the same twice, none that is kept as it is typed',
    async check(world) {
      const records = await after(world);
      const codes = Array.from({ length: 200 }, () => records.newLinkCode());
      must(
        codes.every((one) => /^[0-9A-HJKMNP-TV-Z]{8}$/.test(one)),
        'another alphabet',
      );
      mustEqual(new Set(codes).size, codes.length, 'codes');
      const made = given(codes[0]);
      await after(world, { type: 'linkCodeMade', code: made, expiresAt: 2 ** 50 });
      const rows = await world.store.engine.db.selectFrom('link_code').selectAll().where('agency', '=', world.agency);
      must(!JSON.stringify(await rows.execute()).includes(made), 'the code is kept');
    },
    twin: (world) => breakingRecords(world, (records) => ({ ...records, newLinkCode: () => code })),
  },
];

type Records = ReturnType<StoreWorld['store']['turns']['records']>;

function breakingRecords(world: StoreWorld, change: (records: Records) => Records): StoreWorld {
  return breaking(world, { turns: { records: (claim) => change(world.store.turns.records(claim)) } });
}
