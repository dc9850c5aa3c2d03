import fc from 'fast-check';
import type { CertificateEntry, Change, HoursEntry, Onboarding } from '../../bot/index.ts';
import { defaultNoticePreferences, evidenceStates, hoursCategories } from '../../bot/index.ts';

/** A line of the ledger. */
export function hoursEntry(course: string, more: Partial<HoursEntry> = {}): HoursEntry {
  return { course, date: '2026-03-01', hours: 2, category: 'aiBasic', provider: null, state: 'reported', ...more };
}

/** A certificate. */
export function certificateEntry(name: string, more: Partial<CertificateEntry> = {}): CertificateEntry {
  return { name, catalogueId: null, date: '2026-03-01', issuer: null, evidence: null, state: 'reported', ...more };
}

/** First weeks that begin on this day. */
export function onboardingFrom(startsOn: string): Onboarding {
  return {
    plan: 'standard',
    startsOn,
    stage: 'running',
    tasks: [],
    pulse: [],
    told: [],
    restsSince: null,
    shiftDays: 0,
    unit: null,
  };
}

/** A change that no database takes, and that TypeScript would not write: what a fault in the core could make. */
export const brokenHours: Change = {
  type: 'hoursPut',
  entry: JSON.parse(
    '{"course":"x","date":"2026-03-01","hours":null,"category":"other","provider":null,"state":"reported"}',
  ),
};

const course = fc.constantFrom('生成式 AI 入門', '生成式ＡＩ入門', '資料分析', 'Prompt C#', '臺灣AI', "o'brien; --");
const date = fc.constantFrom('2025-12-31', '2026-01-01', '2026-11-22');
const state = fc.constantFrom(...evidenceStates);
const text = fc.option(fc.constantFrom('甲', '乙 "丙"', '\\'), { nil: null });
const key = fc.constantFrom('one', 'two', 'three');

/** Changes as turns make them, on so few names that they meet. */
export const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    type: fc.constant('hoursPut' as const),
    entry: fc.record({
      course,
      date,
      hours: fc.constantFrom(0.25, 1, 2.5, 33.33),
      category: fc.constantFrom(...hoursCategories),
      provider: text,
      state,
    }),
  }),
  fc.record({ type: fc.constant('hoursRemoved' as const), course, date }),
  fc.record({
    type: fc.constant('certificatePut' as const),
    entry: fc.record({ name: course, catalogueId: text, date, issuer: text, evidence: text, state }),
  }),
  fc.record({ type: fc.constant('certificateRemoved' as const), name: course, date }),
  fc.record({ type: fc.constant('onboardingPut' as const), onboarding: date.map(onboardingFrom) }),
  fc.constant({ type: 'onboardingRemoved' as const }),
  fc.record({
    type: fc.constant('preferencesPut' as const),
    preferences: fc.array(fc.nat(9), { maxLength: 3 }).map((sent) => ({ ...defaultNoticePreferences, sent })),
  }),
  fc.record({
    type: fc.constant('jobPut' as const),
    job: fc.record({
      key,
      kind: fc.constantFrom('onboarding' as const, 'hours' as const),
      dueAt: fc.nat(2 ** 42),
      detail: fc.string(),
    }),
  }),
  fc.record({ type: fc.constant('jobRemoved' as const), key }),
);
