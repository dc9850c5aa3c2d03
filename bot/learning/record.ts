import type { Change } from '../changes.ts';
import type { Handled } from '../handled.ts';
import type { Reply } from '../vocabulary.ts';
import { composeQuestion, nextSlot } from './ask-slot.ts';
import type { Draft, OpenStep, Slot } from './dialogue.ts';
import { type Edited, recordEntry, withEntry } from './edits.ts';
import { entryOf, type Ledger, loadLedger, refOf } from './entries.ts';
import type { Trouble } from './read-draft.ts';
import { composeEdited } from './reply-entry.ts';
import { ruleOfYear } from './rules.ts';
import { type Scene, told } from './scene.ts';

/**
 * Records the whole drafts at once, and asks for what the first of the others lacks: nobody has to answer for one course before
 * another one is kept.
 */
export async function goOnWith(
  scene: Scene,
  drafts: readonly Draft[],
  trouble: Trouble | 'notUnderstood' | null,
): Promise<Handled> {
  const whole = drafts.filter((draft) => nextSlot(draft) === null);
  const lacking = drafts.filter((draft) => nextSlot(draft) !== null);
  const [first] = lacking;
  const slot = first === undefined ? null : (slotBehind(first, trouble) ?? nextSlot(first));
  const open: OpenStep | null = slot === null ? null : { type: 'draft', drafts: lacking, slot };
  if (whole.length > 0) return commit(scene, whole, open, trouble);
  if (open === null) return told(scene, [], { ...scene.dialogue, open });
  return told(scene, [composeQuestion(scene, open, trouble)], { ...scene.dialogue, open });
}

/** What could not be taken is asked again at once, once the entry has a name. */
function slotBehind(draft: Draft, trouble: Trouble | 'notUnderstood' | null): Slot | null {
  if (draft.name === null || draft.catalogue?.sure === 'ask') return null;
  switch (trouble) {
    case 'tooMany':
    case 'notPositive':
    case 'unclear':
    case 'wholeDays':
      return draft.hours === null && draft.kind === 'hours' ? 'hours' : null;
    case 'future':
    case 'tooLongAgo':
    case 'noSuchDay':
      return draft.date === null ? 'date' : null;
    default:
      return null;
  }
}

async function commit(
  scene: Scene,
  drafts: readonly Draft[],
  open: OpenStep | null,
  trouble: Trouble | 'notUnderstood' | null,
): Promise<Handled> {
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
  return tellOutcomes(scene, 'recorded', outcomes, ledger, open, trouble);
}

/**
 * Tells what became of edits, and keeps what the next words could point to or take back. A question that stays open is put behind
 * it.
 */
export async function tellOutcomes(
  scene: Scene,
  heading: 'recorded' | 'changed' | 'removed',
  outcomes: readonly Edited[],
  ledger: Ledger,
  open: OpenStep | null = null,
  trouble: Trouble | 'notUnderstood' | null = null,
): Promise<Handled> {
  const { knowledge, moment, records, session, dialogue } = scene;
  const rule = ruleOfYear(knowledge, await records.setting('learningRules'), Number(moment.today.slice(0, 4)));
  const done = outcomes.flatMap((one) => (one.type === 'done' ? [one] : []));
  const changes: readonly Change[] = done.flatMap((one) => one.changes);
  const shown = heading === 'removed' ? [] : outcomes.flatMap((one) => ('entry' in one ? [refOf(one.entry)] : []));
  const undo = done.toReversed().flatMap((one) => one.undo);
  const kept = done.length === 0 ? {} : { undo, redo: [], on: moment.today };
  const replies: readonly Reply[] = [
    composeEdited(scene, heading, outcomes, ledger, rule),
    ...(open === null ? [] : [composeQuestion(scene, open, trouble)]),
  ];
  // 「第二筆」 points to what was shown as a list.
  const listed = shown.length > 1 ? shown : dialogue.shown;
  const learning = { ...dialogue, ...kept, open, last: shown.at(-1) ?? null, shown: listed, at: session.version };
  return told(scene, replies, learning, changes);
}

/** New entries that are still asked for: a command in between leaves them where they are. */
export function openDrafts({ dialogue }: Scene): OpenStep | null {
  return dialogue.open?.type === 'draft' ? dialogue.open : null;
}
