import { closeSync, existsSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';
import { OperatorError } from '../../bot/index.ts';
import { checkBackup } from './check-backup.ts';
import { storeProblem } from './store-problem.ts';

/**
 * All pages in one step: the copy shows one moment, writers go on meanwhile, and none of them can make it begin again, as they
 * would between two steps.
 */
const pagesAtOnce = 2 ** 31 - 1;

/** What was copied. */
export interface BackedUp {
  readonly bytes: number;
  readonly migrations: readonly string[];
}

/**
 * Copies the embedded database while the program runs, and checks the copy. `to` appears only when it is whole, readable by its
 * owner only. Throws an `OperatorError` where there is nothing to copy, `to` exists, or the copy is not good.
 */
export async function backUp(database: string, to: string): Promise<BackedUp> {
  if (!existsSync(database)) throw new OperatorError('storeMissing', database);
  const part = `${to}.part`;
  reserve(to);
  try {
    reserve(part);
    const source = new DatabaseSync(database, { readOnly: true, timeout: 5_000 });
    try {
      await backup(source, part, { rate: pagesAtOnce });
    } finally {
      source.close();
    }
    const migrations = checkBackup(part, part);
    renameSync(part, to);
    return { bytes: statSync(to).size, migrations };
  } catch (cause) {
    rmSync(part, { force: true });
    rmSync(to, { force: true });
    throw storeProblem(database, cause);
  }
}

/** An empty file that nobody had before: of two backups to the same place one is refused. */
function reserve(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (cause) {
    throw new OperatorError('fileExists', file, cause);
  }
}
