import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backUp } from '../../../adapters/stores/backup.ts';
import { erasePerson } from '../../../adapters/stores/erase-person.ts';
import { databaseFile, openEngine } from '../../../adapters/stores/open-store.ts';
import { restore } from '../../../adapters/stores/restore.ts';
import { newFolder } from './engines.ts';
import { moment, readAll, say, tablesWith } from './talk.ts';

let folder: ReturnType<typeof newFolder>;
let database = '';
let file = '';
beforeEach(() => {
  folder = newFolder();
  database = join(folder.path, databaseFile);
  file = join(folder.path, 'backup.sqlite');
});
afterEach(() => folder.end());

const open = () => openEngine({ kind: 'folder', path: folder.path }, () => undefined);

/** A program that writes turns as fast as it can, numbered, and tells of each that is durable. */
function startWriter() {
  const at = (path: string) => JSON.stringify(fileURLToPath(new URL(path, import.meta.url)));
  const program = `
    const { openEngine } = await import(${at('../../../adapters/stores/open-store.ts')});
    const engine = await openEngine({ kind: 'folder', path: ${JSON.stringify(folder.path)} }, () => undefined);
    for (let version = 1; ; version++) {
      const row = { agency: 'a1', thread: 'web:writer', version, person: 'writer', record: 'x'.repeat(2000), at: version };
      await engine.write((transaction) => transaction.insertInto('turn').values(row).execute());
      if (version % 50 === 0) process.stdout.write(version + '\\n');
    }`;
  const options = ['--disable-warning=ExperimentalWarning', '--input-type=module', '--eval', program];
  const child = spawn(process.execPath, options, { stdio: ['ignore', 'pipe', 'inherit'] });
  let written = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    written = Number(chunk.toString().trim().split('\n').at(-1));
  });
  return {
    written: () => written,
    progress: () => once(child.stdout, 'data'),
    async end() {
      if (child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'close');
    },
  };
}

describe('backUp()', () => {
  it('copies one moment of a database into which another program writes all the time, without stopping it', async () => {
    const writer = startWriter();
    try {
      for (let wait = 0; wait < 20; wait++) await writer.progress();
      const before = writer.written();
      const { bytes } = await backUp(database, file);
      expect(bytes).toBeGreaterThan(before * 2_000);
      await writer.progress();
      await expect(restore(file, database, moment)).rejects.toMatchObject({ code: 'storeLocked' });
      const atBackup = writer.written();
      for (let wait = 0; wait < 5; wait++) await writer.progress();
      expect(writer.written()).toBeGreaterThan(atBackup);
      await writer.end();
      const { kept } = await restore(file, database, moment);
      const engine = await open();
      const turns = await engine.db
        .selectFrom('turn')
        .select('version')
        .where('agency', '=', 'a1')
        .orderBy('version')
        .execute();
      await engine.close();
      // All that was durable before the backup, without a gap, and nothing of what came after it.
      expect(turns.length).toBeGreaterThanOrEqual(before);
      expect(turns.at(-1)?.version).toBe(turns.length);
      expect(turns.length).toBeLessThan(writer.written());
      expect(kept).toBe(`${database}.2026-11-21T00-00-00-000Z`);
      expect(existsSync(kept ?? '')).toBe(true);
      expect(readdirSync(folder.path).filter((name) => name.endsWith('.part'))).toEqual([]);
    } finally {
      await writer.end();
    }
  });

  it('never replaces a file, and leaves none behind where it fails', async () => {
    await (await open()).close();
    writeFileSync(file, 'mine');
    await expect(backUp(database, file)).rejects.toMatchObject({ code: 'fileExists' });
    expect(readFileSync(file, 'utf8')).toBe('mine');
    const fresh = join(folder.path, 'fresh.sqlite');
    await expect(backUp(join(folder.path, 'none'), fresh)).rejects.toMatchObject({ code: 'storeMissing' });
    writeFileSync(join(folder.path, 'none'), 'no database at all, but some text that is long enough'.repeat(100));
    await expect(backUp(join(folder.path, 'none'), fresh)).rejects.toMatchObject({ code: 'storeCorrupt' });
    expect(readdirSync(folder.path).filter((name) => name.startsWith('fresh'))).toEqual([]);
    await backUp(database, fresh);
    expect(statSync(fresh).mode & 0o777).toBe(0o600);
  });
});

describe('restore()', () => {
  it('refuses while a program has the database open, even where that does nothing', async () => {
    const engine = await open();
    await backUp(database, file);
    await expect(restore(file, database, moment)).rejects.toMatchObject({ code: 'storeLocked' });
    await say(engine, { thread: 'web:A', account: 'A', said: 'Goes on' });
    expect(await tablesWith(engine, 'Goes on')).toContain('turn');
    await engine.close();
    await restore(file, database, moment);
  });

  it('checks the backup before it touches anything', async () => {
    const engine = await open();
    for (let turn = 0; turn < 200; turn++)
      await say(engine, { thread: 'web:A', account: 'A', said: `Said ${turn} ${'x'.repeat(300)}` });
    await backUp(database, file);
    const before = await readAll(engine);
    await engine.close();
    const bad = join(folder.path, 'bad');
    copyFileSync(file, bad);
    truncateSync(bad, Math.floor(statSync(file).size / 2 / 4_096) * 4_096);
    const other = join(folder.path, 'other');
    writeFileSync(other, '');
    const text = join(folder.path, 'text');
    writeFileSync(text, 'not a database'.repeat(1_000));
    for (const one of [bad, other, text])
      await expect(restore(one, database, moment), one).rejects.toMatchObject({ code: 'backupInvalid' });
    await expect(restore(join(folder.path, 'none'), database, moment)).rejects.toMatchObject({
      code: 'fileUnreadable',
    });
    const again = await open();
    expect(await readAll(again)).toEqual(before);
    await again.close();
  });

  it('works where there is no database, and where the one that is there is damaged', async () => {
    const engine = await open();
    await say(engine, { thread: 'web:A', account: 'A', said: 'Kept' });
    await backUp(database, file);
    await engine.close();
    const elsewhere = join(folder.path, 'new', databaseFile);
    expect(await restore(file, elsewhere, moment)).toEqual({ kept: null, erasedAgain: [], erasuresKnown: true });
    writeFileSync(database, 'damaged'.repeat(1_000));
    expect(await restore(file, database, moment)).toMatchObject({ erasuresKnown: false });
    const again = await open();
    expect(await tablesWith(again, 'Kept')).toContain('turn');
    await again.close();
  });

  it('erases again whoever was erased since the backup', async () => {
    const engine = await open();
    await say(engine, { thread: 'web:A', account: 'A', said: 'Of A' });
    await say(engine, { thread: 'web:B', account: 'B', said: 'Of B' });
    await backUp(database, file);
    await erasePerson(engine, { agency: 'a1', name: 'web:A', actor: 'test', mode: 'apply', now: moment });
    await engine.close();
    const { erasedAgain } = await restore(file, database, moment);
    expect(erasedAgain).toMatchObject([{ outcome: 'erased' }]);
    const again = await open();
    expect(await tablesWith(again, 'Of A')).toEqual([]);
    expect(await tablesWith(again, 'Of B')).toContain('turn');
    await again.close();
  });
});
