import { tablesWording } from '../../prompts/index.ts';
import type { CertificateSource, HeldCertificate } from './target.ts';
import { writeCsv } from './write-csv.ts';
import { writeXlsx } from './write-xlsx.ts';

/** What the operator asked for. */
export interface CertificateExportRequest {
  readonly format: 'csv' | 'xlsx';
  /** Null for the only agency. */
  readonly agency: string | null;
  /** ISO date of the first certificate; null for all. */
  readonly since: string | null;
}

/** The file and how many certificates it has, with the sentence that tells so. */
export interface CertificateExport {
  readonly bytes: Uint8Array;
  readonly text: (file: string) => string;
}

/**
 * Makes the export of certificates that somebody enters into WebHR 表51. What its fields and codes are is documented nowhere that we
 * know, so that the table has what must be known to enter one, and a note above it says to look into the manual.
 */
export function createCertificateExport(
  source: CertificateSource,
): (request: CertificateExportRequest) => Promise<CertificateExport> {
  return async ({ format, agency, since }) => {
    const held = await source.list(agency, since);
    const rows = renderCertificates(held);
    const bytes = format === 'csv' ? writeCsv(rows) : await writeXlsx(tablesWording.certificates.sheet, rows);
    return { bytes, text: (file) => tablesWording.report.written(held.length, file) };
  };
}

function renderCertificates(held: readonly HeldCertificate[]): readonly (readonly string[])[] {
  const { note, columns, states } = tablesWording.certificates;
  const rows = held.map(({ account, certificate: { name, issuer, date, evidence, state } }) => [
    account,
    name,
    issuer ?? '',
    date,
    evidence ?? '',
    states[state],
  ]);
  return [[note], columns, ...rows];
}
