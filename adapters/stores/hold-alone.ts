import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { OperatorError } from '../../bot/index.ts';
import { storeProblem } from './store-problem.ts';

const mode = z.object({ journal_mode: z.string() });

/**
 * Makes sure that no other program has this file open, running or idle: only who is alone can take the write-ahead log away.
 * Afterwards all of the database stands in the one file. Throws `storeLocked` where somebody has it open, `storeCorrupt` where it
 * cannot be read.
 */
export function holdAlone(file: string): void {
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(file, { timeout: 0 });
    const after = mode.parse(database.prepare('PRAGMA journal_mode = DELETE').get());
    if (after.journal_mode !== 'delete') throw new OperatorError('storeLocked', file);
    database.exec('BEGIN EXCLUSIVE; COMMIT');
  } catch (cause) {
    throw storeProblem(file, cause);
  } finally {
    database?.close();
  }
}
