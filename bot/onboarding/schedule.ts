import {
  addDays,
  addMonths,
  addOfficeDays,
  daysBetween,
  nextOfficeDay,
  type OfficeCalendar,
  type Offset,
  type OnboardingPlan,
  type PlanStage,
  type PlanTask,
  yearOf,
} from '../../knowledge/index.ts';
import { nudgesPerTaskMax } from '../limits.ts';
import { applyOnboardingEvent, type Onboarding, type OnboardingTask } from './onboarding.ts';

/**
 * The plan begun on a day: every task with its due date, nothing told yet. Who begins late gets up to a week for what would be
 * over already, so that nobody is welcomed with reminders.
 */
export function beginOnboarding(
  plan: OnboardingPlan,
  calendar: OfficeCalendar,
  startsOn: string,
  { today, unit }: { readonly today: string; readonly unit: string | null },
): Onboarding {
  const late = Math.min(lateStartDays, daysBetween(startsOn, today));
  const earliest = late > 0 ? addDays(today, late) : startsOn;
  const dueOn = ({ due, kind }: PlanTask): string => {
    const day = offsetDay(startsOn, due);
    const planned = nextOfficeDay(calendar, day > earliest ? day : earliest);
    return kind === 'hours' ? withinYear(calendar, planned, earliest) : planned;
  };
  return {
    plan: plan.id,
    startsOn,
    stage: 'running',
    tasks: plan.stages.flatMap(({ tasks }) =>
      tasks.map((task) => ({
        id: task.id,
        title: task.title,
        titleEn: task.titleEn,
        dueOn: dueOn(task),
        doneAt: null,
        evidence: null,
        nudges: 0,
        nudgedOn: null,
      })),
    ),
    pulse: [],
    told: [],
    restsSince: null,
    shiftDays: 0,
    unit,
  };
}

/**
 * Hours count by the calendar year (每人每年), so that a date for them never lies in the year after: the last office day of the year
 * from which the plan runs, unless that is too near to be of use.
 */
function withinYear(calendar: OfficeCalendar, day: string, from: string): string {
  if (yearOf(day) === yearOf(from)) return day;
  let last = `${yearOf(from)}-12-31`;
  while (nextOfficeDay(calendar, last) !== last) last = addDays(last, -1);
  return daysBetween(from, last) >= hoursDaysMin ? last : day;
}

/** The onboarding for another start date; what is done stays done. */
export function reschedule(
  state: Onboarding,
  plan: OnboardingPlan,
  calendar: OfficeCalendar,
  startsOn: string,
  today: string,
): Onboarding {
  const again = beginOnboarding(plan, calendar, startsOn, { today, unit: state.unit });
  const dueOn = new Map(again.tasks.map((task) => [task.id, task.dueOn]));
  return applyOnboardingEvent(state, { type: 'reschedule', startsOn, dueOn });
}

/** The onboarding that goes on after a pause: what is open has as many days as it had. */
export function resumeOnboarding(state: Onboarding, calendar: OfficeCalendar, today: string): Onboarding {
  const restDays = state.restsSince === null ? 0 : Math.max(0, daysBetween(state.restsSince, today));
  const moveDue = (dueOn: string): string => nextOfficeDay(calendar, addDays(dueOn, restDays));
  return applyOnboardingEvent(state, { type: 'resume', restDays, moveDue });
}

/** Open tasks whose due date is over, in order. */
export function overdueTasks({ tasks }: Onboarding, today: string): readonly OnboardingTask[] {
  return tasks.filter(({ doneAt, dueOn }) => doneAt === null && dueOn < today);
}

/** How many tasks are done. */
export function countDone({ tasks }: Onboarding): number {
  return tasks.filter(({ doneAt }) => doneAt !== null).length;
}

/** One thing that is to be told from a day on, ISO date. */
export type AgendaItem =
  | { readonly type: 'welcome'; readonly day: string }
  | { readonly type: 'stage'; readonly day: string; readonly stage: PlanStage }
  | { readonly type: 'nudge'; readonly day: string; readonly task: OnboardingTask }
  | { readonly type: 'pulse'; readonly day: string }
  | { readonly type: 'finish'; readonly day: string };

/** All that is still to be told, earliest first; empty where the plan does not run. Each item leaves it once it was told. */
export function agendaOf(state: Onboarding, plan: OnboardingPlan, calendar: OfficeCalendar): readonly AgendaItem[] {
  if (state.stage !== 'running') return [];
  const open = new Map(state.tasks.filter(({ doneAt }) => doneAt === null).map((task) => [task.id, task]));
  const day = (offset: Offset): string =>
    nextOfficeDay(calendar, addDays(offsetDay(state.startsOn, offset), state.shiftDays));
  const tell = (item: AgendaItem, what: string): readonly AgendaItem[] => (state.told.includes(what) ? [] : [item]);
  const [first, ...later] = plan.stages;
  const pulseOn = day(plan.pulse.begins);
  const asks = plan.pulse.questions.some(({ id }) => state.pulse.every(({ question }) => question !== id));
  return [
    ...(first === undefined ? [] : tell({ type: 'welcome', day: day(first.begins) }, 'welcome')),
    ...later
      .filter(({ tasks }) => tasks.some(({ id }) => open.has(id)))
      .flatMap((stage) => tell({ type: 'stage', day: day(stage.begins), stage }, `stage:${stage.id}`)),
    ...[...open.values()]
      // Who was asked how the plan was is reminded of nothing any more.
      .filter(({ nudges }) => nudges < nudgesPerTaskMax && !state.told.includes('pulse'))
      .map((task) => ({ type: 'nudge' as const, task, day: nudgeDay(calendar, task) })),
    ...(asks ? tell({ type: 'pulse', day: pulseOn }, 'pulse') : []),
    { type: 'finish' as const, day: addDays(pulseOn, answerDays) },
  ].sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}

/** What is told with the list of all tasks: the welcome, and the stages that have begun by then. */
export function begunStages({ startsOn }: Onboarding, { stages }: OnboardingPlan, today: string): readonly string[] {
  const begun = stages.filter(({ begins }) => offsetDay(startsOn, begins) <= today);
  return ['welcome', ...begun.map(({ id }) => `stage:${id}`)];
}

/** Days that somebody needs at the least for hours of this year: with fewer, the plan keeps its own date. */
const hoursDaysMin = 14;
/** Days, at the most, for what lies before the day on which somebody begins late. */
const lateStartDays = 7;
/** Office days after the due date of the first reminder, and between one and the next. */
const nudgeAfter = 1;
const nudgeAgainAfter = 5;
/** Days for which the two questions stay open before the plan ends by itself. */
const answerDays = 14;

function nudgeDay(calendar: OfficeCalendar, { dueOn, nudgedOn }: OnboardingTask): string {
  return nudgedOn === null
    ? addOfficeDays(calendar, dueOn, nudgeAfter)
    : addOfficeDays(calendar, nudgedOn, nudgeAgainAfter);
}

function offsetDay(startsOn: string, { months, weeks, days }: Offset): string {
  return addDays(addMonths(startsOn, months), weeks * 7 + days);
}
