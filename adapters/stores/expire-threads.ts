import type { Kysely } from 'kysely';
import { type Expirer, type Expiry, expirer } from './expirer.ts';
import type { Database } from './schema.ts';

/** Turns of one thread that go in one transaction. */
const turnsAtOnce = 200;

/**
 * Old turns, thread by thread: only the oldest turn of each is looked at, because the transcript is the largest table and has no
 * index by time.
 */
export const turnExpirer: Expirer = expirer(
  (db, { agency, before, holds }) =>
    db
      .selectFrom('session')
      .select('thread')
      .where('agency', '=', agency)
      .where(
        ({ selectFrom }) =>
          selectFrom('turn')
            .select('turn.at')
            .where('turn.agency', '=', agency)
            .whereRef('turn.thread', '=', 'session.thread')
            .where('turn.person', 'not in', ['', ...holds.persons])
            .orderBy('turn.version')
            .limit(1),
        '<',
        before,
      ),
  async (transaction, expiry, { thread }) => {
    const old = await oldTurns(transaction, expiry).where('thread', '=', thread).limit(turnsAtOnce).execute();
    const versions = old.map(({ version }) => version);
    if (versions.length === 0) return 0;
    const { numDeletedRows } = await transaction
      .deleteFrom('turn')
      .where('agency', '=', expiry.agency)
      .where('thread', '=', thread)
      .where('version', 'in', versions)
      .executeTakeFirst();
    return Number(numDeletedRows);
  },
  oldTurns,
);

/** The memory of silent threads. Never before their turns: the next turn would begin at version 1 again, which is taken. */
export const sessionExpirer: Expirer = expirer(
  (db, { agency, before, holds }) =>
    db
      .selectFrom('session')
      .select('thread')
      .where('agency', '=', agency)
      .where('last_at', '<', before)
      .where('person', 'not in', ['-', ...holds.persons])
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('turn')
              .select('turn.version')
              .where('turn.agency', '=', agency)
              .whereRef('turn.thread', '=', 'session.thread')
              .where((turn) =>
                turn.or([turn('turn.at', '>=', before), turn('turn.person', 'in', ['', ...holds.persons])]),
              ),
          ),
        ),
      )
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('inbox')
              .select('inbox.seq')
              .where('inbox.agency', '=', agency)
              .whereRef('inbox.thread', '=', 'session.thread')
              .where('inbox.answered', 'is', null),
          ),
        ),
      ),
  async (transaction, { agency, before, now }, { thread }) => {
    const here = { agency, thread };
    const lease = transaction.deleteFrom('lease').where('agency', '=', agency).where('thread', '=', thread);
    await lease.where('lease_until', '<', now).execute();
    // Somebody thinks in it at this moment, or its turns were left for the next run.
    if ((await isThere(transaction, 'lease', here)) || (await isThere(transaction, 'turn', here))) return 0;
    const { numDeletedRows } = await transaction
      .deleteFrom('session')
      .where('agency', '=', agency)
      .where('thread', '=', thread)
      .where('last_at', '<', before)
      .executeTakeFirst();
    return Number(numDeletedRows);
  },
);

/** Leases of threads that have nothing else; while a reply is kept they stay, because its key holds their fence. */
export const leaseExpirer: Expirer = expirer(findLeases, async (transaction, expiry, { thread }) => {
  const lease = transaction.deleteFrom('lease').where('agency', '=', expiry.agency).where('thread', '=', thread);
  const still = findLeases(transaction, expiry).where('thread', '=', thread);
  return Number((await lease.where('thread', 'in', still).executeTakeFirst()).numDeletedRows);
});

function findLeases(db: Kysely<Database>, { agency, now }: Expiry) {
  let query = db.selectFrom('lease').select('thread').where('agency', '=', agency).where('lease_until', '<', now);
  for (const table of ['session', 'inbox', 'outbox'] as const)
    query = query.where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom(table)
            .select(`${table}.agency`)
            .where(`${table}.agency`, '=', agency)
            .whereRef(`${table}.thread`, '=', 'lease.thread'),
        ),
      ),
    );
  return query;
}

function oldTurns(db: Kysely<Database>, { agency, before, holds }: Expiry) {
  const turns = db.selectFrom('turn').select('version').where('agency', '=', agency).where('at', '<', before);
  return turns.where('person', 'not in', ['', ...holds.persons]);
}

async function isThere(
  db: Kysely<Database>,
  table: 'lease' | 'turn',
  { agency, thread }: { readonly agency: string; readonly thread: string },
): Promise<boolean> {
  const query = db.selectFrom(table).select('thread').where('agency', '=', agency).where('thread', '=', thread);
  return (await query.limit(1).executeTakeFirst()) !== undefined;
}
