import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../../../adapters/stores/engine.ts';
import { databaseFile, openEngine } from '../../../adapters/stores/open-store.ts';
import { createDatabase, findPostgres } from '../../postgres.ts';

/** A database of its own for a test, and how to be rid of it. */
export interface Place {
  readonly engine: Engine;
  /** The file, or the address. */
  readonly at: string;
  end(): Promise<void>;
}

const server = await findPostgres();

/** One of the two. */
export type EngineName = Engine['name'];

/** Both engines by name; where there is no PostgreSQL, the embedded one alone. */
export const engineNames: readonly EngineName[] = server === null ? ['sqlite'] : ['sqlite', 'postgres'];

/** A folder that is removed by `end`, empty. */
export function newFolder(): { readonly path: string; end(): void } {
  const path = mkdtempSync(join(tmpdir(), 'store-admin-'));
  return { path, end: () => rmSync(path, { recursive: true, force: true }) };
}

/** A new and empty database of this kind. */
export async function newPlace(name: EngineName): Promise<Place> {
  if (name === 'postgres') return newPostgres();
  const folder = newFolder();
  const engine = await openEngine({ kind: 'folder', path: folder.path }, () => undefined);
  return {
    engine,
    at: join(folder.path, databaseFile),
    async end() {
      await engine.close();
      folder.end();
    },
  };
}

async function newPostgres(): Promise<Place> {
  if (server === null) throw new TypeError('There is no PostgreSQL');
  const { url, drop } = await createDatabase(server);
  const engine = await openEngine({ kind: 'postgres', url }, () => undefined);
  return {
    engine,
    at: url,
    async end() {
      await engine.close();
      await drop();
    },
  };
}
