import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { OperatorError } from '../../bot/index.ts';
import { migrations } from './migrations.ts';
import { storeProblem } from './store-problem.ts';

const integrity = z.array(z.object({ integrity_check: z.string() }));
const names = z.array(z.object({ name: z.string() }));

/**
 * Reads a copy of our database from end to end and gives the migrations it has; the file is one without a log afterwards. Throws an
 * `OperatorError` that names `shown` where it is damaged, none of ours, or of a newer version.
 */
export function checkBackup(file: string, shown: string): readonly string[] {
  let copy: DatabaseSync | null = null;
  try {
    copy = new DatabaseSync(file);
    copy.exec('PRAGMA journal_mode = DELETE');
    const found = integrity.parse(copy.prepare('PRAGMA integrity_check(1)').all());
    if (found[0]?.integrity_check !== 'ok') throw new OperatorError('backupInvalid', `${shown} (it is damaged)`);
    const table = copy.prepare("select name from sqlite_master where type = 'table' and name = 'kysely_migration'");
    if (table.get() === undefined) throw new OperatorError('backupInvalid', `${shown} (it is none of this program)`);
    const done = names.parse(copy.prepare('select name from kysely_migration order by name').all());
    const known = Object.keys(migrations('sqlite'));
    if (done.some(({ name }) => !known.includes(name))) throw new OperatorError('storeNewer', shown);
    return done.map(({ name }) => name);
  } catch (cause) {
    const problem = storeProblem(shown, cause);
    throw problem.code === 'storeCorrupt'
      ? new OperatorError('backupInvalid', `${shown} (it is damaged)`, cause)
      : problem;
  } finally {
    copy?.close();
  }
}
