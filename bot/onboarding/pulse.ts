import type { OnboardingPlan, PulseQuestion } from '../../knowledge/index.ts';
import type { Handled } from '../handled.ts';
import type { PersonTurn } from '../person-turn.ts';
import type { Reply } from '../vocabulary.ts';
import { keep } from './keep.ts';
import { applyOnboardingEvent, type Onboarding, type PulseAnswer } from './onboarding.ts';
import { type OnboardingScene, onboardingReply, wordsOf } from './reply.ts';

/** What is kept where the person did not want to answer. */
const skipped = 'skipped';

/** The answer in a choice `pulse:QUESTION:OPTION`; null where the plan asks no such question or has no such option. */
export function readPulseChoice({ pulse }: OnboardingPlan, value: string): PulseAnswer | null {
  const [type, question = '', answer = ''] = value.split(':');
  const asked = type === 'pulse' ? pulse.questions.find(({ id }) => id === question) : undefined;
  if (asked === undefined) return null;
  return answer === skipped || asked.options.some(({ id }) => id === answer) ? { question, answer } : null;
}

/** Keeps the answer and asks the next question, or thanks and ends the plan after the last one. */
export async function answerPulse(
  scene: OnboardingScene,
  turn: PersonTurn,
  state: Onboarding,
  { question, answer }: PulseAnswer,
): Promise<Handled> {
  const answered = applyOnboardingEvent(state, { type: 'pulse', question, answer });
  const next = nextQuestion(scene.plan, answered);
  if (next !== null) return keep(scene, turn, answered, composeQuestion(scene, next, []));
  const thanks = onboardingReply(scene, [{ type: 'text', text: wordsOf(scene).pulseThanks }], []);
  return keep(scene, turn, applyOnboardingEvent(answered, { type: 'finish' }), thanks);
}

/** The first of the two questions that is not answered, with why it is asked; null where none is left. */
export function composePulse(scene: OnboardingScene, state: Onboarding): Reply | null {
  const question = nextQuestion(scene.plan, state);
  return question === null ? null : composeQuestion(scene, question, [wordsOf(scene).pulseIntro]);
}

function nextQuestion({ pulse }: OnboardingPlan, state: Onboarding): PulseQuestion | null {
  return pulse.questions.find(({ id }) => state.pulse.every((answer) => answer.question !== id)) ?? null;
}

function composeQuestion(scene: OnboardingScene, question: PulseQuestion, intro: readonly string[]): Reply {
  const english = scene.language === 'en';
  const texts = [...intro, english ? question.textEn : question.text];
  return onboardingReply(
    scene,
    texts.map((text) => ({ type: 'text', text })),
    [
      ...question.options.map(({ id, label, labelEn }) => ({
        label: english ? labelEn : label,
        value: `onboarding:pulse:${question.id}:${id}`,
        emphasis: 'plain' as const,
      })),
      { label: wordsOf(scene).pulseSkip, value: `onboarding:pulse:${question.id}:${skipped}`, emphasis: 'plain' },
    ],
  );
}
