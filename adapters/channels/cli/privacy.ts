import { parseArgs } from 'node:util';
import { OperatorError } from '../../../bot/index.ts';
import {
  type ErasureRequest,
  erasePerson,
  exportPerson,
  operatorName,
  scrubFile,
  withEngine,
} from '../../administration.ts';
import { systemClock } from '../../clock.ts';
import { type Config, readConfig } from '../../config.ts';
import { writeNewFile } from './import-table.ts';
import { runCommand } from './run-command.ts';

const scrubbings = {
  clean: 'Nothing of what was deleted is left in the database file. Backups keep it until you delete them.',
  busy: 'It is deleted, but traces are left in free pages, because another program was busy. Run "npm run privacy -- scrub".',
  later:
    'It is deleted, but traces are left in free pages. The file is large: run "npm run privacy -- scrub" in a quiet hour; meanwhile the program cannot write.',
} as const;

/**
 * `npm run privacy -- export PERSON [--out FILE]`: everything that is kept of somebody, as JSON. `npm run privacy -- erase PERSON
 * [--apply]`: removes it; without `--apply` it only counts. `npm run privacy -- scrub`: takes what was deleted out of the file. PERSON is
 * an id or `channel:account`; `--agency ID` where it is not the usual one.
 */
await runCommand(async () => {
  const config = readConfig(process.env);
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { agency: { type: 'string' }, apply: { type: 'boolean', default: false }, out: { type: 'string' } },
  });
  const [action, name = '', more] = positionals;
  const agency = values.agency ?? config.agency;
  const request = { agency, name, actor: operatorName(), now: systemClock.now() };
  if (action === 'scrub' && name === '') return scrub(config);
  if (name === '' || more !== undefined || (action !== 'export' && action !== 'erase'))
    throw new OperatorError('optionUnknown', 'privacy needs "export PERSON", "erase PERSON" or "scrub"');
  if (action === 'export') return writePerson(config, request, values.out ?? null);
  return erase(config, { ...request, mode: values.apply ? 'apply' : 'show' });
});

async function writePerson(config: Config, request: Omit<ErasureRequest, 'mode'>, out: string | null): Promise<void> {
  const exported = await withEngine(config, (engine) => exportPerson(engine, request));
  if (exported === null) throw new OperatorError('personUnknown', request.name);
  const text = `${JSON.stringify(exported, null, 2)}\n`;
  if (out === null) process.stdout.write(text);
  else writeNewFile(out, new TextEncoder().encode(text));
}

async function erase(config: Config, request: ErasureRequest): Promise<void> {
  await withEngine(config, async (engine) => {
    const erasure = await erasePerson(engine, request);
    if (erasure.outcome === 'nobody') throw new OperatorError('personUnknown', request.name);
    if (erasure.outcome === 'held') throw new OperatorError('personHeld', erasure.reason);
    print(`${erasure.outcome === 'shown' ? 'Would erase' : 'Erased'} ${erasure.names.join(', ')}:`);
    for (const { table, what, rows } of erasure.rows)
      print(`  ${table.padEnd(12)} ${String(rows).padStart(7)} ${what}`);
    if (erasure.outcome === 'shown')
      print('Nothing was changed. Add --apply to do it; a legal duty to keep records goes first.');
    else tellScrubbed(await scrubFile(engine, 'whereShort'));
  });
}

async function scrub(config: Config): Promise<void> {
  tellScrubbed(await withEngine(config, (engine) => scrubFile(engine, 'now')));
}

function tellScrubbed(scrubbed: keyof typeof scrubbings): void {
  print(scrubbings[scrubbed]);
  if (scrubbed === 'busy') process.exitCode = 1;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
