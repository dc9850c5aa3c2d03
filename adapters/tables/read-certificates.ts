import { type CertificateEntry, courseKey } from '../../bot/index.ts';
import { tablesWording } from '../../prompts/index.ts';
import { type CollectedRows, collectRows, type RowReader } from './collect-rows.ts';
import type { Mapping } from './map-columns.ts';
import { readAccount } from './read-account.ts';
import type { ImportTerms } from './read-hours.ts';
import { readName } from './read-name.ts';
import { readPastDate } from './read-past-date.ts';

/** The id of a certificate in the catalogue by its name; null where the catalogue does not have it. */
export type FindCertificate = (name: string) => string | null;

/** Reads certificates that people hold. One account has one of a name and a day. */
export function readCertificates(
  mapping: Mapping,
  terms: ImportTerms,
  findCertificate: FindCertificate,
): CollectedRows<CertificateEntry> {
  return collectRows(mapping, certificateReader(terms, findCertificate));
}

function certificateReader(terms: ImportTerms, findCertificate: FindCertificate): RowReader<CertificateEntry> {
  return {
    read: (cell) => {
      const account = readAccount(cell('account'));
      if ('reason' in account) return { ...account, value: cell('account') };
      const name = readName(cell('certificate'));
      if ('reason' in name) return { ...name, value: cell('certificate') };
      if (courseKey(name.value) === '') return { reason: tablesWording.row.noCertificate, value: cell('certificate') };
      const date = readPastDate(cell('date'), terms.today);
      if ('reason' in date) return { ...date, value: cell('date') };
      const issuer = readName(cell('issuer'));
      if ('reason' in issuer) return { ...issuer, value: cell('issuer') };
      const evidence = readName(cell('evidence'));
      if ('reason' in evidence) return { ...evidence, value: cell('evidence') };
      const entry: CertificateEntry = {
        name: name.value,
        catalogueId: findCertificate(name.value),
        date: date.value,
        issuer: issuer.value || null,
        evidence: evidence.value || null,
        state: terms.state,
      };
      return { account: account.value, entry };
    },
    key: ({ name, date }) => `${courseKey(name)} ${date}`,
    merge: (earlier, later) => ({
      ...earlier,
      issuer: earlier.issuer ?? later.issuer,
      evidence: earlier.evidence ?? later.evidence,
    }),
  };
}
