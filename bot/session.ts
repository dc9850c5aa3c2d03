import type { Before } from './answer/follow-up.ts';
import type { InterviewState } from './interview/interview.ts';
import { historyTurnsMax } from './limits.ts';
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
  /** Milliseconds since 1970 of the last turn. */
  readonly lastAt: number;
}

/** One turn as it is kept: personal data masked. */
export interface TurnRecord {
  /** What the person typed or the label of the button, masked. */
  readonly said: string;
  /** How it was understood without the thread; the same as `said` where it stood alone. */
  readonly standalone: string;
  /** Ids of the topics that the answer told. */
  readonly topics: readonly string[];
  readonly replies: readonly Reply[];
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** A thread in which nothing was said yet. */
export const emptySession: Session = {
  version: 0,
  language: 'zh-TW',
  history: [],
  role: null,
  interview: null,
  wish: null,
  lastAt: 0,
};

/** The session after a turn; old turns fall out. */
export function withTurn(session: Session, turn: TurnRecord, language: Language): Session {
  return {
    ...session,
    version: session.version + 1,
    language,
    history: [...session.history, turn].slice(-historyTurnsMax),
    lastAt: turn.at,
  };
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
