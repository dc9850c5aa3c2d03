import type { Aspect, Knowledge, Question } from '../../knowledge/index.ts';
import { type Handled, handled } from '../handled.ts';
import { repeatOpenQuestion } from '../interview/converse.ts';
import { refuse } from '../safety.ts';
import { beforeOf, type Session } from '../session.ts';
import { chatAbout } from '../smalltalk.ts';
import type { Language } from '../vocabulary.ts';
import { readAsOf } from './as-of.ts';
import { composeNotYetPublished } from './compose.ts';
import { type Decision, decide } from './decide.ts';
import { isInForce, matchesInForce } from './in-force.ts';
import { replyToQuestion, topicsOf } from './reply-to-question.ts';
import type { Telling } from './tell.ts';
import { type Reading, understand } from './understand.ts';
import { isOutsideYear, readYear } from './years.ts';

/** Answers what a message asks, as of `today` or of the day it names; an open interview goes on where it was. */
export function ask(knowledge: Knowledge, session: Session, text: string, language: Language, today: string): Handled {
  const reading = understand(knowledge, text, beforeOf(session));
  const telling: Telling = { language, today, asOf: readAsOf(text) };
  const day = telling.asOf?.day ?? today;
  const decision = forTheTimeAsked(knowledge, decide(readingInForce(knowledge, reading, day), text), text, today);
  if (decision.type === 'talk') return chatAbout(decision.talk, knowledge, session, language);
  if (decision.type === 'lane') return refuse(decision.lane, session, language);
  const early = notYetInForce(knowledge, reading, text, decision, day);
  const reply =
    early === null
      ? replyToQuestion(knowledge, decision, text, telling)
      : composeNotYetPublished(knowledge, early, day, telling);
  const replies = [reply, ...repeatOpenQuestion(knowledge, session, language)];
  return { ...handled(replies, session, reading.standalone), topics: topicsOf(decision) };
}

/**
 * An old classification leads only where the message speaks of its time or its names; else today's leads and the old one is told
 * after it. What is said of another year than the one asked about is told as not documented for that year.
 */
function forTheTimeAsked(knowledge: Knowledge, decision: Decision, text: string, today: string): Decision {
  if (decision.type !== 'answer') return decision;
  const { question } = decision;
  const now = question.nowAnsweredBy === null ? undefined : knowledge.topics.get(question.nowAnsweredBy);
  if (now?.kind === 'question' && !speaksOfThen.test(text.normalize('NFKC')))
    return { type: 'answer', question: now, also: [question] };
  const year = readYear(text, today);
  if (year === null || !isOutsideYear(knowledge, question, year)) return decision;
  const gap: Aspect = {
    id: 'year',
    title: `${year.written}的情形`,
    titleEn: `the situation in ${year.written}`,
    documented: 'never',
    words: [],
  };
  return { type: 'partial', question, missing: [gap], also: [] };
}

const speaksOfThen =
  /去年|以前|之前|從前|舊|當時|那時|原本|原來|過去|早期|11[34]|202[45]|簡報|投影片|那份|slides?\b|deck\b|治理|推動人才|高階|中階|基層|領航|賦能|築基|三[類種型]|3[類種型]|last year|previous|\bold\b|back then/i;

function readingInForce(knowledge: Knowledge, reading: Reading, day: string): Reading {
  return {
    ...reading,
    matches: matchesInForce(knowledge, reading.matches, day),
    perQuestion: reading.perQuestion.map((matches) => matchesInForce(knowledge, matches, day)),
  };
}

/** The question that would have been answered, had its document been published by the day; null where one that was fits. */
function notYetInForce(
  knowledge: Knowledge,
  reading: Reading,
  text: string,
  decision: Decision,
  day: string,
): Question | null {
  if (decision.type === 'answer' || decision.type === 'partial' || decision.type === 'parts') {
    const best = reading.matches[0]?.topic;
    const told = decision.type === 'parts' ? decision.parts[0] : decision.question;
    return best?.kind === 'question' && best !== told && !isInForce(knowledge, best, day) && !isSameMatter(best, told)
      ? best
      : null;
  }
  const anyDay = decide(reading, text);
  const wanted = anyDay.type === 'answer' || anyDay.type === 'partial' ? anyDay.question : null;
  return wanted !== null && !isInForce(knowledge, wanted, day) ? wanted : null;
}

/** An older question that today's one answers now is the right one for an earlier day. */
function isSameMatter(best: Question, told: { readonly kind: string } | undefined): boolean {
  return told !== undefined && 'nowAnsweredBy' in told && told.nowAnsweredBy === best.id;
}
