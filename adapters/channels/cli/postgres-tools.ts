import { OperatorError } from '../../../bot/index.ts';

/** The error that tells which command backs up a PostgreSQL instead of ours; without the password, which would be seen by others. */
export function backupElsewhere(url: string, action: 'backup' | 'restore', file: string): OperatorError {
  const address = new URL(url);
  address.password = '';
  address.searchParams.delete('password');
  const commands = {
    backup: `pg_dump --format=custom --no-owner --file='${file}' --dbname='${address.href}'`,
    restore: `pg_restore --clean --if-exists --no-owner --single-transaction --dbname='${address.href}' '${file}'`,
  };
  return new OperatorError('backupElsewhere', commands[action]);
}
