import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enrol } from '../../../bot/index.ts';
import { figureCellMin } from '../../../bot/limits.ts';
import { progressByUnit, progressOf, pulseFigures } from '../../../bot/onboarding/figures.ts';
import { applyOnboardingEvent, type Onboarding } from '../../../bot/onboarding/onboarding.ts';
import { beginOnboarding } from '../../../bot/onboarding/schedule.ts';
import { createScriptedRecords } from '../scripted-records.ts';
import { knowledge } from './person.ts';

const today = '2026-11-23';
const { onboardingPlan: plan, officeCalendar: calendar } = knowledge;

describe('enrol()', () => {
  it('begins once, leaves who has begun as they are, and learns the unit', async () => {
    const records = createScriptedRecords();
    const put = async (startsOn: string, unit: string | null) => {
      const changes = await enrol(knowledge, records, { startsOn, unit }, today);
      records.apply(changes);
      return changes.length;
    };
    expect(await put('2026-12-01', null)).toBe(2);
    const begun = await records.onboarding();
    expect([begun?.startsOn, begun?.unit, begun?.told]).toEqual(['2026-12-01', null, []]);
    expect(records.jobs.get('onboarding')?.dueAt).toBe(Date.UTC(2026, 11, 1, 0, 30));
    expect(await put('2026-12-08', null)).toBe(0);
    expect(await put('2026-12-08', '人事室')).toBe(1);
    expect(await records.onboarding()).toEqual({ ...begun, unit: '人事室' });
    expect(await put('2026-12-01', '秘書室')).toBe(0);
  });
});

describe('figures', () => {
  const somebody = (unit: string | null): Onboarding =>
    beginOnboarding(plan, calendar, '2026-11-03', { today: '2026-11-03', unit });

  it('tells HR of one person how far they are', () => {
    const done = applyOnboardingEvent(somebody(null), { type: 'done', task: 'elearn-login', at: 1 });
    expect(progressOf(done, today)).toEqual({ stage: 'running', done: 1, of: 10, overdue: 4 });
  });

  it('count nobody who could be known, nor leave anybody to be counted by taking away', () => {
    const units = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 6 });
    fc.assert(
      fc.property(units, fc.integer({ min: 0, max: 9 }), (sizes, without) => {
        const people = [
          ...sizes.flatMap((size, at) => Array.from({ length: size }, () => somebody(`unit ${at}`))),
          ...Array.from({ length: without }, () => somebody(null)),
        ];
        const shown = progressByUnit(people, plan, today);
        const counted = shown.reduce((sum, unit) => sum + unit.people, 0);
        for (const unit of shown) expect(unit.people).toBeGreaterThanOrEqual(figureCellMin);
        expect([0, people.length]).toContain(counted);
        if (people.length >= figureCellMin) expect(counted).toBe(people.length);
      }),
    );
  });

  it('count tasks and stages of a unit', () => {
    const people = Array.from({ length: 6 }, (_, at) =>
      at < 4
        ? ['meet-assistant', 'elearn-login'].reduce(
            (state, task) => applyOnboardingEvent(state, { type: 'done', task, at: 1 }),
            somebody('A'),
          )
        : somebody('A'),
    );
    const [unit] = progressByUnit(people, plan, today);
    expect(unit?.tasks[1]).toEqual({ id: 'elearn-login', done: 4, of: 6, overdue: 2 });
    expect(unit?.stages[0]).toEqual({ id: 'day-0', done: 4, of: 6, overdue: 2 });
  });

  it('tell answers only where five people gave one', () => {
    const answered = (answer: string) =>
      applyOnboardingEvent(somebody('A'), { type: 'pulse', question: 'helpful', answer });
    expect(
      pulseFigures(
        [1, 2, 3, 4].map(() => answered('very')),
        plan,
      )[0]?.answers,
    ).toBeNull();
    const [helpful, wish] = pulseFigures(['very', 'very', 'some', 'little', 'very', 'skipped'].map(answered), plan);
    expect(helpful?.answers?.map(({ count }) => count)).toEqual([3, 1, 1]);
    expect(wish?.answers).toBeNull();
  });
});
