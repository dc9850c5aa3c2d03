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

/** The onboarding with what is known to be done: the role interview with a role, the hours with enough hours of the year. */
export async function withKnownDone(
  { session, records, moment }: PersonTurn,
  plan: OnboardingPlan,
  state: Onboarding,
): Promise<Onboarding> {
  const open = state.tasks.filter(({ doneAt }) => doneAt === null).map(({ id }) => planTaskOf(plan, id));
  const hours = open.some((task) => task?.kind === 'hours') ? await aiHours(records, moment.today) : 0;
  const known = open.filter(
    (task) =>
      (task?.kind === 'interview' && session.role !== null) ||
      (task?.kind === 'hours' && task.hours !== null && hours >= task.hours),
  );
  return known.reduce(
    (after, task) => applyOnboardingEvent(after, { type: 'done', task: task?.id ?? '', at: moment.now }),
    state,
  );
}

/** AI hours of the year of a day, ISO date. */
export async function aiHours(records: PersonRecords, today: string): Promise<number> {
  return totalsOf(await records.hours(), yearOf(today)).ai;
}
