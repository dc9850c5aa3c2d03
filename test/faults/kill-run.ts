import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { verifyAudit } from '../../adapters/stores/audit.ts';
import { databaseFile, openEngine, type StorePlace } from '../../adapters/stores/open-store.ts';
import { loadKept } from './kept.ts';
import { runLane } from './platform.ts';
import { type Evidence, type Harm, promises } from './promises.ts';
import { createRandom } from './random.ts';
import { startReceiver } from './receiver.ts';
import { type Replica, type ReplicaHistory, type ReplicaOptions, startReplica } from './replica-process.ts';
import type { Waiting } from './waiting.ts';

/** What a run does. */
export interface RunPlan {
  readonly name: string;
  readonly place: StorePlace;
  readonly seed: number;
  /** Kills under load; at the very end each replica is killed once more. */
  readonly kills: number;
  /** Events that are acknowledged before each kill, unless it hits the opening. */
  readonly eventsPerKill: number;
  readonly replicas: 1 | 2;
  readonly pushLanes: number;
  readonly pullLanes: number;
  readonly broken: ReplicaOptions['broken'];
  readonly realShare: number;
  /**
   * How many times as fast the replicas' clock runs, so that the leases of those that were killed end sooner: at 4, 2.5 s for a
   * turn instead of 10, 15 s for a reply under way instead of 60.
   */
  readonly clockPace: number;
  /** Where Node keeps what it compiled. */
  readonly compiled: string;
}

/** What came of it. */
export interface RunResult {
  readonly plan: RunPlan;
  readonly evidence: Evidence;
  readonly histories: readonly ReplicaHistory[];
  readonly duplicates: number;
  readonly refusals: number;
  readonly milliseconds: number;
  /** Lines for what is broken beside the promises: the store does not open, a program ended by itself, something still waits. */
  readonly failures: readonly string[];
  readonly broken: readonly { readonly name: string; readonly harm: Harm; readonly found: readonly string[] }[];
}

const listeningMsMax = 600;
const whileOpeningShare = 0.2;
const openingMsMax = 120;
const settleMsMax = 60_000;

/** Kills under load, lets everything settle, kills once more, opens the store and looks. */
export async function runKills(plan: RunPlan): Promise<RunResult> {
  const began = performance.now();
  const random = createRandom(plan.seed);
  const receiver = await startReceiver(createRandom(plan.seed + 1));
  const { place, broken, realShare, compiled } = plan;
  const clock = { from: Date.now(), pace: plan.clockPace };
  const options = { place, receiver: receiver.url, broken, realShare, random, clock, compiled };
  const replicas: Replica[] = [];
  // One after another: on a database that is new the first one makes the tables.
  for (let at = 0; at < plan.replicas; at++) replicas.push(await startReplica(options));
  let over = false;
  let acknowledged = 0;
  const failures: string[] = [];
  const platform = {
    replicas,
    random,
    pauseMsMax: 120,
    onAcknowledged() {
      acknowledged += 1;
    },
    isOver: () => over || failures.length > 0,
    onStuck: (line: string) => failures.push(line),
  };
  const lanes = [
    ...Array.from({ length: plan.pushLanes }, (_, lane) => runLane(platform, 'push', lane)),
    ...Array.from({ length: plan.pullLanes }, (_, lane) => runLane(platform, 'pull', lane)),
  ];
  for (let kill = 0; kill < plan.kills; kill++) {
    const replica = replicas[random.below(replicas.length)];
    if (random.chance(whileOpeningShare)) await replica?.kill('opening', random.below(openingMsMax));
    else {
      const enough = acknowledged + plan.eventsPerKill;
      while (acknowledged < enough && failures.length === 0) await pause(5);
      await replica?.kill('listening', random.below(listeningMsMax));
    }
  }
  over = true;
  const sent = (await Promise.all(lanes)).flat();
  if (broken === 'nothing') failures.push(...(await settle(replicas)));
  for (const replica of replicas) await replica.end();
  const { problem, kept } = await look(place);
  failures.push(...problem, ...replicas.flatMap(({ history }) => history.crashes));
  await receiver.close();
  const evidence = { sent, kept, deliveries: receiver.deliveries };
  return {
    plan,
    evidence,
    histories: replicas.map(({ history }) => history),
    duplicates: receiver.duplicates(),
    refusals: receiver.refusals(),
    milliseconds: performance.now() - began,
    failures,
    broken: promises
      .map(({ name, harm, find }) => ({ name, harm, found: find(evidence) }))
      .filter(({ found }) => found.length > 0),
  };
}

/** Waits until nothing waits any more; what is left after a minute is said. */
async function settle([replica]: readonly Replica[]): Promise<readonly string[]> {
  const began = performance.now();
  for (;;) {
    const waiting = (await replica?.post('/waiting', {}).catch(() => null)) as Waiting | null;
    const left = waiting === null ? 1 : waiting.inbox + waiting.outbox + waiting.jobs;
    if (left === 0) return [];
    if (performance.now() - began > settleMsMax) return [`something still waits: ${JSON.stringify(waiting)}`];
    await pause(200);
  }
}

/** Opens the store as the program does, after the last kill. */
async function look(place: StorePlace): Promise<{ problem: readonly string[]; kept: Evidence['kept'] }> {
  const engine = await openEngine(place, () => undefined);
  try {
    const audit = await verifyAudit(engine.across, 'faults');
    const problem = audit.holds ? [] : [`the audit log does not hold at ${audit.seq}: ${audit.problem}`];
    return { problem: [...problem, ...checkFile(place)], kept: await loadKept(engine) };
  } finally {
    await engine.close();
  }
}

function checkFile(place: StorePlace): readonly string[] {
  if (place.kind !== 'folder') return [];
  const file = new DatabaseSync(join(place.path, databaseFile));
  const [found] = file.prepare('PRAGMA integrity_check').all();
  file.close();
  return found?.['integrity_check'] === 'ok' ? [] : [`integrity_check: ${JSON.stringify(found)}`];
}
