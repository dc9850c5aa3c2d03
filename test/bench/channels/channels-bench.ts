import type { Target } from '../target.ts';
import { createSlackLoad, createTeamsLoad, type Load } from './load.ts';
import { measureAcknowledged } from './measure-acknowledged.ts';
import { measureCpu } from './measure-cpu.ts';
import { measureFaults } from './measure-faults.ts';
import { measureStart } from './measure-start.ts';

const creators = [createSlackLoad, createTeamsLoad] as const;

/** Slack and Teams, each joined to a strict platform in this process; the bot is always in a process of its own. */
export async function measureChannels(extent: 'quick' | 'full'): Promise<readonly Target[]> {
  const quick = extent === 'quick';
  console.log('');
  const targets: Target[] = [];
  const [slack, teams] = [await createSlackLoad(), await createTeamsLoad()];
  targets.push(...(await measureStart(slack, teams, quick ? 200 : 1_000)));
  await Promise.all([slack.stop(), teams.stop()]);
  for (const create of creators) {
    targets.push(await onLoad(create, (load) => measureAcknowledged(load, quick ? 5 : 20)));
    targets.push(await measureCpu(create, quick ? 90 : 240));
    targets.push(await onLoad(create, (load) => measureFaults(load, quick ? 60 : 300)));
  }
  return targets;
}

async function onLoad(create: () => Promise<Load>, measure: (load: Load) => Promise<Target>): Promise<Target> {
  const load = await create();
  try {
    return await measure(load);
  } finally {
    await load.stop();
  }
}
