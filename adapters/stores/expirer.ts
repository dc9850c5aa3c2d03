import { type Expression, type Kysely, sql, type Transaction } from 'kysely';
import type { Engine } from './engine.ts';
import type { Holds } from './holds.ts';
import type { Database } from './schema.ts';

/** Things that are found, or threads with their old turns, in one transaction: who waits for it waits a few milliseconds. */
const removedAtOnce = 25;

/** Of whom and until when. */
export interface Expiry {
  readonly agency: string;
  readonly holds: Holds;
  /** What is older goes, milliseconds since 1970. */
  readonly before: number;
  readonly now: number;
}

/** How rows of a class are counted and deleted. */
export interface Expirer {
  /** How many rows would go. `db` is without the agency guard. */
  count(db: Kysely<Database>, expiry: Expiry): Promise<number>;
  /** Contract: deletes what belongs to at most `limit` things that were found, in many small transactions. */
  expire(engine: Engine, expiry: Expiry, limit: number): Promise<Round>;
}

/** How many things were found, and how many rows went. */
export interface Round {
  readonly found: number;
  readonly rows: number;
}

/** A query whose rows are taken a few at a time. */
export interface Found<Row> extends Expression<unknown> {
  limit(rows: number): { execute(): Promise<readonly Row[]> };
}

/** Rows that `find` finds, each removed by itself; `remove` gives how many rows went and looks once more whether it may go. */
export function expirer<Row>(
  find: (db: Kysely<Database>, expiry: Expiry) => Found<Row>,
  remove: (transaction: Transaction<Database>, expiry: Expiry, row: Row) => Promise<number>,
  counted: (db: Kysely<Database>, expiry: Expiry) => Expression<unknown> = find,
): Expirer {
  return {
    async count(db, expiry) {
      const query = sql<{ rows: number }>`select count(*) as rows from (${counted(db, expiry)}) as expired`;
      return Number((await query.execute(db)).rows[0]?.rows ?? 0);
    },
    async expire(engine, expiry, limit) {
      const found = await find(engine.db, expiry).limit(limit).execute();
      let rows = 0;
      for (let from = 0; from < found.length; from += removedAtOnce)
        await engine.write(async (transaction) => {
          for (const row of found.slice(from, from + removedAtOnce)) rows += await remove(transaction, expiry, row);
        });
      return { found: found.length, rows };
    },
  };
}
