import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { OperatorError } from '../../../bot/index.ts';
import { databasePath, moveDatabase } from '../../administration.ts';
import { readConfig } from '../../config.ts';
import { runCommand } from './run-command.ts';

/** `npm run move -- --to postgres://…`: copies the embedded database of DATA_DIR into an empty PostgreSQL, all or nothing. */
await runCommand(async () => {
  const config = readConfig(process.env);
  const { to = '' } = parseArgs({ options: { to: { type: 'string' } } }).values;
  // The address may hold a password: it is not repeated.
  if (!/^postgres(?:ql)?:\/\//.test(to)) throw new OperatorError('optionUnknown', 'move needs --to postgres://…');
  if (!existsSync(databasePath(config))) throw new OperatorError('storeMissing', databasePath(config));
  const startedAt = performance.now();
  const moved = await moveDatabase(databasePath(config), to);
  const seconds = (performance.now() - startedAt) / 1_000;
  for (const { table, rows, sum } of moved)
    process.stdout.write(
      `${table.padEnd(12)} ${String(rows).padStart(9)} rows, checksum ${sum.toString(16).padStart(64, '0').slice(0, 16)}\n`,
    );
  const rows = moved.reduce((total, table) => total + table.rows, 0);
  process.stdout.write(
    `Moved ${rows} rows in ${seconds.toFixed(1)} s (${Math.round(rows / seconds)} rows a second); all are equal. Set DATABASE_URL to the new address and start the program; the old file is unchanged.\n`,
  );
});
