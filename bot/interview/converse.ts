import type { Knowledge } from '../../knowledge/index.ts';
import { wordings } from '../../prompts/index.ts';
import { type Before, leaningOf } from '../answer/follow-up.ts';
import { type Handled, handled } from '../handled.ts';
import { noticeReply } from '../notices.ts';
import type { Session } from '../session.ts';
import type { Language } from '../vocabulary.ts';
import { tellsRole } from './assess.ts';
import {
  applyInterviewEvent,
  assessInterview,
  emptyInterview,
  type InterviewEvent,
  type InterviewState,
} from './interview.ts';
import { readDuties } from './read-duties.ts';
import { readInterviewChoice, readInterviewWords } from './read-input.ts';
import { composeInterview, composeResult } from './reply.ts';

/** Begins the interview, with what the person said of their work already. */
export function startInterview(knowledge: Knowledge, session: Session, text: string, language: Language): Handled {
  const state = applyInterviewEvent(knowledge.interview, emptyInterview, { type: 'start', text });
  const words = wordings[language].interview;
  return continueWith(
    knowledge,
    session,
    state,
    language,
    text === '' ? [words.intro] : [words.intro, ...heard(knowledge, text, language)],
  );
}

/** Begins the interview; one that is under way goes on instead, so that nothing already said is lost. */
export function beginInterview(knowledge: Knowledge, session: Session, language: Language): Handled {
  const open = session.interview;
  if (open?.stage !== 'asking' || (open.steps.length === 0 && open.texts.length === 0))
    return startInterview(knowledge, session, '', language);
  return handled(repeatOpenQuestion(knowledge, session, language), session);
}

/** A button of the interview. */
export function handleInterviewChoice(
  knowledge: Knowledge,
  session: Session,
  input: string,
  language: Language,
): Handled {
  const state = session.interview ?? emptyInterview;
  const event = readInterviewChoice(state, knowledge.interview, input);
  if (event === 'stale')
    return handled(
      [noticeReply(wordings[language].notice.staleChoice, language), composeInterview(knowledge, state, language)],
      session,
    );
  if (event.type === 'start')
    return input.startsWith('restart')
      ? startInterview(knowledge, session, '', language)
      : beginInterview(knowledge, session, language);
  return handleInterviewEvent(knowledge, session, event, language);
}

/** The interview's own words (跳過, 上一題, 我不想做了) come before all else that they could mean; null where none was said. */
export function handleInterviewSteering(
  knowledge: Knowledge,
  session: Session,
  text: string,
  language: Language,
): Handled | null {
  const state = session.interview;
  if (state === null || state.stage === 'cancelled') return null;
  const event = readInterviewWords(state, knowledge.interview, text);
  if (event === null || (state.stage !== 'asking' && event.type !== 'back' && event.type !== 'correct')) return null;
  return handleInterviewEvent(knowledge, session, event, language);
}

/**
 * Words typed while the interview asks: about its question, a description of duties, or a short reply that says nothing. Null
 * where they are none of these, so that a question in between is answered and the interview goes on where it was.
 */
export function handleInterviewWords(
  knowledge: Knowledge,
  session: Session,
  text: string,
  language: Language,
): Handled | null {
  const state = session.interview;
  if (state?.stage !== 'asking') return null;
  if (asksAboutInterview.test(text))
    return handled([composeInterview(knowledge, state, language, [wordings[language].interview.why])], session);
  if (asksSomething.test(text)) return null;
  if (readDuties(knowledge.interview, text).length === 0)
    return [...text].length <= shortReplyMax && !hasOwnTopic(knowledge, text)
      ? handled([composeInterview(knowledge, state, language, [wordings[language].interview.notUnderstood])], session)
      : null;
  const after = applyInterviewEvent(knowledge.interview, state, { type: 'text', text });
  // Who begins with a clear description need not answer questions as well; one button asks them all the same.
  if (state.steps.length === 0 && assessInterview(knowledge.interview, after).confident)
    return conclude(knowledge, session, after, text, language);
  return handleInterviewEvent(knowledge, session, { type: 'text', text }, language);
}

/** Whether a short text is another matter all the same (加班費, 表51). */
function hasOwnTopic(knowledge: Knowledge, text: string): boolean {
  return (knowledge.matcher.match([{ text, weight: 1 }], 1)[0]?.score ?? 0) >= ownTopicScore;
}

const ownTopicScore = 0.5;

/** The open question once more, after something else was answered; null where no interview is open. */
export function repeatOpenQuestion(knowledge: Knowledge, session: Session, language: Language): Handled['replies'] {
  if (session.interview?.stage !== 'asking') return [];
  return [composeInterview(knowledge, session.interview, language, [wordings[language].interview.resumed])];
}

/** Takes up an interview that was left off, or begins one. */
export function resumeInterview(knowledge: Knowledge, session: Session, language: Language): Handled {
  if (session.interview === null) return startInterview(knowledge, session, '', language);
  return handleInterviewEvent(knowledge, session, { type: 'resume' }, language);
}

/**
 * Somebody tells in their own words what they (or, in a follow-up on roles, somebody else) do, and asks which role that is, or
 * only tells it. Null where the words tell no duty. A clear description gets its result at once; of an unclear one that only
 * tells, the interview begins with it.
 */
export function handleDescription(
  knowledge: Knowledge,
  session: Session,
  text: string,
  before: Before | null,
  language: Language,
): Handled | null {
  const followsRole =
    before !== null && leaningOf(text) === 'leans' && asksForRole.test(before.question) && !asksOther.test(text);
  const asksRole = asksForRole.test(text) || followsRole;
  if (!followsRole && !(asksRole ? speaksOfSelf : tellsOwnWork).test(text)) return null;
  if (!asksRole && (asksSomething.test(text) || leaningOf(text) === 'leans')) return null;
  const duties = followsRole ? asOwnDuties(text) : text;
  if (readDuties(knowledge.interview, duties).length === 0) return null;
  const state = applyInterviewEvent(knowledge.interview, emptyInterview, { type: 'start', text: duties });
  const { confident } = assessInterview(knowledge.interview, state);
  if (confident || asksRole) return conclude(knowledge, session, state, text, language);
  return startInterview(knowledge, session, text, language);
}

/** The result at once: what was told is clear enough. */
function conclude(
  knowledge: Knowledge,
  session: Session,
  state: InterviewState,
  text: string,
  language: Language,
): Handled {
  const assessment = assessInterview(knowledge.interview, state);
  // Not certain yet: the interview stays open behind the suggestion, and no role is kept.
  const after: Session = assessment.confident
    ? { ...session, interview: { ...state, stage: 'finished' }, role: assessment.role }
    : { ...session, interview: { ...state, stage: 'cancelled' } };
  return handled([composeResult(knowledge, state, language)], after, text);
}

function handleInterviewEvent(
  knowledge: Knowledge,
  session: Session,
  event: InterviewEvent,
  language: Language,
): Handled {
  const before = session.interview ?? emptyInterview;
  const words = wordings[language].interview;
  const state = applyInterviewEvent(knowledge.interview, before, event);
  const intro =
    event.type === 'correct'
      ? [state === before ? words.noSuchQuestion(event.number) : words.corrected(event.number)]
      : event.type === 'resume'
        ? [words.resumed]
        : event.type === 'text'
          ? heard(knowledge, event.text, language)
          : [];
  return continueWith(knowledge, session, state, language, intro);
}

function continueWith(
  knowledge: Knowledge,
  session: Session,
  state: InterviewState,
  language: Language,
  intro: readonly string[],
): Handled {
  const assessment = assessInterview(knowledge.interview, state);
  const role = state.stage === 'finished' && tellsRole(assessment) ? assessment.role : session.role;
  return handled([composeInterview(knowledge, state, language, intro)], { ...session, interview: state, role });
}

function heard(knowledge: Knowledge, text: string, language: Language): readonly string[] {
  const duties = [...new Set(readDuties(knowledge.interview, text).map((evidence) => evidence.text))];
  return duties.length === 0
    ? []
    : [wordings[language].interview.heard(duties.map((duty) => `「${duty}」`).join('、'))];
}

/** About the question that is open: why it is asked, what it means, how many are left. */
const asksAboutInterview =
  /^(?:為什麼|為何|幹嘛)要?問|^(?:這題|這個問題|題目)?(?:看不懂|不懂|什麼意思|是什麼意思)[?？]?$|^還有幾題|^(?:還要|要)(?:問|答)(?:多少|幾)題|^(?:why (?:do )?you ask|what does (?:this|that) mean|how many questions)/i;
/** A reply of so few characters that says no duty is an answer that was not understood, not another matter. */
const shortReplyMax = 6;
const asksSomething =
  /[?？]|嗎|呢|什麼|甚麼|怎麼|如何|哪|誰|多少|是不是|可不可以|能不能|要不要|有沒有|\b(?:what|which|how|when|where|who|why|do i|can i|should i)\b/i;
/** Asks for something else of the role: its courses, whether 職系 or 職等 count. */
const asksOther =
  /什麼|甚麼|哪|多少|幾|怎|可以|要不要|職系|職等|職稱|官等|課|證|\b(?:what|which|where|when|how|should)\b/i;
const asksForRole =
  /(?:哪|什麼|啥|佗)一?(?:種|類|型|根|款)|哪(?:一)?個(?:角色|類)|算(?:是)?(?:哪|什麼|啥)|歸(?:在|到|類)|屬於|哪一?邊|什麼角色|哪個角色|分到|放在|\b(?:which|what) (?:\w+ )?(?:role|type|kind|category|group|talent)\b/i;
/** 「那隔壁那個整天寫Python的工程師呢」, after a question on AI roles: the duties as if the speaker had them. */
function asOwnDuties(text: string): string {
  const duties = text.replace(aboutSomebodyElse, '').replace(/的[^，,。、\s]{0,6}$/, '');
  return `AI，我${duties}`;
}

const aboutSomebodyElse =
  /^(?:那麼?|如果|那如果)|(?:他們?|她們?|那個|那種人|那幾個|底下|隔壁(?:科|組|室)?的?|我?們?同事|主管)|(?:呢|咧|勒)?[?？]|(?:呢|咧|勒)$/g;
/** Somebody begins to tell what they do; a request (我要, 我想, 幫我) is none. */
const tellsOwnWork =
  /^(?:大家好|您好|你好|hi|hello)?[，,。!！\s]*(?:(?:其實)?我(?:的工作|的業務)?(?:換|改|調|轉|是|在|負責|平常|平時|每天|主要|目前|現在|這邊|們科|們單位|們室|辦|做|管|寫|都)|本人|小弟|小妹|敝人|i (?:am|work|handle|maintain|develop|draft|manage|write|run|build)\b|i'm\b|my (?:job|work|duties)\b)/i;
const speaksOfSelf = /我|本人|小弟|小妹|敝人|在下|阮|\b(?:i|i'm|i've|my)\b/i;
