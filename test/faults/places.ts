import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { StorePlace } from '../../adapters/stores/open-store.ts';
import { createDatabase, findPostgres, type TestDatabase } from '../postgres.ts';

/** New empty places for stores, all of which are gone after `clear`. */
export interface Places {
  /** A folder that no store is in. */
  folder(name: string): string;
  sqlite(name: string): StorePlace;
  /** Null where no PostgreSQL answers. */
  postgres(): Promise<StorePlace | null>;
  /** Drops every database and removes the folder. */
  clear(): Promise<void>;
}

/** Places below one temporary folder, and databases of their own on the PostgreSQL that `test/postgres.ts` finds. */
export function createPlaces(): Places {
  const root = mkdtempSync(join(tmpdir(), 'faults-'));
  const databases: TestDatabase[] = [];
  return {
    folder: (name) => join(root, name),
    sqlite: (name) => ({ kind: 'folder', path: join(root, name) }),
    async postgres() {
      const server = await findPostgres();
      if (server === null) return null;
      const database = await createDatabase(server);
      databases.push(database);
      await waitForDisk(database.url);
      return { kind: 'postgres', url: database.url };
    },
    async clear() {
      for (const database of databases) await database.drop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** Test databases do not wait for the disk; these do, as those of an agency. */
async function waitForDisk(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`alter database ${new URL(url).pathname.slice(1)} reset synchronous_commit`);
  await client.end();
}
