import { parseArgs } from 'node:util';
import { keeping, runRetention, withEngine } from '../../administration.ts';
import { systemClock } from '../../clock.ts';
import { readConfig } from '../../config.ts';
import { runCommand } from './run-command.ts';

/** `npm run retention [-- --apply]`: what was kept long enough, of all agencies; without `--apply` it only counts. */
await runCommand(async () => {
  const { values } = parseArgs({ options: { apply: { type: 'boolean', default: false } } });
  const mode = values.apply ? 'apply' : 'show';
  const { expired, held } = await withEngine(readConfig(process.env), (engine) =>
    runRetention(engine, systemClock.now(), { mode }),
  );
  for (const { agency, everybody, reason } of held)
    print(`${nameOf(agency)}: a legal hold keeps ${everybody ? 'everything' : 'some people'} ("${reason}").`);
  for (const { agency, kind, rows } of expired) {
    const { what, days } = keeping[kind];
    print(`${nameOf(agency)}: ${rows} ${what}${days > 0 ? `, after ${days} days` : ''}`);
  }
  if (expired.length === 0) print('Nothing has been kept long enough.');
  else print(mode === 'show' ? 'Nothing was changed. Add --apply to delete it.' : 'Deleted.');
});

function nameOf(agency: string): string {
  return agency === '' ? '(program)' : agency;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
