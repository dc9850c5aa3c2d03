import { OperatorError } from '../../../bot/index.ts';
import { composeTables } from '../../compose.ts';
import { readConfig } from '../../config.ts';
import { exportCertificates } from './export-certificates.ts';
import { importCertificates } from './import-certificates.ts';
import { importHours } from './import-hours.ts';
import { importRoster } from './import-roster.ts';
import { runCommand } from './run-command.ts';

/** `npm run import-hours`, `import-roster`, `import-certificates` and `export-certificates`, named by the first argument. */
await runCommand(async () => {
  const [name = '', ...args] = process.argv.slice(2);
  const tables = await composeTables(readConfig(process.env));
  const print = (text: string) => process.stdout.write(text);
  try {
    switch (name) {
      case 'import-hours':
        process.exitCode = await importHours(args, tables.hours, print);
        break;
      case 'import-roster':
        process.exitCode = await importRoster(args, tables.roster, print);
        break;
      case 'import-certificates':
        process.exitCode = await importCertificates(args, tables.certificates, print);
        break;
      case 'export-certificates':
        await exportCertificates(args, tables.exportCertificates, print);
        break;
      default:
        throw new OperatorError('optionUnknown', `${name} is no command of tables`);
    }
  } finally {
    await tables.close();
  }
});
