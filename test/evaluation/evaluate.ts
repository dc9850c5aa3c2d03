import { loadKnowledge } from '../../adapters/content.ts';
import { createBot } from '../../bot/index.ts';
import { calibrate } from './calibration.ts';
import { type Measure, measureAll } from './measure.ts';
import { loadGoldenSets, loadSharedSets } from './sets.ts';

/** `npm run evaluate`: the tables, every failure, and the calibration of the threshold. `--brief` leaves the failures out. */
const brief = process.argv.includes('--brief');
const knowledge = loadKnowledge();
const bot = createBot(knowledge);
const golden = loadGoldenSets();
const shared = loadSharedSets();

report('own golden set', await measureAll(bot, knowledge, golden));
if (shared === null) console.log('\n../shared/eval is absent: its sets are skipped');
else report('../shared/eval', await measureAll(bot, knowledge, shared));
console.log(`\n${calibrate(knowledge, golden)}`);

function report(title: string, measures: readonly Measure[]): void {
  console.log(`\n${title}`);
  for (const { name, right, of, wanted } of measures) {
    const share = of === 0 ? 1 : right / of;
    const verdict = share >= wanted ? 'reached' : 'NOT reached';
    console.log(
      `  ${name.padEnd(46)} ${String(right).padStart(4)}/${of}  ${(share * 100).toFixed(1)} %  (≥ ${wanted * 100} %: ${verdict})`,
    );
  }
  if (brief) return;
  for (const { name, failures } of measures) {
    if (failures.length > 0) console.log(`\n  ${name}: ${failures.length} failed`);
    for (const failure of failures) console.log(`    ${failure}`);
  }
}
