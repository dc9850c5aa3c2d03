import { join } from 'node:path';
import type { Ids } from '../../bot/index.ts';
import type { JobStore, OutboxStore, TurnStore } from '../store.ts';
import { startCheckpointer } from './checkpointer.ts';
import type { Engine } from './engine.ts';
import { createJobStore } from './job-store.ts';
import { createOutboxStore } from './outbox-store.ts';
import { openSqlite } from './sqlite.ts';
import { createTurnStore } from './turn-store.ts';

/** All that is kept, on one database. */
export interface Store {
  readonly engine: Engine;
  readonly turns: TurnStore;
  readonly outbox: OutboxStore;
  readonly jobs: JobStore;
}

/** Where the store is: in this process, in a folder, or on a PostgreSQL. */
export type StorePlace =
  | { readonly kind: 'memory' }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'postgres'; readonly url: string };

/** What a store is set to; the leases in milliseconds. */
export interface StoreOptions {
  readonly clock: { now(): number };
  readonly ids: Ids;
  readonly leaseMs: number;
  /** Told of connections that broke, and of what the database refused. */
  onProblem(error: unknown): void;
}

/** Sends and jobs are not renewed while they run, as turns are: their lease is so many times as long. */
const workLeases = 6;

/** The file of the embedded database within its folder. */
export const databaseFile = 'assistant.sqlite';

/** Opens the database and brings it up to date. Throws an `OperatorError` where that is not possible. */
export async function openEngine(place: StorePlace, onProblem: (error: unknown) => void): Promise<Engine> {
  switch (place.kind) {
    case 'memory':
      return openSqlite(':memory:');
    case 'folder':
      return openSqlite(join(place.path, databaseFile));
    case 'postgres':
      // Loaded only where it is used: the driver is a fifth of the program's start.
      return (await import('./postgres.ts')).openPostgres(place.url, onProblem);
  }
}

/** Where this configuration puts the store. */
export function placeOf(config: { readonly dataFolder: string; readonly databaseUrl: string | null }): StorePlace {
  if (config.databaseUrl !== null) return { kind: 'postgres', url: config.databaseUrl };
  return config.dataFolder === ':memory:' ? { kind: 'memory' } : { kind: 'folder', path: config.dataFolder };
}

/** The store of this place. */
export async function openStore(place: StorePlace, options: StoreOptions): Promise<Store> {
  const opened = await openEngine(place, options.onProblem);
  const engine = place.kind === 'folder' ? withCheckpointer(opened, place.path, options.onProblem) : opened;
  return {
    engine,
    turns: createTurnStore(engine, options),
    outbox: createOutboxStore(engine, { ...options, leaseMs: options.leaseMs * workLeases }),
    jobs: createJobStore(engine, { ...options, leaseMs: options.leaseMs * workLeases }),
  };
}

/** The engine of a server, whose log is moved beside the work; a command that writes once needs no thread. */
function withCheckpointer(engine: Engine, folder: string, onProblem: (error: unknown) => void): Engine {
  const checkpointer = startCheckpointer(join(folder, databaseFile), onProblem);
  return {
    ...engine,
    async close() {
      await checkpointer.stop();
      await engine.close();
    },
  };
}
