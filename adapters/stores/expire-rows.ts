import type { Kysely, Transaction } from 'kysely';
import { leaseExpirer, sessionExpirer, turnExpirer } from './expire-threads.ts';
import { type Expirer, type Expiry, expirer } from './expirer.ts';
import type { ExpiringClass } from './retention.ts';
import type { Database } from './schema.ts';

/** Each class by what it looks for and how one row of it goes. */
export const expirers: Readonly<Record<ExpiringClass, Expirer>> = {
  turns: turnExpirer,
  sessions: sessionExpirer,
  leases: leaseExpirer,
  eventsAnswered: expirer(
    (db, expiry) => eventsOf(db, expiry).where('answered', 'is not', null),
    (transaction, expiry, { seq }) => deleteQueued(transaction, 'inbox', expiry, seq),
  ),
  eventsWaiting: expirer(
    (db, expiry) => eventsOf(db, expiry).where('answered', 'is', null),
    (transaction, expiry, { seq }) => deleteQueued(transaction, 'inbox', expiry, seq),
  ),
  repliesSent: expirer(
    (db, expiry) => repliesOf(db, expiry).where('state', '=', 'sent'),
    (transaction, expiry, { seq }) => deleteQueued(transaction, 'outbox', expiry, seq),
  ),
  repliesUnsent: expirer(
    (db, expiry) => repliesOf(db, expiry).where('state', '!=', 'sent'),
    (transaction, expiry, { seq }) => deleteQueued(transaction, 'outbox', expiry, seq),
  ),
  feedback: expirer(
    (db, { agency, before, holds }) => {
      const given = db.selectFrom('feedback').select(['thread', 'version', 'person']).where('agency', '=', agency);
      return given.where('at', '<', before).where('person', 'not in', ['', ...holds.persons]);
    },
    async (transaction, { agency }, { thread, version, person }) => {
      const given = transaction.deleteFrom('feedback').where('agency', '=', agency).where('thread', '=', thread);
      const mine = given.where('version', '=', version).where('person', '=', person);
      return Number((await mine.executeTakeFirst()).numDeletedRows);
    },
  ),
  linkCodes: expirer(
    (db, { agency, before, holds }) => {
      const codes = db.selectFrom('link_code').select('code_hash').where('agency', '=', agency);
      return codes.where('expires_at', '<', before).where('person', 'not in', ['', ...holds.persons]);
    },
    async (transaction, { agency }, { code_hash: hash }) => {
      const code = transaction.deleteFrom('link_code').where('agency', '=', agency).where('code_hash', '=', hash);
      return Number((await code.executeTakeFirst()).numDeletedRows);
    },
  ),
  browsers: expirer(findBrowsers, async (transaction, { agency }, { id }) => {
    for (const table of ['identity', 'link_code'] as const)
      await transaction.deleteFrom(table).where('agency', '=', agency).where('person', '=', id).execute();
    const person = transaction.deleteFrom('person').where('agency', '=', agency).where('id', '=', id);
    return Number((await person.executeTakeFirst()).numDeletedRows);
  }),
};

function eventsOf(db: Kysely<Database>, { agency, before, holds }: Expiry) {
  return db
    .selectFrom('inbox')
    .select('seq')
    .where('agency', '=', agency)
    .where('received_at', '<', before)
    .where((event) =>
      event.and([
        event.or([event('person', 'is', null), event('person', 'not in', ['', ...holds.persons])]),
        event.or([event('account', 'is', null), event('account', 'not in', ['', ...holds.accounts])]),
      ]),
    );
}

function repliesOf(db: Kysely<Database>, { agency, before, holds }: Expiry) {
  const replies = db.selectFrom('outbox').select('seq').where('agency', '=', agency).where('at', '<', before);
  return replies.where('person', 'not in', ['', ...holds.persons]);
}

async function deleteQueued(
  transaction: Transaction<Database>,
  table: 'inbox' | 'outbox',
  { agency }: Expiry,
  seq: number,
): Promise<number> {
  const query = transaction.deleteFrom(table).where('agency', '=', agency).where('seq', '=', seq);
  return Number((await query.executeTakeFirst()).numDeletedRows);
}

/** People of whom there is nothing but an account of the web: a thread, a record or another account keeps them. */
function findBrowsers(db: Kysely<Database>, { agency, before, holds }: Expiry) {
  let query = db
    .selectFrom('person')
    .select('id')
    .where('agency', '=', agency)
    .where('created_at', '<', before)
    .where('id', 'not in', ['', ...holds.persons]);
  for (const table of ['session', 'inbox', 'outbox', 'job', 'hours', 'certificate', 'onboarding'] as const)
    query = query.where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom(table)
            .select(`${table}.agency`)
            .where(`${table}.agency`, '=', agency)
            .whereRef(`${table}.person`, '=', 'person.id'),
        ),
      ),
    );
  return query.where(({ not, exists, selectFrom }) =>
    not(
      exists(
        selectFrom('identity')
          .select('identity.agency')
          .where('identity.agency', '=', agency)
          .whereRef('identity.person', '=', 'person.id')
          .where('identity.channel', '!=', 'web'),
      ),
    ),
  );
}
