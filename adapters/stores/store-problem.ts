import { OperatorError } from '../../bot/index.ts';

type OperatorErrorCode = OperatorError['code'];

/** SQLite's own result codes that are for an operator, without their extension; 4874 is no room for the log's index. */
const sqliteProblems: Readonly<Record<number, OperatorErrorCode>> = {
  5: 'storeLocked',
  6: 'storeLocked',
  8: 'storeNotWritable',
  11: 'storeCorrupt',
  13: 'storeFull',
  14: 'storeNotWritable',
  26: 'storeCorrupt',
  4874: 'storeFull',
};

/** What the file system and PostgreSQL say, by code. */
const problems: Readonly<Record<string, OperatorErrorCode>> = {
  EACCES: 'storeNotWritable',
  EEXIST: 'storeNotWritable',
  EISDIR: 'storeNotWritable',
  ENOENT: 'storeNotWritable',
  ENOTDIR: 'storeNotWritable',
  EPERM: 'storeNotWritable',
  EROFS: 'storeNotWritable',
  ENOSPC: 'storeFull',
  '53100': 'storeFull',
  '25006': 'storeNotWritable',
};

/** The sentence for an operator about a database that cannot be opened or used. A password in the address is left out. */
export function storeProblem(place: string, cause: unknown): OperatorError {
  if (cause instanceof OperatorError) return cause;
  const shown = place.replace(/\/\/.*@/, '//…@').replace(/(?<=\w:\/\/.*)\?.*$/, '');
  return new OperatorError(codeFor(cause, place), shown, cause);
}

function codeFor(cause: unknown, place: string): OperatorErrorCode {
  const text = cause instanceof Error ? cause.message : '';
  if (/previously executed migration .* is missing/i.test(text)) return 'storeNewer';
  const known = problems[codeOf(cause)] ?? sqliteProblems[extendedCodeOf(cause)] ?? sqliteProblems[sqliteCodeOf(cause)];
  if (known !== undefined) return known;
  return /^postgres(?:ql)?:/.test(place) ? 'storeUnreachable' : 'storeNotWritable';
}

/** Whether a transaction failed only because another one was in its way. */
export function isTransient(error: unknown): boolean {
  return ['40001', '40P01'].includes(codeOf(error));
}

/** Whether the database is there but does not take these values, so that trying again is of no use. */
export function isRefusal(error: unknown): boolean {
  // A value that is not text or a number; classes of SQLSTATE: data, constraints, limits; SQLite: too big, constraint, mismatch.
  return (
    error instanceof TypeError || /^(?:22|23|54)...$/.test(codeOf(error)) || [18, 19, 20].includes(sqliteCodeOf(error))
  );
}

/** Whether another process holds the file at this moment. */
export function isLocked(error: unknown): boolean {
  return sqliteProblems[sqliteCodeOf(error)] === 'storeLocked';
}

/** The code that the system or a database gave to an error; empty where there is none. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

function sqliteCodeOf(error: unknown): number {
  return extendedCodeOf(error) & 0xff;
}

function extendedCodeOf(error: unknown): number {
  return typeof error === 'object' && error !== null && 'errcode' in error ? Number(error.errcode) : 0;
}
