import type { CatalogueItem } from '../../knowledge/index.ts';
import { asksSomething } from './asks-something.ts';
import { type ReadCorrection, readCorrection } from './read-correction.ts';
import type { ReadDrafts } from './read-draft.ts';
import { asksFigures, isNotLearning, readList } from './read-figures.ts';
import { readRecord } from './read-record.ts';

/** What somebody wants of their own ledger. */
export type LearningRequest =
  | { readonly type: 'figures' }
  | { readonly type: 'list'; readonly what: 'all' | 'certificates' }
  | { readonly type: 'undo' | 'redo' | 'cancel' | 'howToCorrect' }
  /** An exam that was not passed, or of which one part was passed: nothing to enter. */
  | { readonly type: 'notPassed'; readonly what: 'exam' | 'part' }
  | ({ readonly type: 'record' } & ReadDrafts)
  | ({ readonly type: 'correct' } & ReadCorrection);

/**
 * Reads what a message wants of the ledger; null where it wants nothing of it. A question of the documents (「我上過的課算不算時數」)
 * is none. `text` is NFKC and Traditional.
 */
export function readRequest(items: Iterable<CatalogueItem>, text: string, today: string): LearningRequest | null {
  const plain = text.trim().replace(/[\s。.!！~～]+$/g, '');
  const short = plain.length > shortCharactersMax ? null : readShort(plain, today);
  return short ?? recordOf([...items], plain, today);
}

/** Characters of a message that asks for or corrects something; only entries, of which there may be many, take more. */
const shortCharactersMax = 120;

function readShort(text: string, today: string): LearningRequest | null {
  const steering = steer(text);
  if (steering !== null) return steering;
  const list = readList(text);
  if (list !== null) return { type: 'list', what: list };
  if (asksFigures(text)) return { type: 'figures' };
  if (isOtherMatter(text)) return null;
  const notPassed = readNotPassed(text);
  if (notPassed !== null) return { type: 'notPassed', what: notPassed };
  const correction = readCorrection(text, today);
  return correction === null ? null : { type: 'correct', ...correction };
}

/** The same without corrections, where what sounded like one meets no entry. */
export function recordOf(items: readonly CatalogueItem[], text: string, today: string): LearningRequest | null {
  const read = isOtherMatter(text) ? null : readRecord(items, text, today);
  return read === null ? null : { type: 'record', ...read };
}

const undo =
  /^(?:請|幫我|我要)?(?:復原|還原|回復|撤銷|撤回|收回|取消(?:剛剛|剛才|上一?[筆個])的?(?:登錄|[紀記]錄|變更|修改)?|undo)(?:剛剛的|剛才的|上一步|上一筆|一下|剛剛|剛才)?(?:登錄|變更|修改|那筆)?$/i;
const redo =
  /^(?:請|幫我|我要)?(?:取消|撤銷)(?:剛剛|剛才)?的?(?:復原|還原|撤銷)$|^(?:重做|不要復原|不復原了?|復原(?:回來|錯了)|redo)$/i;
const cancel =
  /^(?:(?:那|還是|我|就|先|全部|都)*(?:取消|算了|不用了?|不要了?|不登了?|不登錄了?|不記了?|不改了?|不刪了?|先不要|先不用|放棄|停止?|結束|離開|沒事了?)(?:登錄|登|記|了|吧|好了)*[\s，,、。]*)+$|^(?:cancel|stop|quit|never ?mind)$/i;
const howToCorrect =
  /^(?=.*(?:我|剛剛|剛才|不小心|時數|課))(?!.*(?:表\s*51|web ?hr|平[台臺]|e等|人事))(?:請問|那|如果|萬一|我|不小心|剛剛|剛才|的|這裡|時數|課程?|證照|[\s，,])*(?:登錄|登|記|填|打|輸入|key)(?:的)?(?:時數|日期|課名|名稱|證照|課程?|資料)?錯(?:了|的話)*[\s，,]*(?:怎麼辦|怎麼改|要?怎麼(?:修改|更正|改|處理|辦)|可以改嗎|能改嗎|該怎麼(?:辦|改)|如何(?:修改|更正))[?？]?$/;

/** Characters of a message that only stops what is going on. */
const cancelCharactersMax = 20;

function steer(text: string): LearningRequest | null {
  if (redo.test(text)) return { type: 'redo' };
  if (undo.test(text)) return { type: 'undo' };
  if (text.length <= cancelCharactersMax && cancel.test(text)) return { type: 'cancel' };
  return howToCorrect.test(text) ? { type: 'howToCorrect' } : null;
}

const exam = /考(?!核|績|量|慮|察|勤|古)|認證|鑑定|證照|測驗|檢定|ipas|ai-?9\d\d/i;
const failed = /沒(?:有)?過(?!期|濾|去)|考不過|沒(?:有)?(?:考上|通過|及格)|未通過|不及格|落榜|被當|考砸|\bfailed\b/i;
const onePart =
  /(?:只|才|先|已經?)?(?:考|通|有)?過(?:了|其中)*(?:[一1單]|其中一)(?:個)?(?:科目?|門|關)|(?:科目|第)[一二三123](?:科)?(?:已經?)?(?:考|通)?過了?|(?:考|通)過了?科目[一二三123]|[一1單]科(?:已經?)?(?:考|通)?過/;
const oneSubject = /(?=.*科目\s*[一二三123])(?=.*(?:考過|通過|過了|及格|合格))/;
const notYet = /還沒|尚未|如果|萬一|要是|會不會|怕|後果|的話|規定|補考|重考|免考|要不要/;

/** 「考AI-900沒過」, 「iPAS中級過了一科」. */
function readNotPassed(text: string): 'exam' | 'part' | null {
  if (!exam.test(text) || asksSomething(text) || notYet.test(text) || [...text].length > 60) return null;
  if (onePart.test(text) || (oneSubject.test(text) && !/都|兩科|全部|[、和]/.test(text))) return 'part';
  return failed.test(text) ? 'exam' : null;
}

const others =
  /我們(?:科|處|室|單位|機關|同仁|大家)|同仁|部屬|大家|他們|[他她]上|我的?(?:同事|主管|長官|科長|下屬|先生|太太|老公|老婆|朋友)/;

function isOtherMatter(text: string): boolean {
  return isNotLearning(text) || others.test(text);
}

const action =
  /刪掉|刪除|刪去|移除|拿掉|改成|改為|改到|更正|復原|撤銷|補登|登錄|登記|新增|記一下|\b(?:delete|remove|change|undo|log|add)\b/i;
const isWhole = /(?:刪掉|刪除|刪去|移除|拿掉)(?:了|吧)?$|^(?:刪掉|刪除|移除).+/;

/** 「把AI倫理刪掉 公文寫作改成4小時」 as two commands; none or one where a message has no more. */
export function cutCommands(text: string): readonly string[] {
  if (text.length > commandsCharactersMax || (text.match(new RegExp(action, 'gi'))?.length ?? 0) < 2) return [];
  const pieces: string[] = [];
  for (const token of text.split(/[，,。；;、\n\s]+|然後|接著|順便|並且|(?=把)/).filter((one) => one !== '')) {
    const before = pieces.at(-1);
    const begins = before === undefined || (action.test(before) && (action.test(token) || isWhole.test(before)));
    if (begins) pieces.push(token);
    else pieces[pieces.length - 1] = `${before} ${token}`;
  }
  return pieces
    .map((piece) => piece.replace(/^(?:再|也|還有|和|跟|請|幫我)+(?=\S{2})/, ''))
    .filter((one) => action.test(one));
}

/** Characters of a message that gives several commands; longer ones tell something. */
const commandsCharactersMax = 120;
