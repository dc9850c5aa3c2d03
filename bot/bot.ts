import type { Knowledge } from '../knowledge/index.ts';
import { wordings } from '../prompts/index.ts';
import { ask } from './answer/ask.ts';
import { composeTopic } from './answer/compose.ts';
import type { Change, Job } from './changes.ts';
import { readAction } from './choices.ts';
import { unreachable } from './errors.ts';
import { type Handled, handled } from './handled.ts';
import {
  beginInterview,
  handleDescription,
  handleInterviewChoice,
  handleInterviewSteering,
  handleInterviewWords,
  repeatOpenQuestion,
  resumeInterview,
} from './interview/converse.ts';
import { detectLanguage } from './language.ts';
import { handleLearning, handleLearningChoice } from './learning/converse.ts';
import { handleHoursDue } from './learning/due.ts';
import { awaitsName, awaitsNumber, withOpenQuestion } from './learning/open-question.ts';
import { messageCharactersMax } from './limits.ts';
import { handleLinking } from './linking.ts';
import { handleNoticeWish } from './notice-settings.ts';
import { fixedReply, helpReply, noticeReply, unreadableReply, welcomeReply } from './notices.ts';
import { handleOnboarding, handleOnboardingChoice } from './onboarding/converse.ts';
import { handleOnboardingDue } from './onboarding/due.ts';
import { isAboutOwnRecord, ownRecordReply } from './own-record.ts';
import type { Moment, PersonTurn } from './person-turn.ts';
import type { PersonRecords } from './ports.ts';
import { withoutLabels, withoutMasks } from './privacy/mask.ts';
import { type RecalledTurn, recallTurn } from './recall.ts';
import { receiveMessage } from './receive.ts';
import { handleWish, recommendFor } from './recommend/converse.ts';
import { wishOfChoice } from './recommend/wish.ts';
import { type Command, readCommand } from './route.ts';
import { readLane, refuse, soundsLikeCrisis, withCare } from './safety.ts';
import { beforeOf, emptySession, openChoices, type Session, type TurnRecord, withTurn } from './session.ts';
import { chat } from './smalltalk.ts';
import type { Language, Message, Reply } from './vocabulary.ts';

/** The conversation: pure but for its ports. One turn is a message and a session in, replies and the next session out. */
export interface Bot {
  /** `records` are the speaker's; null where nobody is known, as in `npm run ask`. */
  turn(session: Session, message: Message, moment: Moment, records: PersonRecords | null): Promise<Turn>;
  /** What is to be said when a job of the person is due; often nothing. */
  due(session: Session, job: Job, moment: Moment, records: PersonRecords): Promise<Turn>;
  /** The session after turns that were held elsewhere, so that a follow-up can be read against them. */
  recall(session: Session, turns: readonly RecalledTurn[]): Session;
  welcome(language: Language): Reply;
}

/** What a turn makes. */
export interface Turn {
  readonly session: Session;
  /** The turn as the transcript keeps it; null where nothing was said. */
  readonly record: TurnRecord | null;
  /** At least one for a message; perhaps none for a job. */
  readonly replies: readonly Reply[];
  /** What is kept beside the session, in this order. */
  readonly changes: readonly Change[];
}

/** The bot on this knowledge. */
export function createBot(knowledge: Knowledge): Bot {
  return {
    async turn(session, message, moment, records) {
      const received = receiveMessage(message);
      const { text } = received;
      const isSpoken = message.choice === null && !awaitsName(session);
      const language = isSpoken ? detectLanguage(text, session.language) : session.language;
      const handledNow = await handle(knowledge, received, { session, language, moment, records });
      const result = withOpenQuestion(knowledge, session, handledNow, language);
      const replies = withoutLabels(text) === text ? result.replies : withMaskNotice(result.replies);
      return finish(result, result.said ?? text, replies, language, moment);
    },
    async due(session, job, moment, records) {
      const turn: PersonTurn = { session, records, language: session.language, moment };
      const handle = job.kind === 'hours' ? handleHoursDue : handleOnboardingDue;
      const result = await handle(knowledge, turn, job);
      return finish(result, '', result.replies, session.language, moment);
    },
    recall: (session, turns) => turns.reduce((recalled, turn) => recallTurn(knowledge, recalled, turn), session),
    welcome: welcomeReply,
  };
}

function finish(
  { session, standalone, topics, changes }: Handled,
  said: string,
  replies: readonly Reply[],
  language: Language,
  { now }: Moment,
): Turn {
  if (said === '' && replies.length === 0) return { session, record: null, replies, changes };
  const record = { said, standalone, topics, replies, at: now };
  return { session: withTurn(session, record, language), record, replies, changes };
}

/** The turn as its steps see it. */
interface Context extends Omit<PersonTurn, 'records'> {
  readonly records: PersonRecords | null;
}

/** From top to bottom, the first that applies. */
async function handle(knowledge: Knowledge, message: Message, context: Context): Promise<Handled> {
  const { session, language, moment, records } = context;
  const text = withoutMasks(message.text);
  const value = message.choice ?? choiceNamed(session, text);
  if (value !== null) return act(knowledge, context, value);
  const steering = handleInterviewSteering(knowledge, session, text, language);
  if (steering !== null) return steering;
  // Before all that could turn the message away: whoever needs help gets it, however long or odd the message is.
  const lane = readLane(knowledge, withoutLabels(message.text).slice(0, messageCharactersMax));
  const own = isAboutOwnRecord(text);
  if (lane?.then === 'end' && !(own && lane.kind === 'privacy')) return refuse(lane, session, language);
  const unreadable = unreadableReply(text, language);
  if (unreadable !== null) return handled([unreadable, ...repeatOpenQuestion(knowledge, session, language)], session);
  const personal =
    records === null || soundsLikeCrisis(knowledge, text)
      ? null
      : await handleRecords(knowledge, { ...context, records }, text);
  if (personal !== null) return personal;
  if (own) return handled([ownRecordReply(language)], session, text);
  if (/^\d{1,3}$/.test(text.normalize('NFKC').trim())) {
    const notice = noticeReply(wordings[language].notice.noSuchChoice, language);
    return handled([notice, ...repeatOpenQuestion(knowledge, session, language)], session);
  }
  const command = readCommand(text);
  if (command !== null) return obey(knowledge, session, command, language);
  return (
    handleInterviewWords(knowledge, session, text, language) ??
    chat(knowledge, session, text, language) ??
    (await handleWish(knowledge, session, text, language, moment.today, records)) ??
    handleDescription(knowledge, session, text, beforeOf(session), language) ??
    withCare(lane, ask(knowledge, session, text, language, moment.today), language)
  );
}

/** What reads or changes the person's own records. */
async function handleRecords(knowledge: Knowledge, turn: PersonTurn, text: string): Promise<Handled | null> {
  return (
    (await handleLinking(turn, text)) ??
    (await handleNoticeWish(turn, text)) ??
    (await handleLearning(knowledge, turn, text)) ??
    (await handleOnboarding(knowledge, turn, text))
  );
}

async function act(knowledge: Knowledge, context: Context, value: string): Promise<Handled> {
  const { session, language, moment, records } = context;
  const stale = handled([noticeReply(wordings[language].notice.staleChoice, language)], session);
  const action = readAction(value);
  switch (action?.type) {
    case undefined:
      return stale;
    case 'topic': {
      const topic = knowledge.topics.get(action.id);
      if (topic === undefined || topic.kind === 'talk' || topic.kind === 'lane') return stale;
      const reply = composeTopic(knowledge, topic, { language, today: moment.today, asOf: null });
      return { ...handled([reply], session, language === 'en' ? topic.titleEn : topic.title), topics: [topic.id] };
    }
    case 'say':
      // Only what a starter says: any other words would come in unmasked.
      if (!welcomeReply(language).choices.some((choice) => choice.value === value)) return stale;
      return ask(knowledge, session, action.text, language, moment.today);
    case 'handoff':
      return handled([handoffReply(session, language), ...repeatOpenQuestion(knowledge, session, language)], session);
    case 'interview':
      return handleInterviewChoice(knowledge, session, action.input, language);
    case 'recommend':
      return recommendFor(knowledge, session, wishOfChoice(action.wish), language, moment.today, records);
    case 'learning':
      return (records && (await handleLearningChoice(knowledge, { ...context, records }, action.input))) ?? stale;
    case 'onboarding':
      return (records && (await handleOnboardingChoice(knowledge, { ...context, records }, action.input))) ?? stale;
  }
}

function obey(knowledge: Knowledge, session: Session, command: Command, language: Language): Handled {
  const words = wordings[language];
  const last = session.history.at(-1);
  const nothingYet = noticeReply(words.notice.nothingUnderstoodYet, language);
  switch (command) {
    case 'help':
      return handled([helpReply(language)], session);
    case 'restart': {
      const cleared = noticeReply(words.notice.cleared, language, welcomeReply(language).choices);
      return {
        ...handled([cleared], { ...emptySession, version: session.version }),
        changes: [{ type: 'transcriptCleared' }],
      };
    }
    case 'person':
      return handled([handoffReply(session, language)], session);
    case 'reading': {
      const read = session.history.findLast((turn) => turn.standalone !== '')?.standalone;
      return handled(
        [read === undefined ? nothingYet : noticeReply(words.answer.understoodAs(read), language)],
        session,
      );
    }
    case 'repeat':
      return handled(last?.replies ?? [nothingYet], session);
    case 'interview':
      return beginInterview(knowledge, session, language);
    case 'resume':
      return resumeInterview(knowledge, session, language);
    default:
      return unreachable(command);
  }
}

function handoffReply(session: Session, language: Language): Reply {
  const { handoff } = wordings[language];
  const asked = session.history.findLast((turn) => turn.standalone !== '')?.standalone;
  return fixedReply(
    'notice',
    [{ type: 'text', text: asked === undefined ? handoff.noQuestion : handoff.given(asked) }],
    language,
    [],
  );
}

/** The value of an open button that the message names by its number or its words, or null. */
function choiceNamed(session: Session, text: string): string | null {
  const open = openChoices(session);
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/[.。)）、]$/, '');
  if (/^\d{1,2}$/.test(plain)) return awaitsNumber(session) ? null : (open[Number(plain) - 1]?.value ?? null);
  return open.find((choice) => choice.label === plain)?.value ?? null;
}

function withMaskNotice(replies: readonly Reply[]): readonly Reply[] {
  const [first, ...rest] = replies;
  if (first === undefined) return replies;
  const notice = { type: 'notice' as const, text: wordings[first.language].notice.masked };
  return [{ ...first, parts: [...first.parts, notice] }, ...rest];
}
