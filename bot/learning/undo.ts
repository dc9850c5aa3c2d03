import type { Change } from '../changes.ts';
import type { Handled } from '../handled.ts';
import { noticeReply } from '../notices.ts';
import type { Part } from '../vocabulary.ts';
import { canUndo } from './edits.ts';
import { type Entry, findEntry, type Ledger, loadLedger, put, refOf, refOfChange, remove } from './entries.ts';
import { bare, plain } from './reply-entry.ts';
import { tables } from './reply-tables.ts';
import { type Scene, told } from './scene.ts';

/** Takes back what was changed last in this talk, on the same day, and names it. */
export async function undo(scene: Scene): Promise<Handled> {
  const { words, language, dialogue, moment } = scene;
  if (dialogue.undo.length === 0 || dialogue.on !== moment.today) {
    const ways = [plain(words.button.list, 'learning:list')];
    const redo = dialogue.redo.length > 0 ? [redoChoice(scene, dialogue.at)] : [];
    return told(scene, [noticeReply(words.nothingToUndo, language, [...redo, ...ways])], dialogue);
  }
  return swap(scene, dialogue.undo, 'undone');
}

/** Does again what was undone last. */
export async function redo(scene: Scene): Promise<Handled> {
  const { words, language, dialogue, moment } = scene;
  if (dialogue.redo.length > 0 && dialogue.on === moment.today) return swap(scene, dialogue.redo, 'redone');
  return told(
    scene,
    [noticeReply(words.nothingToRedo, language, [plain(words.button.list, 'learning:list')])],
    dialogue,
  );
}

async function swap(scene: Scene, changes: readonly Change[], heading: 'undone' | 'redone'): Promise<Handled> {
  const { words, language, dialogue, session } = scene;
  const ledger = await loadLedger(scene.records);
  if (!canUndo(ledger, changes))
    return told(scene, [noticeReply(words.cannotUndo, language)], { ...dialogue, undo: [], redo: [] });
  const back = changes.toReversed().flatMap((change) => inverseOf(ledger, change));
  const parts = [{ type: 'text' as const, text: words[heading] }, ...tellSwapped(scene, ledger, changes)];
  const choices = [
    heading === 'undone'
      ? redoChoice(scene, session.version)
      : plain(words.button.undo, `learning:undo:${session.version}`),
    plain(words.button.list, 'learning:list'),
  ];
  const kept = heading === 'undone' ? { undo: [], redo: back } : { undo: back, redo: [] };
  const last = changes.flatMap((change) => thereAfter(change) ?? []).at(-1);
  const learning = {
    ...dialogue,
    ...kept,
    open: null,
    last: last === undefined ? null : refOf(last),
    at: session.version,
  };
  return told(scene, [{ ...bare(parts, language), choices }], learning, changes);
}

function redoChoice({ words }: Scene, at: number) {
  return plain(words.button.redo, `learning:redo:${at}`);
}

/** What is no longer there, and what is there again or as before. */
function tellSwapped(scene: Scene, ledger: Ledger, changes: readonly Change[]): readonly Part[] {
  const gone = changes.flatMap((change) => {
    const ref = thereAfter(change) === null ? refOfChange(change) : null;
    return (ref === null ? null : findEntry(ledger, ref)) ?? [];
  });
  const there = changes.flatMap((change) => thereAfter(change) ?? []);
  return [...tables(scene, gone, scene.words.takenOut), ...tables(scene, there, scene.words.thereAgain)];
}

function thereAfter(change: Change): Entry | null {
  if (change.type === 'hoursPut') return { kind: 'hours', entry: change.entry };
  return change.type === 'certificatePut' ? { kind: 'certificate', entry: change.entry } : null;
}

/** What brings the ledger back to where it is before the change. */
function inverseOf(ledger: Ledger, change: Change): readonly Change[] {
  const ref = refOfChange(change);
  if (ref === null) return [];
  const known = findEntry(ledger, ref);
  return [known === null ? remove(ref) : put(known)];
}
