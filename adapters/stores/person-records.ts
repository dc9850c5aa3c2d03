import { randomInt } from 'node:crypto';
import { linkTriesMax, type PersonRecords } from '../../bot/index.ts';
import { hashCode, linkTriesWindowMs } from './apply-changes.ts';
import type { Engine } from './engine.ts';
import { readCertificate, readHours, readOnboarding, readPreferences } from './rows.ts';

/** Letters and digits that are not mistaken for each other: no I, L, O, U. 32^8 codes. */
const codeLetters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 8;

/** What is kept of one person of one agency. */
export function createPersonRecords(
  { db }: Engine,
  agency: string,
  person: string,
  clock: { now(): number },
): PersonRecords {
  const mine = () =>
    db.selectFrom('person').selectAll().where('agency', '=', agency).where('id', '=', person).executeTakeFirst();
  return {
    async hours() {
      const query = db.selectFrom('hours').selectAll().where('agency', '=', agency).where('person', '=', person);
      return (await query.orderBy('date').orderBy('course_key').execute()).map(readHours);
    },
    async certificates() {
      const query = db.selectFrom('certificate').selectAll().where('agency', '=', agency).where('person', '=', person);
      return (await query.orderBy('date').orderBy('name_key').execute()).map(readCertificate);
    },
    async onboarding() {
      const query = db.selectFrom('onboarding').select('state').where('agency', '=', agency);
      const row = await query.where('person', '=', person).executeTakeFirst();
      return row === undefined ? null : readOnboarding(row.state);
    },
    preferences: async () => readPreferences((await mine())?.preferences ?? null),
    async setting(name) {
      const query = db.selectFrom('setting').select('value').where('agency', '=', agency);
      const row = await query.where('name', '=', name).executeTakeFirst();
      return row === undefined ? null : JSON.parse(row.value);
    },
    newLinkCode: () => Array.from({ length: codeLength }, () => codeLetters[randomInt(codeLetters.length)]).join(''),
    async checkLinkCode(code) {
      const row = await mine();
      const now = clock.now();
      const recent = row !== undefined && row.link_failures_since >= now - linkTriesWindowMs;
      if (recent && row.link_failures >= linkTriesMax) return 'tooManyTries';
      const query = db.selectFrom('link_code').select('person').where('agency', '=', agency);
      const found = await query
        .where('code_hash', '=', hashCode(code))
        .where('expires_at', '>', now)
        .executeTakeFirst();
      if (found === undefined) return 'unknown';
      return found.person === person ? 'own' : 'good';
    },
  };
}
