import type { Change } from '../changes.ts';
import type { HoursCategory } from './ledger.ts';

/** What the ledger's conversation waits for and could undo: plain data in the session. */
export interface LearningDialogue {
  readonly open: OpenStep | null;
  /** The entry that 「改成2小時」 and 「那門課」 point to; null where none was shown of late. */
  readonly last: EntryRef | null;
  /** The entries as they were shown last, in that order: 「第二筆」 points to one. */
  readonly shown: readonly EntryRef[];
  /** Takes back what was changed last; empty where nothing can be undone. */
  readonly undo: readonly Change[];
  /** Does again what was undone last; empty where nothing was undone since. */
  readonly redo: readonly Change[];
  /** The day of `undo` and `redo`, ISO date: what was entered on another day is not taken back by one word. */
  readonly on: string;
  /** The session's version at which `last` and `undo` were set; the buttons under that reply name it. */
  readonly at: number;
}

/** A dialogue in which nothing was said yet. */
export const emptyDialogue: LearningDialogue = {
  open: null,
  last: null,
  shown: [],
  undo: [],
  redo: [],
  on: '',
  at: -1,
};

/** The question that is open. */
export type OpenStep =
  /** New entries; `slot` is asked of the first that lacks it. */
  | { readonly type: 'draft'; readonly drafts: readonly Draft[]; readonly slot: Slot }
  /** An entry that is corrected; `slot` is null while it is asked what is to be corrected. */
  | { readonly type: 'edit'; readonly ref: EntryRef; readonly slot: EntrySlot | null }
  /** Several entries could be meant. */
  | { readonly type: 'pick'; readonly refs: readonly EntryRef[]; readonly wanted: Correction };

/** An entry as a person calls it: by its name, its day, its place among those that were shown; null where not by that. */
export interface Target {
  readonly name: string | null;
  /** ISO date. */
  readonly day: string | null;
  /** From 1. */
  readonly place: number | null;
}

/** Points to one entry of the person. */
export interface EntryRef {
  readonly kind: EntryKind;
  readonly name: string;
  readonly date: string;
}

/** Hours of a course, or a certificate. */
export type EntryKind = 'hours' | 'certificate';

/**
 * What is asked of an entry; `which` asks whether a short name means the certificate of the catalogue, `split` how the hours are
 * spread over several courses, `sure` whether a doubtful number of hours is right.
 */
export type Slot = 'name' | 'which' | 'split' | 'hours' | 'sure' | 'date' | 'category';

/** A slot that an entry which exists can be corrected in. */
export type EntrySlot = Exclude<Slot, 'which' | 'split' | 'sure'>;

/** An entry as far as it was told; null where it was not. */
export interface Draft {
  readonly kind: EntryKind;
  readonly name: string | null;
  /** ISO date. */
  readonly date: string | null;
  readonly hours: number | null;
  /** Why the hours are asked once more: more than a day has, or only about so many. */
  readonly doubt: Doubt | null;
  /** Courses that share the hours in a way that was not told; empty for one course. */
  readonly parts: readonly string[];
  readonly category: HoursCategory | null;
  /** Who held the course or issued the certificate. */
  readonly by: string | null;
  readonly evidence: string | null;
  /** Of a certificate: its id in the catalogue; `ask` while that is not settled. */
  readonly catalogue: { readonly id: string; readonly sure: 'yes' | 'ask' } | null;
}

/** What makes a number of hours doubtful. */
export type Doubt = 'longDay' | 'about';

/** A draft of which nothing was told. */
export const emptyDraft: Draft = {
  kind: 'hours',
  name: null,
  date: null,
  hours: null,
  doubt: null,
  parts: [],
  category: null,
  by: null,
  evidence: null,
  catalogue: null,
};

/** What is done to an entry that exists. */
export type Correction =
  | { readonly type: 'delete' }
  /** Some of these are set; none asks what is to be corrected. */
  | { readonly type: 'change'; readonly patch: Patch };

/** What an entry is corrected to. */
export interface Patch {
  readonly name: string | null;
  readonly date: string | null;
  readonly hours: number | null;
  readonly category: HoursCategory | null;
}

/** Changes nothing. */
export const emptyPatch: Patch = { name: null, date: null, hours: null, category: null };
