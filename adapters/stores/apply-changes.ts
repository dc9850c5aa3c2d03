import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import { type Change, courseKey, unreachable } from '../../bot/index.ts';
import { appendAudit } from './audit.ts';
import { putCertificate, putHours } from './ledger-rows.ts';
import { linkAccount } from './link-account.ts';
import type { Database } from './schema.ts';
import { putJob } from './stored-jobs.ts';

/** Whose records are changed, by whom, when. */
export interface ChangeContext {
  readonly agency: string;
  readonly person: string;
  /** The person themselves, or the command that imports. */
  readonly actor: string;
  readonly now: number;
}

/** Applies what a turn changes beside its session, in order, within its transaction, and writes what was done to the audit log. */
export async function applyChanges(
  transaction: Transaction<Database>,
  context: ChangeContext,
  changes: readonly Change[],
): Promise<void> {
  for (const change of changes) {
    await applyChange(transaction, context, change);
    const detail = auditDetail(change);
    if (detail === null) continue;
    const entry = { actor: context.actor, action: change.type, subject: context.person, detail };
    await appendAudit(transaction, context.agency, entry, context.now);
  }
}

async function applyChange(
  transaction: Transaction<Database>,
  { agency, person, now }: ChangeContext,
  change: Change,
): Promise<void> {
  switch (change.type) {
    case 'hoursPut':
      return putHours(transaction, agency, person, change.entry);
    case 'hoursRemoved':
      await transaction
        .deleteFrom('hours')
        .where('agency', '=', agency)
        .where('person', '=', person)
        .where('course_key', '=', courseKey(change.course))
        .where('date', '=', change.date)
        .execute();
      return;
    case 'certificatePut':
      return putCertificate(transaction, agency, person, change.entry);
    case 'certificateRemoved':
      await transaction
        .deleteFrom('certificate')
        .where('agency', '=', agency)
        .where('person', '=', person)
        .where('name_key', '=', courseKey(change.name))
        .where('date', '=', change.date)
        .execute();
      return;
    case 'onboardingPut': {
      const { stage, startsOn } = change.onboarding;
      const kept = { stage, starts_on: startsOn, state: JSON.stringify(change.onboarding) };
      await transaction
        .insertInto('onboarding')
        .values({ agency, person, ...kept })
        .onConflict((conflict) => conflict.columns(['agency', 'person']).doUpdateSet(kept))
        .execute();
      return;
    }
    case 'onboardingRemoved':
      await transaction.deleteFrom('onboarding').where('agency', '=', agency).where('person', '=', person).execute();
      return;
    case 'preferencesPut':
      await transaction
        .updateTable('person')
        .set({ preferences: JSON.stringify(change.preferences) })
        .where('agency', '=', agency)
        .where('id', '=', person)
        .execute();
      return;
    case 'jobPut':
      return putJob(transaction, { agency, person }, change.job);
    case 'jobRemoved':
      await transaction
        .deleteFrom('job')
        .where('agency', '=', agency)
        .where('person', '=', person)
        .where('key', '=', change.key)
        .execute();
      return;
    case 'linkCodeMade':
      await transaction
        .deleteFrom('link_code')
        .where('agency', '=', agency)
        .where('person', '=', person)
        .where('expires_at', '<=', now)
        .execute();
      await transaction
        .insertInto('link_code')
        .values({ agency, code_hash: hashCode(change.code), person, expires_at: change.expiresAt })
        .onConflict((conflict) => conflict.columns(['agency', 'code_hash']).doNothing())
        .execute();
      return;
    case 'linked':
      return linkAccount(transaction, agency, person, hashCode(change.code), now);
    case 'linkFailed':
      return countLinkFailure(transaction, agency, person, now);
    case 'transcriptCleared':
      return;
    default:
      return unreachable(change);
  }
}

/** A link code as it is kept: whoever reads the table cannot type it. */
export function hashCode(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}

/** The window in which wrong link codes count, milliseconds. */
export const linkTriesWindowMs = 60 * 60_000;

async function countLinkFailure(
  transaction: Transaction<Database>,
  agency: string,
  person: string,
  now: number,
): Promise<void> {
  const mine = transaction.updateTable('person').where('agency', '=', agency).where('id', '=', person);
  const fresh = await mine
    .set({ link_failures: 1, link_failures_since: now })
    .where('link_failures_since', '<', now - linkTriesWindowMs)
    .executeTakeFirst();
  if (fresh.numUpdatedRows === 0n)
    await mine.set((expression) => ({ link_failures: expression('link_failures', '+', 1) })).execute();
}

/** What the audit log says of a change, without what the record says; null for what needs no trace. */
function auditDetail(change: Change): string | null {
  switch (change.type) {
    case 'hoursPut':
    case 'certificatePut':
      return `${change.entry.date.slice(0, 4)} ${change.entry.state}`;
    case 'hoursRemoved':
    case 'certificateRemoved':
      return change.date.slice(0, 4);
    case 'onboardingPut':
      return change.onboarding.stage;
    case 'onboardingRemoved':
    case 'linked':
    case 'linkFailed':
      return '';
    default:
      return null;
  }
}
