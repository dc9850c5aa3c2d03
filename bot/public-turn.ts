import type { Knowledge } from '../knowledge/index.ts';
import { publicWordings } from '../prompts/index.ts';
import { leaningOf } from './answer/follow-up.ts';
import { historyTurnsMax } from './limits.ts';
import { namedChoice } from './named-choice.ts';
import { noticeReply } from './notices.ts';
import { isOwnMatter, speaksOfOneself, tellsDuties } from './own-matter.ts';
import type { PersonRecords } from './ports.ts';
import { withoutLabels, withoutMasks } from './privacy/mask.ts';
import { receiveMessage } from './receive.ts';
import { emptySession, type Session, type TurnRecord } from './session.ts';
import { type Hearing, say, type Think, type Thought, type Turn } from './turn.ts';
import type { Message, ReplyKind } from './vocabulary.ts';

/** What a turn in public is made of. */
export interface PublicHearing extends Omit<Hearing, 'place'> {
  readonly records: PersonRecords;
}

/**
 * A turn where others read along: thought as any other, on a session that knows nothing of any person, and said only if it turns
 * out to concern nobody in particular. All else is answered in private, and the thread keeps no more than that something was.
 */
export async function turnInPublic(
  knowledge: Knowledge,
  think: Think,
  { session, moment, ...heard }: PublicHearing,
): Promise<Turn> {
  const thread = threadOf(session);
  const message = withNamedButton(thread, receiveMessage(heard.message));
  const watched = watch(heard.records);
  const hear = (on: Session): Promise<Thought> =>
    think({ session: on, message, moment, records: watched.records, place: 'public' });
  const inThread = await hear(thread);
  // What follows on a private matter must stand by itself to be answered here: what it follows on is not in this thread.
  const follows = inThread.standalone !== '' && followsPrivateMatter(session, message);
  const thought = follows ? await hear({ ...thread, history: [] }) : inThread;
  const isOwn =
    watched.wasRead() ||
    hasPersonalEffect(thought) ||
    concernsSpeaker(knowledge, message.text, thought) ||
    (follows && isNotAnswered(thought));
  if (isOwn) return answerInPrivate(thread, message, thought, moment.now);
  return say(follows ? { ...thought, session: thread } : thought, moment);
}

/** The thread without any person, and without the marks of what was answered in private. */
function threadOf({ version, language, lastAt, history }: Session): Session {
  return { ...emptySession, version, language, lastAt, history: history.filter((turn) => !isMark(turn)) };
}

/** A number or label means a button of this thread: in another one it would be another. */
function withNamedButton(thread: Session, message: Message): Message {
  const named = message.choice === null ? namedChoice(thread, withoutMasks(message.text)) : null;
  return named === null ? message : { text: named.label, choice: named.value };
}

function answerInPrivate(thread: Session, message: Message, { language }: Thought, now: number): Turn {
  const words = publicWordings[language];
  const mark: TurnRecord = { said: words.notKept, standalone: '', topics: [], replies: [], at: now };
  const replies = [noticeReply(words.privately, language, [])];
  return {
    session: {
      ...thread,
      version: thread.version + 1,
      history: [...thread.history, mark].slice(-historyTurnsMax),
      lastAt: now,
    },
    record: { ...mark, replies },
    replies,
    changes: [],
    published: null,
    place: 'private',
    handsOver: message,
  };
}

function isMark({ said }: TurnRecord): boolean {
  return Object.values(publicWordings).some(({ notKept }) => notKept === said);
}

/** 「那我的呢？」 or 「昨天」 right behind a matter that was answered in private. */
function followsPrivateMatter({ history }: Session, { text, choice }: Message): boolean {
  const last = history.at(-1);
  return last !== undefined && isMark(last) && choice === null && leaningOf(text) !== 'alone';
}

function isNotAnswered({ replies }: Thought): boolean {
  return replies[0]?.kind === 'abstention' || replies[0]?.kind === 'clarification';
}

const personalKinds: readonly ReplyKind[] = ['interview', 'recommendation', 'draft'];

/** Whether the steps did what only concerns who speaks, whether or not they knew. */
function hasPersonalEffect({ privacy, changes, published, session, replies }: Thought): boolean {
  const { role, interview, wish, learning, onboarding } = session;
  return (
    privacy !== 'open' ||
    changes.length > 0 ||
    published !== null ||
    [role, interview, wish, learning, onboarding].some((own) => own !== null) ||
    replies.some(({ kind }) => personalKinds.includes(kind))
  );
}

/** Whether the words themselves are somebody's own matter: personal data, circumstances, duties, or what no document answers. */
function concernsSpeaker(knowledge: Knowledge, text: string, thought: Thought): boolean {
  const { topics } = knowledge;
  if (withoutLabels(text) !== text || isOwnMatter(text) || tellsDuties(knowledge, text)) return true;
  const told = thought.topics.map((id) => topics.get(id)?.kind);
  const isDocumented = told.some((kind) => kind === 'question' || kind === 'unknown');
  return thought.replies[0]?.kind === 'abstention' && !isDocumented && speaksOfOneself(text);
}

/** The records, and whether anything was read of them. */
function watch(records: PersonRecords): { readonly records: PersonRecords; wasRead(): boolean } {
  let reads = 0;
  const noted = (): PersonRecords => {
    reads += 1;
    return records;
  };
  return {
    wasRead: () => reads > 0,
    records: {
      hours: () => noted().hours(),
      certificates: () => noted().certificates(),
      onboarding: () => noted().onboarding(),
      preferences: () => noted().preferences(),
      setting: (name) => noted().setting(name),
      newLinkCode: () => noted().newLinkCode(),
      checkLinkCode: (code) => noted().checkLinkCode(code),
    },
  };
}
