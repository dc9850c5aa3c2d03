import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openEngine, type StorePlace } from '../../adapters/stores/open-store.ts';
import { onEachPlace, sharedPlaces } from './store-places.ts';

const script = fileURLToPath(new URL('./open-store-once.ts', import.meta.url));
const run = promisify(execFile);
const open = (place: StorePlace) => openEngine(place, () => undefined);

onEachPlace(sharedPlaces, ({ make }) => {
  it('eight programs that start at once on nothing all come up', async () => {
    const { place, remove } = await make();
    try {
      const started = Array.from({ length: 8 }, () => run(process.execPath, [script, JSON.stringify(place)]));
      const ended = await Promise.allSettled(started);
      expect(ended.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []))).toEqual([]);
    } finally {
      await remove();
    }
  });

  it('a second start changes nothing', async () => {
    const { place, remove } = await make();
    const structure = async () => {
      const engine = await open(place);
      try {
        const { rows } = await sql`select * from kysely_migration`.execute(engine.across);
        return JSON.stringify([rows, await engine.across.introspection.getTables()]);
      } finally {
        await engine.close();
      }
    };
    try {
      const first = await structure();
      expect(await structure()).toBe(first);
    } finally {
      await remove();
    }
  });

  it('a database of a newer program is refused, and not touched', async () => {
    const { place, remove } = await make();
    try {
      const engine = await open(place);
      await sql`insert into kysely_migration values ('9999-later', '2030-01-01T00:00:00.000Z')`.execute(engine.across);
      await engine.close();
      await expect(open(place)).rejects.toThrow(/was written by a newer version of this program/);
      await expect(open(place)).rejects.toMatchObject({ code: 'storeNewer' });
    } finally {
      await remove();
    }
  });

  it('a step that fails leaves nothing behind', async () => {
    const { place, remove } = await make();
    try {
      const engine = await open(place);
      const tables = (await engine.across.introspection.getTables()).map(({ name }) => name);
      // The last table of the first step stands in its way: none of the others may stay.
      for (const name of tables)
        if (name !== 'audit_head') await sql`drop table ${sql.table(name)}`.execute(engine.across);
      await sql`drop table if exists kysely_migration`.execute(engine.across);
      await engine.close();
      await expect(open(place)).rejects.toMatchObject({ name: 'OperatorError' });
      await expect(open(place)).rejects.toMatchObject({ name: 'OperatorError' });
    } finally {
      await remove();
    }
  });
});
