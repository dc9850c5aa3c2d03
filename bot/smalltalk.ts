import { findTalk, type Knowledge, type Talk } from '../knowledge/index.ts';
import { cutSegments } from './answer/segments.ts';
import { handoffChoice } from './choices.ts';
import { type Handled, handled } from './handled.ts';
import { repeatOpenQuestion } from './interview/converse.ts';
import { fixedReply } from './notices.ts';
import type { Session } from './session.ts';
import type { Language } from './vocabulary.ts';

/** Small talk where the whole message is that; null for everything that asks something. Replies take turns by the turn. */
export function chat(knowledge: Knowledge, session: Session, text: string, language: Language): Handled | null {
  const talk = findWholeTalk(knowledge, text);
  return talk === null ? null : chatAbout(talk, knowledge, session, language);
}

/** The talk that the message is, or that each of its sentences is; the last one is answered. */
function findWholeTalk(knowledge: Knowledge, text: string): Talk | null {
  const whole = findTalk(knowledge.smalltalk, text);
  if (whole !== null) return whole;
  const talks = cutSegments(text).all.map((sentence) => findTalk(knowledge.smalltalk, sentence));
  return talks.every((talk) => talk !== null) ? (talks.at(-1) ?? null) : null;
}

/** Answers small talk; an open interview goes on where it was. */
export function chatAbout(talk: Talk, knowledge: Knowledge, session: Session, language: Language): Handled {
  const replies = language === 'en' ? talk.repliesEn : talk.replies;
  const said = replies[session.version % replies.length] ?? '';
  const reply = fixedReply('smalltalk', [{ type: 'text', text: said }], language, [handoffChoice(language)]);
  return handled([reply, ...repeatOpenQuestion(knowledge, session, language)], session);
}
