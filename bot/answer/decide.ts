import type {
  Aspect,
  OutsideMatter,
  Question,
  SafetyLane,
  Talk,
  Topic,
  TopicMatch,
  Unknown,
} from '../../knowledge/index.ts';
import { isOnlyMentioned, normaliseQuery } from '../../knowledge/index.ts';
import { namesNothing, sharesOwnWords } from './own-words.ts';
import type { Reading } from './understand.ts';

/** What to do with a message that asks something. */
export type Decision =
  | {
      readonly type: 'answer';
      readonly question: Question;
      /** What the message may mean as well, being nearly as close: told in short after the answer. */
      readonly also: readonly Told[];
    }
  /** The thing is documented, what is asked of it is not. */
  | {
      readonly type: 'partial';
      readonly question: Question;
      readonly missing: readonly Aspect[];
      readonly also: readonly Question[];
    }
  | { readonly type: 'unknown'; readonly unknown: Unknown; readonly also: readonly Question[] }
  /** Several things were asked; each is told, the open ones as open. */
  | { readonly type: 'parts'; readonly parts: readonly Told[] }
  | { readonly type: 'outside'; readonly matter: OutsideMatter; readonly also: readonly Question[] }
  | { readonly type: 'talk'; readonly talk: Talk }
  | { readonly type: 'lane'; readonly lane: SafetyLane }
  | { readonly type: 'clarify'; readonly candidates: readonly Question[] }
  /** Nothing fits well enough; `near` are offered, they may be none. */
  | { readonly type: 'nothing'; readonly near: readonly Question[] };

/** What is told from the documents, or told to be open in them. */
export type Told = Question | Unknown;

/** Scores between which the three bands lie; `npm run evaluate` prints what each costs. */
export interface Thresholds {
  /** From here a topic is taken. */
  readonly take: number;
  /** From here a question is offered as near. */
  readonly near: number;
  /** From here the parts of a message are answered one by one. */
  readonly part: number;
}

/** Calibrated on questions that nobody used to write content: `test/evaluation/README.md`. */
export const defaultThresholds: Thresholds = { take: 0.08, near: 0.05, part: 0.2 };

/** Longer messages are no small talk. */
const talkCharactersMax = 30;
/** A lane that is found by its phrasings alone needs this score. */
const laneScoreMin = 0.1;
/** What scores at least this share of the best may be meant as well. */
const alsoWithin = 0.82;
/** Most other meanings that are told. */
const alsoMax = 2;
/** Most parts of one message that are answered; who asks more gets the ones that fit best. */
const partsMax = 3;
/** A single bare word may mean any topic this close to the best. */
const clarifyWithin = 0.8;

/** Decides by the topics alone, so that the same reading always leads to the same reply. */
export function decide(reading: Reading, text: string, thresholds: Thresholds = defaultThresholds): Decision {
  if (reading.standalone === text && namesNothing(text)) return { type: 'nothing', near: [] };
  const matches = matchesMeant(reading.matches, text);
  const best = matches[0];
  if (best === undefined || best.score < thresholds.take)
    return {
      type: 'nothing',
      near: questionsOf(matches.filter((match) => match.score >= thresholds.near)).slice(0, 2),
    };
  const parts = partsOf(reading, thresholds);
  if (parts.length > 1) return { type: 'parts', parts };
  if (isBareWord(text) && best.topic.kind === 'question') {
    const candidates = questionsOf(matches.filter((match) => match.score >= best.score * clarifyWithin));
    if (candidates.length > 1) return { type: 'clarify', candidates: candidates.slice(0, 4) };
  }
  return decisionFor(best, alsoMeant(matches, best));
}

/** What the message may mean. Where the nearest was near by chance only, so may be those behind it: they need words of their own. */
function matchesMeant(matches: readonly TopicMatch[], text: string): readonly TopicMatch[] {
  const left = matches.filter((match) => mayBe(match, text));
  const [nearest] = matches;
  if (nearest?.topic.kind !== 'outside' || nearest === left[0]) return left;
  return left.filter(({ topic }) => topic.kind === 'lane' || sharesOwnWords(topic, text));
}

/**
 * Small talk is short; who writes more asks something. What lies outside the documents is told only by words of its own. A lane
 * must fit clearly where no pattern of it did.
 */
function mayBe({ topic, score }: TopicMatch, text: string): boolean {
  if (topic.kind === 'talk') return text.length <= talkCharactersMax && sharesOwnWords(topic, text);
  if (topic.kind === 'outside') return sharesOwnWords(topic, text);
  return topic.kind !== 'lane' || (score >= laneScoreMin && !isOnlyMentioned(topic.lane, normaliseQuery(text)));
}

function decisionFor({ topic, missing }: TopicMatch, also: readonly Told[]): Decision {
  switch (topic.kind) {
    case 'question':
      if (missing.length === 0 && topic.ask === null) return { type: 'answer', question: topic, also };
      return { type: 'partial', question: topic, missing, also: also.filter(isDocumented) };
    case 'unknown':
      return { type: 'unknown', unknown: topic, also: also.filter(isDocumented) };
    case 'outside':
      return { type: 'outside', matter: topic, also: also.filter(isDocumented) };
    case 'talk':
      return { type: 'talk', talk: topic.talk };
    case 'lane':
      return { type: 'lane', lane: topic.lane };
  }
}

/** Topics nearly as close as the best whose answer differs from it. */
function alsoMeant(matches: readonly TopicMatch[], best: TopicMatch): readonly Told[] {
  const close = matches.filter((match) => match.score >= best.score * alsoWithin).map((match) => match.topic);
  const others = differentAnswers(close).filter((topic) => topic !== best.topic);
  // Of what is open in the documents one line is enough: the first says whom to ask.
  const open = others.find((topic) => topic.kind === 'unknown');
  return others.filter((topic) => topic.kind === 'question' || topic === open).slice(0, alsoMax);
}

/** What each part of the message asks, where every part is clear and none is another matter. */
function partsOf(reading: Reading, thresholds: Thresholds): readonly Told[] {
  const tops = reading.perQuestion.flatMap((matches) => matches.slice(0, 1));
  const clear = tops.filter((match) => match.score >= thresholds.part).map((match) => match.topic);
  return clear.some((topic) => !isTold(topic)) ? [] : differentAnswers(clear).slice(0, partsMax);
}

function questionsOf(matches: readonly TopicMatch[]): readonly Question[] {
  return differentAnswers(matches.map((match) => match.topic)).filter(isDocumented);
}

/** Topics of the documents, in order, each answer once. */
function differentAnswers(topics: readonly Topic[]): readonly Told[] {
  const told: Told[] = [];
  for (const topic of topics)
    if (isTold(topic) && !told.some((other) => answerOf(other) === answerOf(topic))) told.push(topic);
  return told;
}

function answerOf(topic: Told): string {
  return topic.kind === 'question' ? topic.lead : topic.says;
}

function isTold(topic: Topic): topic is Told {
  return topic.kind === 'question' || topic.kind === 'unknown';
}

function isDocumented(topic: Told): topic is Question {
  return topic.kind === 'question';
}

/** One noun and nothing that asks: 「證照」, 「課程」, "certificates". */
function isBareWord(text: string): boolean {
  const plain = text.replace(/[\s?？!！。~～]/g, '');
  return /^[\p{Script=Han}]{1,2}$/u.test(plain) || /^[A-Za-z]{2,14}$/.test(plain);
}
