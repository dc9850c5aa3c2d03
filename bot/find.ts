import { type Knowledge, normaliseQuery, type Question } from '../knowledge/index.ts';
import { composeTopic } from './answer/compose.ts';
import { isInForce } from './answer/in-force.ts';
import { type Telling, titleOf } from './answer/tell.ts';
import { findCharactersMax, foundMax, hitsMax } from './limits.ts';
import { receiveMessage } from './receive.ts';
import type { Found, Language } from './vocabulary.ts';

/** The score from which a question is worth showing. */
const scoreMin = 0.2;
/** The share of the best topic's score that it needs as well; where that is another matter, hardly any question is meant. */
const withinBest = 0.4;
const withinOther = 0.8;
/** What only says that something is not documented, or how it was before, stands behind what answers nearly as well. */
const openFactor = 0.85;
const formerFactor = 0.7;

/** Questions of the documents that fit what is looked for, best first, as they are answered on the day. */
export function find(
  knowledge: Knowledge,
  query: string,
  today: string,
  count: number,
  language: Language,
): readonly Found[] {
  const looked = receiveMessage({ text: query.slice(0, findCharactersMax), choice: null }).text.trim();
  if (looked === '') return [];
  const matched = matching(knowledge, looked);
  const questions = matched.length > 0 ? matched : containing(knowledge, looked);
  const telling: Telling = { language, today, asOf: null };
  return questions
    .filter((question) => isInForce(knowledge, question, today))
    .slice(0, Math.max(0, Math.min(count, foundMax)))
    .map((question) => ({
      title: titleOf(question, telling),
      reply: { ...composeTopic(knowledge, question, telling), choices: [] },
    }));
}

function matching(knowledge: Knowledge, looked: string): readonly Question[] {
  const matches = knowledge.matcher.match([{ text: looked, weight: 1 }], hitsMax);
  const [best] = matches;
  if (best === undefined) return [];
  const isDocumented = best.topic.kind === 'question' || best.topic.kind === 'unknown';
  const least = Math.max(scoreMin, best.score * (isDocumented ? withinBest : withinOther));
  return matches
    .flatMap(({ topic, score }) =>
      topic.kind === 'question' && score >= least ? [{ topic, score: score * factorOf(topic) }] : [],
    )
    .sort((one, other) => other.score - one.score)
    .map(({ topic }) => topic);
}

function factorOf({ ask, nowAnsweredBy }: Question): number {
  return (ask === null ? 1 : openFactor) * (nowAnsweredBy === null ? 1 : formerFactor);
}

/** What is half typed (`iP`) or stands in nearly every question (`AI`) says nothing to the matcher; it stands in titles. */
function containing(knowledge: Knowledge, looked: string): readonly Question[] {
  const wanted = normaliseQuery(looked).trim();
  if (wanted === '' || !/[\p{L}\p{N}]/u.test(wanted)) return [];
  const newer = (one: Question, other: Question): number =>
    publishedOn(knowledge, other).localeCompare(publishedOn(knowledge, one));
  const places = [...knowledge.topics.values()].flatMap((topic) => {
    if (topic.kind !== 'question') return [];
    const at = placeIn(normaliseQuery(`${topic.title} ${topic.titleEn}`), wanted);
    return at === -1 ? [] : [{ topic, at }];
  });
  return places.sort((one, other) => one.at - other.at || newer(one.topic, other.topic)).map(({ topic }) => topic);
}

function publishedOn({ documents }: Knowledge, { document }: Question): string {
  return documents.get(document)?.validFrom ?? '';
}

/** Where a word begins so, of a Latin text; anywhere in a Chinese one. -1 for nowhere. */
function placeIn(title: string, wanted: string): number {
  if (!/^[a-z0-9]/.test(wanted)) return title.indexOf(wanted);
  for (let at = title.indexOf(wanted); at !== -1; at = title.indexOf(wanted, at + 1))
    if (at === 0 || !/[a-z0-9]/.test(title.charAt(at - 1))) return at;
  return -1;
}
