import type { OnboardingPlan } from '../../knowledge/index.ts';
import { figureCellMin } from '../limits.ts';
import type { Onboarding } from './onboarding.ts';
import { countDone, overdueTasks } from './schedule.ts';

/** How far one person is: what HR sees of each new employee. */
export interface PersonProgress {
  readonly stage: Onboarding['stage'];
  readonly done: number;
  readonly of: number;
  readonly overdue: number;
}

/** How far the people of a unit are, counted. */
export interface UnitProgress {
  /** Null stands for all units that are too small to be shown, together. */
  readonly unit: string | null;
  readonly people: number;
  /** By task of the plan, in its order; of those who have the task. */
  readonly tasks: readonly Count[];
  /** By stage of the plan: people who have done all its tasks. */
  readonly stages: readonly Count[];
}

/** How many people of how many have done it, and how many are late with it. */
export interface Count {
  readonly id: string;
  readonly done: number;
  readonly of: number;
  readonly overdue: number;
}

/** How far one person is on a day, ISO date. */
export function progressOf(state: Onboarding, today: string): PersonProgress {
  return {
    stage: state.stage,
    done: countDone(state),
    of: state.tasks.length,
    overdue: overdueTasks(state, today).length,
  };
}

/**
 * Figures by unit. Contract: no figure counts fewer than `figureCellMin` people, and none can be had by taking others from a total:
 * small units are put together, with the smallest shown one where they are still too few; empty where everybody together is.
 */
export function progressByUnit(
  people: readonly Onboarding[],
  plan: OnboardingPlan,
  today: string,
): readonly UnitProgress[] {
  const units = [...Map.groupBy(people, ({ unit }) => unit)]
    .map(([unit, members]) => ({ unit, members }))
    .sort((one, other) => other.members.length - one.members.length);
  const isLarge = ({ unit, members }: (typeof units)[number]): boolean =>
    unit !== null && members.length >= figureCellMin;
  const shown = units.filter(isLarge);
  let rest = units.filter((unit) => !isLarge(unit)).flatMap(({ members }) => members);
  while (rest.length > 0 && rest.length < figureCellMin && shown.length > 0)
    rest = [...rest, ...(shown.pop()?.members ?? [])];
  const all = [...shown, ...(rest.length < figureCellMin ? [] : [{ unit: null, members: rest }])];
  return all.map(({ unit, members }) => ({
    unit,
    people: members.length,
    tasks: plan.stages.flatMap(({ tasks }) => tasks).map(({ id }) => countTask(members, id, today)),
    stages: plan.stages.map(({ id, tasks }) =>
      countStage(
        members,
        id,
        tasks.map((task) => task.id),
        today,
      ),
    ),
  }));
}

/** Answers to one of the two questions by option; null where fewer than `figureCellMin` people answered. */
export interface PulseFigure {
  readonly question: string;
  readonly answers: readonly { readonly option: string; readonly count: number }[] | null;
}

/** What people answered at the end, all units together: their opinions are never told by unit. */
export function pulseFigures(people: readonly Onboarding[], { pulse }: OnboardingPlan): readonly PulseFigure[] {
  return pulse.questions.map(({ id, options }) => {
    const given = people.flatMap((one) =>
      one.pulse.filter(({ question }) => question === id).map(({ answer }) => answer),
    );
    const answers = options.map((option) => ({
      option: option.id,
      count: given.filter((answer) => answer === option.id).length,
    }));
    const count = answers.reduce((sum, answer) => sum + answer.count, 0);
    return { question: id, answers: count < figureCellMin ? null : answers };
  });
}

function countTask(people: readonly Onboarding[], id: string, today: string): Count {
  const having = people.filter(({ tasks }) => tasks.some((task) => task.id === id));
  return {
    id,
    of: having.length,
    done: having.filter(({ tasks }) => tasks.some((task) => task.id === id && task.doneAt !== null)).length,
    overdue: having.filter((one) => overdueTasks(one, today).some((task) => task.id === id)).length,
  };
}

function countStage(people: readonly Onboarding[], id: string, tasks: readonly string[], today: string): Count {
  const having = people.filter((one) => one.tasks.some((task) => tasks.includes(task.id)));
  const isDone = (one: Onboarding): boolean =>
    one.tasks.every((task) => !tasks.includes(task.id) || task.doneAt !== null);
  return {
    id,
    of: having.length,
    done: having.filter(isDone).length,
    overdue: having.filter((one) => overdueTasks(one, today).some((task) => tasks.includes(task.id))).length,
  };
}
