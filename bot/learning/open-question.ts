import type { Knowledge } from '../../knowledge/index.ts';
import { learningWordings } from '../../prompts/index.ts';
import type { Handled } from '../handled.ts';
import type { Session } from '../session.ts';
import type { Language } from '../vocabulary.ts';
import { composeQuestion } from './ask-slot.ts';

/** Whether the open question asks for a number, so that 「3」 is no place in a list of buttons. */
export function awaitsNumber({ learning }: Session): boolean {
  const open = learning?.open ?? null;
  return open !== null && open.type !== 'pick' && open.slot === 'hours';
}

/** Whether the open question asks for a name, which says nothing of the language that somebody speaks. */
export function awaitsName({ learning }: Session): boolean {
  const open = learning?.open ?? null;
  return open !== null && open.type !== 'pick' && open.slot === 'name';
}

/**
 * Puts the ledger's open question again behind a turn that left it as it was; the question ends where another dialogue began to
 * ask. Behind a refusal nothing is asked.
 */
export function withOpenQuestion(knowledge: Knowledge, before: Session, result: Handled, language: Language): Handled {
  const { session, replies } = result;
  const { learning } = session;
  const open = learning?.open ?? null;
  if (learning === null || open === null || learning !== before.learning) return result;
  const interviewed = session.interview !== before.interview && session.interview?.stage === 'asking';
  if (interviewed) return { ...result, session: { ...session, learning: { ...learning, open: null } } };
  if (replies.some(({ kind }) => kind === 'refusal')) return result;
  const question = composeQuestion({ knowledge, words: learningWordings[language], language }, open, null);
  return { ...result, replies: [...replies, question] };
}
