import { normaliseQuery } from '../knowledge/index.ts';
import { wordings } from '../prompts/index.ts';
import { handoffChoice } from './choices.ts';
import { fixedReply } from './notices.ts';
import type { Language, Reply } from './vocabulary.ts';

const asksOwnRecord =
  /(?:查|看看|告訴我|顯示|列出)[^。?!]{0,4}我(?:的|今年|目前|還|已經|到底|自己|ai)[^。?!]{0,14}(?:時數|小時|紀錄|記錄|證照|年資|積分|學分|考績)|我(?:今年|目前|到現在|ai|的)*(?:還|尚)(?:差|缺|欠|剩)(?:多少|幾)|我(?:今年|目前|到現在)?(?:已經)?(?:修|上|累積)了?(?:多少|幾)(?:個|門)?(?:小時|時數|課|門)|我的?(?:陞遷|升遷|陞任|升任|考績)?(?:積分|分數|名次|排名)[^。?!]{0,8}(?:第幾|多少|幾分|幾名|排)|how many (?:ai |learning )?hours (?:do i|have i)|my (?:learning hours|record|transcript)/;

/** Whether somebody asks for their own figures, which no document holds and this assistant is not connected to. */
export function isAboutOwnRecord(text: string): boolean {
  return asksOwnRecord.test(normaliseQuery(text));
}

/** Says so, without guessing, and where to look. */
export function ownRecordReply(language: Language): Reply {
  const text = wordings[language].notice.personalRecord;
  return fixedReply('abstention', [{ type: 'text', text }], language, [handoffChoice(language)]);
}
