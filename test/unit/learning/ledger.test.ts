import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeEntry, type Edited, recordEntry, removeEntry } from '../../../bot/learning/edits.ts';
import { type Entry, entriesOf, loadLedger, refOf } from '../../../bot/learning/entries.ts';
import { courseKey, evidenceStates, type HoursEntry, hoursCategories } from '../../../bot/learning/ledger.ts';
import { missingHours, totalsOf, uniqueHours } from '../../../bot/learning/totals.ts';
import { createScriptedRecords } from '../scripted-records.ts';

const hoursEntry: fc.Arbitrary<HoursEntry> = fc.record({
  course: fc.constantFrom('AI倫理', 'ＡＩ倫理', 'ai 倫理', '公文寫作', 'Copilot'),
  date: fc.constantFrom('2025-12-31', '2026-01-01', '2026-11-03', '2026-12-31'),
  hours: fc.integer({ min: 1, max: 10_000 }).map((cents) => cents / 100),
  category: fc.constantFrom(...hoursCategories),
  provider: fc.constant(null),
  state: fc.constantFrom(...evidenceStates),
});
const patch = fc.record({
  name: fc.option(fc.constantFrom('AI倫理', '法律')),
  date: fc.option(fc.constantFrom('2026-11-03', '2026-11-04')),
  hours: fc.option(fc.constantFrom(1, 2.5)),
  category: fc.option(fc.constantFrom(...hoursCategories)),
});

describe('totalsOf()', () => {
  it('never counts an entry twice, and the order changes nothing', () => {
    fc.assert(
      fc.property(fc.array(hoursEntry), (entries) => {
        const once = totalsOf(entries, 2026);
        expect(totalsOf([...entries, ...entries], 2026)).toEqual(once);
        const keys = uniqueHours(entries).map(({ course, date }) => `${courseKey(course)} ${date}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('adds up: categories to the total, AI into it, states to their category', () => {
    fc.assert(
      fc.property(fc.array(hoursEntry), (entries) => {
        const { total, ai, byCategory, byState } = totalsOf(entries, 2026);
        const { aiBasic, aiAdvanced, other } = byCategory;
        expect(aiBasic + aiAdvanced + other).toBeCloseTo(total, 6);
        expect(aiBasic + aiAdvanced).toBeCloseTo(ai, 6);
        for (const category of hoursCategories)
          expect(evidenceStates.reduce((sum, state) => sum + byState[category][state], 0)).toBeCloseTo(
            byCategory[category],
            6,
          );
        expect(Math.round(total * 100) / 100).toBe(total);
      }),
    );
  });

  it('says what is left, never less than nothing', () => {
    const rule = {
      id: 'r',
      valid: { from: null, to: null },
      total: 20,
      ai: 3,
      cutOff: null,
      uploadLagDays: 0,
      facts: [],
      source: null,
    };
    expect(missingHours({ total: 2.5, ai: 2.5 }, rule)).toEqual({ total: 17.5, ai: 0.5 });
    expect(missingHours({ total: 40, ai: 9 }, rule)).toEqual({ total: 0, ai: 0 });
    expect(missingHours({ total: 19.9, ai: 0 }, { ...rule, ai: null })).toEqual({ total: 0.1, ai: null });
  });
});

type Step =
  | { readonly do: 'record'; readonly entry: HoursEntry }
  | {
      readonly do: 'change';
      readonly at: number;
      readonly patch: typeof patch extends fc.Arbitrary<infer T> ? T : never;
    }
  | { readonly do: 'remove'; readonly at: number };
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('record' as const), entry: hoursEntry }),
  fc.record({ do: fc.constant('change' as const), at: fc.nat(5), patch }),
  fc.record({ do: fc.constant('remove' as const), at: fc.nat(5) }),
);

async function held(records: ReturnType<typeof createScriptedRecords>): Promise<readonly Entry[]> {
  const ledger = await loadLedger(records);
  return [...entriesOf(ledger)].sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}

async function edit(records: ReturnType<typeof createScriptedRecords>, one: Step): Promise<Edited> {
  const ledger = await loadLedger(records);
  if (one.do === 'record') return recordEntry(ledger, { kind: 'hours', entry: one.entry });
  const entry = entriesOf(ledger)[one.at];
  if (entry === undefined) return { type: 'gone' };
  return one.do === 'change' ? changeEntry(ledger, refOf(entry), one.patch, []) : removeEntry(ledger, refOf(entry));
}

describe('edits', () => {
  it('are taken back exactly by their undo, done twice change nothing more, and leave what is proven', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        const records = createScriptedRecords();
        const replay = createScriptedRecords();
        for (const one of steps) {
          const before = await held(records);
          const outcome = await edit(records, one);
          if (outcome.type !== 'done') continue;
          records.apply(outcome.changes);
          const after = await held(records);
          records.apply(outcome.changes);
          expect(await held(records)).toEqual(after);
          records.apply(outcome.undo);
          if (one.do !== 'record' || one.entry.state === 'reported') expect(await held(records)).toEqual(before);
          records.apply(outcome.changes);
          replay.apply(outcome.changes);
          expect(await held(replay)).toEqual(await held(records));
          const proven = before.filter(({ entry }) => entry.state !== 'reported');
          expect(await held(records)).toEqual(expect.arrayContaining([...proven]));
        }
      }),
    );
  });

  it('tell a duplicate instead of doubling it', () => {
    const entry = {
      course: 'AI倫理',
      date: '2026-11-03',
      hours: 2,
      category: 'other',
      provider: null,
      state: 'verified',
    } as const;
    const ledger = { hours: [entry], certificates: [] };
    const again = recordEntry(ledger, { kind: 'hours', entry: { ...entry, course: 'ＡＩ 倫理', state: 'reported' } });
    expect(again).toEqual({ type: 'duplicate', entry: { kind: 'hours', entry } });
    expect(removeEntry(ledger, { kind: 'hours', name: 'AI倫理', date: '2026-11-03' }).type).toBe('proven');
  });
});
