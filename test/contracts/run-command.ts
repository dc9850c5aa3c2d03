import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** What a command wrote and how it ended. */
export interface Ended {
  readonly code: number | null;
  /** Standard output, parsed line by line; a line that is no JSON stays a string, which no schema takes. */
  readonly lines: readonly unknown[];
  readonly errors: string;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const manifest = z.object({ scripts: z.record(z.string(), z.string()) });

/** A command may take so long before it is ended and counts as hanging. */
const commandMs = 45_000;

/** Runs a script of package.json as another program would, with `input` on standard input and `variables` added to ours. */
export async function runCommand(
  name: string,
  options: readonly string[],
  input: string | Uint8Array,
  variables: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const [program = '', ...given] = scriptOf(name);
  const own = `${root}/node_modules/.bin/${program}`;
  const child = spawn(existsSync(own) ? own : program, [...given, ...options], {
    cwd: root,
    stdio: 'pipe',
    env: { ...process.env, ...variables },
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), commandMs);
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  // A command that refuses its options ends before it has read anything.
  child.stdin.on('error', () => child.stdin.destroy());
  child.stdin.end(input);
  await once(child, 'close');
  clearTimeout(timer);
  const text = Buffer.concat(output).toString('utf8');
  return {
    code: child.exitCode,
    lines: text
      .split('\n')
      .filter((line) => line !== '')
      .map(parseLine),
    errors: Buffer.concat(errors).toString('utf8'),
  };
}

/** Lines of JSON, one for each value; bytes and strings stand as they are. */
export function jsonLines(...values: readonly unknown[]): string {
  return values.map((value) => `${typeof value === 'string' ? value : JSON.stringify(value)}\n`).join('');
}

/** A plain sentence for an operator: no stack, no place in the source. */
export const stackTrace = /\n\s+at |\.ts:\d+|node:internal|Error: /;

function scriptOf(name: string): readonly string[] {
  const { scripts } = manifest.parse(JSON.parse(readFileSync(`${root}/package.json`, 'utf8')));
  const script = scripts[name];
  if (script === undefined) throw new TypeError(`package.json has no script "${name}"`);
  return script.split(/\s+/);
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    if (cause instanceof SyntaxError) return line;
    throw cause;
  }
}
