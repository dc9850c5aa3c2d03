import type { Before } from './answer/follow-up.ts';
import type { InterviewState } from './interview/interview.ts';
import type { LearningDialogue } from './learning/dialogue.ts';
import { historyTurnsMax, sessionIdleMs, sharesOpenMax } from './limits.ts';
import type { OnboardingDialogue } from './onboarding/dialogue.ts';
import { renderPlainText } from './plain-text.ts';
import type { Wish } from './recommend/wish.ts';
import type { Choice, Language, Reply, Role } from './vocabulary.ts';

/** The memory of a thread: plain data that a store keeps as JSON. */
export interface Session {
  /** Rises by one with every turn; a store refuses a version that does not follow its own. */
  readonly version: number;
  readonly language: Language;
  /** The last turns, oldest first. */
  readonly history: readonly TurnRecord[];
  /** The role that the interview found, until it is done again. */
  readonly role: Role | null;
  /** The role interview: running, left off, or over; null where there was none. */
  readonly interview: InterviewState | null;
  /** What the person said of what to learn; null before a recommendation was asked for. */
  readonly wish: Wish | null;
  /** What the conversation about hours and certificates waits for. */
  readonly learning: LearningDialogue | null;
  /** What the conversation about the first weeks waits for. */
  readonly onboarding: OnboardingDialogue | null;
  /** Milliseconds since 1970 of the last turn. */
  readonly lastAt: number;
}

/** What a person takes along into another thread, and back into one that fell silent. */
export interface Profile extends Pick<Session, 'language' | 'role' | 'interview' | 'wish'> {
  /** Milliseconds since 1970 at which it was last said. */
  readonly at: number;
}

/** One turn as it is kept: personal data masked. */
export interface TurnRecord {
  /** What the person typed or the label of the button, masked. */
  readonly said: string;
  /** How it was understood without the thread; the same as `said` where it stood alone. */
  readonly standalone: string;
  /** Ids of the topics that the answer told. */
  readonly topics: readonly string[];
  /** What was replied. A session keeps it of the turns that a follow-up can point to; the transcript keeps all. */
  readonly replies: readonly Reply[];
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Where it was asked before others, as whoever handed it over calls that place: there it can be shown. Absent for most. */
  readonly origin?: string;
  /** When the person showed it there, milliseconds since 1970; absent while they did not. */
  readonly sharedAt?: number;
}

/** A thread in which nothing was said yet. */
export const emptySession: Session = {
  version: 0,
  language: 'zh-TW',
  history: [],
  role: null,
  interview: null,
  wish: null,
  learning: null,
  onboarding: null,
  lastAt: 0,
};

/** The session after a turn; old turns fall out, and replies that nothing can point to any more. */
export function withTurn(session: Session, turn: TurnRecord, language: Language): Session {
  const turns = [...session.history, turn].slice(-historyTurnsMax);
  const asked = turns.findLastIndex((one) => one.standalone !== '');
  const toShare = turns.filter(isToBeShared).slice(-sharesOpenMax);
  const history = turns.map((one, at) =>
    at === asked || at === turns.length - 1 || toShare.includes(one) || one.replies.length === 0
      ? one
      : { ...one, replies: [] },
  );
  return { ...session, version: session.version + 1, language, history, lastAt: turn.at };
}

/** Whether the turn has a button that shows it elsewhere and still does. */
export function isToBeShared({ origin, sharedAt, replies }: TurnRecord): boolean {
  if (origin === undefined || sharedAt !== undefined) return false;
  return replies.some(({ choices }) => choices.some(({ value }) => value.startsWith('share:')));
}

/** What the person takes along from this thread. */
export function profileOf(session: Session): Profile {
  const { language, role, interview, wish, lastAt } = session;
  return { language, role, interview, wish, at: lastAt };
}

/**
 * The session in which a turn at `now` begins: what the person said elsewhere since, and after a long silence without the
 * talk itself, so that 「那張」 never points to yesterday. An interview that was left open waits for 「繼續」.
 */
export function wakeSession(session: Session, profile: Profile | null, now: number): Session {
  const elsewhere = profile !== null && profile.at > session.lastAt;
  const idle = now - session.lastAt > sessionIdleMs;
  if (!elsewhere && !idle) return session;
  const { language, role, interview, wish } = elsewhere ? profile : session;
  const asleep = interview?.stage === 'asking' ? { ...interview, stage: 'cancelled' as const } : interview;
  const awake = { ...session, language, role, interview: asleep, wish };
  return idle ? { ...awake, history: [], learning: null, onboarding: null } : awake;
}

/** The turn before as a follow-up is read against it, or null where nothing was asked yet. */
export function beforeOf(session: Session): Before | null {
  const last = session.history.findLast((turn) => turn.standalone !== '');
  if (last === undefined) return null;
  return { question: last.standalone, answer: last.replies.map(renderPlainText).join('\n'), topics: last.topics };
}

/**
 * The buttons of several replies in the order in which they are numbered: the last reply's first, because it asks, and those
 * that hand over to a person last. A button that two replies offer counts once.
 */
export function orderChoices(replies: readonly Reply[]): readonly Choice[] {
  const all = replies.toReversed().flatMap((reply) => reply.choices);
  const once = all.filter((choice, at) => all.findIndex((other) => other.value === choice.value) === at);
  return [
    ...once.filter((choice) => choice.emphasis !== 'person'),
    ...once.filter((choice) => choice.emphasis === 'person'),
  ];
}

/** The buttons that are open in this thread: those of the last turn. */
export function openChoices(session: Session): readonly Choice[] {
  return orderChoices(session.history.at(-1)?.replies ?? []);
}
