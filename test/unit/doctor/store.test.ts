import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databaseFile, openEngine } from '../../../adapters/stores/open-store.ts';
import { type Changes, noon, openWorld } from './world.ts';

let world: Awaited<ReturnType<typeof openWorld>>;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const folder = mkdtempSync(join(tmpdir(), 'doctor-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the store', () => {
  /** A row whose other columns say nothing. */
  function addRow(path: string, table: string, values: Readonly<Record<string, string | number>>): void {
    const database = new DatabaseSync(path);
    const columns = database
      .prepare(`select name, type from pragma_table_info('${table}') where "notnull" = 1 and pk = 0`)
      .all();
    const blank = columns.map(({ name, type }) => [String(name), /int|real/i.test(String(type)) ? 0 : ''] as const);
    const row = new Map<string, string | number>([...blank, ...Object.entries(values)]);
    const names = [...row.keys()];
    database
      .prepare(
        `insert into ${table} (${names.map((name) => `"${name}"`).join(', ')}) values (${names.map(() => '?').join(', ')})`,
      )
      .run(...row.values());
    database.close();
  }

  async function makeStore(name: string): Promise<{ readonly changes: Changes; readonly path: string }> {
    const path = join(folder, name);
    await (await openEngine({ kind: 'folder', path }, () => undefined)).close();
    return { changes: { DATA_DIR: path }, path: join(path, databaseFile) };
  }

  it('can be opened and written, and has nothing planned before the program ran', async () => {
    const { changes } = await makeStore('fresh');
    expect(await world.lineAbout('資料庫', changes)).toMatch(/^好.*寫得進/);
    expect(await world.lineAbout('待送訊息', changes)).toMatch(/^好　　　待送訊息：0 則/);
    expect(await world.lineAbout('定期清除', changes)).toMatch(/^注意.*npm start/);
  });

  it('tells of replies that could not be sent', async () => {
    const { changes, path } = await makeStore('dead');
    addRow(path, 'outbox', { agency: 'a', key: 'one', state: 'dead', seq: 1 });
    addRow(path, 'outbox', { agency: 'a', key: 'two', state: 'waiting', seq: 2 });
    expect(await world.lineAbout('待送訊息', changes)).toMatch(/^要處理.*1 則送不出去，1 則等著送.*npm run outbox/);
  });

  it.each([
    [noon - 60_000, /^好/],
    [noon - 3 * 24 * 60 * 60_000, /^要處理.*兩天/],
  ])('tells whether what was kept long enough goes', async (dueAt, line) => {
    const { changes, path } = await makeStore(`retention-${dueAt}`);
    addRow(path, 'job', { agency: '', person: '', key: 'retention', kind: 'retention', due_at: dueAt });
    expect(await world.lineAbout('定期清除', changes)).toMatch(line);
  });

  it('tells of a file that is no database, and of a database that cannot be reached', async () => {
    const { changes, path } = await makeStore('damaged');
    rmSync(path);
    writeFileSync(path, 'no database at all, however long one looks at it'.repeat(100));
    expect(await world.lineAbout('資料庫', changes)).toMatch(/^要處理.*damaged/);
    expect(await world.lineAbout('資料庫', { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' })).toMatch(
      /^要處理.*DATABASE_URL/,
    );
  });

  it('never makes a database', async () => {
    const missing = join(folder, 'missing');
    expect(await world.lineAbout('資料庫', { DATA_DIR: missing })).toMatch(/^好.*第一次啟動/);
    expect(() => new DatabaseSync(join(missing, databaseFile), { readOnly: true })).toThrow();
  });
});
