import type { KeptLearning } from '../learning/kept.ts';
import type { Role } from '../vocabulary.ts';
import { combineFocus, type Focus } from './focus.ts';
import type { HoursLeft, Level, Position, Preference, RecommendationRequest } from './recommend.ts';

/** What somebody said about what they want to learn; null where they said nothing of it. Plain data, kept in a session. */
export interface Wish {
  /**
   * `strong`: asks for a recommendation; `weak`: tells something about oneself without asking, which counts behind a
   * recommendation; `none`: neither.
   */
  readonly asks: 'strong' | 'weak' | 'none';
  readonly role: Role | null;
  readonly position: Position | null;
  readonly level: Level | null;
  /** Ids of courses and certificates. */
  readonly done: readonly string[];
  readonly hoursLeft: HoursLeft | null;
  readonly preference: Preference | null;
  readonly focus: Focus | null;
}

/** A wish that says nothing. */
export const emptyWish: Wish = {
  asks: 'none',
  role: null,
  position: null,
  level: null,
  done: [],
  hoursLeft: null,
  preference: null,
  focus: null,
};

const preferences: readonly Preference[] = ['online', 'inPerson', 'any'];

/** What stands behind `recommend:` in a choice: a preference or nothing. Tapping it asks for a recommendation. */
export function wishOfChoice(value: string): Wish {
  return { ...emptyWish, asks: 'strong', preference: preferences.find((known) => known === value) ?? null };
}

/** What was said before with what is said now on top; what is done adds up. */
export function combineWishes(before: Wish, now: Wish): Wish {
  return {
    asks: now.asks,
    role: now.role ?? before.role,
    position: now.position ?? before.position,
    level: now.level ?? before.level,
    done: [...new Set([...before.done, ...now.done])],
    hoursLeft: combineHours(before.hoursLeft, now.hoursLeft),
    preference: now.preference ?? before.preference,
    focus: combineFocus(before.focus, now.focus),
  };
}

/**
 * The request that follows from a wish. A role that the person names goes before the one that an interview found, and hours that
 * they say before those of their ledger; `kept` is null where nothing is in it.
 */
export function requestOf(
  wish: Wish,
  roleFound: Role | null,
  today: string,
  kept: KeptLearning | null,
): RecommendationRequest {
  return {
    role: wish.role ?? roleFound,
    position: wish.position,
    level: wish.level ?? 'none',
    done: [...new Set([...wish.done, ...(kept?.done ?? [])])],
    hoursLeft: wish.hoursLeft ?? kept?.missing ?? null,
    hoursFrom: wish.hoursLeft === null && kept !== null ? 'ledger' : 'said',
    preference: wish.preference ?? 'any',
    focus: wish.focus,
    today,
  };
}

function combineHours(before: HoursLeft | null, now: HoursLeft | null): HoursLeft | null {
  if (now === null || before === null) return now ?? before;
  return { total: now.total ?? before.total, ai: now.ai ?? before.ai };
}
