import { publicWordings } from '../prompts/index.ts';
import { readAction } from './choices.ts';
import { type Handled, handled } from './handled.ts';
import { noticeReply } from './notices.ts';
import type { Moment } from './person-turn.ts';
import { isToBeShared, type Session, type TurnRecord } from './session.ts';
import { say, type Thought, type Turn } from './turn.ts';
import type { Choice, Language, Part, Reply } from './vocabulary.ts';

/**
 * Says what was thought in private and, where it was asked before others (`origin`), offers to show it there. Nothing sensitive is
 * offered, nor a question that only asks back: of an interview that was begun before others, the result is.
 */
export function sayWithOffer(before: Session, thought: Thought, moment: Moment, origin: string | null): Turn {
  const from = origin ?? carriedOrigin(before, thought);
  if (from === null || thought.privacy === 'sensitive') return say(thought, moment);
  if (!isWorthShowing(thought, origin)) return say(thought, moment, asksOn(thought) ? from : null);
  const value = shareValue({ origin: from, said: thought.said, at: moment.now });
  const choice: Choice = { label: publicWordings[thought.language].share, value, emphasis: 'plain' };
  const replies = thought.replies.map((reply, at) =>
    at === thought.replies.length - 1 ? { ...reply, choices: [...reply.choices, choice] } : reply,
  );
  return say({ ...thought, replies }, moment, from);
}

/** The button was tapped. Null where no turn of the session has it any more, or ever had. */
export function share(session: Session, value: string, language: Language, now: number): Handled | null {
  const words = publicWordings[language];
  const at = session.history.findLastIndex((turn) => turn.origin !== undefined && shareValue(turn) === value);
  const turn = session.history[at];
  if (turn?.origin === undefined) return null;
  if (turn.sharedAt !== undefined) return handled([noticeReply(words.alreadyShared, language)], session);
  if (!isToBeShared(turn)) return null;
  const history = session.history.with(at, { ...turn, sharedAt: now });
  return {
    ...handled([noticeReply(words.shared, language)], { ...session, history }),
    published: { to: turn.origin, replies: toPublic(turn.replies) },
  };
}

/** What others may read: without questions back, buttons into somebody's own matters, and notes on what was typed. */
function toPublic(replies: readonly Reply[]): readonly Reply[] {
  return replies
    .filter((reply) => !asksBack(reply))
    .map((reply, at): Reply => {
      const notes = Object.values(publicWordings).map(({ masked }) => masked);
      const parts = reply.parts.filter((part) => part.type !== 'notice' || !notes.includes(part.text));
      const lead: readonly Part[] = at === 0 ? [{ type: 'text', text: publicWordings[reply.language].sharedBy }] : [];
      return { ...reply, parts: [...lead, ...parts], choices: reply.choices.filter(isForAnybody) };
    });
}

function isForAnybody({ value }: Choice): boolean {
  const type = readAction(value)?.type;
  return type === 'topic' || type === 'say' || type === 'handoff';
}

/** Where the interview that goes on was begun, if that was before others. */
function carriedOrigin(before: Session, { replies }: Thought): string | null {
  const last = before.history.at(-1);
  const asked = last?.replies.some(({ progress }) => progress !== null) ?? false;
  return asked && replies.some(({ kind }) => kind === 'interview') ? (last?.origin ?? null) : null;
}

function isWorthShowing({ replies }: Thought, origin: string | null): boolean {
  // What was asked in private in between belongs to nobody else; the result of the interview was asked for before others.
  if (origin === null) return replies.some(({ kind, role }) => kind === 'interview' && role !== null);
  return replies.some((reply) => !asksBack(reply));
}

function asksOn({ replies }: Thought): boolean {
  return replies.some(({ progress }) => progress !== null);
}

function asksBack({ progress, choices }: Reply): boolean {
  return progress !== null || choices.some(({ value }) => answersQuestion.test(value));
}

const answersQuestion = /^(?:learning:(?:fill|slot|pick|cancel)(?::|$)|onboarding:(?:start:|cancel$))/;

/** The same for the same turn, wherever it was kept meanwhile; it only has to tell the few turns of a session apart. */
function shareValue({ origin, said, at }: Pick<TurnRecord, 'origin' | 'said' | 'at'>): string {
  let hash = 0x811c9dc5;
  for (const character of `${origin}\n${at}\n${said}`)
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return `share:${(hash >>> 0).toString(36)}`;
}
