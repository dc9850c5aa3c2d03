import type { CatalogueItem } from '../../knowledge/index.ts';
import { asksSomething } from './asks-something.ts';
import { amountsIn, readAmount } from './read-amount.ts';
import { readCertificateDraft } from './read-certificate.ts';
import { readDay } from './read-day.ts';
import { type ReadDrafts, readHoursDrafts } from './read-draft.ts';

const polite =
  '^(?:你好|您好|哈囉|嗨|hi|hello|請|麻煩(?:你|您)?|可以|可否|能不能|可不可以|能|拜託|欸|那|好|我|想要|想|要|需要|順便|再|先|還有|另外|幫我|替我|幫忙|協助|please|can you|could you|[\\s，,、])*';
const command = new RegExp(
  `${polite}(?:補?登錄|補登|登記|登打|登(?=一下|一[筆門]|(?:學習)?時數|課|上去|入|個)|新增|[紀記]錄(?=[\\s一我這「]|$)|記一?下|記上|記(?=[\\s我這「一]|[\\p{L}])(?!得|住|者|憶|功|過|取)|加上?(?=一[門筆堂張]|\\s|「)|輸入(?=一|\\s)|(?:log|record|add|enter)\\b)`,
  'iu',
);
/** The command may stand last: 「生成式AI入門 3小時 昨天 幫我登錄」. */
const commandBehind =
  /(?:請|麻煩|幫我|替我|我要|[\s，,])(?:補?登錄|補登|登記|登一下|登上去|記一下|記下來?|[紀記]錄(?:一下|下來)|記上去?|登)(?:一下|謝謝|感謝)?$/;
/** 「登錄 AI倫理」: the verb and a name; what is lacking is asked. */
const commandNamed = new RegExp(`${polite}(?:補?登錄|補登|登記|新增)(?:一下|課程)?[\\s:：]+(?=.{2,30}$)`, 'u');
const helped = /^(?:請|麻煩|可以|能不能|可否)*(?:幫我|替我)(?:記|登)/;
const aboutLearning =
  /課|時數|研習|訓練|工作坊|講座|證照|證書|學習[紀記]錄|\b(?:course|class|training|certificate|hours?)\b/i;
const procedure =
  /還是|方式|程序|流程|期限|截止|步驟|辦法|規定|權責|文件|證明$|欄位|代碼|sop|入口|網址|位置|單位$|系統|作業|時間$|要附|需要附/i;
const courseDone =
  /(?:上|修|聽|看|讀|學)(?:完|了|畢)|(?:上|修|聽)過|去上了|結訓|完訓|參加(?:完|了|過)|研習了|完成了?.{0,24}(?:課|研習|訓練|班|工作坊|講座|測驗)|[上修]的$|(?<=\d\s*(?:小時|hr|h)\s?)(?:課程?)?完成|\b(?:completed|finished|attended|took)\b/i;
/** 「上禮拜五上AI簡報課3.5h」: with a day that is over and an amount, 上 needs no 了. */
const courseHeld =
  /(?<!早|晚|以|線|網|桌|馬|加|期|下)[上修聽](?!午|週|周|個|星期|禮拜|月|次|面|班|網|線).{1,30}?(?:課|班|研習|講座|工作坊|訓練)|參加.{1,30}?(?:課|班|研習|講座|工作坊|訓練)|(?:去|我)[上修聽]\s*\d+(?:\.\d+)?\s*個?(?:小時|鐘頭|hr)/;
const spokenOfSelf = /我(?!們)|本人|小弟|小妹|敝人|\bi(?:'ve)?\b/i;
const notDone =
  /差|缺|欠|剩|還要|還需|沒|尚未|未|想要?上|打算|準備|預計|將|每天|每日|每週|每周|每月|每年|平常|平時|經常|通常|常常|要上|需要|應該|必須|建議|推薦|如果|假如|\b(?:not|if|will|going to|want|every|need)\b/i;
const running = /今年|總共|累計|累積|到目前|目前|至今|一共|全部|\bso far\b|\bthis year\b/i;

/** What was not attended is not entered. */
const untrue = /沒有?(?:真的|實際)?[上修去聽看]|其實沒|根本沒|假裝|虛報|灌水|多報|隨便編/;
/** A list in which each course has its day and hours, and nothing else is told. */
const tellsMore = /[我你他她們]|負責|處理|開會|會議|加班|公文(?!寫作)|業務|規定|應|須|每|可以|因為|所以|但|如果/;

/** What a message tells to be recorded; null where it tells nothing of the kind. */
export function readRecord(items: readonly CatalogueItem[], text: string, today: string): ReadDrafts | null {
  const isHelp = helped.test(text) || commandBehind.test(text.replace(/[嗎?？]+$/, ''));
  if (asksSomething(text) && !(isHelp && /[嗎?？]$/.test(text))) return null;
  if (untrue.test(text)) return null;
  const certificate = readCertificate(items, text, today);
  if (certificate !== null) return certificate;
  const amount = readAmount(text);
  const isCommand = command.test(text) || commandBehind.test(text);
  const read = readHoursDrafts(items, isCommand ? text.replace(commandBehind, '') : text, today);
  const [first] = read.drafts;
  if (first === undefined) return isCommand || amount !== null ? read : null;
  const isNamed = commandNamed.test(text) || aboutLearning.test(text);
  if (isCommand && (amount !== null || (isNamed && !procedure.test(text)))) return read;
  if (amount === null || amount.hours === 'wholeDays') return courseDone.test(text) ? wholeDaysOf(read, text) : null;
  return isTold(text, read, today) ? read : null;
}

/** 「昨天上了一天的AI課」 is told by itself only where the course has a name. */
function wholeDaysOf(read: ReadDrafts, text: string): ReadDrafts | null {
  const [first] = read.drafts;
  const isWhole = read.trouble === 'wholeDays' && first?.name != null && first.date !== null;
  return isWhole && !notDone.test(text) && spokenOfSelf.test(text) ? read : null;
}

/** Whether a message without a command tells of courses that somebody has finished. */
function isTold(text: string, { drafts, trouble }: ReadDrafts, today: string): boolean {
  const [first] = drafts;
  const dated = readDay(text, today) !== null;
  if (first === undefined || notDone.test(text)) return false;
  // Two amounts that are no list tell something else: 「我上了3小時，人事說不夠要6小時」.
  if (trouble === 'unclear' && amountsIn(text).length > 1) return false;
  const isListed = drafts.every(({ name, hours, date }) => name !== null && hours !== null && date !== null);
  if (isListed && dated && drafts.length > 1 && !tellsMore.test(text)) return true;
  const isHeld = dated && courseHeld.test(text) && first.name !== null;
  if (!(courseDone.test(text) || isHeld) || /上了?.{0,6}的?班$/.test(text)) return false;
  if (first.name === null) return spokenOfSelf.test(text) && dated && !running.test(text);
  if (running.test(text) && !dated) return false;
  return spokenOfSelf.test(text) || dated || /^\S{2,40}\s*\S*(?:上完|修完|完成)了?$/.test(text);
}

const passed =
  /(?:考|拿|取|獲|得)(?:過|到|上|取|完|得)了?|考了|拿了|通過了?|取得了?|\b(?:passed|obtained|got|earned)\b/i;
const isCertificate = /證照|證書|鑑定|認證|certificat|certified/i;

function readCertificate(items: readonly CatalogueItem[], text: string, today: string): ReadDrafts | null {
  const isCommand = (command.test(text) || commandBehind.test(text)) && !procedure.test(text);
  const isTold = passed.test(text) && !notDone.test(text) && (spokenOfSelf.test(text) || readDay(text, today) !== null);
  const isNamedSo = isCommand && /證照|證書/.test(text);
  if (!(isCommand || isTold) || (readAmount(text) !== null && !isNamedSo)) return null;
  const read = readCertificateDraft(items, text.replace(commandBehind, ''), today);
  const name = read.drafts[0]?.name ?? null;
  const known = read.drafts[0]?.catalogue != null || /ipas|ai-?9\d\d/i.test(name ?? '');
  if (known) return read;
  if (isNamedSo) return read;
  return name !== null && isCertificate.test(name) && [...name].length >= 5 && [...name].length <= 30 ? read : null;
}
