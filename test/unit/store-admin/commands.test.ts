import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { databaseFile, openEngine } from '../../../adapters/stores/open-store.ts';
import { stackTrace } from '../../contracts/run-command.ts';
import { newFolder } from './engines.ts';
import { moment, say } from './talk.ts';

// A dozen programs after one another take their time on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

// Each command starts anew: compiled once for all of them, it takes half the time.
const cache = newFolder();
afterAll(() => cache.end());

let folder: ReturnType<typeof newFolder>;
beforeEach(async () => {
  folder = newFolder();
  const engine = await openEngine({ kind: 'folder', path: folder.path }, () => undefined);
  await say(engine, { agency: 'default', thread: 'slack:D1', account: 'U1', said: 'Something private' });
  await engine.close();
});
afterEach(() => folder.end());

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs a command as an operator does, on the test's own database. */
async function run(
  name: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const file = fileURLToPath(new URL(`../../../adapters/channels/cli/${name}.ts`, import.meta.url));
  const { DATABASE_URL: _, ...inherited } = process.env;
  const env = { ...inherited, DATA_DIR: folder.path, NODE_COMPILE_CACHE: cache.path, ...variables };
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file, ...args], { env });
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  await once(child, 'close');
  const ended = {
    code: child.exitCode,
    output: Buffer.concat(output).toString(),
    errors: Buffer.concat(errors).toString(),
  };
  expect(ended.errors).not.toMatch(stackTrace);
  return ended;
}

describe('npm run privacy', () => {
  it('exports, counts, erases, and then knows nobody', async () => {
    const exported = await run('privacy', ['export', 'slack:U1']);
    expect(JSON.parse(exported.output)).toMatchObject({ names: [expect.any(String), 'slack:U1'] });
    const out = join(folder.path, 'person.json');
    await run('privacy', ['export', 'slack:U1', '--out', out]);
    expect(readFileSync(out, 'utf8')).toContain('Something private');
    expect((await run('privacy', ['erase', 'slack:U1'])).output).toMatch(
      /Would erase .*slack:U1[\s\S]*turn +1 deleted[\s\S]*--apply/,
    );
    expect((await run('privacy', ['erase', 'slack:U1', '--apply'])).output).toContain(
      'Nothing of what was deleted is left',
    );
    expect(readFileSync(join(folder.path, databaseFile), 'latin1')).not.toContain('Something private');
    for (const action of ['erase', 'export'])
      expect(await run('privacy', [action, 'slack:U1'])).toMatchObject({
        code: 1,
        errors: expect.stringContaining('nobody'),
      });
    expect((await run('privacy', ['scrub'])).code).toBe(0);
    expect((await run('privacy', ['erase'])).code).toBe(1);
  });
});

describe('npm run agency', () => {
  it('sets what is valid and says what is not', async () => {
    const shipped = (name: string) => fileURLToPath(new URL(`../../../knowledge/content/${name}`, import.meta.url));
    expect((await run('agency', ['get', 'learningRules'])).output).toContain('uses what is shipped');
    expect((await run('agency', ['set', 'learningRules', shipped('learning-rules.yaml')])).code).toBe(0);
    expect(JSON.parse((await run('agency', ['get', 'learningRules'])).output)).toHaveProperty('rules');
    expect((await run('agency', ['set', 'onboardingPlan', shipped('onboarding-plan.yaml')])).code).toBe(0);
    const file = join(folder.path, 'setting.yaml');
    const plan = readFileSync(shipped('onboarding-plan.yaml'), 'utf8').replace(/facts: \[\w+/, 'facts: [F999');
    writeFileSync(file, plan);
    expect((await run('agency', ['set', 'onboardingPlan', file])).errors).toContain('unknown fact F999');
    writeFileSync(file, 'rules: 3\n');
    expect(await run('agency', ['set', 'learningRules', file])).toMatchObject({
      code: 1,
      errors: expect.stringContaining('rules'),
    });
    writeFileSync(file, 'a: [b');
    expect((await run('agency', ['set', 'onboardingPlan', file])).errors).toContain('The setting is not valid');
    expect((await run('agency', ['set', 'nonsense', file])).errors).toContain('"nonsense" is none of');
    expect((await run('agency', ['set', 'learningRules'])).code).toBe(1);
  });

  it('sets a hold that stops an erasure, and takes it away', async () => {
    const file = join(folder.path, 'hold.json');
    writeFileSync(file, JSON.stringify({ reason: 'no. 7', persons: ['slack:nobody'] }));
    expect((await run('agency', ['set', 'hold', file])).errors).toContain('There is nobody');
    writeFileSync(file, JSON.stringify({ reason: 'no. 7', persons: ['slack:U1'] }));
    expect((await run('agency', ['set', 'hold', file])).code).toBe(0);
    expect(await run('privacy', ['erase', 'slack:U1', '--apply'])).toMatchObject({
      code: 1,
      errors: expect.stringContaining('no. 7'),
    });
    expect((await run('retention', [])).output).toContain('no. 7');
    expect((await run('agency', ['unset', 'hold'])).code).toBe(0);
    expect((await run('audit', ['export'])).output).toMatch(/settingPut[\s\S]*settingRemoved/);
  });
});

describe('npm run audit', () => {
  it('gives the head, exports rows, and ends with 1 where the chain does not hold', async () => {
    await run('privacy', ['export', 'slack:U1']);
    await run('privacy', ['export', 'slack:U1']);
    const verified = await run('audit', ['verify']);
    const head = /default: the chain holds, 2 rows, head ([0-9a-f]{64})/.exec(verified.output)?.[1] ?? '';
    expect(verified.code).toBe(0);
    expect((await run('audit', ['verify', '--head', head])).code).toBe(0);
    expect(await run('audit', ['verify', '--head', 'f'.repeat(64)])).toMatchObject({
      code: 1,
      output: expect.stringContaining('cut off'),
    });
    const lines = (await run('audit', ['export', '--agency', 'default'])).output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ seq }) => seq)).toEqual([1, 2]);
    expect((await run('audit', ['export', '--format', 'csv'])).output).toMatch(
      /^agency,seq,at,actor[^\n]*\r\ndefault,1,\d+,operator:/,
    );
    const engine = await openEngine({ kind: 'folder', path: folder.path }, () => undefined);
    await engine.across.updateTable('audit').set({ actor: 'somebody else' }).where('seq', '=', 1).execute();
    await engine.close();
    expect(await run('audit', ['verify'])).toMatchObject({
      code: 1,
      output: expect.stringContaining('row 1 is changed'),
    });
  });
});

describe('npm run retention', () => {
  it('counts before it deletes', async () => {
    const engine = await openEngine({ kind: 'folder', path: folder.path }, () => undefined);
    await say(engine, { agency: 'default', thread: 'web:A', account: 'A', said: 'Old', at: 0 });
    await engine.close();
    expect((await run('retention', [])).output).toMatch(
      /default: 1 turns of the transcript, after 180 days[\s\S]*--apply/,
    );
    expect((await run('retention', ['--apply'])).output).toContain('Deleted.');
    expect((await run('retention', [])).output).toBe('Nothing has been kept long enough.\n');
  });
});

describe('npm run backup, restore and move', () => {
  it('copy and put back', async () => {
    const file = join(folder.path, 'a copy');
    expect((await run('backup', [file])).output).toContain('checked from end to end');
    expect((await run('backup', [file])).errors).toContain('Nothing is replaced');
    expect((await run('restore', [file])).output).toContain('is kept in');
    expect((await run('restore', [join(folder.path, 'none')])).errors).toContain('Could not read the file');
  });

  it('say what to use on PostgreSQL, without the password', async () => {
    const variables = { DATABASE_URL: 'postgres://hr:geheim@db.example:5433/hr?sslmode=require' };
    const backup = await run('backup', ['x.dump'], variables);
    expect(backup.errors).toContain(
      "pg_dump --format=custom --no-owner --file='x.dump' --dbname='postgres://hr@db.example:5433/hr?sslmode=require'",
    );
    const restore = await run('restore', ['x.dump'], variables);
    expect(restore.errors).toContain('pg_restore --clean');
    for (const { errors, output, code } of [backup, restore]) {
      expect(errors + output).not.toContain('geheim');
      expect(code).toBe(1);
    }
    expect((await run('move', ['--to', 'mysql://a:geheim@b'])).errors).not.toContain('geheim');
  });

  it('tell a wrong DATA_DIR and make no database there', async () => {
    const wrong = join(folder.path, 'wrong');
    for (const [name, args] of [
      ['backup', [join(folder.path, 'b')]],
      ['move', ['--to', 'postgres://127.0.0.1/none']],
      ['audit', ['verify']],
      ['retention', ['--apply']],
    ] as const)
      expect((await run(name, args, { DATA_DIR: wrong })).errors, name).toContain('There is no database');
    expect(existsSync(wrong)).toBe(false);
  });
});

describe('npm run outbox', () => {
  it('lists dead replies without their text and has them sent again', async () => {
    const engine = await openEngine({ kind: 'folder', path: folder.path }, () => undefined);
    await engine.across.updateTable('outbox').set({ state: 'dead', problem: 'gone' }).execute();
    await say(engine, { agency: 'default', thread: 'slack:D1', account: 'U1', said: 'More', at: moment });
    await engine.close();
    const listed = await run('outbox', ['list']);
    expect(listed.output).not.toContain('An answer');
    const { key } = JSON.parse(listed.output);
    expect((await run('outbox', ['list', '--show'])).output).toContain('An answer');
    expect((await run('outbox', ['retry', 'nonsense'])).code).toBe(1);
    expect((await run('outbox', ['retry', key])).output).toContain('1 waiting');
    expect((await run('outbox', ['list'])).output).toBe('');
    expect((await run('outbox', ['retry', '--all'])).output).toContain('0 waiting');
    expect((await run('audit', ['export'])).output).toMatch(/deadLettersShown[\s\S]*deadLettersRetried/);
  });
});
