import type { Kysely } from 'kysely';
import { readCertificate, readHours, readOnboarding, readPreferences, readProfile } from './rows.ts';
import type { Database } from './schema.ts';

/** Everything that is kept of a person beside what was said, by readable names; times as ISO. */
export async function exportRecords(db: Kysely<Database>, agency: string, person: string) {
  const row = await db
    .selectFrom('person')
    .selectAll()
    .where('agency', '=', agency)
    .where('id', '=', person)
    .executeTakeFirst();
  const identities = db.selectFrom('identity').selectAll().where('agency', '=', agency).where('person', '=', person);
  const hours = db.selectFrom('hours').selectAll().where('agency', '=', agency).where('person', '=', person);
  const certificates = db
    .selectFrom('certificate')
    .selectAll()
    .where('agency', '=', agency)
    .where('person', '=', person);
  const onboarding = db.selectFrom('onboarding').selectAll().where('agency', '=', agency).where('person', '=', person);
  const feedback = db.selectFrom('feedback').selectAll().where('agency', '=', agency).where('person', '=', person);
  const jobs = db.selectFrom('job').selectAll().where('agency', '=', agency).where('person', '=', person);
  const codes = db.selectFrom('link_code').selectAll().where('agency', '=', agency).where('person', '=', person);
  const audit = db
    .selectFrom('audit')
    .selectAll()
    .where('agency', '=', agency)
    .where((entry) => entry.or([entry('subject', '=', person), entry('actor', '=', person)]));
  return {
    since: row === undefined ? null : iso(row.created_at),
    unit: row?.unit ?? null,
    profile: readProfile(row?.profile ?? null),
    noticePreferences: readPreferences(row?.preferences ?? null),
    wrongLinkCodes: row?.link_failures ?? 0,
    accounts: (await identities.execute()).map(({ channel, account, created_at: since }) => ({
      channel,
      account,
      since: iso(since),
    })),
    feedback: (await feedback.orderBy('at').execute()).map(({ thread, version, useful, reason, at }) => ({
      thread,
      turn: version,
      useful: useful === 1,
      reason,
      at: iso(at),
    })),
    learningHours: (await hours.orderBy('date').execute()).map(readHours),
    certificates: (await certificates.orderBy('date').execute()).map(readCertificate),
    onboarding: (await onboarding.execute()).map(({ state }) => readOnboarding(state)).at(0) ?? null,
    reminders: (await jobs.execute()).map(({ key, kind, detail, due_at: due }) => ({
      key,
      kind,
      detail,
      dueAt: iso(due),
    })),
    linkCodesUntil: (await codes.execute()).map(({ expires_at: until }) => iso(until)),
    audit: (await audit.orderBy('seq').execute()).map(({ seq, at, actor, action, detail }) => ({
      seq,
      at: iso(at),
      actor,
      action,
      detail,
    })),
  };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
