import type { Aspect, Knowledge, OutsideMatter, Question, Unknown } from '../../knowledge/index.ts';
import { wordings } from '../../prompts/index.ts';
import { formatDay } from '../calendar.ts';
import { handoffChoice, topicChoice } from '../choices.ts';
import { type CitationList, createCitationList } from '../cite.ts';
import { fixedReply } from '../notices.ts';
import type { Language, Part, Reply, ReplyKind } from '../vocabulary.ts';
import type { Told } from './decide.ts';
import { factLine, type Telling, tellContext, tellLead, tellOpen, tellShort, titleOf } from './tell.ts';

/** Tells one topic, whatever its kind. */
export function composeTopic(knowledge: Knowledge, topic: Told | OutsideMatter, telling: Telling): Reply {
  switch (topic.kind) {
    case 'question':
      return topic.ask === null
        ? composeAnswer(knowledge, topic, telling)
        : composePartial(knowledge, topic, [], telling);
    case 'unknown':
      return composeUnknown(knowledge, topic, telling);
    case 'outside':
      return composeOutside(knowledge, topic, telling);
  }
}

/** The answer: lead, context, what else may be meant, sources, notice. */
export function composeAnswer(
  knowledge: Knowledge,
  question: Question,
  telling: Telling,
  also: readonly Told[] = [],
): Reply {
  const citations = createCitationList(knowledge);
  // Facts of the lead are numbered before all others, so that [1] is what answers.
  const lead = tellLead(knowledge, question, citations, telling);
  const others = also.map((topic) => tellShort(topic, citations, telling));
  const context = tellContext(knowledge, [question], citations, telling);
  return grounded('answer', [...lead, ...context, ...others], citations, telling);
}

/** Several things asked at once: each told under its own heading. What is open in the documents makes it an abstention. */
export function composeParts(knowledge: Knowledge, parts: readonly Told[], telling: Telling): Reply {
  const citations = createCitationList(knowledge);
  const told = parts.flatMap((topic): readonly Part[] => [
    { type: 'heading', text: wordings[telling.language].answer.part(titleOf(topic, telling)) },
    ...(topic.kind === 'question'
      ? tellLead(knowledge, topic, citations, telling)
      : [{ type: 'text', text: tellOpen(topic, telling) } as const]),
  ]);
  const open = parts.some((topic) => topic.kind === 'unknown' || topic.ask !== null);
  return grounded(open ? 'abstention' : 'answer', told, citations, telling);
}

/** A documented thing of which something is asked that is not documented: said first, then what there is, then whom to ask. */
export function composePartial(
  knowledge: Knowledge,
  question: Question,
  missing: readonly Aspect[],
  telling: Telling,
  also: readonly Question[] = [],
): Reply {
  const words = wordings[telling.language].abstention;
  const english = telling.language === 'en';
  const citations = createCitationList(knowledge);
  const asked = missing.map((aspect) => (english ? aspect.titleEn : aspect.title));
  const gap: readonly Part[] =
    asked.length === 0
      ? []
      : [
          { type: 'text', text: words.notSaid(asked) },
          { type: 'text', text: words.nearHeading },
        ];
  const lead = tellLead(knowledge, question, citations, telling);
  const others = also.map((topic) => tellShort(topic, citations, telling));
  const context = tellContext(knowledge, [question], citations, telling);
  const office = (english ? question.askEn : question.ask) ?? words.office;
  const ask: Part = { type: 'text', text: words.askWhom(office) };
  return grounded('abstention', [...gap, ...lead, ...context, ...others, ask], citations, telling);
}

/** A known unknown: what is not documented, what is nearby, whom to ask. */
export function composeUnknown(
  knowledge: Knowledge,
  unknown: Unknown,
  telling: Telling,
  also: readonly Question[] = [],
): Reply {
  const words = wordings[telling.language].abstention;
  const english = telling.language === 'en';
  const citations = createCitationList(knowledge);
  const near: readonly Part[] =
    unknown.near.length === 0
      ? []
      : [
          { type: 'text', text: words.nearHeading },
          {
            type: 'list',
            ordered: 'unordered',
            items: unknown.near.map((fact) => factLine(knowledge, fact, citations)),
          },
        ];
  const says: Part = { type: 'text', text: english ? unknown.saysEn : unknown.says };
  const others = also.map((topic) => tellShort(topic, citations, telling));
  const ask: Part = { type: 'text', text: words.askWhom(english ? unknown.askEn : unknown.ask) };
  const kind = unknown.stance === 'refused' ? 'refusal' : 'abstention';
  return grounded(kind, [says, ...near, ...others, ask], citations, telling);
}

/** Another HR matter: whom to ask. A question of the documents that is nearly as close is told in short after it. */
export function composeOutside(
  knowledge: Knowledge,
  matter: OutsideMatter,
  telling: Telling,
  also: readonly Question[] = [],
): Reply {
  const office = telling.language === 'en' ? matter.askEn : matter.ask;
  const text = wordings[telling.language].abstention.outside(titleOf(matter, telling), office);
  const citations = createCitationList(knowledge);
  const others = also.map((topic) => tellShort(topic, citations, telling));
  if (others.length > 0) return grounded('abstention', [{ type: 'text', text }, ...others], citations, telling);
  return fixedReply('abstention', [{ type: 'text', text }], telling.language, [handoffChoice(telling.language)]);
}

/** The person asks as of a day on which the document was not yet published: said plainly, with what it says today. */
export function composeNotYetPublished(knowledge: Knowledge, question: Question, day: string, telling: Telling): Reply {
  const words = wordings[telling.language];
  const document = knowledge.documents.get(question.document);
  const citations = createCitationList(knowledge);
  const asOf = telling.asOf?.written ?? formatDay(day, telling.language);
  const parts: readonly Part[] = [
    { type: 'text', text: words.answer.notYetPublished(document?.title ?? '', document?.edition ?? '', asOf) },
    // Asked from today about an earlier day, the person gets today's answer as well; on that day itself nobody knew it.
    ...(telling.asOf === null ? [] : [tellShort(question, citations, telling)]),
    { type: 'text', text: words.abstention.askWhom(words.abstention.office) },
  ];
  return grounded('abstention', parts, citations, telling);
}

/** Nothing fits: what was looked for, near questions as buttons, a person. */
export function composeNothing(lookedFor: string, near: readonly Question[], telling: Telling): Reply {
  const words = wordings[telling.language].abstention;
  const parts: Part[] = [{ type: 'text', text: words.nothing(lookedFor) }];
  if (near.length > 0) parts.push({ type: 'text', text: words.nearQuestions });
  const choices = [...near.map((question) => topicChoice(question, telling.language)), handoffChoice(telling.language)];
  return fixedReply('abstention', parts, telling.language, choices);
}

/** One question back, with the candidates as buttons. */
export function composeClarification(candidates: readonly Question[], language: Language): Reply {
  const choices = [...candidates.map((question) => topicChoice(question, language)), handoffChoice(language)];
  return fixedReply(
    'clarification',
    [{ type: 'text', text: wordings[language].clarification.which }],
    language,
    choices,
  );
}

/** A reply that rests on its citations, with the editions for which it holds and how it was made. */
function grounded(kind: ReplyKind, parts: readonly Part[], citations: CitationList, telling: Telling): Reply {
  const words = wordings[telling.language].answer;
  const cited = citations.all();
  const editions = [...new Set(cited.map((citation) => `《${citation.title}》${citation.edition}`))];
  const applies = editions.length === 0 ? '' : words.appliesTo(editions);
  return {
    ...fixedReply(kind, [...parts, { type: 'notice', text: `${applies}${words.automatic}` }], telling.language, [
      handoffChoice(telling.language),
    ]),
    citations: cited,
  };
}
