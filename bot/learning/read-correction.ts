import { asksSomething } from './asks-something.ts';
import { type Correction, type EntryKind, type EntrySlot, emptyPatch, type Patch, type Target } from './dialogue.ts';
import { readAmount, readBareAmount } from './read-amount.ts';
import { readCategory } from './read-category.ts';
import { readDay } from './read-day.ts';
import { type Trouble, troubleOf } from './read-draft.ts';
import { readNameAlone } from './read-name.ts';
import { readTarget } from './read-target.ts';

/** What is to be done to which entry. */
export interface ReadCorrection {
  readonly wanted: Correction;
  /** The entry as the person calls it; null for the one of which was spoken last. */
  readonly target: Target | null;
  readonly kind: EntryKind | null;
  /** Asked for without a new value: 「改日期」; null where a value was told or nothing was named. */
  readonly slot: EntrySlot | null;
  readonly trouble: Trouble | null;
  /** Whether the words alone show that an entry of the ledger is meant; else they count only where there is one. */
  readonly clear: 'yes' | 'no';
}

const sighs = '(?:[啊欸喔哦嗯唉]|不對|錯了|抱歉|不好意思|更正|[\\s，,、。！!])*';
const lead = `^${sighs}(?:請|麻煩|幫我|可以|我要|我想|想|要|先|再|那|[\\s，,、])*`;
const removeVerb = '(?:刪掉|刪除|刪去|刪了|刪|移除|拿掉|去掉|remove|delete)';
/** `isCommand`: said to be done, so that a name that no entry has is told to be none. */
const removes: readonly { readonly pattern: RegExp; readonly isCommand: 'yes' | 'no' }[] = [
  { pattern: new RegExp(`${lead}${removeVerb}(?:我)?(?:登錄的|的)?\\s*(.*)$`, 'i'), isCommand: 'yes' },
  { pattern: new RegExp(`${lead}(?:把|將)\\s*(.+?)\\s*(?:給)?${removeVerb}(?:了|吧)?$`, 'i'), isCommand: 'yes' },
  { pattern: new RegExp(`^(.{2,40}?)\\s*(?:請|幫我|要|不要了)*${removeVerb}(?:了|吧|掉)?$`, 'i'), isCommand: 'no' },
];
const notEntries =
  /對話|聊天|帳號|個資|資料|訊息|任務|提醒|角色|答案|設定|檔|文件|公文(?!寫作)|信箱|郵件|照片|留言|名單|\b(?:chat|account|message|file)/i;
const entryWord = /[筆門張堂]|課|[紀記]錄|證照|證書|時數|entry|course|record/i;

/** Reads 「改成2小時」, 「應該是前天」, 「第二筆改成昨天」, 「刪除AI倫理那筆」; null where nothing is to be corrected. */
export function readCorrection(text: string, today: string): ReadCorrection | null {
  if (asksSomething(text)) return null;
  for (const { pattern, isCommand } of removes) {
    const what = pattern.exec(text)?.[1]?.trim();
    if (what !== undefined) return notEntries.test(text) ? null : removal(what, isCommand, today);
  }
  return readChange(text, today);
}

function removal(what: string, isCommand: 'yes' | 'no', today: string): ReadCorrection | null {
  if ([...what].length > targetCharactersMax) return null;
  const kind = /證照|證書/.test(what) ? 'certificate' : /課|時數/.test(what) ? 'hours' : null;
  const target = readTarget(what, today);
  const clear = entryWord.test(what) || (target !== null && isCommand === 'yes') ? 'yes' : 'no';
  return { wanted: { type: 'delete' }, target, kind, slot: null, trouble: null, clear };
}

/** Characters by which somebody points to an entry; the longest name has 35, and a day may stand before it. */
const targetCharactersMax = 50;

const slots: readonly (readonly [EntrySlot, RegExp])[] = [
  ['hours', /時數|小時數?|hours/i],
  ['date', /日期|時間|日子|哪天|date/i],
  ['category', /類別|分類|category/i],
  ['name', /課名|課程名稱|名稱|名字|證照名稱?|name/i],
];
const slotWord = '(?:課名|課程名稱|名稱|名字|時數|小時數?|日期|時間|類別|分類)';
const isNot = '(?:不是|並非)';
const endings = '(?:才對|才是|才正確|啦|喔|吧|的|了)*$';

/** How a new value is told; groups: the entry, the slot, the value. `free` ones say nothing else, so any value is one. */
const changes: readonly { readonly pattern: RegExp; readonly value: 'free' | 'plain' }[] = [
  // AI素養改成3小時, 第一筆的日期改成昨天
  {
    pattern: new RegExp(
      `^(.*?)(?:的)?(${slotWord})?(?:要|應該|請|幫我)*(?:修?改|更正|換|調整)(?:成|為|到|一下成)\\s*(.+)$`,
    ),
    value: 'free',
  },
  // 課名打錯了，應該是AI倫理與法律
  {
    pattern: new RegExp(
      `^(?:把|將)?(.*?)(?:的)?(${slotWord})(?:是|打|寫|記|登|輸入)?(?:錯|不對|有誤|錯誤)(?:了)?[，,、。\\s]*(?:應該|要|其實|正確(?:的)?)?(?:是|為|叫|改成)?\\s*(.*)$`,
    ),
    value: 'free',
  },
  // 改第二筆的時數 6小時, 更正AI素養日期 11/3
  { pattern: new RegExp(`${lead}(?:修?改|更正)(?:一下)?(.*?)(?:的)?(${slotWord})?[\\s，,:：]+(.+)$`), value: 'plain' },
  // AI素養不是2小時是3小時, 不是昨天是前天
  {
    pattern: new RegExp(
      `^${sighs}(.*?)(?:的)?(${slotWord})?${isNot}.{1,12}?[，,、\\s]*(?:而|應該|其實)*是\\s*(.+?)${endings}`,
    ),
    value: 'plain',
  },
  // 不對是昨天, 錯了，3小時
  {
    pattern: new RegExp(
      `^[啊欸喔哦嗯唉\\s，,]*(?:不對|不是|錯了|[打記登寫]錯了?)${sighs}()()(?:應該|其實)?是?\\s*(.+?)${endings}`,
    ),
    value: 'plain',
  },
  // 應該是前天, 其實是3小時, 那個是進階的, 是3小時才對
  {
    pattern: new RegExp(
      `^${sighs}((?:那|這|剛剛那|剛才那)[個筆門張堂](?:課程?)?|它)()(?:應該|其實)?(?:是|算|要算)\\s*(.+?)${endings}`,
    ),
    value: 'plain',
  },
  {
    pattern: new RegExp(`^${sighs}()(${slotWord})?(?:應該|其實|正確(?:的)?|正確來說)+(?:是|為|算)?\\s*(.+?)${endings}`),
    value: 'plain',
  },
  { pattern: new RegExp(`^${sighs}()(${slotWord})?是\\s*(.+?)(?:才對|才是|才正確)(?:啦|喔|吧)*$`), value: 'plain' },
  // 我環境教育其實上了6小時
  {
    pattern: new RegExp(
      `^${sighs}(?:我)?(?:的)?(.{2,30}?)()(?:其實|應該|實際上?)(?:是|才|只|總共|一共)*(?:上|修|聽)?(?:了|的)?(?:是)?\\s*(.+?)${endings}`,
    ),
    value: 'plain',
  },
];
const instead = /^(?:不是|不對|錯了|打錯了?|寫錯了?)(?:[^，,、]*)[，,、\s]+(?:應該|其實)?(?:是|叫)\s*(.+)$/;
const wantsChange =
  /^(?:我要|我想|幫我|請|要)?(?:修?改|更正)(?:一下)?(?:我的|剛剛的|剛才的|上一筆的?)?(課名|名稱|時數|小時|日期|類別|分類|那筆|這筆|那門課|[紀記]錄|登錄|證照)?$/;

/** 改第一筆, 修改AI倫理那筆: what of it is asked then. */
const pointsTo = new RegExp(`${lead}(?:修?改|更正)(?:一下)?(.{1,40}[筆門張])$`);

const base = { target: null, kind: null, slot: null, trouble: null, clear: 'no' } as const;

function readChange(text: string, today: string): ReadCorrection | null {
  const asked = wantsChange.exec(text);
  if (asked !== null) {
    const slot = slotOf(asked[1] ?? '');
    return {
      ...base,
      wanted: { type: 'change', patch: emptyPatch },
      slot,
      clear: asked[1] === undefined ? 'no' : 'yes',
    };
  }
  const pointed = pointsTo.exec(text)?.[1];
  if (pointed !== undefined)
    return { ...base, wanted: { type: 'change', patch: emptyPatch }, target: readTarget(pointed, today), clear: 'yes' };
  for (const { pattern, value } of changes) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const read = toValue(match[1] ?? '', slotOf(match[2] ?? ''), (match[3] ?? '').trim(), value, today);
    if (read !== null) return read;
  }
  const other = instead.exec(text)?.[1];
  return other === undefined ? null : toValue('', null, other, 'free', today);
}

function toValue(
  what: string,
  slot: EntrySlot | null,
  value: string,
  kind: 'free' | 'plain',
  today: string,
): ReadCorrection | null {
  if ([...what].length > targetCharactersMax) return null;
  const target = readTarget(what, today);
  const isTold = kind === 'free' && (slot === 'hours' || (slot !== null && target === null));
  const change = { ...base, target, clear: isTold || /[筆門張堂]/.test(what) ? 'yes' : 'no' } as const;
  if (value === '') return slot === null ? null : { ...change, wanted: { type: 'change', patch: emptyPatch }, slot };
  // Where hardly more than the value is said, it must be one in full: 「應該是前天」, not 「應該是主管決定」.
  const read = kind === 'plain' && slot !== 'name' ? readPlainPatch(value, slot, today) : readPatch(value, slot, today);
  if (read === null) return null;
  return {
    ...change,
    kind: slot === 'name' && /證照|證書/.test(what) ? 'certificate' : null,
    wanted: { type: 'change', patch: read.patch },
    slot: read.trouble === null ? null : read.slot,
    trouble: read.trouble,
  };
}

/** A new value with its slot, and why it could not be taken. */
interface ReadPatch {
  readonly patch: Patch;
  readonly slot: EntrySlot;
  readonly trouble: Trouble | null;
}

/** A new value: of the slot that was named, else of the one whose kind of value it is. */
export function readPatch(value: string, slot: EntrySlot | null, today: string): ReadPatch | null {
  const amount =
    slot === null || slot === 'hours'
      ? (readAmount(value)?.hours ?? (slot === 'hours' ? readBareAmount(value) : null))
      : null;
  if (amount !== null)
    return {
      patch: { ...emptyPatch, hours: typeof amount === 'number' ? amount : null },
      slot: 'hours',
      trouble: troubleOf(amount),
    };
  const day = slot === null || slot === 'date' ? (readDay(value, today)?.day ?? null) : null;
  if (day !== null) {
    const trouble = troubleOf(day);
    return { patch: { ...emptyPatch, date: trouble === null ? day : null }, slot: 'date', trouble };
  }
  const category = slot === 'category' || (slot === null && plainCategory.test(value)) ? readCategory(value) : null;
  if (category !== null) return { patch: { ...emptyPatch, category }, slot: 'category', trouble: null };
  const name = slot === 'name' || slot === null ? readNameAlone(value) : null;
  return name === null ? null : { patch: { ...emptyPatch, name }, slot: 'name', trouble: null };
}

const plainCategory = /^(?:ai|人工智慧)?(?:基礎|進階)(?:課程?|類|的)*$|^其他(?:類|的)*$|不是ai/i;

/** A value that is all of what was said: an amount, a day or a category. */
function readPlainPatch(value: string, slot: EntrySlot | null, today: string): ReadPatch | null {
  const isAmount =
    readAmount(value)
      ?.rest.replace(/大概|大約|約|左右/g, '')
      .trim() === '';
  const isDay = readDay(value, today)?.rest.trim() === '';
  const isValue =
    isAmount || isDay || plainCategory.test(value) || (slot === 'hours' && readBareAmount(value) !== null);
  return isValue ? readPatch(value, slot, today) : null;
}

function slotOf(text: string): EntrySlot | null {
  return slots.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
