import type { Kysely } from 'kysely';
import type { ThreadKey } from '../store.ts';
import { prepare } from './prepared.ts';
import type { Database } from './schema.ts';

type Lease = {
  readonly agency: string;
  readonly thread: string;
  readonly fence: number;
  readonly until: number;
};

const taking = prepare<Omit<Lease, 'fence'> & { readonly now: number }, { readonly fence: number }>((db, place) =>
  db
    .insertInto('lease')
    .values({ agency: place.agency, thread: place.thread, fence: place.now, lease_until: place.until })
    .onConflict((conflict) =>
      conflict
        .columns(['agency', 'thread'])
        .doUpdateSet((expression) => ({ lease_until: place.until, fence: expression('lease.fence', '+', 1) }))
        .where('lease.lease_until', '<', place.now),
    )
    .returning('fence'),
);

const setting = prepare<Lease, unknown>((db, place) =>
  db
    .updateTable('lease')
    .set({ lease_until: place.until })
    .where('agency', '=', place.agency)
    .where('thread', '=', place.thread)
    .where('fence', '=', place.fence),
);

/**
 * Takes the thread until `until`; its first fence is the time, so that no fence comes back after an erasure took the lease away.
 * Gives the new fence, or undefined where somebody else holds it. One statement, and it need not be
 * durable: a lease that is lost is as good as given back.
 */
export async function takeLease(
  db: Kysely<Database>,
  { agency, thread }: ThreadKey,
  now: number,
  until: number,
): Promise<number | undefined> {
  return (await taking(db, { agency, thread, now, until })).rows[0]?.fence;
}

/** Sets the end of a lease that is still held under this fence, 0 to give it back; false where another has it since. */
export async function setLease(
  db: Kysely<Database>,
  { agency, thread }: ThreadKey,
  fence: number,
  until: number,
): Promise<boolean> {
  return (await setting(db, { agency, thread, fence, until })).changed === 1;
}
