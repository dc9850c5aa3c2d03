import { normaliseQuery } from '../knowledge/index.ts';
import { personalWordings, talkKeptDays, wordings } from '../prompts/index.ts';
import { handoffChoice } from './choices.ts';
import { figureCellMin } from './limits.ts';
import { fixedReply } from './notices.ts';
import type { Language, Reply, Role } from './vocabulary.ts';

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

const mine = '(?:我(?!們)(?:自己|個人|這邊|在這裡)?的?|本人的?|自己的|個人的?)';
const kept = '(?:個人資料|個資|資料|帳號|帳戶|對話(?:紀錄|記錄|內容)?|聊天(?:紀錄|記錄|內容)?|訊息(?:紀錄|記錄)?)';
const figures = '(?:時數|紀錄|記錄|證照|角色|進度|任務|學習狀況|對話|聊天|問題|資料|個資)';
const remove = '(?:刪除|刪掉|刪|清除|清掉|移除|抹除|銷毀|註銷|停用|取消|拿掉|全刪)';
const others = '(?:主管|長官|老闆|同事|同仁|別人|其他人|人事單位|人事室|人事|誰|他人|大家|科長|處長)';
const show = '(?:看得到|看到|看見|看(?:得)?(?:嗎|到)|知道|查到|查得到|調閱|看|給|傳給|提供給|告訴|回報|洩漏給|公開)';

/** Sees, exports, corrects or removes what is kept of oneself here; how long it is kept, and who sees it. */
const dataRights: readonly RegExp[] = [
  new RegExp(
    `^(?:我|請|想|要|幫|可以|能不能|請問|怎麼|如何|麻煩|你|您)*(?:我)?(?:要|想|可以|能)?(?:查詢?|查看|調閱|看|下載|匯出|拿到?|取得|索取|更正|修改|複製)(?:一下|一份)?${mine}(?:所有|全部|完整)?的?(?:個人資料|個資|資料)(?:嗎|要怎麼做|要找誰)?$`,
  ),
  new RegExp(`${remove}(?:掉|全部|所有|一下|你那邊|這裡)*的?${mine}(?:所有|全部|一切)?的?${kept}`),
  new RegExp(`(?:把|將|幫我把)${mine}?(?:所有|全部|一切)?的?${kept}(?:都|全部|通通|全|整個)*(?:給我)?${remove}`),
  new RegExp(`^(?:我|請|想|要|幫|可以|怎麼|如何|麻煩)*${remove}(?:我的?)?(?:在這裡的?)?(?:帳號|帳戶)(?:嗎|要怎麼做)?$`),
  new RegExp(
    `^(?:請問|你|您|你們|這裡|系統)*(?:我的?|我們的?|這些|這個)?(?:個人)?(?:${kept}|我說的話?)[^。?!]{0,4}(?:存|保存|保留|留存|留|放|記)(?:多久|幾天|到什麼時候|在哪裡?|多長|起來嗎|下來嗎)`,
  ),
  /^(?:請問|那)*(?:你|您|你們|系統|這裡)(?:到底)?(?:會不會|會|有沒有|有|是不是會)(?:把)?(?:存|保存|保留|留存|記錄|紀錄|蒐集|收集)(?:下)?我們?的?(?:個資|個人資料|資料|對話|訊息|話|紀錄|聊天內容)(?:嗎)?$/,
  new RegExp(
    `^(?:請問|那|你說)*(?:${others}|你)+(?:會不會|會|可以|能不能|能|是不是|有沒有)*(?:不會)?(?:把)?${show}(?:到|得到)?(?:我(?!們)(?:自己|個人)?的?${figures}|我們的?(?:對話|聊天|紀錄|訊息))`,
  ),
  new RegExp(
    `我(?!們)的?${figures}(?:會不會|會|可以|是不是)*(?:被|給|讓)?(?:傳給|提供給|告訴)?${others}(?:會不會|會|可以|能)*(?:看|知道|查|調閱)`,
  ),
  new RegExp(
    `^(?:請問|那)*(?:你|您|系統|你們)?(?:會不會|會|是不是)?把我(?!們)的?${figures}(?:給|傳給|告訴|提供給|拿給|回報給|交給|洩漏給|公開給)${others}`,
  ),
  /^(?:請問|那)*(?:你|您|系統|你們)(?:到底|現在|都|會)*(?:記|存|留|保存|保留|記錄|紀錄|蒐集|收集|知道)(?:了|著|有)?(?:哪些|什麼|我(?:的)?(?:什麼|哪些|多少))(?:我的|關於我的?|有關我的?)?(?:資料|個資|資訊|事|東西)*(?:呢|啊)?$/,
  /^(?:你|您|系統)?(?:有)?(?:存|留|記|蒐集|收集)了?(?:我的?)(?:哪些|什麼)(?:資料|個資|資訊|東西)?$|^(?:你|您)(?:到底)?(?:知道|記得)(?:關於)?我(?:的)?(?:什麼|哪些(?:事|資料)?)$/,
  /\b(?:delete|erase|remove|export|download|see|correct) (?:all )?(?:of )?my (?:personal )?(?:data|account|information|chat|conversation)\b|\bwhat (?:data |information )?do you (?:keep|store|know|have) (?:about|of|on) me\b|\bhow long (?:do you keep|is|are) (?:my|the) (?:data|chat|conversation|records?)|\bwho can see my (?:hours|records?|data|role|conversation|chat)\b|\b(?:can|will) (?:my (?:boss|supervisor|manager)|hr|others) see my (?:hours|records?|data|role|conversation|chat)\b/,
];

/** Whether somebody asks what is kept of them here, who sees it, how long, or wants it handed out or removed. */
export function asksOwnData(text: string): boolean {
  const plain = normaliseQuery(text)
    .trim()
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
    .replace(/[\s?!。.~]+$/g, '');
  return dataRights.some((pattern) => pattern.test(plain));
}

/** The plain notice on one's own data. */
export function ownDataReply(language: Language): Reply {
  const { data } = personalWordings[language];
  return fixedReply(
    'notice',
    [
      { type: 'text', text: data.lead },
      { type: 'list', ordered: 'unordered', items: data.items(talkKeptDays, figureCellMin) },
      { type: 'text', text: data.end },
    ],
    language,
    [handoffChoice(language)],
  );
}

const ownRole =
  /^(?:請問|那|所以|告訴我|查|看|說)*(?:我的(?:ai)?(?:人才)?(?:角色|類別|分類)(?:建議)?(?:結果)?(?:是)?(?:什麼|哪一?(?:個|種|類)|呢|為何|怎樣)?|我(?:上次|之前|剛剛|剛才)(?:測|做|訪談)?(?:出來)?的?(?:角色|類別|結果)(?:是)?(?:什麼|哪一?(?:個|種|類)|呢)?|我(?:被)?(?:判斷|分|歸)(?:成|到|為|在)(?:哪一?(?:個|種|類)|什麼角色)|what(?:'s| is| was) my (?:ai )?role|(?:show |tell )?(?:me )?my (?:ai )?role)$/;

/** The role that was found before, to whoever asks for it; null for all else and where none was found. */
export function ownRoleReply(role: Role | null, text: string, language: Language): Reply | null {
  const plain = normaliseQuery(text)
    .trim()
    .replace(/[\s?!。.~]+$/g, '');
  if (role === null || !ownRole.test(plain)) return null;
  const words = personalWordings[language];
  const { interview, roles } = wordings[language];
  const reply = fixedReply('notice', [{ type: 'text', text: words.role(roles[role]) }], language, [
    { label: interview.wantsCourses, value: 'recommend:', emphasis: 'primary' },
    { label: words.roleAgain, value: 'interview:restart', emphasis: 'plain' },
    handoffChoice(language),
  ]);
  return { ...reply, role };
}
