import type { Change } from '../changes.ts';
import { type Handled, handled } from '../handled.ts';
import type { NoticePreferences } from '../notice-preferences.ts';
import type { PersonTurn } from '../person-turn.ts';
import { noticeOpening } from '../proactive.ts';
import type { Reply } from '../vocabulary.ts';
import { nothingOpen, type OnboardingDialogue } from './dialogue.ts';
import type { Onboarding } from './onboarding.ts';
import { agendaOf } from './schedule.ts';
import type { OnboardingSetup } from './setup.ts';

/** The key of the one job that a person's onboarding has. */
const onboardingJobKey = 'onboarding';

/** Says it, and keeps the onboarding with its next job; `about` is what short words mean next. */
export async function keep(
  setup: OnboardingSetup,
  turn: PersonTurn,
  state: Onboarding,
  reply: Reply,
  about: Partial<OnboardingDialogue> = {},
): Promise<Handled> {
  const changes = keepOnboarding(setup, state, await turn.records.preferences());
  return { ...tell(turn, reply, { ...nothingOpen, ...about }), changes };
}

/** Says it, and remembers what short words mean next. */
export function tell({ session }: PersonTurn, reply: Reply, onboarding: OnboardingDialogue | null): Handled {
  return handled([reply], { ...session, onboarding: onboarding && { ...onboarding, version: session.version + 1 } });
}

/** Keeps the onboarding, with a job for what is to be told next; without one where nothing is. */
export function keepOnboarding(
  { plan, calendar, rules }: OnboardingSetup,
  state: Onboarding,
  preferences: NoticePreferences,
): readonly Change[] {
  const [next] = agendaOf(state, plan, calendar);
  return [
    { type: 'onboardingPut', onboarding: state },
    next === undefined
      ? { type: 'jobRemoved', key: onboardingJobKey }
      : onboardingJobAt(noticeOpening(next.day, preferences, calendar, rules)),
  ];
}

/** Comes back to the onboarding at a moment in milliseconds since 1970. */
export function onboardingJobAt(dueAt: number): Change {
  return { type: 'jobPut', job: { key: onboardingJobKey, kind: 'onboarding', dueAt, detail: '' } };
}
