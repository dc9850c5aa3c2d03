import type { CertificateEntry, Change, HoursEntry } from '../../bot/index.ts';
import { tablesWording } from '../../prompts/index.ts';
import type { CollectedRow } from './collect-rows.ts';
import { countCategories } from './count-categories.ts';
import { createTableImport, type ImportRequest, type TableImport, type Written } from './import-table.ts';
import { type FindCertificate, readCertificates } from './read-certificates.ts';
import { readHours } from './read-hours.ts';
import { readRoster } from './read-roster.ts';
import { cutLines } from './render-report.ts';
import { showValue } from './show-value.ts';
import type { RosterEntry, TableTarget } from './target.ts';
import { warnOfTwins } from './warn-of-twins.ts';

const { report, category } = tablesWording;

/** What imports need from the world. */
export interface ImportDeps {
  /** Opens the records of an agency (null for the only one). Called only where something is written. */
  readonly open: (agency: string | null) => Promise<TableTarget>;
  /** ISO date in Taipei. */
  readonly today: () => string;
}

/** The import of learning hours. */
export function createHoursImport({ open, today }: ImportDeps): TableImport {
  return createTableImport<HoursEntry>({
    kind: 'hours',
    read: (mapping, { state }, { categories }) => readHours(mapping, { today: today(), state, categories }),
    remarks: (mapping, { state }, { categories }) => [report.state(state), ...countCategories(mapping, categories)],
    warnings: warnOfTwins,
    sample: ({ account, entry }) =>
      report.hoursSample(account, showValue(entry.course), entry.date, entry.hours, category.names[entry.category]),
    write: (rows, request) => writeChanges(open, rows, request, (entry) => ({ type: 'hoursPut', entry })),
  });
}

/** The import of certificates. */
export function createCertificatesImport({ open, today }: ImportDeps, find: FindCertificate): TableImport {
  return createTableImport<CertificateEntry>({
    kind: 'certificates',
    read: (mapping, { state }, { categories }) =>
      readCertificates(mapping, { today: today(), state, categories }, find),
    remarks: (_, { state }) => [report.state(state)],
    warnings: () => [],
    sample: ({ account, entry }) =>
      report.certificateSample(account, showValue(entry.name), entry.date, showValue(entry.issuer ?? '')),
    write: (rows, request) => writeChanges(open, rows, request, (entry) => ({ type: 'certificatePut', entry })),
  });
}

/** The import of new employees, whose first weeks begin by it. */
export function createRosterImport({ open, today }: ImportDeps): TableImport {
  return createTableImport<RosterEntry>({
    kind: 'roster',
    read: (mapping, { channel }) => readRoster(mapping, { today: today(), channel }),
    remarks: () => [],
    warnings: () => [],
    sample: ({ account, entry }) =>
      report.rosterSample(account, entry.channel, entry.startsOn, showValue(entry.unit ?? '')),
    write: async (rows, { agency }) => {
      const target = await open(agency);
      let changed = 0;
      const conflicts: string[] = [];
      for (const { line, account, entry } of rows) {
        const { begun, startsOn } = await target.enrol(account, entry);
        changed += begun;
        if (startsOn !== entry.startsOn) conflicts.push(report.startConflict(line, account, entry.startsOn, startsOn));
      }
      return { changed, conflicts: cutLines(conflicts) };
    },
  });
}

/** One person after the other, each with all that is theirs: killed halfway, the next run goes on without doing anything twice. */
async function writeChanges<Entry>(
  open: ImportDeps['open'],
  rows: readonly CollectedRow<Entry>[],
  { agency, channel }: ImportRequest,
  toChange: (entry: Entry) => Change,
): Promise<Written> {
  const target = await open(agency);
  let changed = 0;
  for (const [account, own] of Map.groupBy(rows, (row) => row.account))
    changed += await target.apply(
      account,
      channel,
      own.map(({ entry }) => toChange(entry)),
    );
  return { changed, conflicts: [] };
}
