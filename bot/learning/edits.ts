import type { CatalogueItem } from '../../knowledge/index.ts';
import type { Change } from '../changes.ts';
import type { EntryRef, Patch } from './dialogue.ts';
import { type Entry, findEntry, isSame, type Ledger, patched, put, refOf, refOfChange, remove } from './entries.ts';

/** What became of an edit: changes and what takes them back, or why nothing was changed. */
export type Edited =
  | {
      readonly type: 'done';
      readonly entry: Entry;
      readonly changes: readonly Change[];
      readonly undo: readonly Change[];
    }
  /** There is one of the same course and date. */
  | { readonly type: 'duplicate'; readonly entry: Entry }
  /** Imported or verified: nothing that a person says replaces it. */
  | { readonly type: 'proven'; readonly entry: Entry }
  | { readonly type: 'gone' };

/** Adds an entry where there is none of the same name and date. */
export function recordEntry(ledger: Ledger, entry: Entry): Edited {
  const known = findEntry(ledger, refOf(entry));
  if (known !== null) return { type: 'duplicate', entry: known };
  return { type: 'done', entry, changes: [put(entry)], undo: [remove(refOf(entry))] };
}

/** Corrects an entry that the person reported; `items` tell which certificate of the catalogue a new name is. */
export function changeEntry(ledger: Ledger, ref: EntryRef, patch: Patch, items: Iterable<CatalogueItem>): Edited {
  const known = findEntry(ledger, ref);
  if (known === null) return { type: 'gone' };
  if (known.entry.state !== 'reported') return { type: 'proven', entry: known };
  const entry = patched(known, patch, items);
  if (isSame(refOf(entry), ref)) return { type: 'done', entry, changes: [put(entry)], undo: [put(known)] };
  const other = findEntry(ledger, refOf(entry));
  if (other !== null) return { type: 'duplicate', entry: other };
  return {
    type: 'done',
    entry,
    changes: [remove(ref), put(entry)],
    undo: [remove(refOf(entry)), put(known)],
  };
}

/** Takes out an entry that the person reported. */
export function removeEntry(ledger: Ledger, ref: EntryRef): Edited {
  const known = findEntry(ledger, ref);
  if (known === null) return { type: 'gone' };
  if (known.entry.state !== 'reported') return { type: 'proven', entry: known };
  return { type: 'done', entry: known, changes: [remove(ref)], undo: [put(known)] };
}

/** Whether what takes back the last change would still touch only what the person reported. */
export function canUndo(ledger: Ledger, undo: readonly Change[]): boolean {
  return undo.every((change) => {
    const ref = refOfChange(change);
    const known = ref === null ? null : findEntry(ledger, ref);
    return known === null || known.entry.state === 'reported';
  });
}

/** The ledger with an entry in it, as later entries of one message are held against it. */
export function withEntry(ledger: Ledger, one: Entry): Ledger {
  return one.kind === 'hours'
    ? { ...ledger, hours: [...ledger.hours, one.entry] }
    : { ...ledger, certificates: [...ledger.certificates, one.entry] };
}
