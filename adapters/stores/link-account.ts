import type { Transaction } from 'kysely';
import { mergeFeedback } from './feedback.ts';
import { mergePerson, mergeRecords } from './merge-records.ts';
import type { Database } from './schema.ts';

/**
 * Whoever typed the code becomes the person it was shown to: accounts, threads and records move there, and what both had stands once.
 * A code that no longer holds changes nothing.
 */
export async function linkAccount(
  transaction: Transaction<Database>,
  agency: string,
  from: string,
  codeHash: string,
  now: number,
): Promise<void> {
  const code = await transaction
    .deleteFrom('link_code')
    .where('agency', '=', agency)
    .where('code_hash', '=', codeHash)
    .where('expires_at', '>', now)
    .returning('person')
    .executeTakeFirst();
  const to = code?.person;
  if (to === undefined || to === from) return;
  if (!(await mergePerson(transaction, agency, from, to))) return;
  for (const table of ['identity', 'session', 'inbox', 'turn', 'outbox', 'link_code'] as const)
    await transaction
      .updateTable(table)
      .set({ person: to })
      .where('agency', '=', agency)
      .where('person', '=', from)
      .execute();
  await mergeFeedback(transaction, agency, from, to);
  await mergeRecords(transaction, agency, from, to);
}
