import { sql } from 'kysely';
import type { Engine } from '../../../adapters/stores/engine.ts';

/** The bare transaction beside which the whole path is measured: the one of `../shared/STORE.md`, with Kysely on the same engine. */
export interface Bare {
  /** Claims an event, reads a 2 KB session, updates it with a version check, appends two rows; durable when it resolves. */
  turn(thread: number, version: number): Promise<void>;
}

type BareTables = {
  bare_event: { id: string };
  bare_session: { id: string; version: number; state: string };
  bare_row: { id: string; text: string };
};

const state = 'x'.repeat(2_000);

/** Makes its tables, which stay with the database of the benchmark. */
export async function createBare(engine: Engine, threads: number): Promise<Bare> {
  await sql`create table bare_event (id text primary key)`.execute(engine.across);
  await sql`create table bare_session (id text primary key, version bigint, state text)`.execute(engine.across);
  await sql`create table bare_row (id text primary key, text text)`.execute(engine.across);
  const db = engine.across.withTables<BareTables>();
  for (let thread = 0; thread < threads; thread++)
    await db
      .insertInto('bare_session')
      .values({ id: `t${thread}`, version: 0, state })
      .execute();
  return {
    async turn(thread, version) {
      await db.transaction().execute(async (inside) => {
        const event = `t${thread}/${version}`;
        await inside
          .insertInto('bare_event')
          .values({ id: event })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        const session = await inside
          .selectFrom('bare_session')
          .selectAll()
          .where('id', '=', `t${thread}`)
          .executeTakeFirstOrThrow();
        await inside
          .updateTable('bare_session')
          .set({ version: version + 1, state: session.state })
          .where('id', '=', `t${thread}`)
          .where('version', '=', version)
          .execute();
        for (const side of ['in', 'out'])
          await inside
            .insertInto('bare_row')
            .values({ id: `${event}/${side}`, text: 'y'.repeat(200) })
            .execute();
      });
      await engine.durable();
    },
  };
}
