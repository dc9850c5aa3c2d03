import { findTalk, normaliseQuery } from '../../knowledge/index.ts';
import type { Handled } from '../handled.ts';
import { asksForRecommendation } from '../recommend/asks-for-recommendation.ts';
import { readCommand } from '../route.ts';
import { composeQuestion, nextSlot } from './ask-slot.ts';
import { asksSomething } from './asks-something.ts';
import { correctEntry, pickEntry } from './correct.ts';
import { type Draft, emptyPatch, type OpenStep, type Patch, type Slot } from './dialogue.ts';
import { entriesNamed, entriesOf, isSame, loadLedger, refOf } from './entries.ts';
import { type HoursCategory, hoursCategories } from './ledger.ts';
import { readAmount, readBareAmount } from './read-amount.ts';
import { categoryOfCourse, readCategory } from './read-category.ts';
import { readPatch } from './read-correction.ts';
import { readDay } from './read-day.ts';
import { readCertificateDraft, readHoursDrafts, type Trouble, troubleOf, withCertificate } from './read-draft.ts';
import { readNameAlone } from './read-name.ts';
import { goOnWith } from './record.ts';
import { type Scene, told } from './scene.ts';

/** Replies of so many characters that say nothing of the open question were meant for it; longer ones are another matter. */
const shortReplyMax = 12;

/**
 * Typed words while something is asked: its answer, or a short reply that is none. Null for another matter (a question, a command,
 * small talk), which is answered before it is asked again.
 */
export async function answerSlot(scene: Scene, open: OpenStep, said: string): Promise<Handled | null> {
  const plain = said.replace(/[\s。.!！~～]+$/g, '');
  if (open.type !== 'draft' || open.slot !== 'which' || !/^[是對嗯不否]/.test(plain))
    if (isOtherMatter(scene, plain)) return null;
  if (open.type === 'pick') return answerPick(scene, open, plain);
  if (open.type === 'edit') return answerEdit(scene, open, plain);
  const at = open.drafts.findIndex((draft) => nextSlot(draft) !== null);
  const draft = open.drafts[at];
  if (draft === undefined) return null;
  const read = readSlot(scene, draft, open.slot, plain);
  if (read === null) return notUnderstood(scene, open, plain);
  return goOnWith(scene, open.drafts.with(at, read.draft), read.trouble);
}

/** A button of the open question; null for one of another question. */
export async function fillSlot(scene: Scene, open: OpenStep, slot: string, value: string): Promise<Handled | null> {
  if (open.type === 'pick') return null;
  if (open.type === 'edit') {
    if (slot === 'slot') return isSlot(value) ? askAgain(scene, { ...open, slot: value }, null) : null;
    return slot === open.slot ? answerEdit(scene, open, value) : null;
  }
  if (slot !== open.slot) return null;
  const at = open.drafts.findIndex((draft) => nextSlot(draft) !== null);
  const draft = open.drafts[at];
  const read = draft === undefined ? null : readSlot(scene, draft, open.slot, value);
  return read === null ? null : goOnWith(scene, open.drafts.with(at, read.draft), read.trouble);
}

function isSlot(value: string): value is Exclude<Slot, 'which'> {
  return ['name', 'hours', 'date', 'category'].includes(value);
}

function isOtherMatter({ knowledge }: Scene, said: string): boolean {
  return (
    asksSomething(said) ||
    forOthers.test(said) ||
    readCommand(said) !== null ||
    // A number is an answer here, although 「1」 alone is what people type to try a chat.
    (!/^\d/.test(said) && findTalk(knowledge.smalltalk, said) !== null) ||
    asksForRecommendation(normaliseQuery(said))
  );
}

/** 「幫小明登錄」: nobody enters for somebody else. */
const forOthers = /^(?:請|麻煩|可以)*(?:幫|替)(?!我|忙)/;

interface ReadSlot {
  readonly draft: Draft;
  readonly trouble: Trouble | null;
}

function readSlot(scene: Scene, draft: Draft, slot: Slot, said: string): ReadSlot | null {
  const { today } = scene.moment;
  switch (slot) {
    case 'name':
      return readNameSlot(scene, draft, said);
    case 'which':
      return readWhich(scene, draft, said);
    case 'hours': {
      const day = readDay(said, today);
      const hours = readAmount(day?.rest ?? said)?.hours ?? readBareAmount(said);
      if (hours === null) return null;
      const trouble = troubleOf(hours) ?? troubleOf(day?.day);
      const date = day === null || troubleOf(day.day) !== null ? draft.date : day.day;
      return { draft: { ...draft, hours: typeof hours === 'number' ? hours : null, date }, trouble };
    }
    case 'date': {
      const day = readDay(said, today);
      if (day === null) return null;
      const trouble = troubleOf(day.day);
      return { draft: trouble === null ? { ...draft, date: day.day } : draft, trouble };
    }
    case 'category': {
      const category = categoryNamed(said) ?? readCategory(said);
      return category === null ? null : { draft: { ...draft, category }, trouble: null };
    }
  }
}

/** What is told beside the name (hours, a day) is taken as well. */
function readNameSlot({ knowledge, moment }: Scene, draft: Draft, said: string): ReadSlot | null {
  const items = [...knowledge.catalogue.items.values()];
  if (draft.kind === 'certificate') {
    const { drafts, trouble } = readCertificateDraft(items, said, moment.today);
    const name = drafts[0]?.name ?? readNameAlone(said);
    if (name === null) return null;
    const told: Draft = { ...draft, date: drafts[0]?.date ?? draft.date, by: drafts[0]?.by ?? draft.by };
    return { draft: withCertificate(items, told, name), trouble };
  }
  const { drafts, trouble } = readHoursDrafts(items, said, moment.today);
  const [read] = drafts;
  const onlyName = read === undefined || (read.date === null && read.hours === null && read.by === null);
  const name = (onlyName ? readNameAlone(said) : read.name) ?? null;
  const hours = read?.hours ?? draft.hours;
  const date = read?.date ?? draft.date;
  if (name === null && hours === draft.hours && date === draft.date) return null;
  const category = read?.category ?? draft.category ?? (name === null ? null : categoryOfCourse(items, name));
  return { draft: { ...draft, name, hours, date, category, by: read?.by ?? draft.by }, trouble };
}

function readWhich({ knowledge }: Scene, draft: Draft, said: string): ReadSlot | null {
  const { catalogue } = draft;
  if (catalogue === null) return null;
  if (/^(?:是|對|嗯|沒錯|yes|y|right)(?:的|啊|喔|呀|,|，|$)/i.test(said)) {
    const full = knowledge.catalogue.items.get(catalogue.id)?.name.zh ?? draft.name;
    return { draft: { ...draft, name: full, catalogue: { ...catalogue, sure: 'yes' } }, trouble: null };
  }
  if (/^(?:不是|不對|否|no\b|n$)/i.test(said)) {
    const other = readNameAlone(said.replace(/^(?:不是|不對|否|no)[\s，,、]*(?:我)?(?:考的)?(?:是)?/i, ''));
    const name = other === null || /^就?記/.test(other) ? draft.name : other;
    return { draft: { ...draft, name, catalogue: null }, trouble: null };
  }
  const again = readNameAlone(said);
  if (again === null || again.length > 30) return null;
  if (/^(?:初|中|高)級$|^basic$|^intermediate$/i.test(again))
    return {
      draft: withCertificate(knowledge.catalogue.items.values(), draft, `${draft.name ?? ''}${again}`),
      trouble: null,
    };
  return null;
}

async function answerPick(
  scene: Scene,
  open: Extract<OpenStep, { type: 'pick' }>,
  said: string,
): Promise<Handled | null> {
  const ledger = await loadLedger(scene.records);
  const offered = entriesOf(ledger).filter((one) => open.refs.some((ref) => isSame(ref, refOf(one))));
  const name = readNameAlone(said.replace(/(?:那|這)?[一]?[筆門張個]$/, ''));
  const named = name === null ? [] : entriesNamed(offered, name);
  const day = readDay(said, scene.moment.today)?.day;
  const dated = offered.filter(({ entry }) => entry.date === day);
  const [only, ...others] = named.length > 0 ? named : dated;
  if (only === undefined || others.length > 0) return notUnderstood(scene, open, said);
  return pickEntry(
    scene,
    open,
    open.refs.findIndex((ref) => isSame(ref, refOf(only))),
  );
}

async function answerEdit(
  scene: Scene,
  open: Extract<OpenStep, { type: 'edit' }>,
  said: string,
): Promise<Handled | null> {
  if (open.slot === null && isSlotName(scene, said) !== null)
    return askAgain(scene, { ...open, slot: isSlotName(scene, said) }, null);
  const category = categoryNamed(said);
  const read =
    category === null
      ? readPatch(said.replace(/^(?:就)?(?:改成|改為|應該是|是)/, ''), open.slot, scene.moment.today)
      : { patch: { ...emptyPatch, category }, trouble: null };
  // Without a slot a bare text is no new name: it could be anything.
  if (read === null || (open.slot === null && read.patch.name !== null)) return notUnderstood(scene, open, said);
  if (read.trouble !== null) return askAgain(scene, open, read.trouble);
  const patch: Patch = read.patch;
  return correctEntry(scene, await loadLedger(scene.records), open.ref, { type: 'change', patch });
}

function isSlotName({ words }: Scene, said: string): Exclude<Slot, 'which'> | null {
  const plain = said.replace(/^(?:改|要改|我要改)/, '');
  const names = ['name', 'hours', 'date', 'category'] as const;
  return names.find((slot) => words.slot[slot] === plain || (slot === 'name' && /^(?:課名|名字)$/.test(plain))) ?? null;
}

function categoryNamed(value: string): HoursCategory | null {
  return hoursCategories.find((category) => category === value) ?? null;
}

function notUnderstood(scene: Scene, open: OpenStep, said: string): Handled | null {
  return [...said].length <= shortReplyMax ? askAgain(scene, open, 'notUnderstood') : null;
}

function askAgain(scene: Scene, open: OpenStep, trouble: Trouble | 'notUnderstood' | null): Handled {
  return told(scene, [composeQuestion(scene, open, trouble)], { ...scene.dialogue, open });
}
