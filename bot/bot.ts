import type { Knowledge } from '../knowledge/index.ts';
import { wordings } from '../prompts/index.ts';
import { ask } from './answer/ask.ts';
import { composeTopic } from './answer/compose.ts';
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
import { messageCharactersMax } from './limits.ts';
import { fixedReply, helpReply, noticeReply, unreadableReply, welcomeReply } from './notices.ts';
import { isAboutOwnRecord, ownRecordReply } from './own-record.ts';
import { maskPersonalData, withoutLabels, withoutMasks } from './privacy/mask.ts';
import { type RecalledTurn, recallTurn } from './recall.ts';
import { handleWish, recommendFor } from './recommend/converse.ts';
import { wishOfChoice } from './recommend/wish.ts';
import { type Command, readCommand } from './route.ts';
import { readLane, refuse, withCare } from './safety.ts';
import { beforeOf, emptySession, openChoices, type Session, withTurn } from './session.ts';
import { chat } from './smalltalk.ts';
import { keepVisible } from './visible-text.ts';
import type { Language, Message, Reply } from './vocabulary.ts';

/** The conversation: pure but for its ports. One turn is a message and a session in, replies and the next session out. */
export interface Bot {
  turn(session: Session, message: Message, moment: Moment): Promise<Turn>;
  /** The session after turns that were held elsewhere, so that a follow-up can be read against them. */
  recall(session: Session, turns: readonly RecalledTurn[]): Session;
  welcome(language: Language): Reply;
}

/** When a turn takes place: milliseconds since 1970, and the day as of which things are told, ISO date. */
export interface Moment {
  readonly now: number;
  readonly today: string;
}

/** What a turn makes. */
export interface Turn {
  readonly session: Session;
  /** At least one. */
  readonly replies: readonly Reply[];
}

/** The bot on this knowledge. */
export function createBot(knowledge: Knowledge): Bot {
  return {
    async turn(session, message, moment) {
      const visible = keepVisible(message.text);
      const masked = maskPersonalData(visible);
      const language = message.choice === null ? detectLanguage(masked.text, session.language) : session.language;
      const result = handle(knowledge, session, { ...message, text: masked.text }, language, moment);
      const replies = masked.kinds.length === 0 ? result.replies : withMaskNotice(result.replies);
      const record = {
        said: result.said ?? masked.text,
        standalone: result.standalone,
        topics: result.topics,
        replies,
        at: moment.now,
      };
      return { session: withTurn(result.session, record, language), replies };
    },
    recall: (session, turns) => turns.reduce((recalled, turn) => recallTurn(knowledge, recalled, turn), session),
    welcome: welcomeReply,
  };
}

/** From top to bottom, the first that applies. */
function handle(knowledge: Knowledge, session: Session, message: Message, language: Language, moment: Moment): Handled {
  const text = withoutMasks(message.text);
  const value = message.choice ?? choiceNamed(session, text);
  if (value !== null) return act(knowledge, session, value, language, moment);
  const steering = handleInterviewSteering(knowledge, session, text, language);
  if (steering !== null) return steering;
  // Before all that could turn the message away: whoever needs help gets it, however long or odd the message is.
  const lane = readLane(knowledge, withoutLabels(message.text).slice(0, messageCharactersMax));
  const own = isAboutOwnRecord(text);
  if (lane?.then === 'end' && !(own && lane.kind === 'privacy')) return refuse(lane, session, language);
  const unreadable = unreadableReply(text, language);
  if (unreadable !== null) return handled([unreadable, ...repeatOpenQuestion(knowledge, session, language)], session);
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
    handleWish(knowledge, session, text, language, moment.today) ??
    handleDescription(knowledge, session, text, beforeOf(session), language) ??
    withCare(lane, ask(knowledge, session, text, language, moment.today), language)
  );
}

function act(knowledge: Knowledge, session: Session, value: string, language: Language, moment: Moment): Handled {
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
      return recommendFor(knowledge, session, wishOfChoice(action.wish), language, moment.today);
  }
}

function obey(knowledge: Knowledge, session: Session, command: Command, language: Language): Handled {
  const words = wordings[language];
  const last = session.history.at(-1);
  const nothingYet = noticeReply(words.notice.nothingUnderstoodYet, language);
  switch (command) {
    case 'help':
      return handled([helpReply(language)], session);
    case 'restart':
      return handled([noticeReply(words.notice.cleared, language, welcomeReply(language).choices)], {
        ...emptySession,
        version: session.version,
      });
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
  if (/^\d{1,2}$/.test(plain)) return open[Number(plain) - 1]?.value ?? null;
  return open.find((choice) => choice.label === plain)?.value ?? null;
}

function withMaskNotice(replies: readonly Reply[]): readonly Reply[] {
  const [first, ...rest] = replies;
  if (first === undefined) return replies;
  const notice = { type: 'notice' as const, text: wordings[first.language].notice.masked };
  return [{ ...first, parts: [...first.parts, notice] }, ...rest];
}
