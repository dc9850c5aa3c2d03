import type { SafetyLane } from './parse-safety.ts';
import type { Talk } from './parse-smalltalk.ts';

/**
 * What a message can be about. All kinds share one list, because a message is matched against all of them at once: a
 * question that the documents answer, one that they leave open, other matters, small talk, and what is never answered.
 */
export type Topic = Question | Unknown | OutsideMatter | TalkTopic | LaneTopic;

/** Small talk that no pattern caught, found by its phrasings. */
export interface TalkTopic {
  readonly kind: 'talk';
  readonly id: string;
  readonly title: string;
  readonly titleEn: string;
  readonly asks: readonly string[];
  readonly talk: Talk;
}

/** A sensitive matter or a refused request that no pattern caught, found by its phrasings. */
export interface LaneTopic {
  readonly kind: 'lane';
  readonly id: string;
  readonly title: string;
  readonly titleEn: string;
  readonly asks: readonly string[];
  readonly lane: SafetyLane;
}

/** A question that the documents answer. The lead is told verbatim and rests on `facts`, never empty. */
export interface Question {
  readonly kind: 'question';
  /** `<document>/<section>/<name>`, unique. */
  readonly id: string;
  readonly document: string;
  readonly section: string;
  /** The question in plain words; shown as a button. */
  readonly title: string;
  readonly titleEn: string;
  /** Fact ids, the first is quoted first. */
  readonly facts: readonly string[];
  /** One or two sentences that answer the very thing asked, hedges kept. */
  readonly lead: string;
  readonly leadEn: string;
  /** How people ask it: alternate phrasings, as typed. */
  readonly asks: readonly string[];
  /** Fact ids told after the lead so that the answer stands in its context. */
  readonly context: readonly string[];
  /** A caution that belongs to the answer, such as that two numbers must not be mixed; null where none is needed. */
  readonly note: string | null;
  readonly noteEn: string | null;
  /** ISO dates between which this is the answer; null is open. Outside them `nowAnsweredBy` speaks. */
  readonly valid: { readonly from: string | null; readonly to: string | null };
  /** The id of the question that answers the same thing for today, where this one tells of an earlier time. */
  readonly nowAnsweredBy: string | null;
  /**
   * The office to ask, where the lead itself says that what is asked is not documented; the reply then counts as not
   * answered. Null where the lead answers.
   */
  readonly ask: string | null;
  readonly askEn: string | null;
}

/** A known unknown: what the documents do not say, what they do say nearby, and who to ask. */
export interface Unknown {
  readonly kind: 'unknown';
  readonly id: string;
  readonly title: string;
  readonly titleEn: string;
  /** A plain sentence that names precisely what is not documented. */
  readonly says: string;
  readonly saysEn: string;
  /** Fact ids that are told as 「文件有寫的是」; may be empty. */
  readonly near: readonly string[];
  /** `refused`: what is asked must not be done (personal data into an AI tool), and `says` tells so. */
  readonly stance: 'open' | 'refused';
  /** The kind of office to ask. */
  readonly ask: string;
  readonly askEn: string;
  readonly asks: readonly string[];
}

/** Another HR matter, or one that no document here covers: who to ask, nothing else is said. */
export interface OutsideMatter {
  readonly kind: 'outside';
  readonly id: string;
  readonly title: string;
  readonly titleEn: string;
  readonly ask: string;
  readonly askEn: string;
  readonly asks: readonly string[];
  /** Words that by themselves show this matter, such as 加班費. */
  readonly words: readonly string[];
}
