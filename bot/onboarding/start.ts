import { addDays } from '../../knowledge/index.ts';
import { formatDay } from '../calendar.ts';
import type { Handled } from '../handled.ts';
import { startFutureDaysMax, startPastDaysMax } from '../limits.ts';
import type { PersonTurn } from '../person-turn.ts';
import type { Choice } from '../vocabulary.ts';
import { nothingOpen } from './dialogue.ts';
import { keep, tell } from './keep.ts';
import { applyOnboardingEvent, type Onboarding } from './onboarding.ts';
import type { StartDayRead } from './read-start-day.ts';
import {
  composeBegun,
  composeList,
  dayText,
  type OnboardingScene,
  onboardingReply,
  planTitle,
  wordsOf,
} from './reply.ts';
import { beginOnboarding, begunStages, reschedule } from './schedule.ts';
import { withKnownDone } from './setup.ts';

/** Asks for the start date; today is one tap. */
export function askStartDay(scene: OnboardingScene, turn: PersonTurn, question: string): Handled {
  const words = wordsOf(scene);
  const choices: readonly Choice[] = [
    { label: words.today, value: `onboarding:start:${scene.today}`, emphasis: 'primary' },
    { label: words.notYet, value: 'onboarding:cancel', emphasis: 'plain' },
  ];
  const reply = onboardingReply(scene, [{ type: 'text', text: question }], choices);
  return tell(turn, reply, { ...nothingOpen, waitsFor: 'startDay' });
}

/** Begins the plan on the day; a day that does not exist or is out of range is asked again. */
export async function beginPlan(scene: OnboardingScene, turn: PersonTurn, read: StartDayRead): Promise<Handled> {
  const day = dayIn(scene, turn, read);
  if (typeof day !== 'string') return day;
  const begun = beginOnboarding(scene.plan, scene.calendar, day, { today: scene.today, unit: null });
  const told = applyOnboardingEvent(begun, { type: 'told', what: begunStages(begun, scene.plan, scene.today) });
  const state = await withKnownDone(turn, scene.plan, told);
  const lead = wordsOf(scene).begun(planTitle(scene), dayText(scene, day), state.tasks.length);
  return keep(scene, turn, state, composeBegun(scene, state, lead));
}

/** A start date of somebody who has begun: the same one shows the plan, another one moves it. */
export async function tellStartDay(
  scene: OnboardingScene,
  turn: PersonTurn,
  state: Onboarding,
  read: StartDayRead,
): Promise<Handled> {
  const words = wordsOf(scene);
  const day = dayIn(scene, turn, read);
  if (typeof day !== 'string') return day;
  if (day === state.startsOn || state.stage === 'finished')
    return keep(
      scene,
      turn,
      state,
      composeList(scene, state, [state.stage === 'finished' ? words.finished : words.already]),
    );
  const moved = reschedule(state, scene.plan, scene.calendar, day, scene.today);
  return keep(scene, turn, moved, composeList(scene, moved, [words.moved(dayText(scene, day))]));
}

/** The ISO date, or what is said where it cannot be taken. */
function dayIn(scene: OnboardingScene, turn: PersonTurn, read: StartDayRead): string | Handled {
  const words = wordsOf(scene);
  if (read.type === 'noSuchDay') return askStartDay(scene, turn, words.noSuchDay(read.written));
  const [earliest, latest] = [addDays(scene.today, -startPastDaysMax), addDays(scene.today, startFutureDaysMax)];
  if (read.day >= earliest && read.day <= latest) return read.day;
  const [day, from, to] = [read.day, earliest, latest].map((one) => formatDay(one, scene.language));
  return askStartDay(scene, turn, words.outOfRange(day ?? '', from ?? '', to ?? ''));
}
