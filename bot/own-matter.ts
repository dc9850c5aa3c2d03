import { type Knowledge, normaliseQuery } from '../knowledge/index.ts';
import { assessText } from './interview/assess-text.ts';
import { readDuties } from './interview/read-duties.ts';
import { asksSomething } from './learning/asks-something.ts';
import { isAboutOwnRecord } from './own-record.ts';

/** Circumstances that nobody should have to read of a colleague in a channel, when somebody tells them of themselves. */
const circumstances =
  /懷孕|有孕|流產|產假|產檢|育嬰|留職停薪|留停|生病|住院|開刀|手術|癌|腫瘤|化療|憂鬱|焦慮症|躁鬱|恐慌症|身心科|精神科|身心障礙|殘障|失眠|病假|安胎|離婚|喪假|喪偶|家暴|離職|辭職|請調|資遣|免職|考績(?:乙|丙|丁|被打)|被(?:記過|申誡|懲處|懲戒|檢舉|調查|約談|打考績|停職|減薪)|欠債|卡債|薪水|薪資|月薪|年薪|俸點|帳號密碼/;
/** What a personnel file holds of one person, and hours that somebody counts of themselves. */
const ownThings =
  /我(?:的|自己的|個人的)(?:[^,，。?？!！]{0,4})(?:考績|薪|俸|年資|積分|名次|差勤|特休|休假|加班費|獎懲|[紀記]錄|時數|證照|學分|陞遷|案件|角色|個資|個人資料|履歷|表\s*51)|我(?!們)[^,，。?？!！]{0,8}(?:上|修|讀|聽|累積|完成)(?:了|過|完|滿)[^,，。?？!！]{0,6}\d+(?:\.\d+)?個?(?:小時|鐘頭)|我(?!們)[^,，。?？!！]{0,8}[還尚](?:差|缺|欠|剩)[^,，。?？!！]{0,3}\d+(?:\.\d+)?個?(?:小時|鐘頭)/;
const ofOneself = /我(?!們)|本人|小弟|小妹|敝人/;
const english =
  /\b(?:i|i'm|i've|my)\b.{0,40}\b(?:pregnan\w*|miscarr\w*|maternity|paternity|parental leave|unpaid leave|sick(?: leave)?|ill|illness|hospital\w*|surgery|cancer|depress\w*|anxiety|disab\w*|divorc\w*|bereave\w*|resign\w*|quit(?:ting)? my job|laid off|salary|pay ?slip|disciplin\w*|suspended)\b/;

/** How one asks in official letters, and for something to be given. */
const requests = /請(?!款|購|示|假)|惠[示予釋]|給我|告訴/;

/** How questions begin that are not about oneself. */
const politeBeginnings =
  /(?:我|小弟|小妹)?(?:只是|就是)?(?:想要?|要|想再)?(?:請問|請教|問一?下?|知道|了解|確認|查)|(?:告訴|給|教|跟|幫|請問|讓)我(?:看看|說)?|\b(?:can|could|may) i ask\b|\b(?:tell|show|give|help) me\b|\bi (?:want|would like|wonder)\b(?: to (?:know|ask))?/g;

/** Whether somebody tells of their own health, family, pay or standing, or asks for what is kept of them. */
export function isOwnMatter(text: string): boolean {
  const plain = fold(text);
  if (isAboutOwnRecord(plain) || ownThings.test(plain) || english.test(plain)) return true;
  return ofOneself.test(plain) && circumstances.test(plain);
}

/** Whether somebody speaks of themselves, beyond how one begins to ask. */
export function speaksOfOneself(text: string): boolean {
  const plain = fold(text).replace(politeBeginnings, ' ');
  return ofOneself.test(plain) || /\b(?:i|i'm|i've|my|mine|myself)\b/.test(plain);
}

/** Whether somebody tells what they do at work, without a question: what a role follows from, or several duties. */
export function tellsDuties(knowledge: Knowledge, text: string): boolean {
  if (asksSomething(text) || requests.test(text)) return false;
  const duties = readDuties(knowledge.interview, text);
  return duties.length >= 2 || (duties.length === 1 && assessText(knowledge, text).confident);
}

/** Spaces between Chinese characters are how a word is hidden. */
function fold(text: string): string {
  return normaliseQuery(text).replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '');
}
