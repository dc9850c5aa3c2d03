import { measureQuality } from './quality.ts';
import { benchSetsPresent } from './sets.ts';
import { measureSpeed } from './speed.ts';
import { printTargets } from './target.ts';

/**
 * Quality, time and size in one table, peers in the same run. `--quick` takes a fifth of the law for the speed and the
 * same sets for the quality. Ends with an error where a row is not reached.
 */
const quick = process.argv.includes('--quick');

if (benchSetsPresent()) {
  const quality = measureQuality();
  const speed = measureSpeed(
    quick ? { articles: 20_000, segmenterArticles: 4_000 } : { articles: 100_000, segmenterArticles: 20_000 },
  );
  console.log('');
  const missed = printTargets([...quality, ...speed]);
  process.exitCode = missed === 0 ? 0 : 1;
} else {
  console.log('The public sets are not at ../shared/bench, so there is nothing to measure.');
}
