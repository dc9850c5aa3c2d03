import {
  factsOfPlan,
  type Knowledge,
  type OfficeCalendar,
  type OnboardingPlan,
  type PlanTask,
  parseOnboardingPlan,
  withExtraHolidays,
  yearOf,
} from '../../knowledge/index.ts';
import { totalsOf } from '../learning/totals.ts';
import { type NoticeRules, noticeRulesOf } from '../notice-rules.ts';
import type { PersonTurn } from '../person-turn.ts';
import type { PersonRecords } from '../ports.ts';
import { taipeiDay } from '../taipei.ts';
import { applyOnboardingEvent, type Onboarding } from './onboarding.ts';

/** What an agency's onboarding goes by. */
export interface OnboardingSetup {
  readonly plan: OnboardingPlan;
  /** With the days on which the agency is closed. */
  readonly calendar: OfficeCalendar;
  readonly rules: NoticeRules;
}

/** The agency's own plan, calendar and quiet hours; what it did not set, or set so that it cannot be read, is the shipped one. */
export async function loadSetup(knowledge: Knowledge, records: PersonRecords): Promise<OnboardingSetup> {
  const rules = noticeRulesOf(await records.setting('notices'));
  const calendar = withExtraHolidays(knowledge.officeCalendar, rules.extraHolidays);
  const own = await records.setting('onboardingPlan');
  if (own === null) return { plan: knowledge.onboardingPlan, calendar, rules };
  try {
    return { plan: checkOnboardingPlan(knowledge, own), calendar, rules };
  } catch {
    // The command that sets a plan says what is wrong with it; nobody else is to be stopped by it.
    return { plan: knowledge.onboardingPlan, calendar, rules };
  }
}

/** Reads a plan that HR wrote. Throws what `parseOnboardingPlan()` throws, or an `Error` that names an unknown fact. */
export function checkOnboardingPlan(knowledge: Knowledge, source: unknown): OnboardingPlan {
  const plan = parseOnboardingPlan(source);
  const unknown = factsOfPlan(plan).find((fact) => !knowledge.passages.has(fact));
  if (unknown !== undefined) throw new Error(`a task names the unknown fact ${unknown}`);
  return plan;
}

/** A task of the plan by its id; undefined where HR has taken it out since. */
export function planTaskOf({ stages }: OnboardingPlan, id: string): PlanTask | undefined {
  return stages.flatMap(({ tasks }) => tasks).find((task) => task.id === id);
}

/**
 * The onboarding with what is known to be done: the role interview with a role, the hours with enough hours of the year. Where entries
 * were taken back since, so that they no longer say it, the hours are open again.
 */
export async function withKnownDone(
  { session, records, moment }: PersonTurn,
  plan: OnboardingPlan,
  state: Onboarding,
): Promise<Onboarding> {
  const kept = await withoutLostHours(records, plan, state);
  const open = kept.tasks.filter(({ doneAt }) => doneAt === null).map(({ id }) => planTaskOf(plan, id));
  const hours = open.some((task) => task?.kind === 'hours') ? await aiHours(records, moment.today) : 0;
  const known = open.filter(
    (task) =>
      (task?.kind === 'interview' && session.role !== null) ||
      (task?.kind === 'hours' && task.hours !== null && hours >= task.hours),
  );
  return known.reduce(
    (after, task) => applyOnboardingEvent(after, { type: 'done', task: task?.id ?? '', at: moment.now, by: 'records' }),
    kept,
  );
}

/** Hours that the records once said to be done are open again where those of that year say so no more. */
async function withoutLostHours(records: PersonRecords, plan: OnboardingPlan, state: Onboarding): Promise<Onboarding> {
  let after = state;
  for (const { id, doneAt, doneBy } of state.tasks) {
    const task = planTaskOf(plan, id);
    if (doneAt === null || doneBy === undefined || task?.kind !== 'hours' || task.hours === null) continue;
    if ((await aiHours(records, taipeiDay(doneAt))) < task.hours)
      after = applyOnboardingEvent(after, { type: 'undone', task: id });
  }
  return after;
}

/** AI hours of the year of a day, ISO date. */
export async function aiHours(records: PersonRecords, today: string): Promise<number> {
  return totalsOf(await records.hours(), yearOf(today)).ai;
}
