import type { Transaction } from 'kysely';
import { type CertificateEntry, courseKey, type HoursEntry, type Job } from '../../bot/index.ts';
import { putCertificate, putHours } from './ledger-rows.ts';
import { readCertificate, readHours } from './rows.ts';
import type { Database } from './schema.ts';

/**
 * Moves the records of one person to another. Of an entry that both have, the better proven one stays; of two that are proven alike
 * the one of more hours, and the certificate that names its evidence: linking takes nothing from anybody.
 */
export async function mergeRecords(
  transaction: Transaction<Database>,
  agency: string,
  from: string,
  to: string,
): Promise<void> {
  const hours = transaction.deleteFrom('hours').where('agency', '=', agency).where('person', '=', from);
  for (const row of await hours.returningAll().execute())
    if (!(await hasMoreHours(transaction, agency, to, readHours(row))))
      await putHours(transaction, agency, to, readHours(row));
  const certificates = transaction.deleteFrom('certificate').where('agency', '=', agency).where('person', '=', from);
  for (const row of await certificates.returningAll().execute())
    if (!(await hasEvidence(transaction, agency, to, readCertificate(row))))
      await putCertificate(transaction, agency, to, readCertificate(row));
  await mergeOnboarding(transaction, agency, from, to);
  await mergeJobs(transaction, agency, from, to);
}

/** Whether the person has the entry, proven alike, with as many hours or more; what is proven better or worse is left to the ledger. */
async function hasMoreHours(
  transaction: Transaction<Database>,
  agency: string,
  person: string,
  { course, date, hours, state }: HoursEntry,
): Promise<boolean> {
  const row = await transaction
    .selectFrom('hours')
    .select(['hours', 'state'])
    .where('agency', '=', agency)
    .where('person', '=', person)
    .where('course_key', '=', courseKey(course))
    .where('date', '=', date)
    .executeTakeFirst();
  return row?.state === state && row.hours >= hours;
}

/** Whether the person has the certificate, proven alike, and the other one tells no more of its evidence. */
async function hasEvidence(
  transaction: Transaction<Database>,
  agency: string,
  person: string,
  { name, date, evidence, state }: CertificateEntry,
): Promise<boolean> {
  const row = await transaction
    .selectFrom('certificate')
    .select(['evidence', 'state'])
    .where('agency', '=', agency)
    .where('person', '=', person)
    .where('name_key', '=', courseKey(name))
    .where('date', '=', date)
    .executeTakeFirst();
  return row?.state === state && (row.evidence !== null || evidence === null);
}

/** The onboarding that is there stays, and its jobs. */
async function mergeOnboarding(
  transaction: Transaction<Database>,
  agency: string,
  from: string,
  to: string,
): Promise<void> {
  const left = transaction.deleteFrom('onboarding').where('agency', '=', agency).where('person', '=', from);
  const row = await left.returningAll().executeTakeFirst();
  if (row === undefined) return;
  const moved = await transaction
    .insertInto('onboarding')
    .values({ ...row, person: to })
    .onConflict((conflict) => conflict.columns(['agency', 'person']).doNothing())
    .executeTakeFirst();
  if (moved.numInsertedOrUpdatedRows === 1n) return;
  const kind = 'onboarding' satisfies Job['kind'];
  const jobs = transaction.deleteFrom('job').where('agency', '=', agency).where('person', '=', from);
  await jobs.where('kind', '=', kind).execute();
}

/** Of a job that both have, the one of the person who stays counts. */
async function mergeJobs(transaction: Transaction<Database>, agency: string, from: string, to: string): Promise<void> {
  const left = transaction.deleteFrom('job').where('agency', '=', agency).where('person', '=', from);
  for (const job of await left.returningAll().execute())
    await transaction
      .insertInto('job')
      .values({ ...job, person: to, lease_until: 0 })
      .onConflict((conflict) => conflict.columns(['agency', 'person', 'key']).doNothing())
      .execute();
}

/**
 * Ends the one person, after which nothing more is written for them; what the other never said is taken over. False, and nothing
 * is changed, where one of them is gone.
 */
export async function mergePerson(
  transaction: Transaction<Database>,
  agency: string,
  from: string,
  to: string,
): Promise<boolean> {
  const staying = transaction.updateTable('person').where('agency', '=', agency).where('id', '=', to);
  // Written to be held: who is linked or erased at this moment is seen here.
  const mine = await staying
    .set((expression) => ({ created_at: expression.ref('created_at') }))
    .returningAll()
    .executeTakeFirst();
  if (mine === undefined) return false;
  const leaving = transaction.deleteFrom('person').where('agency', '=', agency).where('id', '=', from);
  const other = await leaving.returningAll().executeTakeFirst();
  if (other === undefined) return false;
  const profile = mine.profile ?? other.profile;
  const preferences = mine.preferences ?? other.preferences;
  await staying.set({ profile, preferences, unit: mine.unit ?? other.unit }).execute();
  return true;
}
