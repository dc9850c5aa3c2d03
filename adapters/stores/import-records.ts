import type { Change, Ids, PersonRecords } from '../../bot/index.ts';
import { applyChanges } from './apply-changes.ts';
import type { Engine } from './engine.ts';
import { createPeople } from './people.ts';
import { createPersonRecords } from './person-records.ts';
import { readCertificate } from './rows.ts';

/** Records as an operator brings them in and takes them out, for one agency. */
export interface ImportedRecords {
  /** Contract: all or none, written to the audit log; an account that is new gets its person. */
  put(account: AccountOf, changes: readonly Change[]): Promise<void>;
  /** What is kept of the account's person. */
  recordsOf(account: AccountOf): Promise<PersonRecords>;
  /** Certificates on or after an ISO date, null for all, with the accounts of those who hold them. */
  certificates(
    since: string | null,
  ): Promise<readonly { readonly account: string; readonly certificate: ReturnType<typeof readCertificate> }[]>;
}

/** An account of a channel. */
export interface AccountOf {
  readonly channel: string;
  readonly account: string;
}

/** The records of an agency, for `actor`. */
export function createImportedRecords(
  engine: Engine,
  agency: string,
  { ids, clock, actor }: { readonly ids: Ids; readonly clock: { now(): number }; readonly actor: string },
): ImportedRecords {
  const people = createPeople(engine, ids);
  const personOf = async (account: AccountOf): Promise<string> =>
    (await people.resolve(agency, account, clock.now())) ?? '';
  return {
    async put(account, changes) {
      const person = await personOf(account);
      await engine.write(async (transaction) => {
        const context = { agency, person, actor, now: clock.now() };
        await applyChanges(transaction, context, changes);
      });
    },
    recordsOf: async (account) => createPersonRecords(engine, agency, await personOf(account), clock),
    async certificates(since) {
      const query = engine.db.selectFrom('certificate').selectAll().where('agency', '=', agency);
      const rows = await (since === null ? query : query.where('date', '>=', since))
        .orderBy('person')
        .orderBy('date')
        .orderBy('name_key')
        .execute();
      const accounts = await engine.db
        .selectFrom('identity')
        .select(['person', 'account'])
        .where('agency', '=', agency)
        .orderBy('channel')
        .orderBy('account')
        .execute();
      const accountOf = new Map(accounts.toReversed().map(({ person, account }) => [person, account]));
      return rows.map((row) => ({
        account: accountOf.get(row.person) ?? row.person,
        certificate: readCertificate(row),
      }));
    },
  };
}
