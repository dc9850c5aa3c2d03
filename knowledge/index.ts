export type {
  Bilingual,
  CatalogueItem,
  HoursRule,
  ItemStatus,
  NextStep,
  PathEntry,
  Stage,
} from './catalogue.ts';
export type { Document, Passage, Period } from './document.ts';
export type { Glossary } from './glossary.ts';
export type {
  InterviewOption,
  InterviewQuestion,
  InterviewRole,
  InterviewScript,
  RoleWeights,
} from './interview-script.ts';
export { type ContentFile, type ContentFiles, createKnowledge, type Knowledge } from './knowledge.ts';
export { createLexicalRetriever, type LexicalRetriever } from './lexical-retriever.ts';
export { normaliseQuery, normaliseText } from './normalise.ts';
export type { Aspect } from './parse-aspects.ts';
export { parseGlossary } from './parse-glossary.ts';
export { findLane, isOnlyMentioned, type SafetyLane } from './parse-safety.ts';
export { findTalk, type Talk } from './parse-smalltalk.ts';
export type { OutsideMatter, Question, Topic, Unknown } from './question.ts';
export type { IndexedText } from './retriever.ts';
export type { TopicMatch, WeightedText } from './topic-matcher.ts';
