import type { Knowledge } from '../../knowledge/index.ts';
import type { Reply } from '../vocabulary.ts';
import {
  composeAnswer,
  composeClarification,
  composeNothing,
  composeOutside,
  composePartial,
  composeParts,
  composeUnknown,
} from './compose.ts';
import type { Decision } from './decide.ts';
import type { Telling } from './tell.ts';

/** What is decided about a message that asks something of the documents, or of what lies outside them. */
export type QuestionDecision = Exclude<Decision, { readonly type: 'talk' | 'lane' }>;

/** Puts the decision into words. `text` is what was asked. */
export function replyToQuestion(
  knowledge: Knowledge,
  decision: QuestionDecision,
  text: string,
  telling: Telling,
): Reply {
  switch (decision.type) {
    case 'answer':
      return composeAnswer(knowledge, decision.question, telling, decision.also);
    case 'partial':
      return composePartial(knowledge, decision.question, decision.missing, telling, decision.also);
    case 'unknown':
      return composeUnknown(knowledge, decision.unknown, telling, decision.also);
    case 'parts':
      return composeParts(knowledge, decision.parts, telling);
    case 'outside':
      return composeOutside(knowledge, decision.matter, telling, decision.also);
    case 'clarify':
      return composeClarification(decision.candidates, telling.language);
    case 'nothing':
      return composeNothing(shorten(text), decision.near, telling);
  }
}

/** Ids of the topics that are told, the main one first. */
export function topicsOf(decision: QuestionDecision): readonly string[] {
  switch (decision.type) {
    case 'answer':
    case 'partial':
      return [decision.question.id];
    case 'unknown':
      return [decision.unknown.id];
    case 'parts':
      return decision.parts.map((topic) => topic.id);
    case 'outside':
      return [decision.matter.id];
    case 'clarify':
    case 'nothing':
      return [];
  }
}

/** Enough of what was looked for that the person recognises it. */
function shorten(text: string): string {
  const characters = [...text.trim().replace(/\s+/g, ' ')];
  return characters.length <= 40 ? characters.join('') : `${characters.slice(0, 39).join('')}…`;
}
