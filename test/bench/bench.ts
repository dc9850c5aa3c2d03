import { measureChannels } from './channels/channels-bench.ts';
import { measureQuality } from './quality.ts';
import { benchSetsPresent } from './sets.ts';
import { measureSpeed } from './speed.ts';
import { measureStore } from './store/store-bench.ts';
import { printTargets, type Target } from './target.ts';
import { measureTurns } from './turns.ts';

/**
 * Quality, time and size in one table, peers in the same run. `--quick` takes a fifth of the law for the speed and the
 * same sets for the quality; `--turns` measures the turns and the store alone, `--store` the store, `--channels` Slack and
 * Teams alone. With `--strict` it ends with an error where a row is not
 * reached: not for CI, whose machine is shared, so that a row of time may be missed by chance.
 */
const quick = process.argv.includes('--quick');
const channelsOnly = process.argv.includes('--channels');
const targets: Target[] = channelsOnly || process.argv.includes('--store') ? [] : [...(await measureTurns())];
if (channelsOnly) targets.push(...(await measureChannels(quick ? 'quick' : 'full')));
else targets.push(...(await measureStore(quick ? 'quick' : 'full')));

if (channelsOnly || process.argv.includes('--turns') || process.argv.includes('--store'))
  console.log('\nRetrieval is not measured.');
else if (benchSetsPresent()) {
  targets.push(...measureQuality());
  const articles = quick
    ? { articles: 20_000, segmenterArticles: 4_000 }
    : { articles: 100_000, segmenterArticles: 20_000 };
  targets.push(...measureSpeed(articles));
} else console.log('The public sets are not at ../shared/bench: retrieval is not measured.');

console.log('');
const missed = printTargets(targets);
if (process.argv.includes('--strict') && missed > 0) process.exitCode = 1;
