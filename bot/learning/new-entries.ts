import { formatDay } from '../calendar.ts';
import type { Handled } from '../handled.ts';
import { draftsMax } from '../limits.ts';
import { noticeReply } from '../notices.ts';
import { nextSlot } from './ask-slot.ts';
import type { Draft, OpenStep, Patch } from './dialogue.ts';
import { courseKey } from './ledger.ts';
import { doubtOf } from './read-amount.ts';
import { withCertificate } from './read-certificate.ts';
import type { ReadCorrection } from './read-correction.ts';
import { type Trouble, withCourse } from './read-draft.ts';
import { goOnWith } from './record.ts';
import type { Scene } from './scene.ts';

/**
 * New entries of a message. What is told of the entry that is being asked about goes into it; others are kept at once where they are
 * whole, and wait behind it, told to, where they are not.
 */
export async function recordDrafts(scene: Scene, drafts: readonly Draft[], trouble: Trouble | null): Promise<Handled> {
  const { open } = scene.dialogue;
  const [only, ...others] = drafts;
  if (open?.type !== 'draft' || only === undefined) return goOnWith(scene, drafts, trouble);
  const waiting = open.drafts.findIndex((draft) => isOneEntry(draft, only));
  const known = open.drafts[waiting];
  if (known === undefined || others.length > 0) {
    // An entry of which nothing was told yet is one of these.
    const before = open.drafts.filter(({ name }) => name !== null || others.length === 0);
    const all = [...before, ...drafts].slice(0, draftsMax);
    const result = await goOnWith(scene, all, trouble);
    const queued = drafts.filter((draft) => nextSlot(draft) !== null).flatMap(({ name }) => name ?? []);
    if (queued.length === 0) return result;
    return { ...result, replies: [noticeReply(scene.words.waits(queued), scene.language, []), ...result.replies] };
  }
  // Without a name only the gaps are filled: it may be another course that is spoken of.
  const merged = only.name === null ? mergeDrafts(only, known) : mergeDrafts(known, only);
  return goOnWith(scene, open.drafts.with(waiting, merged), trouble);
}

function isOneEntry(one: Draft, other: Draft): boolean {
  if (one.kind !== other.kind) return false;
  return one.name === null || other.name === null || courseKey(one.name) === courseKey(other.name);
}

function mergeDrafts(before: Draft, now: Draft): Draft {
  const hours = now.hours ?? before.hours;
  return {
    kind: now.kind,
    name: now.name ?? before.name,
    date: now.date ?? before.date,
    hours,
    doubt: now.hours === null ? before.doubt : now.doubt,
    parts: now.name === null ? before.parts : now.parts,
    category: now.category ?? before.category,
    by: now.by ?? before.by,
    evidence: now.evidence ?? before.evidence,
    catalogue: now.catalogue ?? before.catalogue,
  };
}

/** 「不是2小時是3小時」 while the entry is still being asked about corrects it; null where another entry is meant. */
export async function patchDraft(
  scene: Scene,
  open: Extract<OpenStep, { type: 'draft' }>,
  { wanted, target, trouble }: ReadCorrection,
): Promise<Handled | null> {
  const [draft] = open.drafts;
  if (draft === undefined || wanted.type !== 'change') return null;
  const isMeant = target === null || (target.name !== null && draft.name !== null && isPart(draft.name, target.name));
  const { name, date, hours, category } = wanted.patch;
  if (!isMeant || (name === null && date === null && hours === null && category === null)) return null;
  // A new name told while the name is not asked for is more likely another matter.
  if (name !== null && open.slot !== 'which' && draft.name === null) return null;
  const items = [...scene.knowledge.catalogue.items.values()];
  const renamed =
    name === null
      ? draft
      : draft.kind === 'certificate'
        ? withCertificate(items, draft, name)
        : withCourse(items, { ...draft, category: null, parts: [] }, name);
  const patched: Draft = {
    ...renamed,
    date: date ?? renamed.date,
    hours: hours ?? renamed.hours,
    doubt: hours === null ? renamed.doubt : doubtOf(hours),
    category: category ?? renamed.category,
  };
  const result = await goOnWith(scene, open.drafts.with(0, patched), trouble);
  const told = noticeReply(scene.words.corrected(draft.name, tellPatch(scene, wanted.patch)), scene.language, []);
  return { ...result, replies: [told, ...result.replies] };
}

function tellPatch({ words, language }: Scene, { name, date, hours, category }: Patch): string {
  if (hours !== null) return words.hours(hours);
  if (date !== null) return formatDay(date, language);
  return category === null ? (name ?? '') : words.category[category];
}

function isPart(name: string, said: string): boolean {
  return courseKey(name).includes(courseKey(said)) || courseKey(said).includes(courseKey(name));
}

/** Says of a clause that tells of something else that it was not handled with the entry: 「我今天報到，昨天上了AI素養2小時」. */
export function withLeftOver(scene: Scene, said: string, drafts: readonly Draft[], result: Handled): Handled {
  const clause = said.split(/[，,。；;!！\n]/).find((one) => another.test(one) && !isOfDrafts(one, drafts));
  if (clause === undefined) return result;
  return {
    ...result,
    replies: [...result.replies, noticeReply(scene.words.notHandled(clause.trim()), scene.language, [])],
  };
}

/** What else the assistant could be told or asked in passing. */
const another = /報到|到職|新人|刪|改成|還差|推薦|提醒|查/;

function isOfDrafts(clause: string, drafts: readonly Draft[]): boolean {
  return /小時|鐘頭|分鐘|\d\s*h/i.test(clause) || drafts.some(({ name }) => name !== null && clause.includes(name));
}
