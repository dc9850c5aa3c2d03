import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { openEngine } from '../../adapters/stores/open-store.ts';
import type { Random } from './random.ts';
import { loadReplica, type ReplicaOptions } from './replica-process.ts';

const openingMsMax = 90;

/**
 * Kills a program while it makes the tables of a new database, then opens that database: null where it opens, or what it says.
 * Such a kill is rare, but the store would never open again.
 */
export async function openAfterFirstKill(options: ReplicaOptions, random: Random): Promise<string | null> {
  const { child } = await loadReplica(options, { loadFailures: 0, problems: new Map() });
  child.stdin.write('go\n');
  await pause(random.below(openingMsMax));
  child.kill('SIGKILL');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  try {
    const engine = await openEngine(options.place, () => undefined);
    await engine.close();
    return null;
  } catch (error) {
    return error instanceof Error ? `${error.message} ${String(error.cause)}` : String(error);
  }
}
