import { unreachable } from '../errors.ts';
import { evidenceCharactersMax } from '../limits.ts';

/** Where a new employee stands in the plan, as plain data that a store keeps. */
export interface Onboarding {
  /** The id of the plan that was begun; its tasks are copied, so that a plan that HR changes moves nobody. */
  readonly plan: string;
  /** The first working day, ISO date. */
  readonly startsOn: string;
  readonly stage: 'running' | 'paused' | 'optedOut' | 'finished';
  readonly tasks: readonly OnboardingTask[];
  /** Answers to the two questions at the end, by the question's id; empty before. */
  readonly pulse: readonly PulseAnswer[];
  /** What was told already: `welcome`, `stage:ID`, `pulse`. Each is told once. */
  readonly told: readonly string[];
  /** Since when it is paused or left, ISO date; null while it runs. */
  readonly restsSince: string | null;
  /** Days by which pauses moved everything that was still to come. */
  readonly shiftDays: number;
  /** The unit that the roster names, for figures; null where nobody said. */
  readonly unit: string | null;
}

/** One task of one person. */
export interface OnboardingTask {
  readonly id: string;
  readonly title: string;
  readonly titleEn: string;
  /** ISO date, an office day. */
  readonly dueOn: string;
  /** Milliseconds since 1970; null while it is open. */
  readonly doneAt: number | null;
  /** Present where the records, and not the person, said that it is done: then they can say as well that it is not. */
  readonly doneBy?: 'records';
  /** A link or number that shows it was done, personal data masked. */
  readonly evidence: string | null;
  /** How often the person was reminded of it. */
  readonly nudges: number;
  /** When it last was, ISO date; null where it never was. */
  readonly nudgedOn: string | null;
}

/** An answer to one of the two questions; `skipped` where the person did not want to answer. */
export interface PulseAnswer {
  readonly question: string;
  readonly answer: string;
}

/** What happens to an onboarding that was begun. */
export type OnboardingEvent =
  | { readonly type: 'done'; readonly task: string; readonly at: number; readonly by?: 'records' }
  | { readonly type: 'undone'; readonly task: string }
  | { readonly type: 'evidence'; readonly task: string; readonly text: string }
  | { readonly type: 'pause'; readonly on: string }
  | { readonly type: 'optOut'; readonly on: string }
  /** Goes on with due dates that `moveDue` moves by the days of the rest. */
  | { readonly type: 'resume'; readonly restDays: number; readonly moveDue: (dueOn: string) => string }
  /** Another start date: `dueOn` holds the new due dates by task. */
  | { readonly type: 'reschedule'; readonly startsOn: string; readonly dueOn: ReadonlyMap<string, string> }
  | { readonly type: 'told'; readonly what: readonly string[] }
  | { readonly type: 'nudged'; readonly tasks: readonly string[]; readonly on: string }
  | { readonly type: 'pulse'; readonly question: string; readonly answer: string }
  | { readonly type: 'finish' };

/** The onboarding after an event; one that does not apply (a task that is not in it, a pause of what does not run) changes nothing. */
export function applyOnboardingEvent(state: Onboarding, event: OnboardingEvent): Onboarding {
  switch (event.type) {
    case 'done':
      return withTask(state, event.task, (task) => (task.doneAt === null ? withDone(task, event) : task));
    case 'undone':
      return withTask(state, event.task, ({ doneBy: _, ...task }) => ({ ...task, doneAt: null, evidence: null }));
    case 'evidence':
      return withTask(state, event.task, (task) => ({ ...task, evidence: event.text.slice(0, evidenceCharactersMax) }));
    case 'pause':
      return state.stage === 'running' ? { ...state, stage: 'paused', restsSince: event.on } : state;
    case 'optOut':
      return state.stage === 'running' || state.stage === 'paused'
        ? { ...state, stage: 'optedOut', restsSince: state.restsSince ?? event.on }
        : state;
    case 'resume':
      return resume(state, event);
    case 'reschedule':
      return {
        ...state,
        startsOn: event.startsOn,
        shiftDays: 0,
        tasks: state.tasks.map((task) => withDue(task, event.dueOn.get(task.id) ?? task.dueOn)),
      };
    case 'told':
      return { ...state, told: [...new Set([...state.told, ...event.what])] };
    case 'nudged':
      return {
        ...state,
        tasks: state.tasks.map((task) =>
          event.tasks.includes(task.id) ? { ...task, nudges: task.nudges + 1, nudgedOn: event.on } : task,
        ),
      };
    case 'pulse':
      return state.pulse.some(({ question }) => question === event.question)
        ? state
        : { ...state, pulse: [...state.pulse, { question: event.question, answer: event.answer }] };
    case 'finish':
      return state.stage === 'running' ? { ...state, stage: 'finished' } : state;
    default:
      return unreachable(event);
  }
}

function resume(state: Onboarding, event: Extract<OnboardingEvent, { type: 'resume' }>): Onboarding {
  if (state.stage !== 'paused' && state.stage !== 'optedOut') return state;
  return {
    ...state,
    stage: 'running',
    restsSince: null,
    shiftDays: state.shiftDays + event.restDays,
    tasks: state.tasks.map((task) => (task.doneAt === null ? withDue(task, event.moveDue(task.dueOn)) : task)),
  };
}

function withDone(task: OnboardingTask, { at, by }: Extract<OnboardingEvent, { type: 'done' }>): OnboardingTask {
  return { ...task, doneAt: at, ...(by === undefined ? {} : { doneBy: by }) };
}

/** Another due date is reminded of anew. */
function withDue(task: OnboardingTask, dueOn: string): OnboardingTask {
  return dueOn === task.dueOn ? task : { ...task, dueOn, nudges: 0, nudgedOn: null };
}

function withTask(state: Onboarding, id: string, change: (task: OnboardingTask) => OnboardingTask): Onboarding {
  return { ...state, tasks: state.tasks.map((task) => (task.id === id ? change(task) : task)) };
}
