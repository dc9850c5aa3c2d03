import type { Knowledge, Question, Topic, Unknown } from '../../knowledge/index.ts';
import { wordings } from '../../prompts/index.ts';
import { formatDay, formatPeriod, placeInPeriod } from '../calendar.ts';
import type { CitationList } from '../cite.ts';
import type { Language, Part } from '../vocabulary.ts';
import type { AsOf } from './as-of.ts';
import { isInForce } from './in-force.ts';

/** In which language and as of which day something is told. */
export interface Telling {
  readonly language: Language;
  /** ISO date. */
  readonly today: string;
  /** Set where the person asked as of an earlier day. */
  readonly asOf: AsOf | null;
}

/** The topic as a question in plain words. */
export function titleOf(topic: Topic, { language }: Telling): string {
  return language === 'en' ? topic.titleEn : topic.title;
}

/** The lead with its marks, how an announced thing stands on the day, its caution, and today's answer to an old question. */
export function tellLead(
  knowledge: Knowledge,
  question: Question,
  citations: CitationList,
  telling: Telling,
): readonly Part[] {
  const english = telling.language === 'en';
  const words = wordings[telling.language].answer;
  const parts: Part[] = [];
  const say = (text: string | null): void => {
    if (text !== null) parts.push({ type: 'text', text });
  };
  say(`${english ? question.leadEn : question.lead}${citations.mark(question.facts)}`);
  say(tellExpected(knowledge, question, telling));
  say(english ? question.noteEn : question.note);
  const now = question.nowAnsweredBy === null ? undefined : knowledge.topics.get(question.nowAnsweredBy);
  if (now?.kind === 'question' && isInForce(knowledge, now, telling.today))
    say(`${words.onceAndNow(english ? now.leadEn : now.lead)}${citations.mark(now.facts)}`);
  return parts;
}

/** Facts of the same section that the leads did not tell. The facts are Chinese, so an English answer leaves them out. */
export function tellContext(
  knowledge: Knowledge,
  questions: readonly Question[],
  citations: CitationList,
  telling: Telling,
): readonly Part[] {
  const told = new Set(questions.flatMap((question) => question.facts));
  const facts = [...new Set(questions.flatMap((question) => question.context))].filter((fact) => !told.has(fact));
  if (facts.length === 0 || telling.language === 'en') return [];
  return [
    { type: 'text', text: wordings[telling.language].answer.contextHeading },
    { type: 'list', ordered: 'unordered', items: facts.map((fact) => factLine(knowledge, fact, citations)) },
  ];
}

/** What may be meant as well, in one line. */
export function tellShort(topic: Question | Unknown, citations: CitationList, telling: Telling): Part {
  const english = telling.language === 'en';
  const told =
    topic.kind === 'question'
      ? `${english ? topic.leadEn : topic.lead}${citations.mark(topic.facts)}`
      : tellOpen(topic, telling);
  return { type: 'text', text: wordings[telling.language].answer.also(titleOf(topic, telling), told) };
}

/** What is open in the documents, and whom to ask, in one line. */
export function tellOpen(unknown: Unknown, { language }: Telling): string {
  const english = language === 'en';
  const ask = wordings[language].abstention.askWhom(english ? unknown.askEn : unknown.ask);
  return `${english ? `${unknown.saysEn} ` : unknown.says}${ask}`;
}

/** A fact with its mark. */
export function factLine(knowledge: Knowledge, fact: string, citations: CitationList): string {
  return `${knowledge.passages.get(fact)?.text ?? ''}${citations.mark([fact])}`;
}

/** What was announced is told as such, and how that stands on the day. */
function tellExpected(knowledge: Knowledge, question: Question, telling: Telling): string | null {
  const words = wordings[telling.language].answer;
  const dated = question.facts
    .flatMap((fact) => knowledge.passages.get(fact) ?? [])
    .filter((passage) => passage.period !== null || passage.status === 'expected');
  const expected = dated.find((passage) => passage.status === 'expected');
  if (expected === undefined) return null;
  // Of a topic on several periods (what was planned beside what was reached) one caution would be wrong.
  if (dated.some(({ period }) => period?.from !== expected.period?.from || period?.to !== expected.period?.to))
    return null;
  if (expected.period === null) return words.expectedOpen;
  const day = telling.asOf?.day ?? telling.today;
  const period = formatPeriod(expected.period, telling.language);
  const place = placeInPeriod(day, expected.period);
  if (place === 'ahead') return words.expectedAhead(period);
  const today = formatDay(day, telling.language);
  return place === 'running' ? words.expectedRunning(period, today) : words.expectedOver(period, today);
}
