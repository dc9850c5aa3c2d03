import { findLane, type Knowledge, normaliseQuery, remember, type SafetyLane } from '../knowledge/index.ts';
import { wordings } from '../prompts/index.ts';
import { handoffChoice } from './choices.ts';
import { type Handled, handled, type Privacy } from './handled.ts';
import { hitsMax, textsRemembered } from './limits.ts';
import { fixedReply } from './notices.ts';
import type { Session } from './session.ts';
import type { Language, Part, Reply } from './vocabulary.ts';

/** The lane that the message belongs to: a sensitive matter or a request that is refused; null for all else. */
export const readLane = remember(textsRemembered, (knowledge: Knowledge, text): SafetyLane | null =>
  findLane(knowledge.safety, normaliseQuery(text)),
);

/** The score from which the likeness to cries for help counts: it rather counts once too often. */
const crisisScoreMin = 0.1;

/** Whether somebody seems to be in danger in words that no pattern knows: then nothing else may be made of them. */
export function soundsLikeCrisis(knowledge: Knowledge, text: string): boolean {
  const [best] = knowledge.matcher.match([{ text, weight: 1 }], hitsMax);
  return best?.topic.kind === 'lane' && best.topic.lane.kind === 'crisis' && best.score >= crisisScoreMin;
}

/** The lane's fixed words and offices. What was typed is not kept, only which lane it was. */
export function refuse(lane: SafetyLane, session: Session, language: Language): Handled {
  const reply: Reply = fixedReply('refusal', fixedWords(lane, language), language, [handoffChoice(language)]);
  return { ...handled([reply], session), said: wordings[language].notice.notKept, privacy: privacyOf(lane) };
}

/** What is only about the assistant, or about others, may be turned down before others; all else is nobody else's matter. */
function privacyOf({ kind }: SafetyLane): Privacy {
  return kind === 'injection' || kind === 'privacy' ? 'open' : 'sensitive';
}

/** A kind word first where the lane asks for one and the question is answered all the same. */
export function withCare(lane: SafetyLane | null, result: Handled, language: Language): Handled {
  const [first, ...rest] = result.replies;
  if (lane === null || first === undefined) return result;
  const replies = [{ ...first, parts: [...fixedWords(lane, language), ...first.parts] }, ...rest];
  return { ...result, replies, privacy: 'sensitive' };
}

function fixedWords(lane: SafetyLane, language: Language): readonly Part[] {
  const english = language === 'en';
  const offices = english ? lane.officesEn : lane.offices;
  const text: Part = { type: 'text', text: english ? lane.replyEn : lane.reply };
  return offices.length === 0 ? [text] : [text, { type: 'list', ordered: 'unordered', items: offices }];
}
