import type { Knowledge, Question, TopicMatch } from '../../knowledge/index.ts';
import { placeInPeriod } from '../calendar.ts';

/**
 * Whether a question's answer can be relied on as of a day: its document was published by then, or one of its facts tells
 * of a period in which the day lies (the statistics of 113–114 were published later). `valid` of the question narrows it.
 */
export function isInForce(knowledge: Knowledge, question: Question, day: string): boolean {
  if (placeInPeriod(day, question.valid) !== 'running') return false;
  const document = knowledge.documents.get(question.document);
  if (document === undefined) return false;
  if (placeInPeriod(day, { from: document.validFrom, to: document.validTo }) === 'running') return true;
  return question.facts.some((fact) => {
    const period = knowledge.passages.get(fact)?.period ?? null;
    return period !== null && period.from !== null && placeInPeriod(day, period) === 'running';
  });
}

/** Matches without the questions that are not in force on the day. */
export function matchesInForce(
  knowledge: Knowledge,
  matches: readonly TopicMatch[],
  day: string,
): readonly TopicMatch[] {
  return matches.filter(({ topic }) => topic.kind !== 'question' || isInForce(knowledge, topic, day));
}
