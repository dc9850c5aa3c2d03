import type { Knowledge, SafetyLane } from '../knowledge/index.ts';
import { publicWordings, wordings } from '../prompts/index.ts';
import { act } from './act.ts';
import { ask } from './answer/ask.ts';
import type { Job } from './changes.ts';
import { quote } from './cite.ts';
import { handleDue } from './due.ts';
import { find } from './find.ts';
import { type Handled, handled } from './handled.ts';
import {
  handleDescription,
  handleInterviewSteering,
  handleInterviewWords,
  repeatOpenQuestion,
} from './interview/converse.ts';
import { join } from './join.ts';
import { detectLanguage } from './language.ts';
import { handleLearning } from './learning/converse.ts';
import { awaitsName, withOpenQuestion } from './learning/open-question.ts';
import { messageCharactersMax } from './limits.ts';
import { handleLinking } from './linking.ts';
import { namedChoice } from './named-choice.ts';
import { handleNoticeWish } from './notice-settings.ts';
import { noticeReply, unreadableReply, welcomeReply } from './notices.ts';
import { obey } from './obey.ts';
import { handleOnboarding } from './onboarding/converse.ts';
import { overview } from './overview.ts';
import { asksOwnData, isAboutOwnRecord, ownDataReply, ownRecordReply, ownRoleReply } from './own-record.ts';
import type { Moment, PersonTurn } from './person-turn.ts';
import type { PersonRecords } from './ports.ts';
import { withoutLabels, withoutMasks } from './privacy/mask.ts';
import { handleProgressAndEntry } from './progress-and-entry.ts';
import { promptsFor } from './prompts-for.ts';
import { turnInPublic } from './public-turn.ts';
import { type RecalledTurn, recallTurn } from './recall.ts';
import { receiveMessage } from './receive.ts';
import { handleWish } from './recommend/converse.ts';
import { readCommand } from './route.ts';
import { readLane, refuse, soundsLikeCrisis, withCare } from './safety.ts';
import { beforeOf, type Profile, type Session } from './session.ts';
import { sayWithOffer } from './share.ts';
import { chat } from './smalltalk.ts';
import { stopReply, wantsToStop } from './stop-wish.ts';
import { type Hearing, say, type Thought, type Turn } from './turn.ts';
import type { Citation, Found, Joining, Language, Message, Prompt, Reply } from './vocabulary.ts';

/** The conversation: pure but for its ports. One turn is a message and a session in, replies and the next session out. */
export interface Bot {
  /** `records` are the speaker's; null where nobody is known, as in `npm run ask`. */
  turn(session: Session, message: Message, moment: Moment, records: PersonRecords | null): Promise<Turn>;
  /**
   * A message in a thread where others read along. Contract: changes nothing, and neither says nor keeps anything that concerns
   * only the speaker: then the turn's place is `private`.
   */
  turnInPublic(session: Session, message: Message, moment: Moment, records: PersonRecords): Promise<Turn>;
  /** A message that a turn in public handed over, in the private thread; what is told can be shown at its `origin`. */
  turnFromPublic(
    session: Session,
    message: Message,
    origin: string,
    moment: Moment,
    records: PersonRecords,
  ): Promise<Turn>;
  /** Somebody opened the assistant, or arrived among those whom it serves. Contract: each is greeted once, often with nothing. */
  join(session: Session, how: Joining, moment: Moment, records: PersonRecords): Promise<Turn>;
  /** What is to be said when a job of the person is due; often nothing. */
  due(session: Session, job: Job, moment: Moment, records: PersonRecords): Promise<Turn>;
  /** The person's own things: role, hours, next steps, settings. */
  overview(profile: Profile | null, language: Language, moment: Moment, records: PersonRecords): Promise<Reply>;
  /** What somebody may want to ask on a day, ISO date. Contract: three or four, each answered by a turn on that day. */
  prompts(profile: Profile | null, today: string, language: Language): readonly Prompt[];
  /** Questions of the documents that fit what is looked for, best first, at most `count`, with their answers of `today`. */
  find(query: string, today: string, count: number, language: Language): readonly Found[];
  /** The facts of these ids, in order. Contract: unknown ones are left out. */
  quotes(passages: readonly string[]): readonly Citation[];
  /** The session after turns that were held elsewhere, so that a follow-up can be read against them. */
  recall(session: Session, turns: readonly RecalledTurn[]): Session;
  welcome(language: Language): Reply;
}

/** The bot on this knowledge. */
export function createBot(knowledge: Knowledge): Bot {
  const hear = (hearing: Hearing): Promise<Thought> => think(knowledge, hearing);
  return {
    turn: async (session, message, moment, records) =>
      sayWithOffer(session, await hear({ session, message, moment, records, place: 'private' }), moment, null),
    turnInPublic: (session, message, moment, records) =>
      turnInPublic(knowledge, hear, { session, message, moment, records }),
    turnFromPublic: async (session, message, origin, moment, records) =>
      sayWithOffer(session, await hear({ session, message, moment, records, place: 'fromPublic' }), moment, origin),
    join: (session, how, moment, records) => join(knowledge, session, how, moment, records),
    async due(session, job, moment, records) {
      const turn: PersonTurn = { session, records, language: session.language, moment };
      return say({ ...(await handleDue(knowledge, turn, job)), said: '', language: session.language }, moment);
    },
    overview: (profile, language, moment, records) => overview(knowledge, profile, language, moment, records),
    prompts: (profile, today, language) => promptsFor(knowledge, profile, today, language),
    find: (query, today, count, language) => find(knowledge, query, today, count, language),
    quotes: (passages) => quote(knowledge, passages),
    recall: (session, turns) => turns.reduce((recalled, turn) => recallTurn(knowledge, recalled, turn), session),
    welcome: welcomeReply,
  };
}

/** Hides, masks, and lets the first step that applies handle the message. */
async function think(knowledge: Knowledge, hearing: Hearing): Promise<Thought> {
  const { session, place } = hearing;
  const message = receiveMessage(hearing.message);
  const isSpoken = message.choice === null && !awaitsName(session);
  const language = isSpoken ? detectLanguage(message.text, session.language) : session.language;
  const result = withOpenQuestion(
    knowledge,
    session,
    await handle(knowledge, { ...hearing, message, language }),
    language,
  );
  const isMasked = withoutLabels(message.text) !== message.text;
  const notice = place === 'fromPublic' ? publicWordings[language].masked : wordings[language].notice.masked;
  const replies = isMasked ? withNotice(result.replies, notice) : result.replies;
  return { ...result, replies, said: result.said ?? message.text.slice(0, messageCharactersMax), language };
}

/** The turn as its steps see it; the message is masked. */
interface Context extends Hearing {
  readonly language: Language;
}

/** From top to bottom, the first that applies. */
async function handle(knowledge: Knowledge, context: Context): Promise<Handled> {
  const { session, message, language, place } = context;
  const text = withoutMasks(message.text);
  const named = message.choice === null && place !== 'fromPublic' ? namedChoice(session, text) : null;
  const value = message.choice ?? named?.value ?? null;
  if (value !== null) return act(knowledge, context, value);
  const steering = handleInterviewSteering(knowledge, session, text, language);
  if (steering !== null) return steering;
  // Before all that could turn the message away: whoever needs help gets it, however long or odd the message is.
  const lane = readLane(knowledge, withoutLabels(message.text).slice(0, messageCharactersMax));
  const own = isAboutOwnRecord(text);
  const data = asksOwnData(text);
  if (lane?.then === 'end' && !((own || data) && lane.kind === 'privacy')) return refuse(lane, session, language);
  const unreadable = unreadableReply(text, language);
  if (unreadable !== null) return handled([unreadable, ...repeatOpenQuestion(knowledge, session, language)], session);
  if (data) return { ...handled([ownDataReply(language)], session, text), privacy: 'personal' };
  // Who does not want to do this any more is not in danger, however near the words are to those of somebody who is.
  const isSafe = wantsToStop(text) || !soundsLikeCrisis(knowledge, text);
  const personal = isSafe ? await handleRecords(knowledge, context, text) : null;
  const result = personal ?? (own ? tellNoRecord(context, text) : await handleWords(knowledge, context, text, lane));
  // Whose words call for a kind one is not answered before others.
  return lane === null ? result : { ...result, privacy: 'sensitive' };
}

/** What reads or changes the person's own records. */
async function handleRecords(knowledge: Knowledge, context: Context, text: string): Promise<Handled | null> {
  const { records } = context;
  if (records === null) return null;
  const turn: PersonTurn = { ...context, records };
  return (
    (await handleLinking(turn, text)) ??
    (await handleProgressAndEntry(knowledge, turn, text)) ??
    (await handleNoticeWish(turn, text)) ??
    (await handleLearning(knowledge, turn, text)) ??
    (await handleOnboarding(knowledge, turn, text))
  );
}

function tellNoRecord({ session, language }: Context, text: string): Handled {
  return { ...handled([ownRecordReply(language)], session, text), privacy: 'personal' };
}

/** What the words say by themselves. */
async function handleWords(
  knowledge: Knowledge,
  context: Context,
  text: string,
  lane: SafetyLane | null,
): Promise<Handled> {
  const { session, language, moment, records } = context;
  if (/^\d{1,3}$/.test(text.normalize('NFKC').trim())) {
    const notice = noticeReply(wordings[language].notice.noSuchChoice, language);
    return handled([notice, ...repeatOpenQuestion(knowledge, session, language)], session);
  }
  const command = readCommand(text);
  if (command !== null) return obey(knowledge, context, command, language);
  const role = ownRoleReply(session.role, text, language);
  if (role !== null) return { ...handled([role], session), privacy: 'personal' };
  if (wantsToStop(text)) return handled([stopReply(language)], session);
  return (
    handleInterviewWords(knowledge, session, text, language) ??
    chat(knowledge, session, text, language) ??
    (await handleWish(knowledge, session, text, language, moment.today, records)) ??
    handleDescription(knowledge, session, text, beforeOf(session), language) ??
    withCare(lane, ask(knowledge, session, text, language, moment.today), language)
  );
}

function withNotice(replies: readonly Reply[], text: string): readonly Reply[] {
  const [first, ...rest] = replies;
  return first === undefined ? replies : [{ ...first, parts: [...first.parts, { type: 'notice', text }] }, ...rest];
}
