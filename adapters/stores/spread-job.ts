import type { ClaimedJob, StoredJob } from '../store.ts';
import type { Engine } from './engine.ts';
import { putJob } from './stored-jobs.ts';

/** People of one step; a step is one transaction. */
const peopleAtOnce = 500;

/**
 * Gives each person of the job's agency who has a private thread a job of their own, a page of them at a time; the agency's job
 * remembers in `detail`, behind the bar, how far it came. True while more are left. Contract: nobody twice, also where a replica
 * dies in between or two run at once.
 */
export function spreadJob(
  engine: Engine,
  { agency, key, fence, detail }: ClaimedJob,
  made: (what: string) => StoredJob,
): Promise<boolean> {
  const [what = '', last = ''] = detail.split('|');
  return engine.write(async (transaction) => {
    const people = await transaction
      .selectFrom('session')
      .select('person')
      .distinct()
      .where('agency', '=', agency)
      .where('audience', '=', 'private')
      .where('person', '>', last)
      .orderBy('person')
      .limit(peopleAtOnce)
      .execute();
    const reached = people.at(-1)?.person;
    if (reached === undefined) return false;
    const moved = await transaction
      .updateTable('job')
      .set({ detail: `${what}|${reached}`, lease_until: 0 })
      .where('agency', '=', agency)
      .where('person', '=', '')
      .where('key', '=', key)
      .where('fence', '=', fence)
      .executeTakeFirst();
    // Another replica took it since, and goes on from where it was.
    if (moved.numUpdatedRows === 0n) return true;
    for (const { person } of people) await putJob(transaction, { agency, person }, made(what));
    return true;
  });
}
