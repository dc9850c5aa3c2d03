import type { Handled } from '../handled.ts';
import { entriesShownMax } from '../limits.ts';
import { noticeReply } from '../notices.ts';
import { composeQuestion, pickOf } from './ask-slot.ts';
import { type Correction, type EntryRef, emptyPatch, type OpenStep, type Slot } from './dialogue.ts';
import { changeEntry, removeEntry } from './edits.ts';
import { type Entry, entriesNamed, entriesOf, findEntry, type Ledger, loadLedger, refOf } from './entries.ts';
import type { ReadCorrection } from './read-correction.ts';
import type { Trouble } from './read-draft.ts';
import { tellOutcomes } from './record.ts';
import { type Scene, told } from './scene.ts';

/** Corrects or deletes the entry that is meant; asks which where several could be. Null where nothing shows that one is. */
export async function corrected(scene: Scene, read: ReadCorrection): Promise<Handled | null> {
  const { words, language, dialogue } = scene;
  const ledger = await loadLedger(scene.records);
  const all = entriesOf(ledger).filter(({ kind }) => read.kind === null || kind === read.kind);
  const last = dialogue.last === null ? null : findEntry(ledger, dialogue.last);
  if (read.target !== null) {
    const meant = entriesNamed(all, read.target);
    const [only] = meant;
    if (only !== undefined && meant.length === 1) return act(scene, ledger, refOf(only), read);
    if (only !== undefined) return pick(scene, meant, read.wanted);
    if (read.clear === 'no') return null;
    return told(scene, [noticeReply(words.noSuchEntry(read.target), language)], dialogue);
  }
  if (last !== null && (read.kind === null || read.kind === last.kind)) return act(scene, ledger, refOf(last), read);
  if (read.clear === 'no') return null;
  const own = all.filter(({ entry }) => entry.state === 'reported');
  const [only] = own;
  // With nothing entered a word of mistakes is about something else; 「刪掉那門課」 is not.
  if (only === undefined && read.wanted.type === 'change') return null;
  if (only === undefined) return told(scene, [noticeReply(words.nothingToCorrect, language)], dialogue);
  // What is deleted is named by the person or picked from a list, never guessed.
  if (own.length === 1 && read.wanted.type === 'change') return act(scene, ledger, refOf(only), read);
  return pick(scene, own, read.wanted);
}

function act(scene: Scene, ledger: Ledger, ref: EntryRef, read: ReadCorrection): Promise<Handled> {
  if (read.wanted.type === 'change' && read.slot !== null) return ask(scene, ledger, ref, read.slot, read.trouble);
  return correctEntry(scene, ledger, ref, read.wanted);
}

function pick(scene: Scene, entries: readonly Entry[], wanted: Correction): Handled {
  const open = pickOf(entries.slice(-entriesShownMax).toReversed(), wanted);
  return told(scene, [composeQuestion(scene, open, null)], { ...scene.dialogue, open });
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
    return tellOutcomes(scene, 'removed', [outcome], ledger);
  }
  const { patch } = wanted;
  if (Object.values(patch).every((value) => value === null)) return ask(scene, ledger, ref, null, null);
  const outcome = changeEntry(ledger, ref, patch, scene.knowledge.catalogue.items.values());
  const after = outcome.type === 'done' ? replaced(ledger, ref, outcome.entry) : ledger;
  return tellOutcomes(scene, 'changed', [outcome], after);
}

/** What is to be changed, or the new value of a slot. What is proven is told to be so at once. */
async function ask(
  scene: Scene,
  ledger: Ledger,
  ref: EntryRef,
  slot: Slot | null,
  trouble: Trouble | null,
): Promise<Handled> {
  const outcome = changeEntry(ledger, ref, emptyPatch, []);
  if (outcome.type !== 'done') return tellOutcomes(scene, 'changed', [outcome], ledger);
  const open: OpenStep = { type: 'edit', ref: refOf(outcome.entry), slot };
  return told(scene, [composeQuestion(scene, open, trouble)], { ...scene.dialogue, open });
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
