import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { OperatorError } from '../bot/index.ts';
import type { Config } from './config.ts';
import type { Engine } from './stores/engine.ts';
import { databaseFile, openEngine, placeOf } from './stores/open-store.ts';
import { isLocked, storeProblem } from './stores/store-problem.ts';

export { backUp } from './stores/backup.ts';
export { listDeadLetters, retryDeadLetters } from './stores/dead-letters.ts';
export { type ErasureRequest, erasePerson } from './stores/erase-person.ts';
export { exportPerson } from './stores/export-person.ts';
export { holdSetting } from './stores/holds.ts';
export { readAudit, verifyAudits } from './stores/inspect-audit.ts';
export { listOnboardings } from './stores/list-onboardings.ts';
export { moveDatabase } from './stores/move.ts';
export { restore } from './stores/restore.ts';
export { keeping } from './stores/retention.ts';
export { runRetention } from './stores/run-retention.ts';
export { scrubFile } from './stores/scrub-file.ts';
export { putHold, putSetting, readSetting, removeSetting } from './stores/settings.ts';

/** Opens the database of this configuration for a command and closes it after. Never makes one: a wrong DATA_DIR is told. */
export async function withEngine<T>(config: Config, work: (engine: Engine) => Promise<T>): Promise<T> {
  if (config.databaseUrl === null && !existsSync(databasePath(config)))
    throw new OperatorError('storeMissing', databasePath(config));
  // A connection that breaks fails the query that uses it, which is told then.
  const engine = await openEngine(placeOf(config), () => undefined);
  try {
    return await work(engine);
  } catch (error) {
    throw isLocked(error) ? storeProblem(databasePath(config), error) : error;
  } finally {
    await engine.close();
  }
}

/** The file of the embedded database. */
export function databasePath({ dataFolder }: Pick<Config, 'dataFolder'>): string {
  return dataFolder === ':memory:' ? dataFolder : join(dataFolder, databaseFile);
}

/** Who is at the terminal, for the audit log. */
export function operatorName(): string {
  try {
    return `operator:${userInfo().username}`;
  } catch {
    // In a container the user often has a number only.
    return `operator:${process.getuid?.() ?? 'unknown'}`;
  }
}
