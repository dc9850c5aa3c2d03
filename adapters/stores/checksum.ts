import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from './schema.ts';
import { type AnyRow, readPages, type TableName } from './tables.ts';

/** How many rows a table has, and one number that any changed, missing or added row changes. */
export interface TableSum {
  readonly rows: number;
  readonly sum: bigint;
}

/** The sum of no rows. */
export const emptySum: TableSum = { rows: 0, sum: 0n };

/** Adds rows to a sum. Their order does not matter: the two engines sort text differently. */
export function addRows({ rows, sum }: TableSum, page: readonly AnyRow[]): TableSum {
  const added = page.reduce((total, row) => total + hashOf(row), sum);
  return { rows: rows + page.length, sum: BigInt.asUintN(256, added) };
}

/** The sum of a whole table; `db` is without the agency guard. */
export async function sumTable(db: Kysely<Database>, table: TableName, rowsAtOnce: number): Promise<TableSum> {
  let sum = emptySum;
  for await (const page of readPages(db, table, rowsAtOnce)) sum = addRows(sum, page);
  return sum;
}

function hashOf(row: AnyRow): bigint {
  const cells = Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1));
  return BigInt(`0x${createHash('sha256').update(JSON.stringify(cells)).digest('hex')}`);
}
