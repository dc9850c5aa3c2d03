import type { Knowledge } from '../../knowledge/index.ts';
import { type Handled, handled } from '../handled.ts';
import { assessText } from '../interview/assess-text.ts';
import type { Session } from '../session.ts';
import type { Language } from '../vocabulary.ts';
import { readWish } from './read-wish.ts';
import { recommend } from './recommend.ts';
import { composeRecommendation } from './reply.ts';
import { combineWishes, emptyWish, requestOf, type Wish } from './wish.ts';

/** What the person wishes to learn, where the message asks for a recommendation or adds to the one just given; else null. */
export function handleWish(
  knowledge: Knowledge,
  session: Session,
  text: string,
  language: Language,
  today: string,
): Handled | null {
  const wish = readWish(knowledge, text);
  const recommended = session.history.at(-1)?.replies.some((reply) => reply.kind === 'recommendation') ?? false;
  if (wish.asks === 'none' || (wish.asks === 'weak' && !recommended)) return null;
  return recommendFor(knowledge, withRoleTold(knowledge, session, text), wish, language, today);
}

/** Who tells clearly what they do, and asks for courses in the same breath, gets those of their role. */
function withRoleTold(knowledge: Knowledge, session: Session, text: string): Session {
  if (session.role !== null) return session;
  const { role, confident } = assessText(knowledge, text);
  return confident ? { ...session, role } : session;
}

/** The recommendation for all that the person said of it so far. */
export function recommendFor(
  knowledge: Knowledge,
  session: Session,
  said: Wish,
  language: Language,
  today: string,
): Handled {
  const wish = combineWishes(session.wish ?? emptyWish, said);
  const recommendation = recommend(knowledge, requestOf(wish, session.role, today));
  return handled([composeRecommendation(knowledge, recommendation, language)], { ...session, wish });
}
