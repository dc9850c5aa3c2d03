/**
 * A document as HR wrote it: an edition with its validity, and sections down to single facts.
 * Content files are Markdown with a YAML header; `parseDocument()` reads them.
 */
export interface Document {
  /** Stable id that other content refers to and that the JSON contract shows, such as `faq` or `deck`. */
  readonly id: string;
  readonly title: string;
  /** What people call it in running text, such as 「問答集」. */
  readonly shortTitle: string;
  /** The edition as it is cited, such as 「115年6月版」. */
  readonly edition: string;
  /** Who issued it; says so where the document does not name anybody. */
  readonly authority: string;
  /** First day on which the document can be relied on, ISO date. */
  readonly validFrom: string;
  /** Last day, ISO date; null until a later edition ends it. */
  readonly validTo: string | null;
  /** For whom it was written. */
  readonly audience: string;
  readonly sections: readonly Section[];
}

/** A heading with its facts. `anchor` is what a citation shows as `section`: `Q1`…`Q8` or the slide heading. */
export interface Section {
  readonly document: string;
  readonly anchor: string;
  readonly title: string;
  readonly passages: readonly Passage[];
}

/** The smallest text that is cited: one fact. */
export interface Passage {
  /** The fact's id, such as `F047`; unique over all documents. */
  readonly id: string;
  readonly document: string;
  readonly section: string;
  readonly text: string;
  /** What kind of statement it is; `expected` and `target` are told as such, with their period. */
  readonly status: PassageStatus;
  /** The period that the fact speaks of, ISO dates, where it names one. */
  readonly period: Period | null;
}

/** `stated` holds as written; `expected` was announced; `target` was planned; `superseded` holds only for its time. */
export type PassageStatus = 'stated' | 'expected' | 'target' | 'superseded';

/** Both ends included, ISO dates; null is open. */
export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}
