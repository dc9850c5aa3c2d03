import type { RosterEntry, TableTarget } from '../../../adapters/tables/target.ts';
import { type CertificateEntry, type Change, courseKey, evidenceStates, type HoursEntry } from '../../../bot/index.ts';

/** Records in memory, kept as the contracts of `Change` and `TableTarget` say. */
export interface ScriptedTarget extends TableTarget {
  readonly hours: ReadonlyMap<string, HoursEntry>;
  readonly certificates: ReadonlyMap<string, CertificateEntry>;
  readonly roster: ReadonlyMap<string, RosterEntry>;
  /** How often anything was asked to be kept. */
  calls(): number;
}

/** Makes records that are empty. */
export function createScriptedTarget(): ScriptedTarget {
  const hours = new Map<string, HoursEntry>();
  const certificates = new Map<string, CertificateEntry>();
  const roster = new Map<string, RosterEntry>();
  let calls = 0;
  const put = (account: string, change: Change): boolean => {
    if (change.type === 'hoursPut')
      return keep(hours, `${account} ${courseKey(change.entry.course)} ${change.entry.date}`, change.entry);
    if (change.type !== 'certificatePut') throw new Error(change.type);
    return keep(certificates, `${account} ${courseKey(change.entry.name)} ${change.entry.date}`, change.entry);
  };
  return {
    hours,
    certificates,
    roster,
    calls: () => calls,
    apply: async (account, channel, changes) => {
      calls += 1;
      return changes.filter((change) => put(`${channel}:${account}`, change)).length;
    },
    enrol: async (account, entry) => {
      calls += 1;
      const kept = roster.get(`${entry.channel}:${account}`);
      if (kept === undefined) roster.set(`${entry.channel}:${account}`, entry);
      return { begun: kept === undefined ? 1 : 0, startsOn: kept?.startsOn ?? entry.startsOn };
    },
  };
}

function keep<Entry extends HoursEntry | CertificateEntry>(
  kept: Map<string, Entry>,
  key: string,
  entry: Entry,
): boolean {
  const before = kept.get(key);
  if (before !== undefined && evidenceStates.indexOf(before.state) > evidenceStates.indexOf(entry.state)) return false;
  if (JSON.stringify(before) === JSON.stringify(entry)) return false;
  kept.set(key, entry);
  return true;
}
