import { parseArgs } from 'node:util';
import { OperatorError } from '../../../bot/index.ts';
import { databasePath, restore } from '../../administration.ts';
import { systemClock } from '../../clock.ts';
import { readConfig } from '../../config.ts';
import { backupElsewhere } from './postgres-tools.ts';
import { runCommand } from './run-command.ts';

/** `npm run restore -- FILE`: puts a backup in the place of the embedded database, while no program runs, and keeps the old one. */
await runCommand(async () => {
  const config = readConfig(process.env);
  const { positionals } = parseArgs({ allowPositionals: true });
  const [file, more] = positionals;
  if (file === undefined || more !== undefined) throw new OperatorError('optionUnknown', 'restore needs one FILE');
  if (config.databaseUrl !== null) throw backupElsewhere(config.databaseUrl, 'restore', file);
  if (config.dataFolder === ':memory:') throw new OperatorError('storeMissing', config.dataFolder);
  const { kept, erasedAgain, erasuresKnown } = await restore(file, databasePath(config), systemClock.now());
  print(`Restored ${file}.`);
  if (kept !== null)
    print(`What was there is kept in ${kept}; delete it once it is not needed, it holds personal data.`);
  for (const erasure of erasedAgain)
    if (erasure.outcome === 'erased') print(`Erased again, as since the backup: ${erasure.names.join(', ')}`);
    else print('A legal hold of the backup keeps somebody who was erased since: lift it and erase them again.');
  if (!erasuresKnown)
    print('The old database could not be read: if people were erased since the backup, erase them again.');
});

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
