import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { AuditTable, Database } from './schema.ts';

/** What was done, by whom, to whose records. Holds ids and kinds, never what a record says. */
export interface AuditEntry {
  /** A person's id, or the command or job that did it. */
  readonly actor: string;
  readonly action: string;
  /** The person whose records they are; empty where it is about none. */
  readonly subject: string;
  readonly detail: string;
}

/** The hash before the first row. */
const beginning = '';

/** Adds a row to the agency's chain, within the transaction of what it tells. */
export async function appendAudit(
  transaction: Transaction<Database>,
  agency: string,
  entry: AuditEntry,
  now: number,
): Promise<void> {
  // The row of the chain's end is the lock: who comes second waits here until the first has committed.
  const head = await transaction
    .insertInto('audit_head')
    .values({ agency, seq: 1, hash: beginning })
    .onConflict((conflict) =>
      conflict.column('agency').doUpdateSet((expression) => ({ seq: expression('audit_head.seq', '+', 1) })),
    )
    .returning(['seq', 'hash'])
    .executeTakeFirstOrThrow();
  const row = { agency, seq: head.seq, at: now, ...entry };
  const hash = chain(head.hash, row);
  await transaction
    .insertInto('audit')
    .values({ ...row, hash })
    .execute();
  await transaction.updateTable('audit_head').set({ hash }).where('agency', '=', agency).execute();
}

/** What `verifyAudit` found: the rows that were read and the end of the chain, or the first place where it does not hold. */
export type AuditFinding =
  | { readonly holds: true; readonly rows: number; readonly head: string }
  | { readonly holds: false; readonly seq: number; readonly problem: 'changed' | 'missing' };

/** Reads the agency's chain from its beginning. A changed, missing or added row, and one cut off at the end, are found. */
export async function verifyAudit(db: Kysely<Database>, agency: string): Promise<AuditFinding> {
  const page = 1_000;
  let seq = 0;
  let hash = beginning;
  for (;;) {
    const rows = await db
      .selectFrom('audit')
      .selectAll()
      .where('agency', '=', agency)
      .where('seq', '>', seq)
      .orderBy('seq')
      .limit(page)
      .execute();
    for (const row of rows) {
      if (row.seq !== seq + 1) return { holds: false, seq: seq + 1, problem: 'missing' };
      hash = chain(hash, row);
      if (hash !== row.hash) return { holds: false, seq: row.seq, problem: 'changed' };
      seq = row.seq;
    }
    if (rows.length < page) break;
  }
  const head = await db.selectFrom('audit_head').selectAll().where('agency', '=', agency).executeTakeFirst();
  if ((head?.seq ?? 0) !== seq) return { holds: false, seq: seq + 1, problem: 'missing' };
  if ((head?.hash ?? beginning) !== hash) return { holds: false, seq, problem: 'changed' };
  return { holds: true, rows: seq, head: hash };
}

function chain(before: string, row: Omit<AuditTable, 'hash'>): string {
  const { agency, seq, at, actor, action, subject, detail } = row;
  return createHash('sha256')
    .update(JSON.stringify([before, agency, seq, at, actor, action, subject, detail]))
    .digest('hex');
}
