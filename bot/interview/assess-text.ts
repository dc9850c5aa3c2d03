import type { InterviewQuestion, Knowledge } from '../../knowledge/index.ts';
import { type Assessment, assess } from './assess.ts';
import { applyInterviewEvent, emptyInterview, nextQuestion } from './interview.ts';
import { readDescription } from './read-duties.ts';

/** An assessment of a description alone, and the question that would tell most next. */
export interface TextAssessment extends Assessment {
  /** Null where no question could change the role any more. */
  readonly next: InterviewQuestion | null;
}

/** Judges a description of somebody's work without asking anything. Contract: pure. */
export function assessText(knowledge: Knowledge, text: string): TextAssessment {
  const script = knowledge.interview;
  const state = applyInterviewEvent(script, emptyInterview, { type: 'start', text });
  return { ...assess(script, readDescription(script, text), []), next: nextQuestion(script, state) };
}
