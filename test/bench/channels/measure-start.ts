import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messageOf } from '../store/messages.ts';
import { atMost, type Target } from '../target.ts';
import { startBot } from './bot-process.ts';
import { type Load, until } from './load.ts';

const startMsMax = 3_000;
const megabytesMax = 260;

/** The program with both channels on: from nothing, with no cache of compiled code, to its first acknowledged event, and its memory. */
export async function measureStart(slack: Load, teams: Load, turns: number): Promise<readonly Target[]> {
  const cache = mkdtempSync(join(tmpdir(), 'bench-cache-'));
  const environment = { ...slack.environment, ...teams.environment, NODE_COMPILE_CACHE: cache };
  try {
    const cold = await startOnce(slack, environment, async () => undefined);
    const second = await startOnce(slack, environment, async (port) => talk([slack, teams], port, turns));
    console.log(
      `both channels: first start ready after ${cold.readyMs.toFixed(0)} ms, first event acknowledged after ` +
        `${cold.acknowledgedMs.toFixed(0)} ms; second start ${second.readyMs.toFixed(0)} and ${second.acknowledgedMs.toFixed(0)} ms; ` +
        `${second.megabytesAtFirst.toFixed(0)} MB then, ${second.megabytes.toFixed(0)} MB after ${turns} turns`,
    );
    return [
      atMost('both channels: start to the first acknowledged event: ms', cold.acknowledgedMs, startMsMax, 0),
      atMost(`both channels: resident memory after ${turns} turns: MB`, second.megabytes, megabytesMax, 0),
    ];
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
}

async function startOnce(slack: Load, environment: object, then: (port: number) => Promise<void>) {
  const bot = await startBot('own-bot', environment);
  try {
    const ready = await fetch(`http://127.0.0.1:${bot.port}/readyz`);
    if (!ready.ok) throw new Error(`not ready: ${ready.status}`);
    const readyMs = bot.age();
    await slack.say(bot.port, 389, '你好');
    const acknowledgedMs = bot.age();
    const megabytesAtFirst = bot.residentMegabytes();
    await then(bot.port);
    return { readyMs, acknowledgedMs, megabytesAtFirst, megabytes: bot.residentMegabytes() };
  } finally {
    await bot.stop();
  }
}

/** Half of the turns in each channel, by people who all talk at the same time, and all of them answered. */
async function talk(loads: readonly Load[], port: number, turns: number): Promise<void> {
  const each = turns / loads.length;
  const rounds = 2;
  for (let round = 0; round < rounds; round++)
    for (const load of loads) {
      const before = Array.from({ length: each / rounds }, (_, person) => load.replies(person));
      await Promise.all(before.map((_, person) => load.say(port, person, messageOf('asked', person, round))));
      await until(() => before.every((count, person) => load.replies(person) > count), `replies in ${load.name}`, 240);
    }
}
