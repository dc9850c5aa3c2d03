import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { StorePlace } from '../../../adapters/stores/open-store.ts';
import { createDatabase, findPostgres, type TestDatabase } from '../../postgres.ts';
import { atLeast, atMost, type Target } from '../target.ts';
import { createBare } from './bare.ts';
import { driveClosed, driveOpen } from './drive.ts';
import { measureManyPeople } from './many-people.ts';
import { openPath } from './path.ts';
import { measureReplicas } from './replicas.ts';

interface Size {
  readonly turns: number;
  readonly seconds: number;
}

const callers = 32;
const bounds = { sqlite: { perSecond: 2_000, p99: 20 }, postgres: { perSecond: 1_000, p99: 50 } } as const;

/** Both engines: speed, and how it holds with many people; on PostgreSQL two replicas as well. `quick` takes a hundredth of the people. */
export async function measureStore(extent: 'quick' | 'full'): Promise<readonly Target[]> {
  const quick = extent === 'quick';
  const size = quick ? { turns: 2_000, seconds: 2 } : { turns: 12_000, seconds: 10 };
  const many = quick ? { people: 5_000, seconds: 2 } : { people: 500_000, seconds: 10 };
  const folder = await mkdtemp(join(tmpdir(), 'bench-store-'));
  const databases: TestDatabase[] = [];
  const inFolder = (name: string): StorePlace => ({ kind: 'folder', path: join(folder, name) });
  try {
    const targets = [
      ...(await measureEngine('sqlite', inFolder('speed'), size)),
      ...(await measureManyPeople('sqlite', inFolder('empty'), inFolder('full'), many)),
    ];
    const server = await findPostgres();
    if (server === null) return targets;
    const create = async (): Promise<string> => {
      const database = await createDurableDatabase(server);
      databases.push(database);
      return database.url;
    };
    const onPostgres = async (): Promise<StorePlace> => ({ kind: 'postgres', url: await create() });
    return [
      ...targets,
      ...(await measureEngine('postgres', await onPostgres(), size)),
      ...(await measureReplicas(create, size.turns)),
      ...(await measureManyPeople('postgres', await onPostgres(), await onPostgres(), many)),
    ];
  } finally {
    for (const database of databases) await database.drop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A database that waits for the disk, as a real one does. */
async function createDurableDatabase(server: string): Promise<TestDatabase> {
  const database = await createDatabase(server);
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(`alter database ${new URL(database.url).pathname.slice(1)} set synchronous_commit = on`);
  await client.end();
  return database;
}

async function measureEngine(
  name: 'sqlite' | 'postgres',
  place: StorePlace,
  { turns, seconds }: Size,
): Promise<readonly Target[]> {
  const path = await openPath(place);
  const bare = await createBare(path.store.engine, callers);
  const versions = new Map<number, number>();
  await driveClosed(callers, turns / 4, (thread, at) => path.turn('new', 'warm', thread, at));
  const bareRun = await driveClosed(callers, turns, async (thread) => {
    const version = versions.get(thread) ?? 0;
    versions.set(thread, version + 1);
    await bare.turn(thread, version);
  });
  const asked = await driveClosed(callers, turns, (thread, at) => path.turn('asked', 'a', thread, at));
  const fresh = await driveClosed(callers, turns, (thread, at) => path.turn('new', 'b', thread, at));
  const half = await driveOpen(fresh.perSecond / 2, seconds, 200, (thread, at) => path.turn('new', 'c', thread, at));
  const one = await driveClosed(1, turns / 10, (thread, at) => path.turn('new', 'd', thread, at));
  const failed = path.failed();
  await path.store.engine.close();
  const bound = bounds[name];
  console.log(
    `\n${name}: bare transaction ${rate(bareRun.perSecond)}, whole path ${rate(fresh.perSecond)} with new texts, ` +
      `${rate(asked.perSecond)} with questions asked before, one caller ${rate(one.perSecond)} (p50 ${one.p50.toFixed(2)} ms); ` +
      `at half that load p50 ${half.p50.toFixed(2)} ms, p99 ${half.p99.toFixed(2)} ms; ${failed} turns failed`,
  );
  return [
    atLeast(`${name}: turns a second, whole path, new texts`, fresh.perSecond, bound.perSecond, 0),
    atLeast(`${name}: turns a second, whole path, questions asked before`, asked.perSecond, bound.perSecond, 0),
    atLeast(`${name}: ratio to the bare Kysely transaction, new texts`, fresh.perSecond / bareRun.perSecond, 0.35, 2),
    atLeast(`${name}: ratio, questions asked before`, asked.perSecond / bareRun.perSecond, 0.35, 2),
    atMost(`${name}: turn p99 at half that load: ms`, half.p99, bound.p99, 1),
    atMost(`${name}: turns that failed`, failed, 0, 0),
  ];
}

function rate(perSecond: number): string {
  return `${Math.round(perSecond).toLocaleString('en-US')}/s`;
}
