import type { Change } from '../changes.ts';
import type { Handled } from '../handled.ts';
import { composeQuestion, nextSlot } from './ask-slot.ts';
import type { Draft, OpenStep, Slot } from './dialogue.ts';
import { type Edited, recordEntry, withEntry } from './edits.ts';
import { entryOf, type Ledger, loadLedger, refOf } from './entries.ts';
import type { Trouble } from './read-draft.ts';
import { composeEdited } from './reply-entry.ts';
import { ruleOfYear } from './rules.ts';
import { type Scene, told } from './scene.ts';

/** Asks for what the drafts lack, one thing at a time; whole ones are recorded together. */
export async function goOnWith(
  scene: Scene,
  drafts: readonly Draft[],
  trouble: Trouble | 'notUnderstood' | null,
): Promise<Handled> {
  const lacking = drafts.find((draft) => nextSlot(draft) !== null);
  if (lacking === undefined) return commit(scene, drafts);
  const slot = slotBehind(lacking, trouble) ?? nextSlot(lacking) ?? 'name';
  const open: OpenStep = { type: 'draft', drafts, slot };
  return told(scene, [composeQuestion(scene, open, trouble)], { ...scene.dialogue, open });
}

/** What could not be taken is asked again at once, once the entry has a name. */
function slotBehind(draft: Draft, trouble: Trouble | 'notUnderstood' | null): Slot | null {
  if (draft.name === null || draft.catalogue?.sure === 'ask') return null;
  switch (trouble) {
    case 'tooMany':
    case 'notPositive':
    case 'unclear':
      return draft.hours === null && draft.kind === 'hours' ? 'hours' : null;
    case 'future':
    case 'tooLongAgo':
    case 'noSuchDay':
      return draft.date === null ? 'date' : null;
    default:
      return null;
  }
}

async function commit(scene: Scene, drafts: readonly Draft[]): Promise<Handled> {
  const before = await loadLedger(scene.records);
  let ledger: Ledger = before;
  const outcomes: Edited[] = [];
  for (const draft of drafts) {
    const entry = entryOf(draft);
    if (entry === null) continue;
    const outcome = recordEntry(ledger, entry);
    if (outcome.type === 'done') ledger = withEntry(ledger, outcome.entry);
    outcomes.push(outcome);
  }
  return tellOutcomes(scene, 'recorded', outcomes, ledger);
}

/** Tells what became of edits, and keeps what the next words could point to or take back. */
export async function tellOutcomes(
  scene: Scene,
  heading: 'recorded' | 'changed' | 'removed',
  outcomes: readonly Edited[],
  ledger: Ledger,
): Promise<Handled> {
  const { knowledge, moment, records, session, dialogue } = scene;
  const rule = ruleOfYear(knowledge, await records.setting('learningRules'), Number(moment.today.slice(0, 4)));
  const done = outcomes.flatMap((one) => (one.type === 'done' ? [one] : []));
  const changes: readonly Change[] = done.flatMap((one) => one.changes);
  const shown = outcomes.findLast((one) => 'entry' in one);
  const last = shown === undefined || heading === 'removed' ? null : refOf(shown.entry);
  const undo = done.toReversed().flatMap((one) => one.undo);
  return told(
    scene,
    [composeEdited(scene, heading, outcomes, ledger, rule)],
    { open: null, last, undo: done.length === 0 ? dialogue.undo : undo, at: session.version },
    changes,
  );
}
