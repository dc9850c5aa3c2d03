import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidenceCharactersMax, nudgesPerTaskMax } from '../../../bot/limits.ts';
import { applyOnboardingEvent, type OnboardingEvent } from '../../../bot/onboarding/onboarding.ts';
import {
  agendaOf,
  beginOnboarding,
  countDone,
  overdueTasks,
  reschedule,
  resumeOnboarding,
} from '../../../bot/onboarding/schedule.ts';
import { taipeiMoment } from '../../../bot/taipei.ts';
import { addDays, isOfficeDay } from '../../../knowledge/index.ts';
import { createPerson, knowledge } from './person.ts';

const { onboardingPlan: plan, officeCalendar: calendar } = knowledge;
const begin = (startsOn: string, today = startsOn) => beginOnboarding(plan, calendar, startsOn, { today, unit: null });
const day = fc.integer({ min: 0, max: 1_000 }).map((days) => addDays('2025-01-01', days));
const task = fc.constantFrom(...plan.stages.flatMap(({ tasks }) => tasks.map(({ id }) => id)), 'no-such-task');
const event: fc.Arbitrary<OnboardingEvent> = fc.oneof(
  fc.record({ type: fc.constant('done' as const), task, at: fc.nat() }),
  fc.record({ type: fc.constant('undone' as const), task }),
  fc.record({ type: fc.constant('evidence' as const), task, text: fc.string({ maxLength: 900 }) }),
  fc.record({ type: fc.constant('pause' as const), on: day }),
  fc.record({ type: fc.constant('optOut' as const), on: day }),
  fc.record({ type: fc.constant('told' as const), what: fc.array(fc.constantFrom('welcome', 'pulse')) }),
  fc.record({ type: fc.constant('nudged' as const), tasks: fc.array(task), on: day }),
  fc.record({ type: fc.constant('pulse' as const), question: fc.constantFrom('helpful', 'wish'), answer: fc.string() }),
  fc.constant({ type: 'finish' as const }),
);

describe('beginOnboarding()', () => {
  it('puts every due date on an office day, in the order of the plan, none before the start or today', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -190, max: 100 }), (startsOn, since) => {
        const today = addDays(startsOn, since);
        const dues = begin(startsOn, today).tasks.map(({ dueOn }) => dueOn);
        for (const dueOn of dues)
          expect(isOfficeDay(calendar, dueOn) && dueOn >= startsOn && dueOn >= today).toBe(true);
        expect([...dues].sort()).toEqual(dues);
      }),
    );
  });

  it('gives who begins late up to a week', () => {
    expect(begin('2026-11-03', '2026-11-23').tasks[0]?.dueOn).toBe('2026-11-30');
    expect(begin('2026-11-22', '2026-11-23').tasks[0]?.dueOn).toBe('2026-11-25');
  });
});

describe('the date of the hours', () => {
  const dueOf = (startsOn: string): string | undefined =>
    begin(startsOn).tasks.find(({ id }) => id === 'ai-baseline')?.dueOn;
  it.each([
    ['2026-11-01', '2026-12-31'],
    ['2026-12-17', '2026-12-31'],
    ['2026-12-28', '2027-03-02'],
    ['2026-03-02', '2026-05-04'],
  ])('of who begins on %s is %s: they count by the calendar year', (startsOn, due) =>
    expect(dueOf(startsOn)).toBe(due),
  );
});

describe('hours that the records said to be done', () => {
  it('are open again where entries were taken back, and stay where the person said so', async () => {
    const person = createPerson(taipeiMoment('2026-11-23', 600));
    await person.say('我11/3到職');
    await person.say('登錄AI素養3小時昨天');
    expect((await person.say('我的任務')).text).toContain('AI課程3小時：已完成');
    await person.say('刪除AI素養');
    expect((await person.say('我的任務')).text).not.toContain('AI課程3小時：已完成');
    await person.say('第6項完成了');
    expect((await person.say('我的任務')).text).toContain('AI課程3小時：已完成');
  });
});

describe('applyOnboardingEvent()', () => {
  it('is idempotent where saying a thing twice is saying it once', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), event, (events, last) => {
        if (last.type === 'nudged') return;
        const state = events.reduce(applyOnboardingEvent, begin('2026-11-03'));
        const once = applyOnboardingEvent(state, last);
        expect(applyOnboardingEvent(once, last)).toEqual(once);
      }),
    );
  });

  it('keeps its tasks, its bounds and one answer a question, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        const start = begin('2026-11-03');
        const state = events.reduce(applyOnboardingEvent, start);
        expect(state.tasks.map(({ id }) => id)).toEqual(start.tasks.map(({ id }) => id));
        for (const { evidence } of state.tasks)
          expect(evidence?.length ?? 0).toBeLessThanOrEqual(evidenceCharactersMax);
        expect(new Set(state.pulse.map(({ question }) => question)).size).toBe(state.pulse.length);
        expect(events.reduce(applyOnboardingEvent, start)).toEqual(state);
      }),
    );
  });

  it('opens a task again without what proved it', () => {
    const done = applyOnboardingEvent(begin('2026-11-03'), { type: 'done', task: 'first-course', at: 1 });
    const proven = applyOnboardingEvent(done, { type: 'evidence', task: 'first-course', text: 'https://x.gov.tw' });
    expect(countDone(proven)).toBe(1);
    const open = applyOnboardingEvent(proven, { type: 'undone', task: 'first-course' });
    expect(open).toEqual(begin('2026-11-03'));
  });

  it('moves nothing that is finished', () => {
    const finished = applyOnboardingEvent(begin('2026-11-03'), { type: 'finish' });
    for (const type of ['pause', 'optOut'] as const)
      expect(applyOnboardingEvent(finished, { type, on: '2026-12-01' })).toEqual(finished);
    expect(resumeOnboarding(finished, calendar, '2026-12-01')).toEqual(finished);
  });
});

describe('the schedule', () => {
  it('is overdue the day after, not on the day', () => {
    const state = begin('2026-11-03');
    expect(overdueTasks(state, '2026-11-06')).toEqual([]);
    expect(overdueTasks(state, '2026-11-07').map(({ id }) => id)).toEqual(['meet-assistant', 'elearn-login']);
  });

  it('has nothing to tell of what does not run', () => {
    const paused = applyOnboardingEvent(begin('2026-11-03'), { type: 'pause', on: '2026-11-10' });
    expect(agendaOf(paused, plan, calendar)).toEqual([]);
  });

  it('reminds of a task at most so often', () => {
    let state = begin('2026-11-03');
    for (let times = 0; times < nudgesPerTaskMax; times += 1) {
      expect(
        agendaOf(state, plan, calendar).some((item) => item.type === 'nudge' && item.task.id === 'elearn-login'),
      ).toBe(true);
      state = applyOnboardingEvent(state, { type: 'nudged', tasks: ['elearn-login'], on: '2026-11-09' });
    }
    expect(
      agendaOf(state, plan, calendar).some((item) => item.type === 'nudge' && item.task.id === 'elearn-login'),
    ).toBe(false);
  });

  it('keeps what is done when the start date moves', () => {
    const done = applyOnboardingEvent(begin('2026-11-03'), { type: 'done', task: 'elearn-login', at: 5 });
    const moved = reschedule(done, plan, calendar, '2026-12-01', '2026-11-10');
    expect(moved.tasks.find(({ id }) => id === 'elearn-login')?.doneAt).toBe(5);
    expect(moved.tasks.find(({ id }) => id === 'role-interview')?.dueOn).toBe('2026-12-15');
    expect(reschedule(moved, plan, calendar, '2026-11-03', '2026-11-03').tasks).toEqual(done.tasks);
  });

  it('gives back the days of a pause', () => {
    const paused = applyOnboardingEvent(begin('2026-11-03'), { type: 'pause', on: '2026-11-10' });
    const resumed = resumeOnboarding(paused, calendar, '2026-11-20');
    expect(resumed.stage).toBe('running');
    expect(resumed.tasks.find(({ id }) => id === 'role-interview')?.dueOn).toBe('2026-11-27');
    expect(agendaOf(resumed, plan, calendar).find(({ type }) => type === 'stage')?.day).toBe('2026-11-20');
  });
});
