import { parseArgs } from 'node:util';
import { z } from 'zod';
import { OperatorError } from '../../../bot/index.ts';
import { writeNewFile } from './import-table.ts';

/** Makes the file, as `compose.ts` joins it to the records. */
export type CertificateExporter = (request: {
  readonly format: 'csv' | 'xlsx';
  readonly agency: string | null;
  readonly since: string | null;
}) => Promise<{ readonly bytes: Uint8Array; readonly text: (file: string) => string }>;

/**
 * `npm run export-certificates -- --out FILE.xlsx|FILE.csv [--agency ID] [--since YYYY-MM-DD]`: what somebody enters into WebHR 表51.
 * Throws an `OperatorError` for arguments that are not usable.
 */
export async function exportCertificates(
  args: readonly string[],
  exporter: CertificateExporter,
  print: (text: string) => void,
): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { out: { type: 'string' }, agency: { type: 'string' }, since: { type: 'string' } },
  });
  const { out = '', agency = null, since = null } = values;
  const format = /\.(csv|xlsx)$/i.exec(out)?.[1]?.toLowerCase();
  if (format !== 'csv' && format !== 'xlsx')
    throw new OperatorError('optionUnknown', `--out "${out}" does not end with .csv or .xlsx`);
  if (since !== null && !z.iso.date().safeParse(since).success)
    throw new OperatorError('optionUnknown', `--since ${since} is not a date such as 2026-01-01`);
  const { bytes, text } = await exporter({ format, agency, since });
  writeNewFile(out, bytes);
  print(`${text(out)}\n`);
}
