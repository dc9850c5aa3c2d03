import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { loadKnowledge } from '../../adapters/content.ts';
import { createBot, emptySession } from '../../bot/index.ts';
import { loadGoldenSets } from '../evaluation/sets.ts';
import { atMost, type Target } from './target.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const turnsMeasured = 1_000;

/** One turn in process, and the whole program from its start: the rows of the issue that need no peer. */
export async function measureTurns(): Promise<readonly Target[]> {
  const turns = await measureInProcess();
  const served = await measureServer();
  console.log(
    `\n${turnsMeasured} turns in process: p50 ${turns.p50.toFixed(2)} ms, p99 ${turns.p99.toFixed(2)} ms\n` +
      `npm start: first answer after ${served.firstAnswerMs.toFixed(0)} ms, ${served.megabytes.toFixed(0)} MB after ${turnsMeasured} turns`,
  );
  return [
    atMost('one turn without model, in process: p99 ms', turns.p99, 10, 2),
    atMost('start to first answer: ms', served.firstAnswerMs, 2_000, 0),
    atMost('resident memory after 1,000 turns: MB', served.megabytes, 180, 0),
  ];
}

async function measureInProcess(): Promise<{ p50: number; p99: number }> {
  const bot = createBot(loadKnowledge());
  const questions = questionsOf();
  const times: number[] = [];
  for (let turn = 0; turn < turnsMeasured; turn++) {
    const text = questions[turn % questions.length] ?? '';
    const began = performance.now();
    await bot.turn(emptySession, { text, choice: null }, { now: turn, today: '2026-11-21' }, null);
    times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  return { p50: times[turnsMeasured / 2] ?? 0, p99: times[Math.floor(turnsMeasured * 0.99)] ?? 0 };
}

async function measureServer(): Promise<{ firstAnswerMs: number; megabytes: number }> {
  const [command = '', ...args] = startCommand();
  const folder = mkdtempSync(join(tmpdir(), 'bench-turns-'));
  const began = performance.now();
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'info', DATA_DIR: folder },
  });
  try {
    const address = await listeningAddress(child.stdout);
    const questions = questionsOf();
    await askServer(address, questions[0] ?? '');
    const firstAnswerMs = performance.now() - began;
    for (let turn = 1; turn < turnsMeasured; turn++) await askServer(address, questions[turn % questions.length] ?? '');
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    return { firstAnswerMs, megabytes: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024 };
  } finally {
    child.kill('SIGTERM');
    await once(child, 'exit');
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The command of `npm start`, run by this very Node. */
function startCommand(): readonly string[] {
  const manifest: unknown = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  const script =
    typeof manifest === 'object' && manifest !== null && 'scripts' in manifest ? Object(manifest.scripts)['start'] : '';
  return [process.execPath, ...String(script).split(' ').slice(1)];
}

async function listeningAddress(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const address = /http:\/\/[\d.]+:\d+/.exec(line)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error('the server ended before it listened');
}

async function askServer(address: string, text: string): Promise<void> {
  const response = await fetch(`${address}/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ text }),
  });
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  await response.text();
}

function questionsOf(): readonly string[] {
  return loadGoldenSets().qa.map((line) => line.question);
}
