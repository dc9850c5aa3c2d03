import type { Kysely } from 'kysely';
import { type AuditFinding, verifyAudit } from './audit.ts';
import type { Engine } from './engine.ts';
import type { AuditTable, Database } from './schema.ts';

/** Rows that an export holds in memory at once. */
const rowsAtOnce = 1_000;

/** What an agency's chain looks like; `headKnown` tells whether a head that was noted down earlier still stands in it. */
export type AuditStanding = AuditFinding & { readonly agency: string; readonly headKnown: boolean };

/**
 * Reads the chains of these agencies from their beginning; all where `agency` is null. `head` is the hash of a row that an
 * auditor kept elsewhere: a chain that was cut behind it, or written anew, no longer has it.
 */
export async function verifyAudits(
  engine: Engine,
  agency: string | null,
  head: string | null,
): Promise<readonly AuditStanding[]> {
  const standings: AuditStanding[] = [];
  for (const one of agency === null ? await auditedAgencies(engine.across) : [agency])
    standings.push({
      ...(await verifyAudit(engine.db, one)),
      agency: one,
      headKnown: head !== null && (await hasHash(engine.db, one, head)),
    });
  return standings;
}

/** Every row of the audit log, oldest first, page by page; of all agencies, one after the other, where `agency` is null. */
export async function* readAudit(engine: Engine, agency: string | null): AsyncGenerator<readonly AuditTable[]> {
  for (const one of agency === null ? await auditedAgencies(engine.across) : [agency])
    for (let seq = 0; ; ) {
      const rows = await engine.db
        .selectFrom('audit')
        .selectAll()
        .where('agency', '=', one)
        .where('seq', '>', seq)
        .orderBy('seq')
        .limit(rowsAtOnce)
        .execute();
      if (rows.length > 0) yield rows;
      const last = rows.at(-1);
      if (last === undefined || rows.length < rowsAtOnce) break;
      seq = last.seq;
    }
}

/** From both tables: neither a chain without its end nor an end without its chain is passed over. */
async function auditedAgencies(across: Kysely<Database>): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const table of ['audit', 'audit_head'] as const)
    for (const { agency } of await across.selectFrom(table).select('agency').distinct().execute()) found.add(agency);
  return [...found].sort();
}

async function hasHash(db: Kysely<Database>, agency: string, hash: string): Promise<boolean> {
  const query = db.selectFrom('audit').select('seq').where('agency', '=', agency).where('hash', '=', hash);
  return (await query.executeTakeFirst()) !== undefined;
}
