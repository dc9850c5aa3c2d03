import { sql, type Transaction } from 'kysely';
import { OperatorError } from '../../bot/index.ts';
import { addRows, emptySum, sumTable, type TableSum } from './checksum.ts';
import type { Engine } from './engine.ts';
import { holdAlone } from './hold-alone.ts';
import { openPostgres } from './postgres.ts';
import type { Database } from './schema.ts';
import { openSqlite } from './sqlite.ts';
import { type AnyRow, queueTables, readPages, type TableName, tableNames } from './tables.ts';

/** Rows that are read and sent at once: some two megabytes of turns. */
const rowsAtOnce = 500;

/** A table that was copied. */
export interface MovedTable extends TableSum {
  readonly table: TableName;
}

/** `moveRows` from the embedded database in this file to the PostgreSQL of this address, while no program has the file open. */
export async function moveDatabase(file: string, url: string): Promise<readonly MovedTable[]> {
  holdAlone(file);
  const source = await openSqlite(file);
  try {
    const target = await openPostgres(url, () => undefined);
    try {
      return await moveRows(source, target);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/**
 * Copies all rows of one database into an empty PostgreSQL, in one transaction: everything is there, compared by count and checksum, or
 * nothing is. Nobody may write to the source meanwhile. Throws an `OperatorError` where the target has rows or the copy differs.
 */
export function moveRows(source: Engine, target: Engine): Promise<readonly MovedTable[]> {
  return target.write(async (guarded) => {
    const transaction = guarded.withoutPlugins();
    // A program that starts on the target meanwhile waits until the copy is there.
    await sql`lock table ${sql.join(tableNames.map((table) => sql.table(table)))} in exclusive mode`.execute(
      transaction,
    );
    await refuseRows(transaction);
    const moved: MovedTable[] = [];
    for (const table of tableNames) {
      let sum = emptySum;
      for await (const rows of readPages(source.across, table, rowsAtOnce)) {
        await insertRows(transaction, table, rows);
        sum = addRows(sum, rows);
      }
      const copied = await sumTable(transaction, table, rowsAtOnce);
      if (copied.rows !== sum.rows || copied.sum !== sum.sum) throw new OperatorError('moveDiffers', table);
      moved.push({ table, ...sum });
    }
    for (const table of queueTables)
      await sql`select setval(pg_get_serial_sequence(${table}, 'seq'), max(seq)) from ${sql.table(table)} having max(seq) > 0`.execute(
        transaction,
      );
    return moved;
  });
}

/** As one value, because a statement takes only so many. */
async function insertRows(
  transaction: Transaction<Database>,
  table: TableName,
  rows: readonly AnyRow[],
): Promise<void> {
  const of = sql.table(table);
  const values = JSON.stringify(rows);
  try {
    await sql`insert into ${of} select * from json_populate_recordset(null::${of}, ${values})`.execute(transaction);
  } catch (cause) {
    throw new OperatorError('moveDiffers', table, cause);
  }
}

/** What the program itself put there when it was started once on the new database counts as nothing. */
async function refuseRows(transaction: Transaction<Database>): Promise<void> {
  for (const table of ['job', 'setting'] as const)
    await transaction.deleteFrom(table).where('agency', '=', '').execute();
  for (const table of tableNames)
    if ((await sql`select 1 from ${sql.table(table)} limit 1`.execute(transaction)).rows.length > 0)
      throw new OperatorError('moveTargetNotEmpty', table);
}
