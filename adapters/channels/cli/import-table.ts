import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { OperatorError } from '../../../bot/index.ts';

/** The import of a kind of table, as `compose.ts` joins it to the records. */
export interface TableImporter {
  /** A larger file is not loaded. */
  readonly bytesMax: number;
  /** Contract: never writes in mode `show`; a file that cannot be used is `refused`, not an exception. */
  readonly run: (request: TableRequest) => Promise<TableOutcome>;
}

/** What the operator asked for on the command line. */
export interface TableRequest {
  readonly bytes: Uint8Array;
  readonly sheet: string | null;
  readonly maps: readonly string[];
  readonly categories: readonly string[];
  readonly mode: 'show' | 'apply';
  readonly state: 'imported' | 'verified';
  readonly channel: string;
  readonly agency: string | null;
}

/** What is told to the operator, and all bad rows as a CSV file. */
export interface TableOutcome {
  readonly standing: 'done' | 'refused';
  readonly text: string;
  readonly problems: Uint8Array;
}

const channels: readonly string[] = ['web', 'slack', 'teams'];

/**
 * Reads the arguments, runs an import and prints its report; gives the exit code. Without `--apply` it only shows. `extras` are
 * options that only some tables have. Throws an `OperatorError` for arguments and files that are not usable.
 */
export async function importTable(
  args: readonly string[],
  extras: readonly ('verified' | 'category')[],
  importer: TableImporter,
  print: (text: string) => void,
): Promise<0 | 1> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      agency: { type: 'string' },
      apply: { type: 'boolean', default: false },
      category: { type: 'string', multiple: true, default: [] },
      channel: { type: 'string', default: 'web' },
      map: { type: 'string', multiple: true, default: [] },
      problems: { type: 'string' },
      sheet: { type: 'string' },
      verified: { type: 'boolean', default: false },
    },
  });
  const [file, more] = positionals;
  if (file === undefined || more !== undefined)
    throw new OperatorError('optionUnknown', 'an import needs one FILE, a CSV or XLSX file');
  if (!channels.includes(values.channel))
    throw new OperatorError('optionUnknown', `--channel ${values.channel} is none of ${channels.join(', ')}`);
  if (values.verified && !extras.includes('verified'))
    throw new OperatorError('optionUnknown', '--verified says nothing about this table');
  if (values.category.length > 0 && !extras.includes('category'))
    throw new OperatorError('optionUnknown', '--category says nothing about this table');
  const { standing, text, problems } = await importer.run({
    bytes: readFile(file, importer.bytesMax),
    sheet: values.sheet ?? null,
    maps: values.map,
    categories: values.category,
    mode: values.apply ? 'apply' : 'show',
    state: values.verified ? 'verified' : 'imported',
    channel: values.channel,
    agency: values.agency ?? null,
  });
  if (values.problems !== undefined) writeNewFile(values.problems, problems);
  print(`${text}\n`);
  return standing === 'done' ? 0 : 1;
}

/** A file above the bound is cut to one byte more than it, which is enough to be refused. */
function readFile(file: string, bytesMax: number): Uint8Array {
  try {
    return statSync(file).size > bytesMax ? new Uint8Array(bytesMax + 1) : readFileSync(file);
  } catch (cause) {
    throw new OperatorError('fileUnreadable', file, cause);
  }
}

/** Writes a file that only its owner may read, and none over another. */
export function writeNewFile(file: string, bytes: Uint8Array): void {
  try {
    writeFileSync(file, bytes, { flag: 'wx', mode: 0o600 });
  } catch (cause) {
    throw new OperatorError('optionUnknown', `"${file}" exists already or cannot be written`, cause);
  }
}
