import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { OperatorError } from '../../bot/index.ts';
import { checkBackup } from './check-backup.ts';
import { type Erasure, erasePerson, erasureAction } from './erase-person.ts';
import { holdAlone } from './hold-alone.ts';
import { openSqlite } from './sqlite.ts';

/** What a restore did. */
export interface Restored {
  /** Where the database that was there stands now; null where there was none. */
  readonly kept: string | null;
  /** People who were erased after the backup was taken, erased again. */
  readonly erasedAgain: readonly Erasure[];
  /** False where the old database could not be read any more, so that nobody knows who was erased since. */
  readonly erasuresKnown: boolean;
}

/**
 * Puts a backup in the place of the embedded database. The backup is copied and checked before anything is touched, and what was
 * there is kept beside it. Whoever was erased since the backup is erased again. Throws an `OperatorError` where the backup is not
 * good or a program has the database open.
 */
export async function restore(backup: string, database: string, now: number): Promise<Restored> {
  const part = `${database}.part`;
  copyIn(backup, part);
  try {
    checkBackup(part, backup);
    const kept = existsSync(database) ? `${database}.${stamp(now)}` : null;
    const damaged = kept !== null && isDamaged(database);
    if (kept !== null) putAside(database, kept);
    renameSync(part, database);
    if (kept === null || damaged) return { kept, erasedAgain: [], erasuresKnown: kept === null };
    return { kept, erasedAgain: await eraseAgain(database, readErasures(kept), now), erasuresKnown: true };
  } finally {
    rmSync(part, { force: true });
  }
}

function copyIn(backup: string, part: string): void {
  try {
    mkdirSync(dirname(part), { recursive: true });
    copyFileSync(backup, part);
  } catch (cause) {
    throw new OperatorError('fileUnreadable', backup, cause);
  }
}

/** A database that cannot be read is what a restore is for; one that somebody has open is not to be replaced. */
function isDamaged(database: string): boolean {
  try {
    holdAlone(database);
    return false;
  } catch (error) {
    if (error instanceof OperatorError && error.code === 'storeCorrupt') return true;
    throw error;
  }
}

/** With its log: a log that stayed behind would be read into the restored file. */
function putAside(database: string, kept: string): void {
  renameSync(database, kept);
  for (const ending of ['-wal', '-shm'])
    if (existsSync(`${database}${ending}`)) renameSync(`${database}${ending}`, `${kept}${ending}`);
}

function stamp(now: number): string {
  return new Date(now).toISOString().replaceAll(/[:.]/g, '-');
}

interface ErasureRow {
  readonly agency: string;
  readonly subject: string;
  readonly hash: string;
}

const erasureRows = z.array(z.object({ agency: z.string(), subject: z.string(), hash: z.string() }));

function readErasures(file: string): readonly ErasureRow[] {
  const old = new DatabaseSync(file, { readOnly: true });
  try {
    return erasureRows.parse(
      old.prepare("select agency, subject, hash from audit where action = ? and subject <> ''").all(erasureAction),
    );
  } finally {
    old.close();
  }
}

async function eraseAgain(database: string, erasures: readonly ErasureRow[], now: number): Promise<readonly Erasure[]> {
  const engine = await openSqlite(database);
  try {
    const erased: Erasure[] = [];
    for (const { agency, subject, hash } of erasures) {
      const query = engine.db.selectFrom('audit').select('seq').where('agency', '=', agency).where('hash', '=', hash);
      if ((await query.executeTakeFirst()) !== undefined) continue;
      erased.push(await erasePerson(engine, { agency, name: subject, actor: 'restore', mode: 'apply', now }));
    }
    return erased.filter(({ outcome }) => outcome !== 'nobody');
  } finally {
    await engine.close();
  }
}
