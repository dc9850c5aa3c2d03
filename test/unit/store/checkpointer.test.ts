import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startCheckpointer } from '../../../adapters/stores/checkpointer.ts';

let folder: string;
let path: string;
let file: DatabaseSync;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'checkpointer-'));
  path = join(folder, 'one.sqlite');
  file = new DatabaseSync(path);
  file.exec('pragma journal_mode = WAL; pragma wal_autocheckpoint = 0; create table number (value text)');
});

afterEach(() => {
  file.close();
  rmSync(folder, { recursive: true });
});

describe('startCheckpointer()', () => {
  it('moves what the log holds into the file beside its writer, and lets go at the end', async () => {
    for (let row = 0; row < 100; row++) file.exec(`insert into number values ('${'x'.repeat(1_000)}')`);
    expect(statSync(path).size).toBeLessThan(50_000);
    const problems: unknown[] = [];
    const checkpointer = startCheckpointer(path, (error) => problems.push(error));
    await vi.waitFor(() => expect(statSync(path).size).toBeGreaterThan(100_000), { timeout: 20_000 });
    await checkpointer.stop();
    await checkpointer.stop();
    expect(problems).toEqual([]);
  });

  it('says that it could not begin, and stops nobody', async () => {
    const problems: unknown[] = [];
    const checkpointer = startCheckpointer(join(folder, 'nowhere', 'one.sqlite'), (error) => problems.push(error));
    await vi.waitFor(() => expect(problems).toHaveLength(1), { timeout: 20_000 });
    await checkpointer.stop();
  });
});
