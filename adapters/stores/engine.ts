import type { Kysely, Transaction } from 'kysely';
import type { Database } from './schema.ts';

/** A database with our tables, whichever of the two it is. */
export interface Engine {
  readonly name: 'sqlite' | 'postgres';
  /** For reading; refuses a query that is not bound to one agency. */
  readonly db: Kysely<Database>;
  /** For the few queries that look for work of all agencies. */
  readonly across: Kysely<Database>;
  /** Contract: all of it or nothing; durable when it resolves; the one way to write. Rejects where the database is gone. */
  write<T>(work: (transaction: Transaction<Database>) => Promise<T>): Promise<T>;
  /** As `write`, but durable only with the next `write`. */
  stage<T>(work: (transaction: Transaction<Database>) => Promise<T>): Promise<T>;
  /** Contract: all that was committed before the call is durable when it resolves. */
  durable(): Promise<void>;
  /** Contract: rejects where a write would fail. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** A row that says nothing, written to learn whether anything can be: a full disk and a standby can still be read. */
export async function writeProbe(transaction: Transaction<Database>): Promise<void> {
  const changed = { changed_at: 0 };
  await transaction
    .insertInto('setting')
    .values({ agency: '', name: 'probe', value: 'null', ...changed })
    .onConflict((conflict) => conflict.columns(['agency', 'name']).doUpdateSet(changed))
    .execute();
}
