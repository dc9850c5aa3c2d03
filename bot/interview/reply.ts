import type { InterviewQuestion, Knowledge } from '../../knowledge/index.ts';
import { type InterviewWording, wordings } from '../../prompts/index.ts';
import { handoffChoice } from '../choices.ts';
import { createCitationList } from '../cite.ts';
import type { Choice, Language, Part, Reply } from '../vocabulary.ts';
import { type Assessment, type Flip, tellsRole } from './assess.ts';
import { assessInterview, type InterviewState, interviewProgress, nextQuestion } from './interview.ts';
import { UNSURE } from './next-question.ts';

/** Most grounds that are told; the weightiest come first. */
const reasonsMax = 8;

/** The next question with its options, or the result where the interview is over. `intro` is said before it. */
export function composeInterview(
  knowledge: Knowledge,
  state: InterviewState,
  language: Language,
  intro: readonly string[] = [],
): Reply {
  const before = intro.map((text): Part => ({ type: 'text', text }));
  const question = state.stage === 'asking' ? nextQuestion(knowledge.interview, state) : null;
  if (question !== null) return composeQuestion(state, question, language, before);
  if (state.stage === 'cancelled') return composeCancelled(language, before);
  return composeResult(knowledge, state, language, before);
}

/**
 * The result: a first suggestion, its grounds, what is not defined, and who decides. How sure it is, and what would flip it, is
 * told only of questions that were asked: some sentences alone carry no such figure.
 */
export function composeResult(
  knowledge: Knowledge,
  state: InterviewState,
  language: Language,
  before: readonly Part[] = [],
): Reply {
  const assessment = assessInterview(knowledge.interview, state);
  const words = wordings[language];
  if (!tellsRole(assessment)) return composeTooLittle(language, before);
  const role = words.roles[assessment.role];
  const runnerUp = words.roles[assessment.runnerUp];
  const citations = createCitationList(knowledge, 10);
  const described = knowledge.catalogue.roles.find((one) => one.id === assessment.role)?.facts ?? [];
  const facts = ['F023', ...described].map(
    (fact) => `${knowledge.passages.get(fact)?.text ?? ''}${citations.mark([fact])}`,
  );
  const lead = assessment.confident ? words.interview.result(role) : words.interview.resultUnsure(role, runnerUp);
  return {
    kind: 'interview',
    language,
    parts: [
      ...before,
      { type: 'heading', text: lead },
      ...tellCertainty(knowledge, state, assessment, language),
      { type: 'text', text: words.interview.documentsSay },
      { type: 'list', ordered: 'unordered', items: facts },
      { type: 'text', text: words.interview.undefinedRoles },
      { type: 'text', text: `${words.interview.notEveryone}${citations.mark(['F021', 'F022'])}` },
      { type: 'notice', text: `${words.interview.decides}${words.answer.automatic}` },
    ],
    citations: citations.all(),
    choices: [
      ...(assessment.confident ? [] : [goOn(words.interview)]),
      { label: words.interview.wantsCourses, value: 'recommend:', emphasis: 'primary' },
      { label: words.interview.again, value: 'interview:restart', emphasis: 'plain' },
      handoffChoice(language),
    ],
    role: assessment.role,
    progress: null,
  };
}

function tellCertainty(
  knowledge: Knowledge,
  { steps }: InterviewState,
  assessment: Assessment,
  language: Language,
): readonly Part[] {
  const words = wordings[language];
  const { confidence, flip, runnerUp } = assessment;
  const table = reasonsTable(assessment, language);
  if (steps.length === 0) return [{ type: 'text', text: words.interview.fromWords(words.roles[runnerUp]) }, ...table];
  return [
    { type: 'text', text: words.interview.confidence(percentOf(confidence), words.roles[runnerUp]) },
    ...table,
    { type: 'text', text: flip === null ? words.interview.noFlip : tellFlip(knowledge, flip, language) },
  ];
}

/** A suggestion from a few sentences is never told as certain, however clear they are. */
function percentOf(confidence: number): number {
  return Math.min(95, Math.round(confidence * 100));
}

/** Nothing that was said tells a role: no suggestion, and nothing is kept. */
function composeTooLittle(language: Language, before: readonly Part[]): Reply {
  const words = wordings[language].interview;
  return {
    ...composeCancelled(language, before),
    parts: [...before, { type: 'text', text: words.tooLittle }],
    choices: [{ label: words.again, value: 'interview:restart', emphasis: 'primary' }, handoffChoice(language)],
  };
}

function composeQuestion(
  state: InterviewState,
  question: InterviewQuestion,
  language: Language,
  before: readonly Part[],
): Reply {
  const words = wordings[language].interview;
  const progress = interviewProgress(state);
  const key = language === 'en' ? 'en' : 'zh';
  return {
    kind: 'interview',
    language,
    parts: [
      ...before,
      { type: 'heading', text: question.text[key] },
      { type: 'text', text: question.help[key] },
      { type: 'text', text: words.free },
    ],
    citations: [],
    choices: [
      ...question.options.map(
        (option): Choice => ({
          label: option.label[key],
          value: `interview:answer:${question.id}:${option.id}`,
          emphasis: option.id === UNSURE ? 'plain' : 'primary',
        }),
      ),
      ...steering(state, question, words),
    ],
    role: null,
    progress,
  };
}

function steering(state: InterviewState, question: InterviewQuestion, words: InterviewWording): readonly Choice[] {
  const back: readonly Choice[] =
    state.steps.length === 0 ? [] : [{ label: words.back, value: `interview:back:${question.id}`, emphasis: 'plain' }];
  return [
    ...back,
    { label: words.skip, value: `interview:skip:${question.id}`, emphasis: 'plain' },
    { label: words.cancel, value: 'interview:cancel', emphasis: 'plain' },
  ];
}

function composeCancelled(language: Language, before: readonly Part[]): Reply {
  const words = wordings[language].interview;
  return {
    kind: 'interview',
    language,
    parts: [...before, { type: 'text', text: words.cancelled }],
    citations: [],
    choices: [{ label: words.resumeOffer, value: 'interview:resume', emphasis: 'plain' }, handoffChoice(language)],
    role: null,
    progress: null,
  };
}

/** Goes on asking after a suggestion that is not certain yet; where no question is left, resuming shows the result again. */
function goOn(words: InterviewWording): Choice {
  return { label: words.more, value: 'interview:resume', emphasis: 'primary' };
}

function reasonsTable(assessment: Assessment, language: Language): readonly Part[] {
  if (assessment.reasons.length === 0) return [];
  const words = wordings[language];
  const rows = assessment.reasons
    .slice(0, reasonsMax)
    .map((reason) => [
      language === 'en' ? reason.text.en : reason.text.zh,
      reason.evidence,
      words.interview.effect(words.roles[reason.role], reason.weight),
    ]);
  return [{ type: 'table', caption: words.interview.reasonsCaption, columns: words.interview.reasonsColumns, rows }];
}

function tellFlip(knowledge: Knowledge, flip: Flip, language: Language): string {
  const words = wordings[language];
  const question = knowledge.interview.questions.find((one) => one.id === flip.question);
  const option = question?.options.find((one) => one.id === flip.to);
  const key = language === 'en' ? 'en' : 'zh';
  return words.interview.flip(question?.text[key] ?? '', option?.label[key] ?? '', words.roles[flip.role]);
}
