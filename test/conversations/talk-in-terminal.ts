import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { notOffered, type Shown, type Surface, sectionOf, type Talk } from './talk.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const prompt = '\n您：';
/** A turn may take so long on a busy machine, the start of the program included. */
const turnMs = 40_000;

/**
 * `npm run --silent chat`, typed into. One program for each day: it takes seconds to start, and 「忘記我」 begins as
 * somebody new in it.
 */
export function createTerminalSurface(): Surface {
  const running = new Map<string, Terminal>();
  return {
    name: 'terminal',
    async open(asOf) {
      const known = running.get(asOf);
      if (known?.isAlive() === true) return openTalk(known, await known.type('忘記我'));
      const terminal = startTerminal(asOf);
      running.set(asOf, terminal);
      return openTalk(terminal, await terminal.read());
    },
    async close() {
      await Promise.all([...running.values()].map((terminal) => terminal.end()));
    },
  };
}

interface Terminal {
  /** What is printed until the next prompt. */
  read(): Promise<string>;
  /** Types a line and reads. */
  type(line: string): Promise<string>;
  isAlive(): boolean;
  end(): Promise<void>;
}

function startTerminal(asOf: string): Terminal {
  const child: ChildProcessWithoutNullStreams = spawn('npm', ['run', '--silent', 'chat'], {
    cwd: root,
    env: { ...process.env, AS_OF: asOf },
  });
  const decoder = new TextDecoder();
  let printed = '';
  let errors = '';
  let wake = (): void => undefined;
  child.stdout.on('data', (chunk: Uint8Array) => {
    printed += decoder.decode(chunk, { stream: true });
    wake();
  });
  child.stderr.on('data', (chunk: Uint8Array) => {
    errors += new TextDecoder().decode(chunk);
  });
  child.on('close', () => wake());
  const isAlive = (): boolean => child.exitCode === null && child.signalCode === null;
  const read = (): Promise<string> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => finish(new Error(`The terminal was silent for ${turnMs} ms: ${errors}`)), turnMs);
      const finish = (result: string | Error): void => {
        clearTimeout(timer);
        wake = () => undefined;
        if (typeof result === 'string') resolve(result);
        else reject(result);
      };
      wake = () => {
        const end = printed.indexOf(prompt);
        if (end === -1 && isAlive()) return;
        if (end === -1) return finish(new Error(`The terminal ended: ${errors}`));
        const text = printed.slice(0, end);
        printed = printed.slice(end + prompt.length);
        finish(text);
      };
      wake();
    });
  return {
    read,
    type(line) {
      child.stdin.write(`${line.replace(/\s*\n\s*/g, ' ')}\n`);
      return read();
    },
    isAlive,
    async end() {
      if (!isAlive()) return;
      child.stdin.end();
      await once(child, 'close');
    },
  };
}

function openTalk(terminal: Terminal, first: string): Talk {
  let offers = offersIn(first);
  const type = async (line: string): Promise<Shown> => {
    const text = await terminal.type(line);
    offers = offersIn(text);
    return { kinds: null, text: text.replace(offerLine, ''), cites: citesIn(text), offers };
  };
  return {
    say: type,
    async choose(label) {
      const at = offers.indexOf(label);
      if (at === -1) throw notOffered(label, offers);
      return type(String(at + 1));
    },
  };
}

const offerLine = /^ {2}\d+\. (.+)$/gm;

function offersIn(text: string): readonly string[] {
  return [...text.matchAll(offerLine)].map(([, label = '']) => label);
}

function citesIn(text: string): readonly string[] {
  return [...text.matchAll(/^\[\d+\] (《.+?》[^：]+)：/gm)].flatMap(([, line = '']) => sectionOf(line) ?? []);
}
