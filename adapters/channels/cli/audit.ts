import { once } from 'node:events';
import { parseArgs } from 'node:util';
import papa from 'papaparse';
import { OperatorError } from '../../../bot/index.ts';
import { readAudit, verifyAudits, withEngine } from '../../administration.ts';
import { type Config, readConfig } from '../../config.ts';
import { runCommand } from './run-command.ts';

const columns = ['agency', 'seq', 'at', 'actor', 'action', 'subject', 'detail', 'hash'] as const;

/**
 * `npm run audit -- verify [--agency ID] [--head HASH]`: reads every chain of the audit log; exit code 1 and the first bad row
 * where one does not hold, or where none has the head that was noted down before. `npm run audit -- export [--format jsonl|csv]
 * [--agency ID]`: all rows on standard output; `at` is milliseconds since 1970, as it is hashed.
 */
await runCommand(async () => {
  const config = readConfig(process.env);
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { agency: { type: 'string' }, head: { type: 'string' }, format: { type: 'string', default: 'jsonl' } },
  });
  const agency = values.agency ?? null;
  const [action, more] = positionals;
  if (action === 'verify' && more === undefined) return verify(config, agency, values.head ?? null);
  if (action !== 'export' || more !== undefined)
    throw new OperatorError('optionUnknown', 'audit needs "verify" or "export"');
  if (values.format !== 'jsonl' && values.format !== 'csv')
    throw new OperatorError('optionUnknown', `--format ${values.format} is neither jsonl nor csv`);
  return exportRows(config, agency, values.format);
});

async function verify(config: Config, agency: string | null, head: string | null): Promise<void> {
  const standings = await withEngine(config, (engine) => verifyAudits(engine, agency, head));
  for (const one of standings) {
    const name = one.agency === '' ? '(program)' : one.agency;
    if (one.holds) print(`${name}: the chain holds, ${one.rows} rows, head ${one.head === '' ? '-' : one.head}`);
    else print(`${name}: the chain does not hold: row ${one.seq} is ${one.problem}`);
  }
  if (standings.length === 0) print('The audit log is empty.');
  const lost = head !== null && standings.every(({ headKnown }) => !headKnown);
  if (lost) print(`No chain has the head ${head}: rows were cut off, or a chain was written anew.`);
  if (lost || standings.some(({ holds }) => !holds)) process.exitCode = 1;
}

async function exportRows(config: Config, agency: string | null, format: 'jsonl' | 'csv'): Promise<void> {
  if (format === 'csv') await write(`${columns.join(',')}\r\n`);
  await withEngine(config, async (engine) => {
    for await (const rows of readAudit(engine, agency)) {
      const lines = rows.map((row) => columns.map((column) => [column, row[column]] as const));
      await write(
        format === 'jsonl'
          ? lines.map((line) => `${JSON.stringify(Object.fromEntries(line))}\n`).join('')
          : `${papa.unparse(
              lines.map((line) => line.map(([, value]) => value)),
              { escapeFormulae: true, newline: '\r\n' },
            )}\r\n`,
      );
    }
  });
}

async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
