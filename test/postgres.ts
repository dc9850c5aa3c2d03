import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** A database of its own on a PostgreSQL server. */
export interface TestDatabase {
  readonly url: string;
  /** Ends whoever is still connected, and removes it. */
  drop(): Promise<void>;
}

/** Why suites on PostgreSQL were skipped, as the name of the skip. */
export const noPostgres = 'PostgreSQL: skipped, neither DATABASE_URL nor a server on 127.0.0.1:5432';

/** The address of a server on which databases can be made; null, and a line that says so, where there is none. */
export async function findPostgres(): Promise<string | null> {
  // Under another name while tests run, so that no program under test finds it.
  const wanted = process.env['TEST_DATABASE_URL'] || process.env['DATABASE_URL'] || null;
  const url = wanted ?? 'postgres://postgres@127.0.0.1:5432/postgres';
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    await client.end();
    return url;
  } catch (error) {
    if (wanted !== null) throw error;
    console.log(noPostgres);
    return null;
  }
}

/** Makes an empty database under a random name. */
export async function createDatabase(server: string): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const ask = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  await ask(`create database ${name}`);
  // What a power cut does is measured elsewhere; here nobody waits for the disk.
  await ask(`alter database ${name} set synchronous_commit = off`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => ask(`drop database if exists ${name} with (force)`) };
}
