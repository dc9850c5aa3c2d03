import { execFile, execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databaseFile, openEngine, type StorePlace } from '../../adapters/stores/open-store.ts';
import { unavailableReply } from '../../bot/index.ts';
import { composeSilently } from './composed.ts';
import { addressOf, createEchoBot, until } from './echo-bot.ts';
import { newAgency, openWorld, talk, textOf } from './store-world.ts';

const script = fileURLToPath(new URL('./open-store-once.ts', import.meta.url));
const run = promisify(execFile);
const unavailable = [unavailableReply('zh-TW')];
const isRoot = process.getuid?.() === 0;
/** Somebody who may write nowhere. */
const nobody = '65534';

let folder = '';
let place: StorePlace = { kind: 'memory' };
const fileIn = (name = databaseFile): string => join(folder, name);
const open = () => openEngine(place, () => undefined);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assistant-bad-'));
  place = { kind: 'folder', path: folder };
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('at its start, the program tells an operator', () => {
  it('that a file is no database', async () => {
    writeFileSync(fileIn(), randomBytes(20_000));
    await expect(open()).rejects.toMatchObject({ code: 'storeCorrupt' });
    // Nothing was repaired or made anew: the operator may want to look at it.
    expect(statSync(fileIn()).size).toBe(20_000);
  });

  it('that a database is damaged after its header', async () => {
    await (await open()).close();
    const bytes = readFileSync(fileIn());
    writeFileSync(fileIn(), Buffer.concat([bytes.subarray(0, 100), randomBytes(bytes.length - 100)]));
    await expect(open()).rejects.toMatchObject({ code: 'storeCorrupt' });
  });

  it('that the folder lies below a file', async () => {
    writeFileSync(fileIn('file'), '');
    place = { kind: 'folder', path: fileIn('file/below') };
    await expect(open()).rejects.toMatchObject({ code: 'storeNotWritable' });
    place = { kind: 'folder', path: '/proc/assistant' };
    await expect(open()).rejects.toMatchObject({ code: 'storeNotWritable' });
  });

  it('that another program holds the file', async () => {
    const world = await openWorld(place);
    // The writer of another program that never ends; a second connection stands for it.
    await sql`begin immediate`.execute(world.store.engine.across);
    const started = run(process.execPath, [script, JSON.stringify(place)]);
    await expect(started).rejects.toMatchObject({ stderr: expect.stringContaining('is held by another program') });
    await sql`rollback`.execute(world.store.engine.across);
    await world.store.engine.close();
  });

  it.runIf(isRoot)('that the folder may not be written', async () => {
    await (await open()).close();
    for (const mode of [0o555, 0o000]) {
      chmodSync(folder, mode);
      const started = run(process.execPath, [script, JSON.stringify(place), nobody]);
      await expect(started).rejects.toMatchObject({ stderr: expect.stringContaining('Could not write the database') });
    }
    chmodSync(folder, 0o755);
  });

  it('and not where only the end of the log is missing, as after a power cut', async () => {
    const world = await openWorld(place);
    for (const text of ['a', 'b', 'c']) await talk(world, 'web:1', text);
    const copies = [databaseFile, `${databaseFile}-wal`].map((name) => [name, readFileSync(fileIn(name))] as const);
    await world.store.engine.close();
    for (const [name, bytes] of copies) writeFileSync(fileIn(name), bytes);
    truncateSync(fileIn(`${databaseFile}-wal`), (copies[1]?.[1].length ?? 0) - 1_000);
    const after = await openWorld(place);
    const turns = await after.store.turns.transcript({ agency: world.agency, thread: 'web:1' }, 9);
    expect(turns.map(({ said }) => said)).toEqual(['a', 'b']);
    await after.store.engine.close();
  });
});

describe('while it runs on a disk that gets full', () => {
  const agency = newAgency();
  const address = addressOf({ agency });
  const isMounted = isRoot && canMount();

  it.runIf(isMounted)('nothing acknowledged is lost, and it goes on by itself once there is room', async () => {
    const disk = fileIn('disk');
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk]);
    const program = await composeSilently({ kind: 'folder', path: disk }, createEchoBot());
    try {
      const acknowledged: string[] = [];
      const say = async (text: string): Promise<boolean> => {
        const replies = await program.turns.send(address, { text, choice: null }, text);
        if (JSON.stringify(replies) === JSON.stringify(unavailable)) return false;
        acknowledged.push(textOf(replies[0]));
        return true;
      };
      expect(await say('first?')).toBe(true);
      writeFileSync(join(disk, 'ballast'), Buffer.alloc(spaceLeft(disk)));
      let number = 0;
      while (await say(`${number}?`)) number += 1;
      expect(program.ready()).toBe(false);
      rmSync(join(disk, 'ballast'));
      await until(() => program.ready(), 'ready again');
      expect(await say(`${number}?`)).toBe(true);
      const kept = await program.turns.transcript(address);
      expect(kept.slice(-100).map(({ replies }) => textOf(replies[0]))).toEqual(acknowledged.slice(-100));
    } finally {
      await program.stop();
      execFileSync('umount', [disk]);
    }
  });

  it.runIf(isMounted).each(['16k', '80k'])('a start without room (%s) is told to the operator', async (size) => {
    const disk = fileIn('disk');
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', disk]);
    try {
      await expect(openEngine({ kind: 'folder', path: disk }, () => undefined)).rejects.toMatchObject({
        code: 'storeFull',
      });
    } finally {
      execFileSync('umount', [disk]);
    }
  });

  it('a limit of pages is told as it is, and passes', async () => {
    const world = await openWorld(place);
    const { across } = world.store.engine;
    await talk(world, 'web:1', 'a');
    await sql`pragma max_page_count = 1`.execute(across);
    const long = 'x'.repeat(200_000);
    await expect(talk(world, 'web:1', long)).rejects.toMatchObject({ errcode: 13 });
    await sql`pragma max_page_count = 100000`.execute(across);
    await talk(world, 'web:2', long);
    await world.store.engine.ping();
    await world.store.engine.close();
  });
});

function canMount(): boolean {
  const at = mkdtempSync(join(tmpdir(), 'assistant-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', at], { stdio: 'ignore' });
    execFileSync('umount', [at]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(at, { recursive: true });
  }
}

function spaceLeft(disk: string): number {
  return Number(execFileSync('df', ['--output=avail', '-B1', disk], { encoding: 'utf8' }).trim().split('\n').at(-1));
}
