import { parseArgs } from 'node:util';
import { brokenEvidence } from './broken-evidence.ts';
import { openAfterFirstKill } from './first-opening.ts';
import { type RunPlan, type RunResult, runKills } from './kill-run.ts';
import { createPlaces, type Places } from './places.ts';
import { promises } from './promises.ts';
import { createRandom } from './random.ts';
import { printRuns } from './report.ts';
import { findEarlyAcknowledgements } from './sync-order.ts';

/**
 * `npm run test:faults [-- --quick] [-- --seed N]`: kills the program at random moments under load on both engines, alone and as
 * two replicas, and checks every promise afterwards; then shows that the checks find programs that break them. A power cut is not
 * made: it is only shown that each acknowledgement came after an `fdatasync` that began after the commit.
 */

const { values } = parseArgs({ options: { quick: { type: 'boolean' }, seed: { type: 'string' } } });
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const amounts =
  values.quick === true
    ? { alone: 2, together: 1, realShare: 0, eventsPerKill: 40, openings: 2 }
    : { alone: 19, together: 4, realShare: 0.1, eventsPerKill: 30, openings: 3 };
const checks: { readonly name: string; readonly outcome: 'passed' | 'failed' | 'skipped' }[] = [];

function check(name: string, holds: boolean): void {
  checks.push({ name, outcome: holds ? 'passed' : 'failed' });
}

const clockPace = 4;
console.log(`seed ${seed}; the replicas' clock runs ${clockPace} times as fast as the machine's`);
const places = createPlaces();
const compiled = places.folder('compiled');
try {
  // First and alone: it listens to everything that this process writes.
  await checkSync();
  const first = runBoth(places, 'alone', 1, amounts.alone);
  if (values.quick !== true) await first;
  const others = [
    runBoth(places, 'together', 2, amounts.together),
    checkTwins(),
    checkFirstOpening(),
    runShortLeases(),
  ] as const;
  const [alone, together, , , shortLeases] = await Promise.all([first, ...others]);
  const runs = [...alone, ...together, ...shortLeases];
  printRuns(runs);
  for (const run of runs) judge(run);
  checkTheChecks(runs[0]);
} finally {
  await places.clear();
}
for (const { name, outcome } of checks) if (outcome !== 'passed') console.log(`${outcome}: ${name}`);
const count = (outcome: string): number => checks.filter((one) => one.outcome === outcome).length;
console.log(`${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`);
process.exitCode = count('failed') > 0 ? 1 : 0;

function plan(name: string, place: RunPlan['place'], replicas: 1 | 2, kills: number): RunPlan {
  const { realShare, eventsPerKill } = amounts;
  const own = seed + checks.length + name.length;
  const load = { kills, replicas, eventsPerKill, pushLanes: 16, pullLanes: 6 };
  return { name, place, seed: own, ...load, broken: 'nothing', realShare, clockPace, compiled };
}

/** Two replicas whose leases end while a turn still thinks, so that they take threads from each other: the fence alone decides. */
async function runShortLeases(): Promise<readonly RunResult[]> {
  const postgres = await places.postgres();
  if (postgres === null) return [];
  return [await runKills({ ...plan('PostgreSQL, short leases', postgres, 2, 1), clockPace: 400 })];
}

/** Both engines at the same time. */
async function runBoth(from: Places, how: string, replicas: 1 | 2, kills: number): Promise<readonly RunResult[]> {
  const postgres = await from.postgres();
  const names = [`SQLite, ${how}`, `PostgreSQL, ${how}`] as const;
  if (postgres === null) checks.push({ name: `${names[1]}: no server answers`, outcome: 'skipped' });
  return Promise.all([
    runKills(plan(names[0], from.sqlite(how), replicas, kills)),
    ...(postgres === null ? [] : [runKills(plan(names[1], postgres, replicas, kills))]),
  ]);
}

function judge({ plan: { name }, broken, failures }: RunResult): void {
  for (const promise of promises) check(`${name}: ${promise.name}`, !broken.some((one) => one.name === promise.name));
  check(`${name}: the store opens, nothing waits, no program ended by itself`, failures.length === 0);
}

/** Programs that break a promise, and the check that must find it. */
async function checkTwins(): Promise<void> {
  const twins = [
    ['earlyAcknowledgement', 2, 'every acknowledged event is kept'],
    ['noDedupe', 1, 'no event is answered twice, and none that was not sent'],
    ['newKeys', 1, 'nothing was said twice, and nothing that was not kept'],
  ] as const;
  for (const [broken, kills, promise] of twins) {
    const name = `twin ${broken}`;
    const run = await runKills({
      ...plan(name, places.sqlite(broken), 1, kills),
      broken,
      realShare: 0,
      eventsPerKill: 120,
    });
    check(
      `${name} is found`,
      run.broken.some((one) => one.name === promise),
    );
  }
}

/** Kills while the tables are made. */
async function checkFirstOpening(): Promise<void> {
  const random = createRandom(seed);
  const clock = { from: 0, pace: 1 };
  const found: string[] = [];
  for (let opening = 0; opening < amounts.openings; opening++)
    for (const place of [places.sqlite(`opening-${opening}`), await places.postgres()]) {
      if (place === null) continue;
      const options = { place, receiver: '', broken: 'nothing' as const, realShare: 0, clock, random, compiled };
      const problem = await openAfterFirstKill(options, random);
      if (problem !== null) found.push(`${place.kind}: ${problem}`);
    }
  for (const problem of found) console.log(problem);
  check('a new store opens after a kill that came while it was made', found.length === 0);
}

async function checkSync(): Promise<void> {
  const real = await findEarlyAcknowledgements(places.sqlite('sync'), 'durable');
  console.log(`${real.events} events, ${real.syncs} fdatasyncs, ${real.early.length} acknowledged before theirs ended`);
  check('SQLite: an acknowledgement comes after an fdatasync that began after the commit', real.early.length === 0);
  const twin = await findEarlyAcknowledgements(places.sqlite('sync-twin'), 'received');
  check('twin that does not wait for the fdatasync is found', twin.early.length > 0);
}

/** Each check must find what breaks its promise in evidence that was spoilt by hand. */
function checkTheChecks(run: RunResult | undefined): void {
  if (run === undefined) return;
  for (const { name, find } of promises) {
    const spoilt = brokenEvidence[name]?.(run.evidence);
    check(`a broken promise is found: ${name}`, spoilt !== undefined && find(spoilt).length > 0);
  }
}
