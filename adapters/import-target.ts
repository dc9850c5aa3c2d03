import {
  type CertificateEntry,
  type Change,
  courseKey,
  evidenceStates,
  type HoursEntry,
  type PersonRecords,
} from '../bot/index.ts';
import type { ImportedRecords } from './stores/import-records.ts';

/** Somebody new, as a roster names them. */
interface Newcomer {
  readonly channel: string;
  readonly startsOn: string;
  readonly unit: string | null;
}

/** What begins the first weeks of somebody, see `enrol` in `bot/onboarding`. */
type Enrol = (records: PersonRecords, newcomer: Newcomer) => Promise<readonly Change[]>;

/** Where tables are written to: only what changes something is written and counted. */
export function createImportTarget(records: ImportedRecords, enrol: Enrol) {
  return {
    async apply(account: string, channel: string, changes: readonly Change[]): Promise<number> {
      const whose = { channel, account };
      const kept = await records.recordsOf(whose);
      const known = new Map<string, HoursEntry | CertificateEntry>([
        ...(await kept.hours()).map((entry) => [`hoursPut ${keyOf(entry.course, entry.date)}`, entry] as const),
        ...(await kept.certificates()).map(
          (entry) => [`certificatePut ${keyOf(entry.name, entry.date)}`, entry] as const,
        ),
      ]);
      const changing = changes.filter((change) => {
        if (change.type !== 'hoursPut' && change.type !== 'certificatePut') return true;
        const { entry } = change;
        const before = known.get(`${change.type} ${keyOf('course' in entry ? entry.course : entry.name, entry.date)}`);
        if (before === undefined) return true;
        const proven = evidenceStates.indexOf(entry.state) >= evidenceStates.indexOf(before.state);
        return proven && JSON.stringify(sorted(before)) !== JSON.stringify(sorted(entry));
      });
      if (changing.length > 0) await records.put(whose, changing);
      return changing.length;
    },
    async enrol(account: string, newcomer: Newcomer): Promise<{ begun: 0 | 1; startsOn: string }> {
      const whose = { channel: newcomer.channel, account };
      const kept = await records.recordsOf(whose);
      const begun = await kept.onboarding();
      const changes = await enrol(kept, newcomer);
      if (changes.length > 0) await records.put(whose, changes);
      return begun === null
        ? { begun: changes.length > 0 ? 1 : 0, startsOn: newcomer.startsOn }
        : { begun: 0, startsOn: begun.startsOn };
    },
  };
}

function keyOf(name: string, date: string): string {
  return `${courseKey(name)} ${date}`;
}

function sorted(entry: object): readonly (readonly [string, unknown])[] {
  return Object.entries(entry).sort(([one], [other]) => (one < other ? -1 : 1));
}
