import type { Ids } from '../../bot/index.ts';
import type { ClaimedJob, JobStore } from '../store.ts';
import type { Engine } from './engine.ts';
import { handJob } from './hand-job.ts';
import { putJob } from './stored-jobs.ts';

/** Jobs on this database; a claimed one whose holder died is handed out again after `leaseMs`. */
export function createJobStore(
  engine: Engine,
  { clock, ids, leaseMs }: { readonly clock: { now(): number }; readonly ids: Ids; readonly leaseMs: number },
): JobStore {
  const { across } = engine;
  return {
    putJob: (owner, job) => engine.write((transaction) => putJob(transaction, owner, job)),
    async ensureJob({ agency, person }, { key, kind, detail, dueAt }) {
      await engine.write((transaction) =>
        transaction
          .insertInto('job')
          .values({
            agency,
            person: person ?? '',
            key,
            kind,
            detail,
            due_at: dueAt,
            lease_until: 0,
            fence: 1,
            attempts: 0,
          })
          .onConflict((conflict) => conflict.columns(['agency', 'person', 'key']).doNothing())
          .execute(),
      );
    },
    async claimJobs(limit) {
      const now = clock.now();
      const due = across
        .selectFrom('job')
        .select(['agency', 'person', 'key'])
        .where('due_at', '<=', now)
        .where('lease_until', '<', now)
        .orderBy('due_at')
        .limit(limit);
      // Only looked at: which replica gets a row is decided by the update below.
      const rows = await due.execute();
      const claimed: ClaimedJob[] = [];
      for (const { agency, person, key } of rows) {
        const row = await engine.stage((transaction) =>
          transaction
            .updateTable('job')
            .set((expression) => ({
              lease_until: now + leaseMs,
              fence: expression('fence', '+', 1),
              attempts: expression('attempts', '+', 1),
            }))
            .where('agency', '=', agency)
            .where('person', '=', person)
            .where('key', '=', key)
            .where('due_at', '<=', now)
            .where('lease_until', '<', now)
            .returning(['kind', 'detail', 'due_at', 'fence', 'attempts'])
            .executeTakeFirst(),
        );
        if (row === undefined) continue;
        const { kind, detail, due_at: dueAt, fence, attempts: attempt } = row;
        claimed.push({ agency, person: person === '' ? null : person, key, kind, detail, dueAt, fence, attempt });
      }
      return claimed;
    },
    async finishJob({ agency, person, key, fence }) {
      await engine.write((transaction) =>
        transaction
          .deleteFrom('job')
          .where('agency', '=', agency)
          .where('person', '=', person ?? '')
          .where('key', '=', key)
          .where('fence', '=', fence)
          .execute(),
      );
    },
    async deferJob({ agency, person, key, fence }, dueAt) {
      await engine.write((transaction) =>
        transaction
          .updateTable('job')
          .set({ due_at: dueAt, lease_until: 0 })
          .where('agency', '=', agency)
          .where('person', '=', person ?? '')
          .where('key', '=', key)
          .where('fence', '=', fence)
          .execute(),
      );
    },
    hand: (job) => engine.write((transaction) => handJob(transaction, job, ids.next(), clock.now())),
  };
}
