import type { Transaction } from 'kysely';
import type { JobOwner, StoredJob } from '../store.ts';
import type { Database } from './schema.ts';

/** Sets the job of this key, within a transaction; a holder of the old one no longer counts. */
export async function putJob(transaction: Transaction<Database>, owner: JobOwner, job: StoredJob): Promise<void> {
  const { kind, detail, dueAt } = job;
  const kept = { kind, detail, due_at: dueAt, lease_until: 0, attempts: 0 };
  await transaction
    .insertInto('job')
    .values({ agency: owner.agency, person: owner.person ?? '', key: job.key, fence: 1, ...kept })
    .onConflict((conflict) =>
      conflict
        .columns(['agency', 'person', 'key'])
        .doUpdateSet((expression) => ({ ...kept, fence: expression('job.fence', '+', 1) })),
    )
    .execute();
}
