import type { InterviewQuestion, InterviewScript } from '../../knowledge/index.ts';
import { unreachable } from '../errors.ts';
import { interviewQuestionsMax, messageCharactersMax } from '../limits.ts';
import { type Answer, type Assessment, assess, scoreRoles } from './assess.ts';
import { chooseQuestion, UNSURE } from './next-question.ts';
import { type Evidence, readDescription } from './read-duties.ts';

/** An interview as plain data: what was said and what was answered, in order. All else follows from it. */
export interface InterviewState {
  readonly stage: 'asking' | 'finished' | 'cancelled';
  /** What the person wrote about their work, oldest first; together at most one message long. */
  readonly texts: readonly string[];
  /** Questions that were asked and dealt with, in order. */
  readonly steps: readonly InterviewStep[];
  /** Index into `steps` of the answer that is being corrected; null otherwise. */
  readonly correcting: number | null;
}

/** A question that was dealt with; `option` is null where it was skipped. */
export interface InterviewStep {
  readonly question: string;
  readonly option: string | null;
}

/** What can happen in an interview. */
export type InterviewEvent =
  /** Begins anew; `text` is empty where the person said nothing of their work yet. */
  | { readonly type: 'start'; readonly text: string }
  | { readonly type: 'answer'; readonly option: string }
  | { readonly type: 'unsure' }
  | { readonly type: 'skip' }
  /** Undoes the last answer, or leaves a correction. */
  | { readonly type: 'back' }
  /** Asks question `number` (from 1, in the order asked) again: 「改第2題」. */
  | { readonly type: 'correct'; readonly number: number }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'cancel' }
  | { readonly type: 'resume' };

/** Before anything was said. */
export const emptyInterview: InterviewState = { stage: 'asking', texts: [], steps: [], correcting: null };

/**
 * The state after an event. An event that does not fit (an unknown option, back at the beginning) gives back the same
 * object. Contract: pure; the same events give the same state.
 */
export function applyInterviewEvent(
  script: InterviewScript,
  state: InterviewState,
  event: InterviewEvent,
): InterviewState {
  switch (event.type) {
    case 'start':
      return settle(script, addText(emptyInterview, event.text));
    case 'answer':
      return answer(script, state, event.option);
    case 'unsure':
      return answer(script, state, UNSURE);
    case 'skip':
      return state.correcting === null ? record(script, state, null) : { ...state, correcting: null };
    case 'back':
      return goBack(state);
    case 'correct':
      return correct(state, event.number);
    case 'text':
      return state.stage === 'cancelled' ? state : settle(script, addText(state, event.text));
    case 'cancel':
      return state.stage === 'cancelled' ? state : { ...state, stage: 'cancelled', correcting: null };
    case 'resume':
      return state.stage === 'cancelled' ? settle(script, { ...state, stage: 'asking' }) : state;
    default:
      return unreachable(event);
  }
}

/** The question to ask now; null where the interview is over or cancelled. */
export function nextQuestion(script: InterviewScript, state: InterviewState): InterviewQuestion | null {
  if (state.stage === 'cancelled') return null;
  const corrected = state.correcting === null ? undefined : state.steps[state.correcting];
  if (corrected !== undefined) return script.questions.find((question) => question.id === corrected.question) ?? null;
  const closed = state.steps.map((step) => step.question);
  const scores = scoreRoles(script, evidenceOf(script, state), answersOf(state));
  return chooseQuestion(script, scores, closed, interviewQuestionsMax - state.steps.length);
}

/** What follows from what was said so far. */
export function assessInterview(script: InterviewScript, state: InterviewState): Assessment {
  return assess(script, evidenceOf(script, state), answersOf(state));
}

/** Which question is being asked, from 1, and how many there are at most. */
export function interviewProgress(state: InterviewState): { readonly step: number; readonly of: number } {
  const step =
    state.correcting === null ? Math.min(state.steps.length + 1, interviewQuestionsMax) : state.correcting + 1;
  return { step, of: interviewQuestionsMax };
}

/** What the person's own words say, read anew from the texts. */
function evidenceOf(script: InterviewScript, state: InterviewState): readonly Evidence[] {
  return state.texts.flatMap((text) => readDescription(script, text));
}

function answersOf(state: InterviewState): readonly Answer[] {
  return state.steps.flatMap(({ question, option }) => (option === null ? [] : [{ question, option }]));
}

function answer(script: InterviewScript, state: InterviewState, option: string): InterviewState {
  const question = nextQuestion(script, state);
  return question?.options.some((one) => one.id === option) ? record(script, state, option) : state;
}

function record(script: InterviewScript, state: InterviewState, option: string | null): InterviewState {
  const question = nextQuestion(script, state);
  if (question === null) return state;
  const step: InterviewStep = { question: question.id, option };
  const steps = state.correcting === null ? [...state.steps, step] : state.steps.with(state.correcting, step);
  return settle(script, { ...state, steps, correcting: null });
}

function goBack(state: InterviewState): InterviewState {
  if (state.stage === 'cancelled') return state;
  if (state.correcting !== null) return { ...state, correcting: null };
  return state.steps.length === 0 ? state : { ...state, stage: 'asking', steps: state.steps.slice(0, -1) };
}

function correct(state: InterviewState, number: number): InterviewState {
  if (state.stage === 'cancelled' || state.steps[number - 1] === undefined) return state;
  return { ...state, stage: 'asking', correcting: number - 1 };
}

/** Older texts give way to newer ones. */
function addText(state: InterviewState, text: string): InterviewState {
  if (text.trim() === '') return state;
  const texts = [...state.texts, text.slice(0, messageCharactersMax)];
  while (texts.length > 1 && texts.reduce((sum, one) => sum + one.length, 0) > messageCharactersMax) texts.shift();
  return { ...state, texts };
}

/** Finished once nothing is left to ask. */
function settle(script: InterviewScript, state: InterviewState): InterviewState {
  if (state.correcting !== null) return state;
  return { ...state, stage: nextQuestion(script, { ...state, stage: 'asking' }) === null ? 'finished' : 'asking' };
}
