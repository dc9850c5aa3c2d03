import { channelWording } from '../../../prompts/index.ts';
import type { TeamsEvent } from './activity.ts';
import { answerFeedback } from './answer-feedback.ts';
import { answerFormFilled, answerFormOpened } from './answer-form.ts';
import { answerSearch } from './answer-search.ts';
import { answerTap, type TapParts } from './answer-tap.ts';
import { answerWithText, feedbackName, type InvokeAnswer, languageOf } from './invoke-answer.ts';
import type { Scene } from './scene.ts';

/** What the answers to invokes are made of. */
export interface InvokeParts extends TapParts {
  onProblem(what: string, error: unknown): void;
  onIgnored(reason: string): void;
}

/**
 * Answers what waits for an answer in the same request. Rejects for feedback that could not be kept: its answer has no place for
 * a sentence.
 */
export async function answerInvoke(parts: InvokeParts, scene: Scene, event: TeamsEvent): Promise<InvokeAnswer> {
  try {
    const answer = await answerKnown(parts, scene, event);
    if (answer !== null) return answer;
    parts.onIgnored(event.name === feedbackName ? 'unknownFeedback' : 'unknownInvoke');
    return refuseInvoke(event, 'notUnderstood');
  } catch (error) {
    if (event.name === feedbackName) throw error;
    parts.onProblem('an invoke could not be answered', error);
    return refuseInvoke(event, 'tryAgain');
  }
}

/** One sentence instead of an answer. */
export function refuseInvoke(
  event: TeamsEvent,
  problem: 'notUnderstood' | 'tryAgain' | 'otherOrganisation',
): InvokeAnswer {
  return answerWithText(event.name ?? '', channelWording[languageOf(event)].problem[problem]);
}

/** Null for what is not known here. */
async function answerKnown(parts: InvokeParts, scene: Scene, event: TeamsEvent): Promise<InvokeAnswer | null> {
  const { conversations, agency } = parts;
  switch (event.name) {
    case 'adaptiveCard/action':
      return answerTap(parts, scene, event);
    case feedbackName:
      return (await answerFeedback(conversations, scene, agency, event)) === 'kept' ? {} : null;
    case 'composeExtension/query':
    case 'composeExtension/selectItem':
      return answerSearch(conversations, scene, agency, event);
    case 'composeExtension/fetchTask':
      return answerFormOpened(event);
    case 'composeExtension/submitAction':
      return answerFormFilled(conversations, scene, agency, event);
    default:
      return null;
  }
}
