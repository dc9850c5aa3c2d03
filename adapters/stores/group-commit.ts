import type { Kysely, Transaction } from 'kysely';
import type { Database } from './schema.ts';

/** What is to be written together with others, or alone. */
type Work<T> = (transaction: Transaction<Database>) => Promise<T>;

interface Waiting {
  /** Does the work; what it gives tells its caller, once all is committed. */
  work(transaction: Transaction<Database>): Promise<() => void>;
  reject(cause: unknown): void;
}

/** So many at most share a transaction: readers wait for its end. */
const togetherMax = 64;

/**
 * Writes that wait at the same time share one transaction: beginning and committing cost as much as a turn writes. Each has a
 * savepoint of its own. Contract: a work that throws leaves nothing behind and rejects alone; where the transaction as a whole
 * fails, all in it reject, and nothing of any is kept. `execute` runs a statement on the connection of `db`.
 */
export function createGroupCommit(db: Kysely<Database>, execute: (statement: string) => void) {
  const waiting: Waiting[] = [];
  let running = false;

  const inSavepoint = async (one: Waiting, transaction: Transaction<Database>): Promise<() => void> => {
    execute('savepoint work');
    try {
      const tell = await one.work(transaction);
      execute('release work');
      return tell;
    } catch (cause) {
      try {
        execute('rollback to work');
        execute('release work');
      } catch {
        // The engine has undone the whole transaction by itself, as it does on a full disk: all in it fail, for that reason.
        throw cause;
      }
      return () => one.reject(cause);
    }
  };

  const commitTogether = async (together: readonly Waiting[]): Promise<void> => {
    try {
      const tell = await db.transaction().execute(async (transaction) => {
        const outcomes: (() => void)[] = [];
        for (const one of together) outcomes.push(await inSavepoint(one, transaction));
        return outcomes;
      });
      for (const one of tell) one();
    } catch (cause) {
      for (const one of together) one.reject(cause);
    }
  };

  const run = async (): Promise<void> => {
    running = true;
    while (waiting.length > 0) await commitTogether(waiting.splice(0, togetherMax));
    running = false;
  };

  return <T>(work: Work<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      waiting.push({
        async work(transaction) {
          const made = await work(transaction);
          return () => resolve(made);
        },
        reject,
      });
      if (!running) run();
    });
}
