import { findTalk, normaliseQuery } from '../../knowledge/index.ts';
import type { Handled } from '../handled.ts';
import { isSelfStart } from '../onboarding/read-start.ts';
import { asksForRecommendation } from '../recommend/asks-for-recommendation.ts';
import { readCommand } from '../route.ts';
import { composeQuestion, nextSlot } from './ask-slot.ts';
import { asksSomething } from './asks-something.ts';
import { correctEntry, pickEntry } from './correct.ts';
import { type EntrySlot, emptyPatch, type OpenStep, type Patch } from './dialogue.ts';
import { entriesNamed, entriesOf, isSame, loadLedger, refOf } from './entries.ts';
import { categoryNamed, readAnswer } from './read-answer.ts';
import { readPatch } from './read-correction.ts';
import { readDay } from './read-day.ts';
import type { Trouble } from './read-draft.ts';
import { readNameAlone } from './read-name.ts';
import { readTarget } from './read-target.ts';
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
  const asksYesOrNo = open.type === 'draft' && (open.slot === 'which' || open.slot === 'sure');
  if (!(asksYesOrNo && /^[是對嗯不否好確]/.test(plain)) && isOtherMatter(scene, plain)) return null;
  if (open.type === 'pick') return answerPick(scene, open, plain);
  if (open.type === 'edit') return answerEdit(scene, open, plain);
  const at = open.drafts.findIndex((draft) => nextSlot(draft) !== null);
  const draft = open.drafts[at];
  if (draft === undefined) return null;
  const read = readAnswer(scene, draft, open.slot, plain);
  if (read === null) return notUnderstood(scene, open, plain);
  return goOnWith(scene, open.drafts.toSpliced(at, 1, ...read.drafts), read.trouble);
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
  const read = draft === undefined ? null : readAnswer(scene, draft, open.slot, value);
  return read === null ? null : goOnWith(scene, open.drafts.toSpliced(at, 1, ...read.drafts), read.trouble);
}

function isSlot(value: string): value is EntrySlot {
  return ['name', 'hours', 'date', 'category'].includes(value);
}

function isOtherMatter({ knowledge, moment }: Scene, said: string): boolean {
  return (
    asksSomething(said) ||
    forOthers.test(said) ||
    isSelfStart(normaliseQuery(said), moment.today) ||
    readCommand(said) !== null ||
    // A number is an answer here, although 「1」 alone is what people type to try a chat.
    (!/^\d/.test(said) && findTalk(knowledge.smalltalk, said) !== null) ||
    asksForRecommendation(normaliseQuery(said))
  );
}

/** 「幫小明登錄」: nobody enters for somebody else. */
const forOthers = /^(?:請|麻煩|可以)*(?:幫|替)(?!我|忙)/;

async function answerPick(
  scene: Scene,
  open: Extract<OpenStep, { type: 'pick' }>,
  said: string,
): Promise<Handled | null> {
  const ordinal = readTarget(said, scene.moment.today)?.place ?? null;
  if (ordinal !== null) return pickEntry(scene, open, ordinal - 1);
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

function isSlotName({ words }: Scene, said: string): EntrySlot | null {
  const plain = said.replace(/^(?:改|要改|我要改)/, '');
  const names = ['name', 'hours', 'date', 'category'] as const;
  return names.find((slot) => words.slot[slot] === plain || (slot === 'name' && /^(?:課名|名字)$/.test(plain))) ?? null;
}

function notUnderstood(scene: Scene, open: OpenStep, said: string): Handled | null {
  return [...said].length <= shortReplyMax ? askAgain(scene, open, 'notUnderstood') : null;
}

function askAgain(scene: Scene, open: OpenStep, trouble: Trouble | 'notUnderstood' | null): Handled {
  return told(scene, [composeQuestion(scene, open, trouble)], { ...scene.dialogue, open });
}
