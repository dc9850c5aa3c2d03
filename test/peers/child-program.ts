import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** What is started, and by which words in its output it says that it is ready. */
export interface ProgramStart {
  readonly command: string;
  readonly parameters: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly ready: RegExp;
}

/** A program that runs beside the tests; it is ended by its own process id and nothing else is. */
export interface ChildProgram {
  /** All that it wrote so far. */
  output(): string;
  end(): Promise<void>;
}

/** A cold start on a busy machine with two cores, milliseconds. */
const readyWithinMs = 30_000;
/** Long enough to finish what was begun, milliseconds; then it is ended the hard way. */
const endWithinMs = 5_000;

/** Starts a program and resolves once it says that it is ready. Rejects with its last words where it ends or says nothing. */
export async function startProgram({ command, parameters, cwd, env, ready }: ProgramStart): Promise<ChildProgram> {
  const child = spawn(command, parameters, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  let written = '';
  const begun = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        written += text;
        if (ready.test(written)) resolve();
      });
  });
  const isBegun = await first(begun, ended, readyWithinMs);
  const end = async () => {
    process.off('exit', kill);
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    if (!(await first(ended, null, endWithinMs))) child.kill('SIGKILL');
    await ended;
  };
  if (isBegun) return { output: () => written, end };
  await end();
  throw new Error(`"${command}" did not become ready: ${written.slice(-2_000)}`);
}

/** A port of loopback on which nobody listens at this moment. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new TypeError('No port was given');
  return address.port;
}

/** Whether the first comes before the other and in time. */
async function first(wanted: Promise<void>, other: Promise<void> | null, withinMs: number): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<false>();
  const timer = setTimeout(() => resolve(false), withinMs);
  try {
    return await Promise.race([wanted.then(() => true), late, ...(other === null ? [] : [other.then(() => false)])]);
  } finally {
    clearTimeout(timer);
  }
}
