import type { CatalogueItem } from '../../knowledge/index.ts';
import { asksSomething } from './asks-something.ts';
import { readAmount } from './read-amount.ts';
import { type ReadCorrection, readCorrection } from './read-correction.ts';
import { readDay } from './read-day.ts';
import { type ReadDrafts, readCertificateDraft, readHoursDrafts } from './read-draft.ts';

/** What somebody wants of their own ledger. */
export type LearningRequest =
  | { readonly type: 'figures' }
  | { readonly type: 'list'; readonly what: 'all' | 'certificates' }
  | { readonly type: 'undo' }
  | ({ readonly type: 'record' } & ReadDrafts)
  | ({ readonly type: 'correct' } & ReadCorrection);

/**
 * Reads what a message wants of the ledger; null where it wants nothing of it. A question of the documents (「我上過的課算不算時數」)
 * is none. `text` is NFKC and Traditional.
 */
export function readRequest(items: Iterable<CatalogueItem>, text: string, today: string): LearningRequest | null {
  const plain = text.trim().replace(/[\s。.!！~～]+$/g, '');
  if (undo.test(plain)) return { type: 'undo' };
  const list = readList(plain);
  if (list !== null) return { type: 'list', what: list };
  if (asksFigures(plain)) return { type: 'figures' };
  if (isOtherMatter(plain)) return null;
  const correction = readCorrection(plain, today);
  if (correction !== null) return { type: 'correct', ...correction };
  return readRecord([...items], plain, today);
}

const undo =
  /^(?:請|幫我|我要)?(?:復原|還原|回復|撤銷|取消(?:剛剛|剛才|上一?[筆個])的?(?:登錄|[紀記]錄|變更|修改)?|undo)(?:剛剛的|剛才的|上一步|一下)?$/i;

const own = '(?:我(?!們)的?|我自己的?)';
const record = '[紀記]錄';
const lists: readonly (readonly ['all' | 'certificates', RegExp])[] = [
  [
    'certificates',
    new RegExp(
      `(?:列出|顯示|查|看|給我看)[^?？]{0,4}${own}[^?？]{0,6}(?:證照|證書)(?:${record}|清單)?$|^${own}(?:有|登錄|登記|考過|拿到)(?:了|過)?(?:哪些|什麼|哪幾張|幾張)(?:證照|證書)(?:了)?[?？]?$|^${own}(?:證照|證書)(?:${record}|清單|有哪些)?[?？]?$|\\b(?:list|show) (?:me )?my certificates?\\b`,
      'i',
    ),
  ],
  [
    'all',
    new RegExp(
      `(?:列出|顯示|查詢?|看|給我看|調出)[^?？]{0,4}${own}[^?？]{0,10}(?:${record}|登錄的(?:課|東西)|上過的課)(?:清單)?$|^${own}(?:的|今年|學習|上課|課程|時數|登錄)*(?:${record}|清單)[?？]?$|^我(?:今年|目前|到底)?(?:已經?)?(?:登錄|登記|記)(?:了|過)?(?:哪些|什麼|幾[門筆張])(?:課程?|東西|${record})?[?？]?$|\\b(?:list|show) (?:me )?my (?:learning )?(?:records?|courses|entries|ledger)\\b`,
      'i',
    ),
  ],
];

function readList(text: string): 'all' | 'certificates' | null {
  if (notLearning.test(text)) return null;
  return lists.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

const hoursWord = '(?:小時|時數|鐘頭|鐘點|hr|hours?)';
const figures: readonly RegExp[] = [
  // 我還差幾小時, 我AI課還缺多少時數, 還差幾個小時
  new RegExp(
    `^[^?？，,。]{0,8}?(?:我(?!們|的?(?:同事|主管|長官|部屬))[^?？，,。]{0,14})(?:差|缺|欠|剩|少)(?:下|了)?的?(?:多少|幾)個?${hoursWord}?(?:的?(?:ai|人工智慧)?(?:課程?|時數))?(?:要[上補修])?[?？啊呢喔]*$`,
    'i',
  ),
  new RegExp(
    `^(?:那|請問|欸|所以|目前|現在|今年|到現在|ai|人工智慧|學習|課程?|的|\\s)*(?:時數|小時數?)?(?:還|尚)(?:差|缺|欠|剩)(?:下|了)?(?:多少|幾)個?${hoursWord}?[?？啊呢喔]*$`,
    'i',
  ),
  /^(?:請問)?我(?!們)[^?？，,。]{0,12}(?:時數|小時)(?:還|尚)?(?:差|缺|欠|剩)(?:下|了)?(?:多少|幾|很多|嗎)/i,
  /^(?:請問)?我(?!們)(?:今年|去年|前年|目前|現在|到底|到現在|總共|一共|ai|課|的|1[01]\d年度?|20[12]\d年度?|\s)*還(?:要|需要|得|必須)(?:再)?(?:上|補|修)(?:多少|幾)個?(?:小時|時數|鐘頭)[^?？]{0,8}[?？]*$/i,
  // 我今年上了幾小時, 我已經修了多少時數
  /我(?!們)(?:今年|去年|前年|目前|現在|到目前|到現在|到底|總共|一共|ai|的|課|1[01]\d年度?|20[12]\d年度?|\s)*(?:已經?)?(?:總共|一共)?(?:時數)?(?:已經?)?(?:修|上|累積|完成|登錄|登記|記)(?:了|過|到)?(?:總共|一共)?(?:多少|幾)(?:個|門|筆)?(?:小時|時數|鐘頭|課)(?:的?(?:ai|人工智慧)?(?:課程?|時數))?了?[?？]*$/i,
  // AI時數夠了嗎, 我的時數夠不夠, 我AI課上夠了沒
  /^(?:那|請問|欸|所以)?(?:我(?!們)的?)?(?:今年|目前|現在|的|\s)*(?:ai|人工智慧)?(?:課程?|學習|的)*(?:時數|小時數?)(?:的)?(?:部分)?(?:已經?|都|算)?(?:夠了?(?:嗎|沒有?)|夠不夠|夠嗎|足夠了?嗎|滿了(?:嗎|沒有?)|達標了?(?:嗎|沒有?)|有達標嗎|有沒有達標|過關了?(?:嗎|沒)|足了嗎|ok了?嗎)[?？]*$/i,
  /^(?:請問)?我(?!們)(?:今年|目前|現在|\s)*的?(?:ai|人工智慧)?(?:課程?)?(?:的)?(?:時數)?(?:上|修)(?:夠|滿|完)(?:了嗎|了沒|沒|了沒有)[?？]*$/i,
  // 查我的時數, 我的時數
  /^(?:請|麻煩|可以|能不能|想|我想|要|幫我|協助|[，,\s])*(?:查詢?|看看?|顯示|列出|告訴我|給我看)[^?？]{0,4}我(?:的|今年|目前|自己|ai)[^?？，,。]{0,10}(?:時數|小時)[^?？，,。]{0,8}[?？嗎]*$/i,
  /^(?:請問)?我(?!們)(?:今年|去年|目前|現在|的|ai|學習|課程?|\s)*(?:已經?)?有(?:了)?(?:多少|幾)個?(?:小時|時數)(?:的?(?:ai|人工智慧)?(?:課程?|時數))?了?[?？]*$/i,
  /^(?:那|請問)?我(?:的|今年|去年|前年|目前|現在|ai|學習|課程|1[01]\d年度?|20[12]\d年度?|\s)+(?:時數|進度)(?:呢|有多少|是多少|多少|有幾個?小時|狀況|情形|進度|如何|怎麼樣)?[?？]*$/i,
  /\bhow many (?:more )?(?:ai |learning |training )?hours (?:do i have(?! to)|have i|did i|am i (?:short|missing|behind)|do i (?:still|yet))\b|\b(?:my|check my) (?:ai |learning |training )?hours\b(?! (?:count|expire))|\b(?:am i done with|do i have enough) (?:my |the )?(?:ai |learning )?hours\b|\bhours (?:do i have )?left for me\b/i,
];

function asksFigures(text: string): boolean {
  if (notLearning.test(text) || speaksOfOthers.test(text) || /\bwhere\b/i.test(text)) return false;
  return figures.some((pattern) => pattern.test(text));
}

/** Hours of work, points, other systems: no entry of this ledger. */
const notLearning =
  /積分|名次|排名|考績|年資|學分|陞遷|升遷|升等|特休|休假|補休|請假|加班|差勤|出差|值班|值日|工時|上班|薪|獎金|表\s*51|web ?hr|人事系統|人力資料庫|帳號|密碼|對話|聊天/i;
const speaksOfOthers =
  /同仁|部屬|組員|大家|我們|他們|(?<!其)[他她]|我的?(?:同事|主管|長官|科長|下屬|先生|太太|老公|老婆|朋友|單位|機關|科|處|室)|主管們|首長|全機關|全科|新人/;

function isOtherMatter(text: string): boolean {
  return notLearning.test(text) || others.test(text);
}

const others =
  /我們(?:科|處|室|單位|機關|同仁|大家)|同仁|部屬|大家|他們|[他她]上|我的?(?:同事|主管|長官|科長|下屬|先生|太太|老公|老婆|朋友)/;

const polite =
  '^(?:你好|您好|哈囉|嗨|hi|hello|請|麻煩(?:你|您)?|可以|可否|能不能|可不可以|能|拜託|欸|那|好|我|想要|想|要|需要|順便|再|先|幫我|替我|幫忙|協助|please|can you|could you|[\\s，,、])*';
const command = new RegExp(
  `${polite}(?:補?登錄|補登|登記|登打|登(?=一下|一[筆門])|新增|[紀記]錄(?=[\\s一我這「]|$)|記一?下|記上|記(?=[\\s我這「一]|[\\p{L}])(?!得|住|者|憶|功|過|取)|加上?(?=一[門筆堂張]|\\s|「)|輸入(?=一|\\s)|(?:log|record|add|enter)\\b)`,
  'iu',
);
const helped = /^(?:請|麻煩|可以|能不能|可否)*(?:幫我|替我)(?:記|登)/;
const aboutLearning =
  /課|時數|研習|訓練|工作坊|講座|證照|證書|學習[紀記]錄|\b(?:course|class|training|certificate|hours?)\b/i;
const procedure =
  /方式|程序|流程|期限|截止|步驟|辦法|規定|權責|文件|證明$|欄位|代碼|sop|入口|網址|位置|單位$|系統|作業|時間$|要附|需要附/i;
const courseDone =
  /(?:上|修|聽|看|讀|學)(?:完|了|畢)|(?:上|修|聽)過|去上了|結訓|完訓|參加(?:完|了|過)|研習了|完成了?.{0,24}(?:課|研習|訓練|班|工作坊|講座|測驗)|[上修]的$|(?<=\d\s*(?:小時|hr|h)\s?)(?:課程?)?完成|\b(?:completed|finished|attended|took)\b/i;
const spokenOfSelf = /我(?!們)|本人|小弟|小妹|敝人|\bi(?:'ve)?\b/i;
const notDone =
  /差|缺|欠|剩|還要|還需|沒|尚未|未|想要?上|打算|準備|預計|將|每天|每日|每週|每周|每月|每年|平常|平時|經常|通常|常常|要上|需要|應該|必須|建議|推薦|如果|假如|\b(?:not|if|will|going to|want|every|need)\b/i;
const running = /今年|總共|累計|累積|到目前|目前|至今|一共|全部|\bso far\b|\bthis year\b/i;

/** What was not attended is not entered. */
const untrue = /沒有?(?:真的|實際)?[上修去聽看]|其實沒|根本沒|假裝|虛報|灌水|多報|隨便編/;

function readRecord(items: readonly CatalogueItem[], text: string, today: string): LearningRequest | null {
  if (asksSomething(text) && !(helped.test(text) && /[嗎?？]$/.test(text))) return null;
  if (untrue.test(text)) return null;
  const certificate = readCertificate(items, text, today);
  if (certificate !== null) return { type: 'record', ...certificate };
  const amount = readAmount(text);
  const read = readHoursDrafts(items, text, today);
  const [first] = read.drafts;
  if (first === undefined) return { type: 'record', ...read };
  if (command.test(text) && (amount !== null || (aboutLearning.test(text) && !procedure.test(text))))
    return { type: 'record', ...read };
  if (amount === null || !courseDone.test(text) || notDone.test(text) || /上了?.{0,6}的?班$/.test(text)) return null;
  const dated = readDay(text, today) !== null;
  if (first.name === null)
    return spokenOfSelf.test(text) && dated && !running.test(text) ? { type: 'record', ...read } : null;
  if (running.test(text) && !dated) return null;
  return spokenOfSelf.test(text) || dated || /^\S{2,40}\s*\S*(?:上完|修完|完成)了?$/.test(text)
    ? { type: 'record', ...read }
    : null;
}

const passed =
  /(?:考|拿|取|獲|得)(?:過|到|上|取|完|得)了?|考了|拿了|通過了?|取得了?|\b(?:passed|obtained|got|earned)\b/i;
const isCertificate = /證照|證書|鑑定|認證|certificat|certified/i;

function readCertificate(items: readonly CatalogueItem[], text: string, today: string): ReadDrafts | null {
  const isCommand = command.test(text) && !procedure.test(text);
  const isTold = passed.test(text) && !notDone.test(text) && (spokenOfSelf.test(text) || readDay(text, today) !== null);
  const isNamedSo = isCommand && /證照|證書/.test(text);
  if (!(isCommand || isTold) || (readAmount(text) !== null && !isNamedSo)) return null;
  const read = readCertificateDraft(items, text, today);
  const name = read.drafts[0]?.name ?? null;
  const known = read.drafts[0]?.catalogue != null || /ipas|ai-?9\d\d/i.test(name ?? '');
  if (known) return read;
  if (isNamedSo) return read;
  return name !== null && isCertificate.test(name) && [...name].length >= 5 && [...name].length <= 30 ? read : null;
}
