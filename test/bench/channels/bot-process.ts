import { type ChildProcess, type ForkOptions, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** A bot in a process of its own. */
export interface BotProcess {
  readonly port: number;
  /** CPU milliseconds of the process so far. */
  cpuMs(): Promise<number>;
  /** Megabytes that the process has in memory. */
  residentMegabytes(): number;
  /** Milliseconds since it was started. */
  age(): number;
  stop(): Promise<void>;
}

const told = z.union([z.object({ port: z.number() }), z.object({ cpuMs: z.number() })]);
/** As `npm start` runs the program, so that memory compares. */
const execArgv = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=2', '--max-old-space-size=512'];

const programs = {
  'own-bot': new URL('./own-bot.ts', import.meta.url),
  'bare-slack': new URL('./bare-slack.ts', import.meta.url),
  'bare-teams': new URL('./bare-teams.ts', import.meta.url),
};

/** Starts one of the programs beside this file, with a new folder for what it keeps. */
export async function startBot(program: keyof typeof programs, environment: object): Promise<BotProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-channels-'));
  const startedAt = performance.now();
  const env = { ...process.env, PORT: '0', LOG_LEVEL: 'fatal', DATA_DIR: folder, ...environment };
  const options: ForkOptions = { execArgv, env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] };
  const child = fork(fileURLToPath(programs[program]), options);
  const first = await nextMessage(child);
  return {
    port: 'port' in first ? first.port : 0,
    async cpuMs() {
      const answer = nextMessage(child);
      child.send('cpu');
      const message = await answer;
      return 'cpuMs' in message ? message.cpuMs : 0;
    },
    residentMegabytes: () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1_024,
    age: () => performance.now() - startedAt,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function nextMessage(child: ChildProcess): Promise<z.infer<typeof told>> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  child.once('message', resolve);
  child.once('exit', reject);
  try {
    return told.parse(await promise);
  } finally {
    child.off('exit', reject);
  }
}
