import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StorePlace } from '../../adapters/stores/open-store.ts';
import { createDatabase, findPostgres, noPostgres } from '../postgres.ts';
import { newAgency, openWorld, type StoreCheck, type StoreWorld } from './store-world.ts';

/** A kind of place where a store can be, and how to make a new empty one. */
export interface PlaceKind {
  readonly name: 'memory' | 'file' | 'PostgreSQL';
  make(): Promise<{ readonly place: StorePlace; remove(): Promise<void> }>;
}

const server = await findPostgres();

const memory: PlaceKind = {
  name: 'memory',
  make: async () => ({ place: { kind: 'memory' }, remove: async () => undefined }),
};

const file: PlaceKind = {
  name: 'file',
  async make() {
    const path = mkdtempSync(join(tmpdir(), 'assistant-store-'));
    return {
      place: { kind: 'folder', path },
      remove: async () => rmSync(path, { recursive: true, force: true }),
    };
  },
};

const postgres = (address: string): PlaceKind => ({
  name: 'PostgreSQL',
  async make() {
    const { url, drop } = await createDatabase(address);
    return { place: { kind: 'postgres', url }, remove: drop };
  },
});

/** Places that more than one process or pool can open. */
export const sharedPlaces: readonly PlaceKind[] = [file, ...(server === null ? [] : [postgres(server)])];
/** All places of this machine. */
export const places: readonly PlaceKind[] = [memory, ...sharedPlaces];

/** A suite on each place; without a server the one on PostgreSQL is skipped by name. */
export function onEachPlace(kinds: readonly PlaceKind[], suite: (kind: PlaceKind) => void): void {
  for (const kind of kinds) describe(`on ${kind.name}`, () => suite(kind));
  if (server === null) it.skip(noPostgres, () => undefined);
}

/** One database for all tests of a suite, removed at its end whatever happens. */
export function useWorld(kind: PlaceKind): () => StoreWorld {
  const replicas = useReplicas(kind, 1);
  return () => {
    const [world] = replicas();
    if (world === undefined) throw new Error('the store is not open');
    return world;
  };
}

/**
 * The same, opened by several replicas under one clock. On SQLite they share what one opened: a second connection of the same process
 * waits for the first with all of the process, so that neither gets on.
 */
export function useReplicas({ name, make }: PlaceKind, count: number): () => readonly StoreWorld[] {
  const worlds: StoreWorld[] = [];
  let made: Awaited<ReturnType<PlaceKind['make']>> | null = null;
  beforeAll(async () => {
    made = await make();
    const first = await openWorld(made.place);
    worlds.push(first);
    while (worlds.length < count) worlds.push(name === 'PostgreSQL' ? await openWorld(made.place, first.clock) : first);
  });
  afterAll(async () => {
    for (const engine of new Set(worlds.map(({ store }) => store.engine))) await engine.close();
    await made?.remove();
  });
  return () => {
    const agency = newAgency();
    return worlds.map((world) => ({ ...world, agency }));
  };
}

/** Runs the suites on every place, and each check on the store that breaks its promise. */
export function runSuites(suites: Readonly<Record<string, readonly StoreCheck[]>>): void {
  const rows = (checks: readonly StoreCheck[]) => checks.map((one) => [one.name, one] as const);
  onEachPlace(places, (kind) => {
    const world = useWorld(kind);
    describe.each(Object.entries(suites))('%s', (_suite, checks) => {
      it.each(rows(checks))('%s', async (_name, { check }) => {
        await check(world());
      });
    });
  });
  describe('a broken twin is found', () => {
    const world = useWorld(memory);
    describe.each(Object.entries(suites))('%s', (_suite, checks) => {
      it.each(rows(checks))('%s', async (_name, { check, twin }) => {
        await expect(check(twin(world()))).rejects.toThrow();
      });
    });
  });
}
