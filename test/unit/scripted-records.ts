import type { Change, Job, PersonRecords, SettingName } from '../../bot/index.ts';
import { courseKey, defaultNoticePreferences, evidenceStates } from '../../bot/index.ts';

/** The records of one person in this process, to which a turn's changes are applied: the plainest reading of `Change`. */
export interface ScriptedRecords extends PersonRecords {
  apply(changes: readonly Change[]): void;
  readonly jobs: ReadonlyMap<string, Job>;
}

/** Somebody of whom nothing is kept yet; `settings` is what the agency wrote. */
export function createScriptedRecords(settings: Partial<Record<SettingName, unknown>> = {}): ScriptedRecords {
  const hours = new Map<string, Extract<Change, { type: 'hoursPut' }>['entry']>();
  const certificates = new Map<string, Extract<Change, { type: 'certificatePut' }>['entry']>();
  const jobs = new Map<string, Job>();
  let onboarding: Awaited<ReturnType<PersonRecords['onboarding']>> = null;
  let preferences = defaultNoticePreferences;
  const byDate = <T extends { readonly date: string }>(entries: Iterable<T>): readonly T[] =>
    [...entries].sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0));
  const put = <T extends { readonly state: (typeof evidenceStates)[number] }>(
    kept: Map<string, T>,
    key: string,
    entry: T,
  ) => {
    const known = kept.get(key);
    if (known === undefined || evidenceStates.indexOf(entry.state) >= evidenceStates.indexOf(known.state))
      kept.set(key, entry);
  };
  return {
    jobs,
    hours: async () => byDate(hours.values()),
    certificates: async () => byDate(certificates.values()),
    onboarding: async () => onboarding,
    preferences: async () => preferences,
    setting: async (name) => settings[name] ?? null,
    newLinkCode: () => 'ABCD2345',
    checkLinkCode: async (code) => (code === 'ABCD2345' ? 'good' : 'unknown'),
    apply(changes) {
      for (const change of changes)
        switch (change.type) {
          case 'hoursPut':
            put(hours, `${courseKey(change.entry.course)} ${change.entry.date}`, change.entry);
            break;
          case 'hoursRemoved':
            hours.delete(`${courseKey(change.course)} ${change.date}`);
            break;
          case 'certificatePut':
            put(certificates, `${courseKey(change.entry.name)} ${change.entry.date}`, change.entry);
            break;
          case 'certificateRemoved':
            certificates.delete(`${courseKey(change.name)} ${change.date}`);
            break;
          case 'onboardingPut':
            onboarding = change.onboarding;
            break;
          case 'onboardingRemoved':
            onboarding = null;
            break;
          case 'preferencesPut':
            preferences = change.preferences;
            break;
          case 'jobPut':
            jobs.set(change.job.key, change.job);
            break;
          case 'jobRemoved':
            jobs.delete(change.key);
            break;
          default:
            break;
        }
    },
  };
}
