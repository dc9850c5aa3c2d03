import { type Knowledge, normaliseQuery, remember } from '../../knowledge/index.ts';
import { textsRemembered } from '../limits.ts';
import { asksForRecommendation, speaksOfOthers } from './asks-for-recommendation.ts';
import { readFocus } from './focus.ts';
import { readHoursLeft } from './read-hours.ts';
import { cutClauses, readDone, readLevel } from './read-progress.ts';
import { readPosition, readPreference, readRole } from './read-standing.ts';
import type { Wish } from './wish.ts';

/**
 * Reads what a message in Chinese or English says about learning: role, position, level, what is done, hours left,
 * online or in person, and whether it asks for a recommendation. A question that the documents answer asks for none.
 */
export const readWish = remember(textsRemembered, (knowledge: Pick<Knowledge, 'catalogue'>, text): Wish => {
  const message = normaliseQuery(text);
  const clauses = cutClauses(message);
  const said: Wish = {
    asks: 'none',
    role: readRole(message),
    position: readPosition(message),
    level: readLevel(clauses),
    done: readDone([...knowledge.catalogue.items.values()], clauses),
    hoursLeft: readHoursLeft(clauses),
    preference: readPreference(message),
    focus: readFocus(message),
  };
  if (asksForRecommendation(message)) return { ...said, asks: 'strong' };
  return tellsOfOneself(said, message) ? { ...said, asks: 'weak' } : said;
});

const asks =
  /[?？嗎呢吧咧啥誰何]|什麼|甚麼|怎麼|怎樣|哪|多少|多久|幾|是否|還是|是不是|(.)不\1|有沒有|要不要|釋示|惠示|(?:^|, )(?:what|which|who|whose|when|where|why|how|does|do|did|is|are|can|could|should|would|will)\b/;
const claimsRole = /(?:我|本人|身為|屬於|角色)(?!們)|\b(?:i|i'm|my|me|as an?)\b/;
const wantsMode =
  /^(?:我|那|請|就)?(?:還是|比較)?(?:要|想|只|改|換|選|偏好|喜歡|沒空|沒辦法|沒時間|無法|不)|[，,]我?(?:要|想|只)|(?:就好|都可以|都行|優先|為主)$|^\S{2,3}$|\b(?:prefer|want|only|rather|please)\b/;

/** A statement about oneself; 「政策人才的關鍵詞」 or 「實體班的例子」 is none. */
function tellsOfOneself(said: Wish, message: string): boolean {
  if (asks.test(message) || speaksOfOthers(message)) return false;
  if (said.focus !== null) return true;
  if (said.done.length > 0 || said.hoursLeft !== null || said.level !== null || said.position !== null) return true;
  return (said.role !== null && claimsRole.test(message)) || (said.preference !== null && wantsMode.test(message));
}
