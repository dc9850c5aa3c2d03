import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { StorePlace } from '../../adapters/stores/open-store.ts';
import type { Random } from './random.ts';

/** What a replica is started with. */
export interface ReplicaOptions {
  readonly place: StorePlace;
  /** Where outgoing replies are posted. */
  readonly receiver: string;
  readonly broken: 'nothing' | 'earlyAcknowledgement' | 'noDedupe' | 'newKeys';
  /** The share of starts with the real bot and knowledge; the others start faster. */
  readonly realShare: number;
  /** The clock of all replicas: from this moment on, milliseconds since 1970, it runs `pace` times as fast. */
  readonly clock: { readonly from: number; readonly pace: number };
  readonly random: Random;
  /** A folder in which Node keeps what it compiled: programs start faster. */
  readonly compiled: string;
}

/** A program that is killed and started again, as seen from outside. */
export interface Replica {
  /** Rejects where the program is down, breaks off or does not say 200. */
  post(path: string, body: unknown): Promise<unknown>;
  /** SIGKILL so long after the program began to open its store or to listen, and the next start at once. */
  kill(after: 'opening' | 'listening', ms: number): Promise<void>;
  /** SIGKILL, and no further start. */
  end(): Promise<void>;
  readonly history: ReplicaHistory;
}

/** What was seen of programs that loaded or did not. */
export interface LoadHistory {
  /** Starts that failed before the program was loaded: the source was not whole, which says nothing about the store. */
  loadFailures: number;
  /** Log lines at level error, by message. */
  readonly problems: Map<string, number>;
}

/** What became of the starts. */
export interface ReplicaHistory extends LoadHistory {
  kills: number;
  /** Kills that came before the program listened. */
  killsWhileOpening: number;
  realStarts: number;
  /** Milliseconds from a kill to the first 200 of the next program. */
  readonly back: number[];
  /** Ends that nobody asked for, with the last words. */
  readonly crashes: string[];
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>;
interface Running {
  readonly child: Child;
  readonly port: Promise<number>;
  killedBy: 'us' | null;
}

const program = fileURLToPath(new URL('./replica.ts', import.meta.url));
const loadTries = 60;
const postTimeoutMs = 45_000;

/** Starts a replica, and keeps a loaded one at hand, so that a restart does not wait for the loading of source files. */
export async function startReplica(options: ReplicaOptions): Promise<Replica> {
  const history: ReplicaHistory = {
    kills: 0,
    killsWhileOpening: 0,
    realStarts: 0,
    back: [],
    crashes: [],
    loadFailures: 0,
    problems: new Map(),
  };
  let ended = false;
  let killedAt: number | null = null;
  let loading = loadNext();
  let running = await begin();

  function loadNext(): ReturnType<typeof loadReplica> {
    const next = loadReplica(options, history);
    // Whoever needs it finds that it failed.
    next.catch(() => undefined);
    return next;
  }

  async function begin(): Promise<Running> {
    const { child, real } = await loading;
    if (real) history.realStarts += 1;
    const begun: Running = { child, port: readPort(child), killedBy: null };
    child.once('exit', (code, signal) => {
      if (begun.killedBy === 'us') return;
      history.crashes.push(`ended by itself (${code ?? signal})`);
      if (!ended) restart();
    });
    child.stdin.write('go\n');
    loading = loadNext();
    return begun;
  }

  let restarting: Promise<void> = Promise.resolve();
  function restart(): void {
    restarting = begin().then((begun) => {
      running = begun;
    });
  }

  async function killRunning(): Promise<void> {
    await restarting;
    const { child } = running;
    running.killedBy = 'us';
    if (!(await isSettled(running.port))) history.killsWhileOpening += 1;
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    history.kills += 1;
  }

  return {
    history,
    async post(path, body) {
      await restarting;
      const current = running;
      const response = await fetch(`http://127.0.0.1:${await current.port}${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(postTimeoutMs),
      });
      const answer: unknown = await response.json();
      if (!response.ok) throw new Error(`the replica said ${response.status}`);
      if (killedAt !== null && current === running) {
        history.back.push(performance.now() - killedAt);
        killedAt = null;
      }
      return answer;
    },
    async kill(after, ms) {
      await restarting;
      if (after === 'listening') await running.port.catch(() => undefined);
      await pause(ms);
      await killRunning();
      killedAt = performance.now();
      restart();
    },
    async end() {
      ended = true;
      await killRunning();
      const { child } = await loading;
      child.kill('SIGKILL');
    },
  };
}

/** A program that has loaded and waits for a line before it opens its store; tried again while others edit the source. */
export async function loadReplica(
  options: ReplicaOptions,
  history: LoadHistory,
): Promise<{ readonly child: Child; readonly real: boolean }> {
  const real = options.random.chance(options.realShare);
  const { place, receiver, broken, clock } = options;
  const settings = JSON.stringify({ place, receiver, broken, clock, bot: real ? 'real' : 'echo' });
  for (let attempt = 1; ; attempt++) {
    const flags = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=2'];
    const child = spawn(process.execPath, [...flags, program, settings], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, NODE_COMPILE_CACHE: options.compiled },
    });
    // A pipe to a program that was killed breaks, as it should.
    child.stdin.on('error', () => undefined);
    readProblems(child, history);
    const [said] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(() => [null])]);
    if (said !== null) return { child, real };
    history.loadFailures += 1;
    if (attempt === loadTries) throw new Error(`the replica did not load: ${[...history.problems.keys()].join('; ')}`);
    await pause(1_000);
  }
}

function readPort(child: Child): Promise<number> {
  const port = new Promise<number>((resolve, reject) => {
    child.stdout.on('data', (data: Buffer) => {
      const found = /port (\d+)/.exec(data.toString());
      if (found !== null) resolve(Number(found[1]));
    });
    child.once('exit', () => reject(new Error('the replica ended before it listened')));
  });
  port.catch(() => undefined);
  return port;
}

function readProblems(child: Child, { problems }: LoadHistory): void {
  child.stderr.on('data', (data: Buffer) => {
    for (const line of data.toString().split('\n')) {
      const message = /"msg":"((?:[^"\\]|\\.)*)"/.exec(line)?.[1] ?? /^\w*Error.*/.exec(line)?.[0];
      if (message === undefined) continue;
      const cause = /"error":\{"name":"(\w+)"/.exec(line)?.[1];
      const place = /"stack":\["at ([^"]*)"/.exec(line)?.[1];
      const problem = [message, cause, place].filter((part) => part !== undefined).join(', ');
      problems.set(problem, (problems.get(problem) ?? 0) + 1);
    }
  });
}

async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  const pending = Symbol('pending');
  return (await Promise.race([promise, Promise.resolve(pending)]).catch(() => null)) !== pending;
}
