import { parseArgs } from 'node:util';
import { OperatorError } from '../../../bot/index.ts';
import { backUp, databasePath } from '../../administration.ts';
import { readConfig } from '../../config.ts';
import { backupElsewhere } from './postgres-tools.ts';
import { runCommand } from './run-command.ts';

/** `npm run backup -- FILE`: a checked copy of the embedded database, taken while the program runs. */
await runCommand(async () => {
  const config = readConfig(process.env);
  const { positionals } = parseArgs({ allowPositionals: true });
  const [file, more] = positionals;
  if (file === undefined || more !== undefined) throw new OperatorError('optionUnknown', 'backup needs one FILE');
  if (config.databaseUrl !== null) throw backupElsewhere(config.databaseUrl, 'backup', file);
  const { bytes, migrations } = await backUp(databasePath(config), file);
  process.stdout.write(
    `Backed up to ${file}: ${bytes} bytes, checked from end to end, at step ${migrations.at(-1) ?? '-'}. It holds personal data: keep it as safe as the database.\n`,
  );
});
