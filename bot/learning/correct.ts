import { formatDay } from '../calendar.ts';
import type { Handled } from '../handled.ts';
import { entriesShownMax } from '../limits.ts';
import { noticeReply } from '../notices.ts';
import type { Reply } from '../vocabulary.ts';
import { composeQuestion, pickOf } from './ask-slot.ts';
import { tellDropped } from './cancel.ts';
import { type Correction, type EntryRef, type EntrySlot, emptyPatch, type OpenStep, type Target } from './dialogue.ts';
import { changeEntry, removeEntry } from './edits.ts';
import { type Entry, entriesNamed, entriesOf, findEntry, isSame, type Ledger, loadLedger, refOf } from './entries.ts';
import type { ReadCorrection } from './read-correction.ts';
import type { Trouble } from './read-draft.ts';
import { openDrafts, tellOutcomes } from './record.ts';
import { plain } from './reply-entry.ts';
import { type Scene, told } from './scene.ts';

/** Corrects or deletes the entry that is meant; asks which where several could be. Null where nothing shows that one is. */
export async function corrected(scene: Scene, read: ReadCorrection): Promise<Handled | null> {
  const ledger = await loadLedger(scene.records);
  const all = entriesOf(ledger).filter(({ kind }) => read.kind === null || kind === read.kind);
  if (read.target !== null) return correctTarget(scene, ledger, all, read, read.target);
  const last = scene.dialogue.last === null ? null : findEntry(ledger, scene.dialogue.last);
  if (last !== null && (read.kind === null || read.kind === last.kind)) return act(scene, ledger, refOf(last), read);
  if (read.clear === 'no') return null;
  const own = all.filter(({ entry }) => entry.state === 'reported');
  const [only] = own;
  // With nothing entered a word of mistakes is about something else; 「刪掉那門課」 is not.
  if (only === undefined && read.wanted.type === 'change') return null;
  if (only === undefined) return tellNone(scene, scene.words.nothingToCorrect);
  // What is deleted is named by the person or picked from a list, never guessed.
  if (own.length === 1 && read.wanted.type === 'change') return act(scene, ledger, refOf(only), read);
  return pick(scene, own, read.wanted);
}

async function correctTarget(
  scene: Scene,
  ledger: Ledger,
  all: readonly Entry[],
  read: ReadCorrection,
  target: Target,
): Promise<Handled | null> {
  const meant = entriesMeant(scene, all, target);
  const [only] = meant;
  if (only !== undefined && meant.length === 1) return act(scene, ledger, refOf(only), read);
  if (only !== undefined) return pick(scene, meant, read.wanted);
  if (read.clear === 'no') return null;
  const day = target.day === null ? '' : formatDay(target.day, scene.language);
  return tellNone(scene, target.place === null ? scene.words.noSuchEntry(target.name ?? day) : scene.words.gone);
}

function tellNone(scene: Scene, text: string): Handled {
  const { words, language, dialogue } = scene;
  const open = openDrafts(scene);
  const question = open === null ? [] : [composeQuestion(scene, open, null)];
  const list = plain(words.button.list, 'learning:list');
  return told(scene, [noticeReply(text, language, [list]), ...question], { ...dialogue });
}

/** By place in the list that was shown last; by day and name among all. Where no list was shown, a place could be any. */
function entriesMeant({ dialogue }: Scene, all: readonly Entry[], { name, day, place }: Target): readonly Entry[] {
  if (place !== null) {
    if (dialogue.shown.length === 0) return all;
    const ref = dialogue.shown.at(Math.max(place, 1) - 1);
    return all.filter((one) => ref !== undefined && isSame(refOf(one), ref));
  }
  const dated = all.filter(({ entry }) => day === null || entry.date === day);
  return name === null ? dated : entriesNamed(dated, name);
}

function act(scene: Scene, ledger: Ledger, ref: EntryRef, read: ReadCorrection): Promise<Handled> {
  if (read.wanted.type === 'change' && read.slot !== null) return ask(scene, ledger, ref, read.slot, read.trouble);
  return correctEntry(scene, ledger, ref, read.wanted);
}

function pick(scene: Scene, entries: readonly Entry[], wanted: Correction): Handled {
  const open = pickOf(entries.slice(-entriesShownMax).toReversed(), wanted);
  return told(scene, [...droppedFor(scene), composeQuestion(scene, open, null)], { ...scene.dialogue, open });
}

/** Only one question can be open: new entries that were asked about are named where another question takes their place. */
function droppedFor(scene: Scene): readonly Reply[] {
  const open = openDrafts(scene);
  return open === null ? [] : [noticeReply(tellDropped(scene, open, '全部'), scene.language, [])];
}

/** The entry that was picked from the list; null for a place that it does not have. */
export async function pickEntry(
  scene: Scene,
  open: Extract<OpenStep, { type: 'pick' }>,
  place: number,
): Promise<Handled | null> {
  const ref = open.refs[place];
  return ref === undefined ? null : correctEntry(scene, await loadLedger(scene.records), ref, open.wanted);
}

/** Begins to correct the entry that was shown last; null where there is none. */
export async function editLast(scene: Scene): Promise<Handled | null> {
  const { last } = scene.dialogue;
  return last === null ? null : ask(scene, await loadLedger(scene.records), last, null, null);
}

/** Does it; a change to nothing yet asks what is to be changed. */
export async function correctEntry(scene: Scene, ledger: Ledger, ref: EntryRef, wanted: Correction): Promise<Handled> {
  if (wanted.type === 'delete') {
    const outcome = removeEntry(ledger, ref);
    return tellOutcomes(scene, 'removed', [outcome], ledger, openDrafts(scene));
  }
  const { patch } = wanted;
  if (Object.values(patch).every((value) => value === null)) return ask(scene, ledger, ref, null, null);
  const outcome = changeEntry(ledger, ref, patch, scene.knowledge.catalogue.items.values());
  if (outcome.type !== 'done') return tellOutcomes(scene, 'changed', [outcome], ledger, openDrafts(scene));
  const now = refOf(outcome.entry);
  const shown = scene.dialogue.shown.map((one) => (isSame(one, ref) ? now : one));
  const after = replaced(ledger, ref, outcome.entry);
  return tellOutcomes(
    { ...scene, dialogue: { ...scene.dialogue, shown } },
    'changed',
    [outcome],
    after,
    openDrafts(scene),
  );
}

/** What is to be changed, or the new value of a slot. What is proven is told to be so at once. */
async function ask(
  scene: Scene,
  ledger: Ledger,
  ref: EntryRef,
  slot: EntrySlot | null,
  trouble: Trouble | null,
): Promise<Handled> {
  const outcome = changeEntry(ledger, ref, emptyPatch, []);
  if (outcome.type !== 'done') return tellOutcomes(scene, 'changed', [outcome], ledger, openDrafts(scene));
  const open: OpenStep = { type: 'edit', ref: refOf(outcome.entry), slot };
  return told(scene, [...droppedFor(scene), composeQuestion(scene, open, trouble)], { ...scene.dialogue, open });
}

function replaced(ledger: Ledger, ref: EntryRef, entry: Entry): Ledger {
  const known = findEntry(ledger, ref);
  return {
    hours: ledger.hours.flatMap((one) => (known?.entry !== one ? [one] : entry.kind === 'hours' ? [entry.entry] : [])),
    certificates: ledger.certificates.flatMap((one) =>
      known?.entry !== one ? [one] : entry.kind === 'certificate' ? [entry.entry] : [],
    ),
  };
}
