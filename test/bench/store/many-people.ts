import { execFileSync } from 'node:child_process';
import { sql } from 'kysely';
import type { Engine } from '../../../adapters/stores/engine.ts';
import type { StorePlace } from '../../../adapters/stores/open-store.ts';
import { atMost, type Target } from '../target.ts';
import { driveOpen } from './drive.ts';
import { openPath } from './path.ts';

const recordsEach = 20;
/** Turns begun in a second, far below what the machine can: the time of a turn is asked here, not how many. */
const perSecond = 150;

/** How a turn fares on a store of so many people with 20 records each beside an empty one, its size, and how fast it opens. */
export async function measureManyPeople(
  name: string,
  empty: StorePlace,
  full: StorePlace,
  { people, seconds }: { readonly people: number; readonly seconds: number },
): Promise<readonly Target[]> {
  const before = await measure(empty, people, seconds);
  const filling = await openPath(full);
  const began = performance.now();
  await fill(filling.store.engine, people);
  const fillSeconds = (performance.now() - began) / 1_000;
  await filling.store.engine.close();
  const openBegan = performance.now();
  const opened = await openPath(full);
  const openMs = performance.now() - openBegan;
  const megabytes = (await sizeOf(opened.store.engine)) / 1024 / 1024;
  await opened.store.engine.close();
  // What the filling left in the system's memory goes to the disk first: a minute of writing gigabytes is no day of an office.
  execFileSync('sync');
  const after = await measure(full, people, seconds);
  console.log(
    `\n${name}: ${people.toLocaleString('en-US')} people with ${recordsEach} records each: ${megabytes.toFixed(0)} MB, filled in ` +
      `${fillSeconds.toFixed(0)} s, opened in ${openMs.toFixed(0)} ms; turn p50 ${after.p50.toFixed(2)} ms, p99 ${after.p99.toFixed(2)} ms ` +
      `(empty: ${before.p50.toFixed(2)} and ${before.p99.toFixed(2)} ms)`,
  );
  return [atMost(`${name}: turn p99 with many people, times that of an empty store`, after.p99 / before.p99, 2, 2)];
}

/** Turns of people all over the store: questions, and every fourth asks for their own hours. */
async function measure(place: StorePlace, people: number, seconds: number) {
  const path = await openPath(place);
  const turn = (at: number): Promise<void> => {
    const who = String((at * 7_919) % people).padStart(8, '0');
    return at % 4 === 3 ? path.askHours(who) : path.turn('new', '', Number(who), at, who);
  };
  await driveOpen(perSecond, 2, 1_000_000, (at) => turn(at));
  const driven = await driveOpen(perSecond, seconds, 1_000_000, (at) => turn(at + 1_000));
  await path.store.engine.close();
  return driven;
}

/** People with an account, a session of a kilobyte and a ledger, made by the database itself. */
async function fill(engine: Engine, people: number): Promise<void> {
  const sqlite = engine.name === 'sqlite';
  const numbers = (count: number) =>
    sqlite
      ? sql`with recursive numbers(n) as (select 0 union all select n + 1 from numbers where n + 1 < ${sql.lit(count)})`
      : sql`with numbers as (select generate_series(0, ${sql.lit(count - 1)}) as n)`;
  const padded = (width: number) =>
    sqlite ? sql`printf(${sql.lit(`%0${width}d`)}, n)` : sql`lpad(n::text, ${sql.lit(width)}, '0')`;
  const person = padded(36);
  const account = padded(8);
  const run = (query: ReturnType<typeof sql>) => query.execute(engine.across);
  await run(sql`insert into person (agency, id, created_at, link_failures, link_failures_since)
    ${numbers(people)} select 'bench', ${person}, 0, 0, 0 from numbers`);
  await run(sql`insert into identity (agency, channel, account, person, created_at)
    ${numbers(people)} select 'bench', 'web', ${account}, ${person}, 0 from numbers`);
  const state = JSON.stringify({ version: 1, lastAt: 0, history: [], filler: 'x'.repeat(1_000) });
  await run(sql`insert into session (agency, thread, person, audience, version, state, last_at)
    ${numbers(people)} select 'bench', 'web:' || ${account}, ${person}, 'private', 1, ${sql.lit(state)}, 0 from numbers`);
  for (let record = 0; record < recordsEach; record++) {
    const course = `數位學習課程第${record}號`;
    const date = `2026-${String((record % 10) + 1).padStart(2, '0')}-${String(record + 1).padStart(2, '0')}`;
    await run(sql`insert into hours (agency, person, course_key, date, course, hours, category, provider, state)
      ${numbers(people)} select 'bench', ${person}, ${sql.lit(course)}, ${sql.lit(date)}, ${sql.lit(course)}, 1, 'other', null,
      'imported' from numbers`);
  }
  if (!sqlite) await sql`analyze`.execute(engine.across);
}

async function sizeOf(engine: Engine): Promise<number> {
  const query =
    engine.name === 'sqlite'
      ? sql<{ bytes: number }>`select page_count * page_size as bytes from pragma_page_count(), pragma_page_size()`
      : sql<{ bytes: number }>`select pg_database_size(current_database()) as bytes`;
  return Number((await query.execute(engine.across)).rows[0]?.bytes ?? 0);
}
