import type { Transaction } from 'kysely';
import { type Job, jobKinds } from '../../bot/index.ts';
import type { ClaimedJob, ThreadKey } from '../store.ts';
import type { Database } from './schema.ts';

/**
 * Puts a person's due job into the inbox of their newest private thread and takes it off the list, in one transaction. `id` makes
 * the event's name: the same job can be put again for the same time.
 */
export async function handJob(
  transaction: Transaction<Database>,
  { agency, person, key, kind, detail, dueAt, fence }: ClaimedJob,
  id: string,
  now: number,
): Promise<ThreadKey | 'unreachable'> {
  const jobKind = jobKinds.find((known) => known === kind);
  if (person === null || jobKind === undefined) return 'unreachable';
  const home = await transaction
    .selectFrom('session')
    .select('thread')
    .where('agency', '=', agency)
    .where('person', '=', person)
    .where('audience', '=', 'private')
    .orderBy('last_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (home === undefined) return 'unreachable';
  const removed = await transaction
    .deleteFrom('job')
    .where('agency', '=', agency)
    .where('person', '=', person)
    .where('key', '=', key)
    .where('fence', '=', fence)
    .executeTakeFirst();
  const thread = { agency, thread: home.thread };
  // It was put again since, or another replica handed it over: that one counts.
  if (removed.numDeletedRows === 0n) return thread;
  const job: Job = { key, kind: jobKind, dueAt, detail };
  await transaction
    .insertInto('inbox')
    .values({
      ...thread,
      event: `job/${key}/${id}`,
      channel: null,
      account: null,
      person,
      audience: 'private',
      body: JSON.stringify({ type: 'due', job }),
      received_at: now,
      answered: null,
      target: null,
      privately: null,
    })
    .execute();
  return thread;
}
