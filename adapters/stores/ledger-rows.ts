import type { Transaction } from 'kysely';
import { type CertificateEntry, courseKey, evidenceStates, type HoursEntry } from '../../bot/index.ts';
import type { Database } from './schema.ts';

/** Adds the line, or replaces the one of the same course and date unless that is proven better. */
export async function putHours(
  transaction: Transaction<Database>,
  agency: string,
  person: string,
  { course, date, hours, category, provider, state }: HoursEntry,
): Promise<void> {
  const kept = { course, hours, category, provider, state };
  await transaction
    .insertInto('hours')
    .values({ agency, person, course_key: courseKey(course), date, ...kept })
    .onConflict((conflict) =>
      conflict
        .columns(['agency', 'person', 'course_key', 'date'])
        .doUpdateSet(kept)
        .where('hours.state', 'in', replaceable(state)),
    )
    .execute();
}

/** Adds the certificate, or replaces the one of the same name and date unless that is proven better. */
export async function putCertificate(
  transaction: Transaction<Database>,
  agency: string,
  person: string,
  { name, catalogueId, date, issuer, evidence, state }: CertificateEntry,
): Promise<void> {
  const kept = { name, catalogue_id: catalogueId, issuer, evidence, state };
  await transaction
    .insertInto('certificate')
    .values({ agency, person, name_key: courseKey(name), date, ...kept })
    .onConflict((conflict) =>
      conflict
        .columns(['agency', 'person', 'name_key', 'date'])
        .doUpdateSet(kept)
        .where('certificate.state', 'in', replaceable(state)),
    )
    .execute();
}

/** The states that an entry of this one may replace. */
function replaceable(state: HoursEntry['state']): readonly string[] {
  return evidenceStates.slice(0, evidenceStates.indexOf(state) + 1);
}
