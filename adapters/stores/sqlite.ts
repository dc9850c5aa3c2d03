import { close, fdatasync, open } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';
import { agencyGuard } from './agency-guard.ts';
import { type Engine, writeProbe } from './engine.ts';
import { createGroupCommit } from './group-commit.ts';
import { createJointSync } from './joint-sync.ts';
import { migrate } from './migrate.ts';
import type { Database } from './schema.ts';
import { codeOf, isLocked, storeProblem } from './store-problem.ts';

/** Statements that are kept compiled; the program has fewer than 100. */
const statementsMax = 200;
/** Pages of the log at which whoever writes moves them itself, 64 MB: a server has a thread that does so long before. */
const logPagesMax = 16_000;
/** How long a statement waits for another process, milliseconds; how often one that does not wait by itself is tried again. */
const waitMs = 5_000;
const openTries = 100;

/**
 * Opens the embedded database and brings it up to date; `:memory:` keeps nothing. Throws an `OperatorError` where the file cannot
 * be written, is no database, or was written by a newer version. Durable by one shared `fdatasync` of the write-ahead log
 * before each acknowledgement: as safe as `synchronous=FULL`, without a sync for each transaction.
 */
export async function openSqlite(path: string): Promise<Engine> {
  let file: DatabaseSync | null = null;
  try {
    if (path !== ':memory:') await makeFolder(dirname(path));
    const opened = new DatabaseSync(path, { timeout: waitMs });
    file = opened;
    await useLog(file);
    const across = new Kysely<Database>({ dialect: new SqliteDialect({ database: adapt(file) }) });
    const db = across.withPlugin(agencyGuard);
    await migrateAtOnce(file, across);
    const log = path === ':memory:' ? null : await promisify(open)(`${path}-wal`, 'r+');
    const together = createGroupCommit(db, (statement) => opened.exec(statement));
    let lost: { readonly cause: unknown } | null = null;
    const shared = log === null ? () => Promise.resolve() : createJointSync(() => promisify(fdatasync)(log));
    const sync = () =>
      shared().catch((cause: unknown) => {
        lost = { cause };
        throw cause;
      });
    const stage: Engine['stage'] = async (work) => {
      // What was written before may be gone: nothing is to be built upon it until the file is opened again.
      if (lost !== null) throw lost.cause;
      return together(work);
    };
    return {
      name: 'sqlite',
      db,
      across,
      stage,
      durable: sync,
      async write(work) {
        const made = await stage(work);
        await sync();
        return made;
      },
      async ping() {
        await stage(writeProbe);
        await sync();
      },
      async close() {
        await across.destroy();
        if (log !== null) await promisify(close)(log);
      },
    };
  } catch (cause) {
    file?.close();
    throw storeProblem(path, cause);
  }
}

/** As `mkdir -p`; the option of Node goes round for ever where a file system takes no folders, such as /proc. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return;
    if (codeOf(error) !== 'ENOENT' || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    await mkdir(path).catch((second: unknown) => {
      if (codeOf(second) !== 'EEXIST') throw second;
    });
  }
}

/** Several processes that open a new file at once find it locked here, and SQLite does not wait for this by itself. */
async function useLog(file: DatabaseSync): Promise<void> {
  for (let attempt = 1; ; attempt++)
    try {
      for (const pragma of [
        'journal_mode = WAL',
        'synchronous = NORMAL',
        'cache_size = -4000',
        'temp_store = MEMORY',
        `wal_autocheckpoint = ${logPagesMax}`,
        'secure_delete = FAST',
      ])
        file.exec(`PRAGMA ${pragma}`);
      return;
    } catch (error) {
      if (attempt === openTries || !isLocked(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, waitMs / openTries));
    }
}

/**
 * One transaction around all steps, because Kysely takes none on SQLite: a process that is killed meanwhile leaves nothing of it
 * behind, and of two that start at once the second waits and finds it done.
 */
async function migrateAtOnce(file: DatabaseSync, across: Kysely<Database>): Promise<void> {
  file.exec('begin immediate');
  try {
    await migrate(across, 'sqlite');
    file.exec('commit');
  } finally {
    if (file.isTransaction) file.exec('rollback');
  }
}

/** What Kysely needs of a SQLite, over the one that is in Node; statements are compiled once. */
function adapt(file: DatabaseSync): SqliteDatabase {
  const known = new Map<string, SqliteStatement>();
  return {
    close: () => file.close(),
    prepare(text) {
      const statement = known.get(text);
      if (statement !== undefined) return statement;
      // Whoever writes says so at once: a transaction that reads first and writes later can fail with "locked" for no reason.
      const made =
        text === 'rollback'
          ? adaptRollback(file)
          : adaptStatement(file.prepare(text === 'begin' ? 'begin immediate' : text));
      if (known.size < statementsMax) known.set(text, made);
      return made;
    },
  };
}

function adaptStatement(statement: StatementSync): SqliteStatement {
  const values = (parameters: readonly unknown[]): readonly SQLInputValue[] => parameters.map(toValue);
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...values(parameters)),
    run: (parameters) => statement.run(...values(parameters)),
    iterate: (parameters) => statement.iterate(...values(parameters)),
  };
}

/** Where the disk is full SQLite has taken the transaction back by itself; a second time would hide why. */
function adaptRollback(file: DatabaseSync): SqliteStatement {
  const run = () => {
    if (file.isTransaction) file.exec('rollback');
    return { changes: 0, lastInsertRowid: 0 };
  };
  return { reader: false, run, all: () => [], iterate: () => [].values() };
}

function toValue(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value;
  throw new TypeError(`A ${typeof value} cannot be stored`);
}
