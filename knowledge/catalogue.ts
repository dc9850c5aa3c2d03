import type { Period } from './document.ts';
import type { InterviewRole } from './interview-script.ts';

/**
 * What can be learnt and taken, and what is said about it: roles, platforms, courses, certificates, incentives and rules on
 * learning hours. Every entry rests on facts; a thing that the documents do not say (a fee, a pass mark) is not a field.
 */
export interface Catalogue {
  readonly roles: readonly RoleDescription[];
  /** By id, in the order of the file. */
  readonly items: ReadonlyMap<string, CatalogueItem>;
  /** In which order things are recommended, and to whom. Stages never go back; general comes before practical. */
  readonly path: readonly PathEntry[];
  /** Facts for 先通識、後實務應用. */
  readonly sequence: Claim;
  /** Facts for the course modules, of which only the number and the order of the stages are known. */
  readonly modules: Claim;
  readonly hours: readonly HoursRule[];
  /** How somebody goes on after choosing or passing. */
  readonly nextSteps: readonly NextStep[];
  readonly incentives: readonly Incentive[];
}

/** A sentence in both languages; the English one keeps the Chinese terms. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** What an entry rests on: fact ids, the first is quoted first, never empty. */
export interface Grounds {
  readonly facts: readonly string[];
}

/** What is told from `facts`; `also` names facts on the same matter, which are checked and not quoted. */
export interface Claim extends Grounds {
  readonly also: readonly string[];
}

/** One of the four roles: what the documents say of it, and what they do not. */
export interface RoleDescription extends Grounds {
  readonly id: InterviewRole;
  /** 規劃, 活用, 實現 or 前瞻. */
  readonly keyword: string;
  /** A plain sentence on what is not documented about this role and its courses. */
  readonly unknown: Bilingual;
}

/** A thing that can be recommended. */
export type CatalogueItem = Platform | Course | Certificate;

/** 入門, 進階, 實作. */
export type Stage = 'basic' | 'advanced' | 'practice';

interface Item extends Grounds {
  readonly id: string;
  readonly name: Bilingual;
  /** What people call it, as typed. */
  readonly aliases: readonly string[];
  /** Names of other things in which an alias stands, such as iPAS初級; they are not this item. */
  readonly confusedWith: readonly string[];
  /** What was known from which day on, earliest first. */
  readonly status: readonly ItemStatus[];
}

/**
 * What a document says of an item from a day on. `listed`: named as an example; `recognised`: named as recognised (採認);
 * `expected`: announced with a period; `announced`: announced without a date.
 */
export interface ItemStatus {
  /** ISO date: when the document that says so was published. */
  readonly from: string;
  readonly status: 'listed' | 'recognised' | 'expected' | 'announced';
  /** The fact that says so; its period is the period. */
  readonly fact: string;
  readonly text: Bilingual;
}

/** Where courses are found. */
export interface Platform extends Item {
  readonly kind: 'platform';
  readonly mode: Mode;
  /** Null where the documents give no address. */
  readonly url: string | null;
}

/** `unknown` where the documents do not say how it is held. */
export type Mode = 'online' | 'inPerson' | 'unknown';

/** A class or a digital course. */
export interface Course extends Item {
  readonly kind: 'course';
  readonly mode: Mode;
  readonly audience: Audience;
  /** Null where the documents do not say. */
  readonly level: Stage | null;
  readonly provider: string | null;
  /** Always null today: no document gives the hours of a course. */
  readonly hours: number | null;
  /** ISO date of the last document or statistic that lists it. */
  readonly knownAsOf: string;
}

/** For whom it is held, and the words of the document. */
export interface Audience {
  readonly group: 'everyone' | 'managers' | 'policy';
  readonly name: Bilingual;
}

/** A certification or certificate. */
export interface Certificate extends Item {
  readonly kind: 'certificate';
  /** Null where the documents do not say. */
  readonly issuer: string | null;
  /** 公務專屬 or 產業. */
  readonly sector: 'public' | 'industry';
  readonly level: 'basic' | 'advanced' | null;
  /** 通識 or 實務; null where the documents do not say. */
  readonly sequence: 'general' | 'practical' | null;
  /** A caution for which it is not put into a path; null for all others. */
  readonly caution: Bilingual | null;
}

/** Recommends one item to some, at one stage. */
export interface PathEntry extends Grounds {
  readonly item: string;
  readonly stage: Stage;
  /** For whom this entry and its reason hold; `unknown` is somebody whose role is not known yet. */
  readonly for: readonly (InterviewRole | 'unknown')[];
  /** Who has reached this level needs it no more; null where no level replaces it. */
  readonly coveredBy: 'basic' | 'advanced' | null;
  readonly reason: Bilingual;
}

/** A rule on hours: what each person learns in a year, or what an agency's HR performance is measured by. Never mixed. */
export type HoursRule = PersonalHoursRule | AppraisalHoursRule;

/** Hours of each person: `total` in a year, of them at least `ai` on AI. */
export interface PersonalHoursRule extends Claim {
  readonly kind: 'person';
  readonly id: string;
  readonly valid: Period;
  readonly total: number;
  readonly ai: number;
}

/** The figure of 人事業務績效考核; how it is counted is not documented. */
export interface AppraisalHoursRule extends Claim {
  readonly kind: 'appraisal';
  readonly id: string;
  readonly valid: Period;
  readonly basic: number;
  readonly advanced: number;
  readonly total: number;
}

/** One thing to do next. */
export interface NextStep extends Claim {
  readonly id: string;
  readonly text: Bilingual;
}

/** What somebody may get for it; the hedge of the document stands in the Chinese text. */
export interface Incentive extends NextStep {
  /** 視經費狀況, 得, 亦可 …; never left out when it is told. */
  readonly hedge: string;
}
