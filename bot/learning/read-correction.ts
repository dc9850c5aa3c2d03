import { asksSomething } from './asks-something.ts';
import { type Correction, type EntryKind, emptyPatch, type Patch, type Slot } from './dialogue.ts';
import { readAmount, readBareAmount } from './read-amount.ts';
import { readCategory } from './read-category.ts';
import { readDay } from './read-day.ts';
import { type Trouble, troubleOf } from './read-draft.ts';
import { readNameAlone } from './read-name.ts';

/** What is to be done to which entry. */
export interface ReadCorrection {
  readonly wanted: Correction;
  /** The entry as the person calls it; null for the one of which was spoken last. */
  readonly target: string | null;
  readonly kind: EntryKind | null;
  /** Asked for without a new value: 「改日期」; null where a value was told or nothing was named. */
  readonly slot: Slot | null;
  readonly trouble: Trouble | null;
  /** Whether the words alone show that an entry of the ledger is meant; else they count only right behind one. */
  readonly clear: 'yes' | 'no';
}

const lead = '^(?:不對|錯了|抱歉|欸|請|麻煩|幫我|可以|我要|我想|想|要|先|再|那|[\\s，,、])*';
const removeVerb = '(?:刪掉|刪除|刪去|刪了|刪|移除|拿掉|去掉|remove|delete)';
const removes = [
  new RegExp(`${lead}${removeVerb}(?:我)?(?:登錄的|的)?\\s*(.*)$`, 'i'),
  new RegExp(`${lead}(?:把|將)\\s*(.+?)\\s*(?:給)?${removeVerb}(?:了|吧)?$`, 'i'),
  new RegExp(
    `^(.{2,40}?)\\s*(?:那[筆門張個]|這[筆門張個])(?:課程?|[紀記]錄|證照)?(?:請|幫我)?${removeVerb}(?:了|吧)?$`,
    'i',
  ),
] as const;
const notEntries = /對話|聊天|帳號|個資|資料|訊息|任務|提醒|角色|答案|設定|\b(?:chat|account|message)/i;
const pointing =
  /^(?:(?:我)?(?:剛剛|剛才|上面|前面|上一?|最後一?|這|那)(?:的|登錄的|記的)?(?:一)?(?:[筆門張個堂])?(?:的)?(?:課程?|[紀記]錄|證照|證書|時數|東西)?|它|that(?: one)?|it|the last one|last entry)$/i;
const entryWord = /[筆門張堂]|課|[紀記]錄|證照|證書|時數|entry|course|record/i;

/** Reads 「改成2小時」, 「日期改成昨天」, 「課名打錯了，應該是…」, 「刪除AI倫理那筆」; null where nothing is to be corrected. */
export function readCorrection(text: string, today: string): ReadCorrection | null {
  const removed = removes.map((pattern) => pattern.exec(text)).find((match) => match !== null);
  if (removed != null) return notEntries.test(text) || asksSomething(text) ? null : removal((removed[1] ?? '').trim());
  if (asksSomething(text)) return null;
  return readChange(text, today);
}

function removal(what: string): ReadCorrection {
  const kind = /證照|證書/.test(what) ? 'certificate' : /課|時數/.test(what) ? 'hours' : null;
  const target = targetOf(what);
  const clear = entryWord.test(what) ? 'yes' : 'no';
  return { wanted: { type: 'delete' }, target, kind, slot: null, trouble: null, clear };
}

const slots: readonly (readonly [Slot, RegExp])[] = [
  ['hours', /時數|小時數?|hours/i],
  ['date', /日期|時間|日子|哪天|date/i],
  ['category', /類別|分類|category/i],
  ['name', /課名|課程名稱|名稱|名字|證照名稱?|name/i],
];
const changeTo = /^(.*?)(?:要|應該|請|幫我)*(?:修?改|更正|換|調整)(?:成|為|到|一下成)\s*(.+)$/;
const named =
  /^(?:把|將)?(.*?)(課名|課程名稱|名稱|名字|時數|小時數?|日期|時間|類別|分類)(?:是|打|寫|記|登|輸入)?(?:錯|不對|有誤|錯誤)(?:了)?[，,、。\s]*(?:應該|要|其實|正確(?:的)?)?(?:是|為|叫|改成)?\s*(.*)$/;
const instead = /^(?:不是|不對|錯了|打錯了?|寫錯了?)(?:[^，,、]*)[，,、\s]+(?:應該|其實)?(?:是|叫)\s*(.+)$/;
const wantsChange =
  /^(?:我要|我想|幫我|請|要)?(?:修?改|更正)(?:一下)?(?:我的|剛剛的|剛才的|上一筆的?)?(課名|名稱|時數|小時|日期|類別|分類|那筆|這筆|那門課|[紀記]錄|登錄|證照)?$/;

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
  const wrong = named.exec(text);
  if (wrong !== null)
    return toValue(
      wrong[1] ?? '',
      slotOf(wrong[2] ?? ''),
      (wrong[3] ?? '').trim(),
      today,
      wrong[1] === '' ? 'yes' : 'no',
    );
  const changed = changeTo.exec(text);
  if (changed !== null) {
    const what = (changed[1] ?? '').replace(/^(?:把|將|請|幫我|麻煩|不對|錯了|[\s，,、])+/, '');
    const slot = slotOf(what);
    const clear = slot !== null || /[筆門張堂]/.test(what) ? 'yes' : 'no';
    return toValue(
      what.replace(/(?:的)?(?:課名|課程名稱|名稱|名字|時數|小時數?|日期|時間|類別|分類)/, ''),
      slot,
      changed[2] ?? '',
      today,
      clear,
    );
  }
  const other = instead.exec(text)?.[1];
  return other === undefined ? null : toValue('', null, other, today, 'no');
}

const base = { target: null, kind: null, slot: null, trouble: null, clear: 'no' } as const;

function toValue(
  what: string,
  slot: Slot | null,
  value: string,
  today: string,
  clear: ReadCorrection['clear'],
): ReadCorrection | null {
  const change = { ...base, target: targetOf(what), clear };
  if (value === '') return slot === null ? null : { ...change, wanted: { type: 'change', patch: emptyPatch }, slot };
  const read = readPatch(value, slot, today);
  if (read === null) return null;
  return {
    ...change,
    wanted: { type: 'change', patch: read.patch },
    slot: read.trouble === null ? null : read.slot,
    trouble: read.trouble,
  };
}

/** A new value: of the slot that was named, else of the one whose kind of value it is. */
export function readPatch(
  value: string,
  slot: Slot | null,
  today: string,
): { readonly patch: Patch; readonly slot: Slot; readonly trouble: Trouble | null } | null {
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
  const category =
    slot === 'category' || (slot === null && /^(?:ai|人工智慧)?(?:基礎|進階)$|^其他$|不是ai/i.test(value))
      ? readCategory(value)
      : null;
  if (category !== null) return { patch: { ...emptyPatch, category }, slot: 'category', trouble: null };
  const name = slot === 'name' || slot === null ? readNameAlone(value) : null;
  return name === null ? null : { patch: { ...emptyPatch, name }, slot: 'name', trouble: null };
}

function slotOf(text: string): Slot | null {
  return slots.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** The name in 「AI倫理那筆」; null for 「那門課」 and where nothing is named. */
function targetOf(what: string): string | null {
  const name = what
    .replace(/^(?:我)?(?:登錄的|的|那|這|「)?(?=\S)/, '')
    .replace(/(?:」|的|那|這|一)*(?:[筆門張個堂])?(?:的)?(?:課程|課|[紀記]錄|證照|證書|時數)?$/, '')
    .replace(/[「」]/g, '')
    .trim();
  return name === '' || pointing.test(what) || pointing.test(name) || /^(?:剛剛|剛才|全部|所有)/.test(name)
    ? null
    : name;
}
