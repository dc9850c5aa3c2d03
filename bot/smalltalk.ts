import { findTalk, type Knowledge, remember, type Talk } from '../knowledge/index.ts';
import { cutSegments } from './answer/segments.ts';
import { handoffChoice } from './choices.ts';
import { type Handled, handled } from './handled.ts';
import { repeatOpenQuestion } from './interview/converse.ts';
import { textsRemembered } from './limits.ts';
import { fixedReply } from './notices.ts';
import type { Session } from './session.ts';
import type { Language } from './vocabulary.ts';

/** Small talk where the whole message is that; null for everything that asks something. Replies take turns by the turn. */
export function chat(knowledge: Knowledge, session: Session, text: string, language: Language): Handled | null {
  const talk = findWholeTalk(knowledge, text);
  return talk === null ? null : chatAbout(talk, knowledge, session, language);
}

/** The talk that the message is, or that each of its sentences is; the last one is answered. */
const findWholeTalk = remember(textsRemembered, (knowledge: Knowledge, text): Talk | null => {
  let last = findTalk(knowledge.smalltalk, text);
  if (last !== null) return last;
  for (const sentence of cutSegments(text).all) {
    last = sentence === text ? null : findTalk(knowledge.smalltalk, sentence);
    if (last === null) return null;
  }
  return last;
});

/** Answers small talk; an open interview goes on where it was. */
export function chatAbout(talk: Talk, knowledge: Knowledge, session: Session, language: Language): Handled {
  const replies = language === 'en' ? talk.repliesEn : talk.replies;
  const said = replies[session.version % replies.length] ?? '';
  const reply = fixedReply('smalltalk', [{ type: 'text', text: said }], language, [handoffChoice(language)]);
  return handled([reply, ...repeatOpenQuestion(knowledge, session, language)], session);
}
