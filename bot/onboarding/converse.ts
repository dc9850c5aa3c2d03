import { type Knowledge, remember } from '../../knowledge/index.ts';
import type { Handled } from '../handled.ts';
import { textsRemembered } from '../limits.ts';
import { noticeTopics, reminderTopics } from '../notice-preferences.ts';
import { followNoticeWish } from '../notice-settings.ts';
import type { PersonTurn } from '../person-turn.ts';
import { keep, tell } from './keep.ts';
import { applyOnboardingEvent, type Onboarding } from './onboarding.ts';
import { answerPulse, readPulseChoice } from './pulse.ts';
import { type Before, goesOn, mayNameTask, type OnboardingInput, readOnboardingInput } from './read-input.ts';
import type { TaskRef } from './read-task-ref.ts';
import {
  composeList,
  composeProgress,
  numberOf,
  type OnboardingScene,
  onboardingReply,
  titleOf,
  wordsOf,
} from './reply.ts';
import { resumeOnboarding } from './schedule.ts';
import { loadSetup, withKnownDone } from './setup.ts';
import { askStartDay, beginPlan, tellStartDay } from './start.ts';
import { attachEvidence, explainTasks, markTasks } from './tick.ts';

/** The plan of a new employee: begun, shown, ticked off, paused; null where the message is about none of it. */
export async function handleOnboarding(knowledge: Knowledge, turn: PersonTurn, text: string): Promise<Handled | null> {
  const { session, moment, records } = turn;
  const before: Before = {
    asksDate: session.onboarding?.waitsFor === 'startDay' ? 'yes' : 'no',
    talks: session.onboarding === null ? 'no' : session.onboarding.version === session.version ? 'now' : 'lately',
  };
  if (goesOn(text)) return resumePaused(knowledge, turn);
  const isOpening = before.asksDate === 'no' && before.talks === 'no';
  if (isOpening && isOfNothing(knowledge, `${moment.today}${text}`)) return null;
  const early = readOnboardingInput(text, moment.today, [], before);
  if (early === null && !mayNameTask(text)) return null;
  const state = await records.onboarding();
  if (state === null && early === null) return null;
  const scene = await loadScene(knowledge, turn);
  if (state === null) return early === null ? null : withoutOnboarding(scene, turn, early, text);
  const tasks = scene.plan.stages.flatMap((stage) => stage.tasks);
  const input = readOnboardingInput(text, moment.today, tasks, before);
  return input === null ? null : withOnboarding(scene, turn, await withKnownDone(turn, scene.plan, state), input);
}

/**
 * 「繼續」 alone goes on with what rests: the plan that was paused, unless a role interview was left off since the plan was last
 * spoken of, which the command of the same words takes up.
 */
async function resumePaused(knowledge: Knowledge, turn: PersonTurn): Promise<Handled | null> {
  const { interview, onboarding, version } = turn.session;
  const isLeftOpen = interview?.stage === 'asking' || interview?.stage === 'cancelled';
  if (isLeftOpen && onboarding?.version !== version) return null;
  const state = await turn.records.onboarding();
  if (state?.stage !== 'paused') return null;
  return withOnboarding(await loadScene(knowledge, turn), turn, state, { type: 'resume' });
}

/** Whether a text, with the day before it, is about none of this where nothing of it was said before: most texts are. */
const isOfNothing = remember(textsRemembered, (_: Knowledge, text) => {
  const said = text.slice(isoDayLength);
  const before: Before = { asksDate: 'no', talks: 'no' };
  return !mayNameTask(said) && readOnboardingInput(said, text.slice(0, isoDayLength), [], before) === null;
});
const isoDayLength = 10;

/** What stands behind `onboarding:` in a choice. Null for a value that is not offered now. */
export async function handleOnboardingChoice(
  knowledge: Knowledge,
  turn: PersonTurn,
  value: string,
): Promise<Handled | null> {
  if (value === 'mute') return followNoticeWish(turn, { type: 'mute', topics: reminderTopics });
  if (value === 'hear') return followNoticeWish(turn, { type: 'hear', topics: noticeTopics });
  const scene = await loadScene(knowledge, turn);
  const kept = await turn.records.onboarding();
  if (kept === null) {
    const input = readFirstChoice(value);
    return input === null ? null : withoutOnboarding(scene, turn, input, '');
  }
  const state = await withKnownDone(turn, scene.plan, kept);
  const answer = readPulseChoice(scene.plan, value);
  if (answer !== null) return answerPulse(scene, turn, state, answer);
  const input = readChoice(value);
  return input === null ? null : withOnboarding(scene, turn, state, input);
}

function readFirstChoice(value: string): OnboardingInput | null {
  const day = /^start:(\d{4}-\d{2}-\d{2})$/.exec(value)?.[1];
  if (day !== undefined) return { type: 'startDay', day: { type: 'day', day, written: day } };
  return value === 'begin' ? { type: 'plan' } : value === 'cancel' ? { type: 'cancel' } : null;
}

function readChoice(value: string): OnboardingInput | null {
  const [type = '', id = ''] = value.split(':');
  if (type === 'done' || type === 'undone') return { type, ref: { by: 'name', id } };
  if (type === 'pause') return { type, time: null };
  if (type === 'list' || type === 'resume' || type === 'optOut') return { type };
  return readFirstChoice(value);
}

async function loadScene(knowledge: Knowledge, { records, language, moment }: PersonTurn): Promise<OnboardingScene> {
  return { ...(await loadSetup(knowledge, records)), knowledge, language, today: moment.today };
}

/** Somebody who has not begun: a start date begins, everything else that names the plan offers to. */
async function withoutOnboarding(
  scene: OnboardingScene,
  turn: PersonTurn,
  input: OnboardingInput,
  text: string,
): Promise<Handled | null> {
  const words = wordsOf(scene);
  const offer = [{ label: words.start, value: 'onboarding:begin', emphasis: 'primary' as const }];
  switch (input.type) {
    case 'start':
    case 'startDay':
      return input.day === null ? askStartDay(scene, turn, words.askStart) : beginPlan(scene, turn, input.day);
    case 'plan':
      return askStartDay(scene, turn, words.askStart);
    case 'cancel':
      return tell(turn, onboardingReply(scene, [{ type: 'text', text: words.dropped }], []), null);
    case 'list':
    case 'pause':
    case 'resume':
    case 'optOut':
      return /新人|任務|待辦|onboarding|task/i.test(text)
        ? tell(turn, onboardingReply(scene, [{ type: 'text', text: words.none }], offer), null)
        : null;
    default:
      return null;
  }
}

async function withOnboarding(
  scene: OnboardingScene,
  turn: PersonTurn,
  state: Onboarding,
  input: OnboardingInput,
): Promise<Handled | null> {
  const words = wordsOf(scene);
  const today = turn.moment.today;
  switch (input.type) {
    case 'start':
      return input.day === null
        ? show(scene, turn, state, [alreadySaid(scene, state)])
        : tellStartDay(scene, turn, state, input.day);
    case 'startDay':
      return input.day === null
        ? askStartDay(scene, turn, words.askNewStart)
        : tellStartDay(scene, turn, state, input.day);
    case 'plan':
      return show(scene, turn, state, [alreadySaid(scene, state)]);
    case 'list':
      return show(scene, turn, state, state.stage === 'running' ? [] : [alreadySaid(scene, state)]);
    case 'pause': {
      const said = input.time === null ? words.paused : words.pausedFor(input.time);
      return rest(scene, turn, applyOnboardingEvent(state, { type: 'pause', on: today }), said);
    }
    case 'stop':
      return state.stage === 'running' ? askWhetherToStop(scene, turn, state) : null;
    case 'next':
      return state.stage === 'running' ? keep(scene, turn, state, composeProgress(scene, state, [])) : null;
    case 'declined':
    case 'noEvidence':
      return tellOfTask(scene, turn, state, input.type, input.ref);
    case 'optOut':
      return rest(scene, turn, applyOnboardingEvent(state, { type: 'optOut', on: today }), words.optedOut);
    case 'resume':
      return state.stage === 'paused' || state.stage === 'optedOut'
        ? show(scene, turn, resumeOnboarding(state, scene.calendar, today), [words.resumed])
        : show(scene, turn, state, [alreadySaid(scene, state)]);
    case 'cancel':
      return show(scene, turn, state, []);
    case 'done':
    case 'undone':
      return markTasks(scene, turn, state, { type: input.type, ref: input.ref });
    case 'explain':
      return explainTasks(scene, turn, state, input.ref);
    case 'evidence':
      return attachEvidence(scene, turn, state, input);
  }
}

/** 「我不想做這個了」: to rest and to leave are not the same. */
function askWhetherToStop(scene: OnboardingScene, turn: PersonTurn, state: Onboarding): Promise<Handled> {
  const words = wordsOf(scene);
  const choices = [
    { label: words.button.pause, value: 'onboarding:pause', emphasis: 'primary' as const },
    { label: words.button.optOut, value: 'onboarding:optOut', emphasis: 'plain' as const },
    { label: words.button.list, value: 'onboarding:list', emphasis: 'plain' as const },
  ];
  return keep(scene, turn, state, onboardingReply(scene, [{ type: 'text', text: words.askStop }], choices));
}

/** 「第4項不想做」, and 「第6項附上連結」 without one: the task stays as it is, and what can be done is told. */
async function tellOfTask(
  scene: OnboardingScene,
  turn: PersonTurn,
  state: Onboarding,
  type: 'declined' | 'noEvidence',
  ref: TaskRef,
): Promise<Handled | null> {
  const words = wordsOf(scene);
  const number = ref.by === 'numbers' ? (ref.numbers[0] ?? 0) : 0;
  const task = state.tasks[number - 1];
  if (task === undefined) return show(scene, turn, state, [words.noSuchTask(number, state.tasks.length)]);
  const tell = type === 'declined' ? words.declined : words.noEvidence;
  const text = tell(numberOf(state, task), titleOf(scene, task));
  const choices = [{ label: words.button.list, value: 'onboarding:list', emphasis: 'plain' as const }];
  return keep(scene, turn, state, onboardingReply(scene, [{ type: 'text', text }], choices), { task: task.id });
}

function alreadySaid(scene: OnboardingScene, { stage }: Onboarding): string {
  const { finished, already, isPaused, isLeft } = wordsOf(scene);
  return { finished, running: already, paused: isPaused, optedOut: isLeft }[stage];
}

async function show(
  scene: OnboardingScene,
  turn: PersonTurn,
  state: Onboarding,
  intro: readonly string[],
): Promise<Handled> {
  return keep(scene, turn, state, composeList(scene, state, intro));
}

async function rest(scene: OnboardingScene, turn: PersonTurn, state: Onboarding, said: string): Promise<Handled> {
  const words = wordsOf(scene);
  const sentence = state.stage === 'finished' ? words.finished : said;
  const choices =
    state.stage === 'finished'
      ? []
      : [{ label: words.button.resume, value: 'onboarding:resume', emphasis: 'plain' as const }];
  return keep(scene, turn, state, onboardingReply(scene, [{ type: 'text', text: sentence }], choices));
}
