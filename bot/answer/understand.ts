import type { Knowledge, Topic, TopicMatch, WeightedText } from '../../knowledge/index.ts';
import { hitsMax } from '../limits.ts';
import { type Before, leaningOf, pointedAt, pointsByPlace } from './follow-up.ts';
import { cutSegments } from './segments.ts';

/** How a message was understood: the reading that fits the knowledge best. */
export interface Reading {
  /** The question as it would be asked without the thread. */
  readonly standalone: string;
  /** Topics, best first. */
  readonly matches: readonly TopicMatch[];
  /** Where a message asks several things: the best topics of each sentence that asks. */
  readonly perQuestion: readonly (readonly TopicMatch[])[];
}

/** What the thread lends to a follow-up counts this much beside what was typed. */
const contextWeight = 0.45;
/** What stands around the question in a long message counts this much. */
const surroundingWeight = 0.3;
/** And all of it together at most this much beside the question, however long the story is. */
const surroundingShare = 0.4;
/** A topic of the section told before, of its document, and the one told itself. */
const sameSectionFactor = 1.5;
const sameDocumentFactor = 1.1;
const toldFactor = 0.75;
/** A few words alone match many topics by chance: within a thread their reading in context may be this much worse. */
const shortAdvantage = 0.8;
/** Where its words point back, the reading in context may be this much worse: it holds more words to be matched. */
const leaningAdvantage = 0.8;

/** Reads a message against the thread: alone, with the question before, or with what it points at; the best one counts. */
export function understand(knowledge: Knowledge, text: string, before: Before | null): Reading {
  const alone = readAlone(knowledge, text);
  const leaning = before === null ? 'alone' : leaningOf(text);
  // Another HR matter is named by its own words; nothing before it changes that.
  if (before === null || leaning === 'alone' || alone.matches[0]?.topic.kind === 'outside') return alone;
  const pointed = pointedAt(text, before.answer);
  if (pointed !== null && pointsByPlace(text)) return readInContext(knowledge, text, pointed, 1, before);
  const inContext = [
    readInContext(knowledge, text, before.question, contextWeight, before),
    ...(pointed === null ? [] : [readInContext(knowledge, text, pointed, contextWeight, before)]),
  ];
  const best = inContext.reduce((a, b) => (topScore(b) > topScore(a) ? b : a));
  if (leaning === 'maybe') return topScore(best) > topScore(alone) * shortAdvantage ? best : alone;
  const leaningAlone = { ...alone, matches: nearTopicBefore(knowledge, alone.matches, before) };
  return topScore(best) > topScore(leaningAlone) * leaningAdvantage ? best : leaningAlone;
}

/**
 * The topic that a question and its answer, held elsewhere, were about. A source that the answer names (Q4, a slide's
 * heading) decides the section.
 */
export function topicsOfExchange(knowledge: Knowledge, question: string, answer: string): readonly string[] {
  const matches = match(knowledge, [
    { text: question, weight: 1 },
    { text: answer, weight: 0.8 },
  ]);
  const named = sectionsNamed(knowledge, answer);
  const there = matches.find(({ topic }) => topic.kind === 'question' && named.has(topic.section));
  return (there === undefined ? matches.slice(0, 1) : [there]).map((found) => found.topic.id);
}

function sectionsNamed(knowledge: Knowledge, text: string): ReadonlySet<string> {
  const anchors = [...knowledge.documents.values()].flatMap((document) =>
    document.sections.map((section) => section.anchor),
  );
  return new Set(
    anchors.filter((anchor) =>
      /^Q\d+$/.test(anchor) ? new RegExp(`${anchor}(?!\\d)`).test(text) : text.includes(anchor),
    ),
  );
}

function readAlone(knowledge: Knowledge, text: string): Reading {
  const segments = cutSegments(text);
  const whole = match(knowledge, [{ text, weight: 1 }]);
  const perQuestion =
    segments.asking.length > 1 ? segments.asking.map((asked) => match(knowledge, [{ text: asked, weight: 1 }])) : [];
  const { core } = segments;
  if (core === null || core === text) return { standalone: text, matches: whole, perQuestion };
  const focused = match(knowledge, [
    { text: core, weight: 1 },
    { text, weight: Math.min(surroundingWeight, (surroundingShare * core.length) / text.length) },
  ]);
  return { standalone: text, matches: topOf(focused) > topOf(whole) ? focused : whole, perQuestion };
}

function readInContext(knowledge: Knowledge, text: string, context: string, weight: number, before: Before): Reading {
  const matches = match(knowledge, [
    { text, weight: 1 },
    { text: context, weight },
  ]);
  return { standalone: `${context} ${text}`, matches: nearTopicBefore(knowledge, matches, before), perQuestion: [] };
}

/** A follow-up mostly stays in the section that was just told, and asks for something that was not told yet. */
function nearTopicBefore(knowledge: Knowledge, matches: readonly TopicMatch[], before: Before): readonly TopicMatch[] {
  const [main] = before.topics;
  const told = main === undefined ? undefined : knowledge.topics.get(main);
  const factor = (topic: Topic): number => {
    if (before.topics.includes(topic.id)) return toldFactor;
    if (topic.kind !== 'question' || told?.kind !== 'question' || topic.document !== told.document) return 1;
    return topic.section === told.section ? sameSectionFactor : sameDocumentFactor;
  };
  return matches
    .map((match) => ({ ...match, score: match.score * factor(match.topic) }))
    .sort((a, b) => b.score - a.score);
}

function match(knowledge: Knowledge, texts: readonly WeightedText[]): readonly TopicMatch[] {
  return knowledge.matcher.match(texts, hitsMax);
}

function topScore(reading: Reading): number {
  return topOf(reading.matches);
}

function topOf(matches: readonly TopicMatch[]): number {
  return matches[0]?.score ?? 0;
}
