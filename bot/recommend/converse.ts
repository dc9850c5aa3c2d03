import type { Knowledge } from '../../knowledge/index.ts';
import { type Handled, handled } from '../handled.ts';
import { assessText } from '../interview/assess-text.ts';
import { keptLearning } from '../learning/kept.ts';
import type { PersonRecords } from '../ports.ts';
import type { Session } from '../session.ts';
import type { Language } from '../vocabulary.ts';
import { readWish } from './read-wish.ts';
import { recommend } from './recommend.ts';
import { composeRecommendation } from './reply.ts';
import { combineWishes, emptyWish, requestOf, type Wish } from './wish.ts';

/** What the person wishes to learn, where the message asks for a recommendation or adds to the one just given; else null. */
export async function handleWish(
  knowledge: Knowledge,
  session: Session,
  text: string,
  language: Language,
  today: string,
  records: PersonRecords | null,
): Promise<Handled | null> {
  const wish = readWish(knowledge, text);
  const recommended = session.history.at(-1)?.replies.some((reply) => reply.kind === 'recommendation') ?? false;
  if (wish.asks === 'none' || (wish.asks === 'weak' && !recommended)) return null;
  const extent = wantsLittle.test(text) ? 'brief' : 'whole';
  return recommendFor(knowledge, withRoleTold(knowledge, session, text), wish, language, today, records, extent);
}

/** Asks for something short, which a whole path is not. */
const wantsLittle =
  /短(?:的|一點|時間)?(?:的)?(?:AI)?課|(?:快速|最快|馬上|趕快|時間不多|沒(?:有)?時間)[^。]{0,8}(?:課|上)|先上哪一?(?:門|堂)(?:就好)?|\b(?:short|quick)\b[^.]{0,12}\b(?:course|class)/i;

/** Who tells clearly what they do, and asks for courses in the same breath, gets those of their role. */
function withRoleTold(knowledge: Knowledge, session: Session, text: string): Session {
  if (session.role !== null) return session;
  const { role, confident } = assessText(knowledge, text);
  return confident ? { ...session, role } : session;
}

/** The recommendation for all that the person said of it so far, and entered in their ledger. */
export async function recommendFor(
  knowledge: Knowledge,
  session: Session,
  said: Wish,
  language: Language,
  today: string,
  records: PersonRecords | null,
  extent: 'whole' | 'brief' = 'whole',
): Promise<Handled> {
  const wish = combineWishes(session.wish ?? emptyWish, said);
  const kept = records === null ? null : await keptLearning(knowledge, records, today);
  const recommendation = recommend(knowledge, requestOf(wish, session.role, today, kept));
  return handled([composeRecommendation(knowledge, recommendation, language, extent)], { ...session, wish });
}
