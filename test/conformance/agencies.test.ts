import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { verifyAudit } from '../../adapters/stores/audit.ts';
import { hoursEntry, onboardingFrom } from './change-samples.ts';
import { onEachPlace, places, useWorld } from './store-places.ts';
import { given, outcomeOf, replySaying, type StoreWorld, said, talk } from './store-world.ts';

onEachPlace(places, (kind) => {
  const world = useWorld(kind);

  it('every table has the agency in every row', async () => {
    const tables = await tablesOf(world());
    expect(tables.length).toBeGreaterThan(13);
    for (const { name, columns } of tables)
      expect(columns.find((column) => column.name === 'agency')?.isNullable, name).toBe(false);
  });

  describe('two agencies with the same threads, accounts, events and codes', () => {
    it('see and change nothing of each other, whatever the one does', async () => {
      const [one, other] = [world(), world()];
      const before = await useEverything(one);
      const rows = await rowsOf(one);
      const empty = await rowsOf(other);
      expect(Object.values(rows).filter((count) => count.length > 0).length).toBeGreaterThan(11);
      expect(Object.values(empty).flat()).toEqual([]);
      expect(await useEverything(other)).toEqual(before);
      expect(await rowsOf(one)).toEqual(rows);
      expect((await verifyAudit(one.store.engine.db, one.agency)).holds).toBe(true);
    });

    it('a code of the one links nobody of the other', async () => {
      const [one, other] = [world(), world()];
      const expiresAt = one.clock.now() + 60_000;
      await talk(one, 'web:1', 'a', [{ type: 'linkCodeMade', code: 'ABCD2345', expiresAt }]);
      const stranger = await talk(other, 'web:2', 'a');
      expect(await other.store.turns.records(stranger).checkLinkCode('ABCD2345')).toBe('unknown');
      const rows = await rowsOf(one);
      await talk(other, 'web:2', 'b', [{ type: 'linked', code: 'ABCD2345' }]);
      expect(await rowsOf(one)).toEqual(rows);
      expect((await talk(other, 'web:2', 'c')).person).toBe(stranger.person);
    });
  });
});

/** Calls every function of the stores in one agency, under names that every agency has; gives what was seen, without ids. */
async function useEverything(world: StoreWorld): Promise<unknown> {
  const { agency, clock, store } = world;
  const { turns, outbox, jobs } = store;
  const seen: unknown[] = [];
  const mine = <T extends { readonly agency: string }>(all: readonly T[]) =>
    all.filter((each) => each.agency === agency);
  const key = { agency, thread: 'push:1' };
  seen.push(await turns.receive(said(world, 'push:1', 'a')), await turns.receive(said(world, 'push:1', 'a')));
  seen.push(mine(await turns.waiting(1_000)).length);
  const claim = given(await turns.claim(key));
  seen.push(claim.events.length, claim.fence, claim.session.version, claim.profile, await turns.renew(claim));
  const changes = [
    { type: 'hoursPut', entry: hoursEntry('A') },
    {
      type: 'certificatePut',
      entry: { ...hoursEntry('x'), name: 'B', catalogueId: null, issuer: null, evidence: null },
    },
    { type: 'onboardingPut', onboarding: onboardingFrom('2026-01-01') },
    { type: 'preferencesPut', preferences: { muted: [], quietFrom: '22:00', quietTo: null, sent: [] } },
    { type: 'jobPut', job: { key: 'k', kind: 'hours', dueAt: 0, detail: '' } },
    { type: 'linkCodeMade', code: 'CODE2345', expiresAt: clock.now() + 60_000 },
    { type: 'linkFailed' },
  ] as const;
  const session = { ...claim.session, version: 1, role: 'applied' as const };
  const outcome = outcomeOf(claim, 'A', {
    changes,
    session,
    delivery: { target: '{}', occasion: 'asked' },
    replies: ['1', '2'].map(replySaying),
  });
  seen.push(await turns.commit(claim, outcome), await turns.commit(claim, outcome));
  seen.push(await turns.answer(key, 'a'), (await turns.transcript(key, 9)).length);
  const records = turns.records(claim);
  seen.push(
    await records.hours(),
    await records.certificates(),
    await records.onboarding(),
    await records.preferences(),
  );
  seen.push(await records.setting('notices'), await records.checkLinkCode('CODE2345'));
  for (let round = 0; round < 3; round++)
    for (const message of mine(await outbox.claimOutgoing(['push'], 1_000))) {
      seen.push(message.idempotencyKey, message.attempt);
      await (round === 0 ? outbox.markSent(message, 'receipt') : outbox.markFailed(message, 'gone', null));
    }
  await jobs.putJob({ agency, person: null }, { key: 'own', kind: 'own', detail: '', dueAt: 0 });
  await jobs.ensureJob({ agency, person: null }, { key: 'own', kind: 'other', detail: '', dueAt: 0 });
  const due = mine(await jobs.claimJobs(1_000));
  seen.push(due.map((job) => [job.key, job.kind, job.attempt]).toSorted());
  for (const job of due) {
    if (job.person === null) await jobs.deferJob(job, 2 ** 50);
    else seen.push(await jobs.hand(job).then((thread) => thread !== 'unreachable' && thread.thread));
  }
  const handed = given(await turns.claim(key));
  await turns.release(handed);
  const asked = given(
    await turns.claimFor(said(world, 'web:2', 'a', { speaker: { channel: 'push', account: 'push:1' } })),
  );
  seen.push(handed.events.length, asked.profile?.role, asked.person === claim.person);
  seen.push(await turns.commit(asked, outcomeOf(asked, 'B', { session: null, record: null })));
  await store.engine.write((transaction) =>
    transaction.insertInto('setting').values({ agency, name: 'notices', value: '1', changed_at: 1 }).execute(),
  );
  return seen;
}

/** Every row of an agency by table, without what the other may have and this one not. */
async function rowsOf({ store, agency }: StoreWorld): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const found: Record<string, readonly unknown[]> = {};
  for (const { name } of await tablesOf({ store })) {
    const query = sql`select * from ${sql.table(name)} where agency = ${agency}`;
    found[name] = (await query.execute(store.engine.across)).rows.map((row) => JSON.stringify(row)).toSorted();
  }
  return found;
}

async function tablesOf({ store }: Pick<StoreWorld, 'store'>) {
  const tables = await store.engine.across.introspection.getTables();
  return tables.filter(({ name }) => !name.startsWith('kysely_'));
}
