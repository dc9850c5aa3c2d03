import type { Transaction } from 'kysely';
import type { Ids } from '../../bot/index.ts';
import type { Speaker } from '../store.ts';
import type { Engine } from './engine.ts';
import { prepare } from './prepared.ts';
import type { Database } from './schema.ts';

/** Finds the person behind an account, and makes one for an account that is new. */
export interface People {
  /**
   * Contract: always the same person for the same account, until it is linked to another or erased. Null for a person who is gone:
   * there is nobody to talk to.
   */
  resolve(agency: string, speaker: Speaker, now: number): Promise<string | null>;
  /** As `resolve`, but nobody new is made. */
  find(agency: string, speaker: Speaker): Promise<string | null>;
}

/** An account of an agency. */
type AccountKey = {
  readonly agency: string;
  readonly channel: string;
  readonly account: string;
};

interface Found {
  readonly id: string;
}

type PersonKey = { readonly agency: string; readonly id: string };

const finding = prepare<PersonKey, Found>((db, { agency, id }) =>
  db.selectFrom('person').select('id').where('agency', '=', agency).where('id', '=', id),
);

const findingAndHolding = prepare<PersonKey, Found>((db, { agency, id }) =>
  db.selectFrom('person').select('id').where('agency', '=', agency).where('id', '=', id).forKeyShare(),
);

const findingByAccount = prepare<AccountKey, Found>((db, { agency, channel, account }) =>
  db
    .selectFrom('person')
    .select('id')
    .where('agency', '=', agency)
    .where('id', '=', ({ selectFrom }) =>
      selectFrom('identity')
        .select('person')
        .where('agency', '=', agency)
        .where('channel', '=', channel)
        .where('account', '=', account),
    ),
);

/** People of this database. */
export function createPeople(engine: Engine, ids: Ids): People {
  const find: People['find'] = async (agency, speaker) =>
    ('person' in speaker
      ? await findPerson(engine.db, agency, speaker.person)
      : await findAccount(engine.db, { agency, channel: speaker.channel, account: speaker.account })) ?? null;
  return {
    find,
    async resolve(agency, speaker, now) {
      const found = await find(agency, speaker);
      if (found !== null || 'person' in speaker) return found;
      const key = { agency, channel: speaker.channel, account: speaker.account };
      return engine.stage((transaction) => addAccount(transaction, key, ids.next(), now));
    },
  };
}

/**
 * Keeps the person from being linked or erased until the transaction ends; `gone` where that was done already. SQLite writes one
 * transaction at a time and needs no lock.
 */
export async function holdPerson(
  transaction: Transaction<Database>,
  engine: Engine['name'],
  agency: string,
  id: string,
): Promise<'held' | 'gone'> {
  const { rows } = await (engine === 'postgres' ? findingAndHolding : finding)(transaction, { agency, id });
  return rows.length === 0 ? 'gone' : 'held';
}

async function findPerson(db: Engine['db'], agency: string, id: string): Promise<string | undefined> {
  return (await finding(db, { agency, id })).rows[0]?.id;
}

/** The person of the account, where both are there. */
async function findAccount(db: Engine['db'], key: AccountKey): Promise<string | undefined> {
  return (await findingByAccount(db, key)).rows[0]?.id;
}

/** The person of the account: a new one, unless another replica was faster. */
async function addAccount(
  transaction: Transaction<Database>,
  key: AccountKey,
  id: string,
  now: number,
): Promise<string> {
  // Written even where it is there, so that whoever was faster is waited for and seen.
  const owner = await transaction
    .insertInto('identity')
    .values({ ...key, person: id, created_at: now })
    .onConflict((conflict) =>
      conflict
        .columns(['agency', 'channel', 'account'])
        .doUpdateSet((expression) => ({ created_at: expression.ref('identity.created_at') })),
    )
    .returning('person')
    .executeTakeFirstOrThrow();
  const nothing = { profile: null, preferences: null, unit: null, link_failures: 0, link_failures_since: 0 };
  await transaction
    .insertInto('person')
    .values({ agency: key.agency, id: owner.person, created_at: now, ...nothing })
    .onConflict((conflict) => conflict.columns(['agency', 'id']).doNothing())
    .execute();
  return owner.person;
}
