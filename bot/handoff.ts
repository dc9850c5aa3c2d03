import type { Knowledge } from '../knowledge/index.ts';
import { publicWordings, wordings } from '../prompts/index.ts';
import { type Handled, handled } from './handled.ts';
import { repeatOpenQuestion } from './interview/converse.ts';
import { messageCharactersMax, quotedCharactersMax } from './limits.ts';
import { fixedReply } from './notices.ts';
import { readLane, refuse } from './safety.ts';
import type { Session } from './session.ts';
import type { Hearing } from './turn.ts';
import type { Language, Message, Part, Reply } from './vocabulary.ts';

/** 「找人事承辦人」: whom to turn to, with the question that was asked last. An open interview goes on where it was. */
export function handOff(
  knowledge: Knowledge,
  { session, place }: Pick<Hearing, 'session' | 'place'>,
  language: Language,
): Handled {
  const asked = session.history.findLast((turn) => turn.standalone !== '')?.standalone;
  const { handoff } = wordings[language];
  const nothingAsked = place === 'public' ? publicWordings[language].handoff : handoff.noQuestion;
  const reply = tell(asked === undefined ? nothingAsked : handoff.given(asked), language);
  return handled([reply, ...repeatOpenQuestion(knowledge, session, language)], session);
}

/**
 * Some words that are to be handed over, such as a message that somebody picked. Words of a sensitive matter are neither quoted
 * nor kept: help comes before the office.
 */
export function handOffWords(knowledge: Knowledge, session: Session, words: string, language: Language): Handled {
  const lane = readLane(knowledge, words.slice(0, messageCharactersMax));
  if (lane?.then === 'end' && lane.kind !== 'injection') return notPassedOn(refuse(lane, session, language), language);
  const replies = [
    tell(wordings[language].handoff.given(shorten(words)), language),
    ...repeatOpenQuestion(knowledge, session, language),
  ];
  return { ...handled(replies, session), privacy: 'personal' };
}

/** The words that a tapped handoff brings along; null where it brings none but what stands on the button. */
export function wordsToHandOff({ text, choice }: Message): string | null {
  const words = text.trim();
  if (choice === null || words === '') return null;
  return Object.values(wordings).some(({ handoff }) => handoff.button === words) ? null : words;
}

function notPassedOn(refused: Handled, language: Language): Handled {
  const text: Part = { type: 'text', text: wordings[language].handoff.notPassedOn };
  const replies = refused.replies.map((reply) => ({ ...reply, parts: [...reply.parts, text] }));
  return { ...refused, replies, privacy: 'sensitive' };
}

function tell(text: string, language: Language): Reply {
  return fixedReply('notice', [{ type: 'text', text }], language, []);
}

function shorten(words: string): string {
  const characters = [...words.replace(/\s+/g, ' ')];
  return characters.length <= quotedCharactersMax
    ? characters.join('')
    : `${characters.slice(0, quotedCharactersMax - 1).join('')}…`;
}
