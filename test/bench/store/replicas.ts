import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { z } from 'zod';
import { atMost, type Target } from '../target.ts';

const program = fileURLToPath(new URL('./replica.ts', import.meta.url));
const result = z.object({ perSecond: z.number(), failed: z.number() });

/** Two replicas on one PostgreSQL beside one, and that no turn was lost or doubled. `create` gives the address of an empty database. */
export async function measureReplicas(create: () => Promise<string>, turns: number): Promise<readonly Target[]> {
  const one = await run(await create(), ['a'], turns);
  const url = await create();
  const two = await run(url, ['a', 'b'], turns);
  const wrong = await countWrong(url, turns);
  console.log(
    `\nPostgreSQL: one replica ${one.toFixed(0)} turns a second, two ${two.toFixed(0)}; ${wrong} turns lost or doubled`,
  );
  return [atMost('postgres: turns lost or doubled by two replicas', wrong, 0, 0)];
}

async function run(url: string, names: readonly string[], turns: number): Promise<number> {
  const replicas = names.map((name) => {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', program, url, name, String(turns)],
      {
        stdio: ['pipe', 'pipe', 'inherit'],
      },
    );
    return { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() };
  });
  await Promise.all(replicas.map(({ lines }) => lines.next()));
  for (const { child } of replicas) child.stdin.write('go\n');
  const rates = await Promise.all(
    replicas.map(async ({ lines }) => result.parse(JSON.parse(String((await lines.next()).value))).perSecond),
  );
  return rates.reduce((sum, rate) => sum + rate, 0);
}

/** Every thread must have exactly its turns: each event that was fed, whether by one or by both, makes one. */
async function countWrong(url: string, turns: number): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const each = Math.ceil(turns / 16);
    const { rows } = await client.query<{ wrong: string }>(
      `select coalesce(sum(abs(turns - $1)), 0) + abs(count(*) - 30) * $1 as wrong
       from (select thread, count(*) as turns from turn where thread not like 'web:warm%' group by thread) threads`,
      [each],
    );
    return Number(rows[0]?.wrong ?? 0);
  } finally {
    await client.end();
  }
}
