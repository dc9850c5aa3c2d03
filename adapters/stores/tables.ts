import { type Kysely, sql } from 'kysely';
import type { Database } from './schema.ts';

/** The name of a table. */
export type TableName = keyof Database;

/** A row of any table, by column. */
export type AnyRow = Readonly<Record<string, unknown>>;

/** Each table and the columns that tell its rows apart: all that is kept, and the order in which it is read. */
const tableKeys: Readonly<Record<TableName, readonly string[]>> = {
  person: ['agency', 'id'],
  identity: ['agency', 'channel', 'account'],
  lease: ['agency', 'thread'],
  session: ['agency', 'thread'],
  inbox: ['seq'],
  turn: ['agency', 'thread', 'version'],
  outbox: ['seq'],
  feedback: ['agency', 'thread', 'version', 'person'],
  job: ['agency', 'person', 'key'],
  hours: ['agency', 'person', 'course_key', 'date'],
  certificate: ['agency', 'person', 'name_key', 'date'],
  onboarding: ['agency', 'person'],
  setting: ['agency', 'name'],
  link_code: ['agency', 'code_hash'],
  audit: ['agency', 'seq'],
  audit_head: ['agency'],
};

/** All tables, in the order of `schema.ts`. */
export const tableNames: readonly TableName[] = Object.keys(tableKeys).filter(isTable);

/** Tables whose `seq` is given by the engine. */
export const queueTables = ['inbox', 'outbox'] as const;

/**
 * Every row of a table, page by page in the order of its key, of all agencies. `db` is without the agency guard. The order is
 * the engine's own: the two engines sort text differently.
 */
export async function* readPages(
  db: Kysely<Database>,
  table: TableName,
  rowsAtOnce: number,
): AsyncGenerator<readonly AnyRow[]> {
  const keys = tableKeys[table];
  const columns = sql.join(keys.map((key) => sql.ref(key)));
  let last: AnyRow | undefined;
  do {
    const from: AnyRow | undefined = last;
    const after = from === undefined ? sql`` : sql`where (${columns}) > (${sql.join(keys.map((key) => from[key]))})`;
    const page = sql<AnyRow>`select * from ${sql.table(table)} ${after} order by ${columns} limit ${rowsAtOnce}`;
    const { rows } = await page.execute(db);
    if (rows.length > 0) yield rows;
    last = rows.length < rowsAtOnce ? undefined : rows.at(-1);
  } while (last !== undefined);
}

function isTable(name: string): name is TableName {
  return name in tableKeys;
}
