export type {
  Bilingual,
  CatalogueItem,
  HoursRule,
  ItemStatus,
  NextStep,
  PathEntry,
  Stage,
} from './catalogue.ts';
export { toTraditional } from './chinese-script.ts';
export type { Document, Passage, Period } from './document.ts';
export type { Glossary } from './glossary.ts';
export type {
  InterviewOption,
  InterviewQuestion,
  InterviewRole,
  InterviewScript,
  RoleWeights,
} from './interview-script.ts';
export { addDays, addMonths, daysBetween, isoDay, weekdayOf, yearOf } from './iso-day.ts';
export { type ContentFile, type ContentFiles, createKnowledge, type Knowledge } from './knowledge.ts';
export { createLexicalRetriever, type LexicalRetriever } from './lexical-retriever.ts';
export { normaliseQuery, normaliseText } from './normalise.ts';
export {
  addOfficeDays,
  isOfficeDay,
  nextOfficeDay,
  type OfficeCalendar,
  officeDaysBetween,
  withExtraHolidays,
  yearsKnown,
} from './office-calendar.ts';
export type { Offset, OnboardingPlan, PlanStage, PlanTask, PulseQuestion } from './onboarding-plan.ts';
export type { Aspect } from './parse-aspects.ts';
export { parseGlossary } from './parse-glossary.ts';
export { type LearningRule, readLearningRules } from './parse-learning-rules.ts';
export { factsOfPlan, parseOnboardingPlan } from './parse-onboarding-plan.ts';
export { findLane, isOnlyMentioned, type SafetyLane } from './parse-safety.ts';
export { findTalk, type Talk } from './parse-smalltalk.ts';
export type { OutsideMatter, Question, Topic, Unknown } from './question.ts';
export { remember } from './recent.ts';
export type { IndexedText } from './retriever.ts';
export type { TopicMatch, WeightedText } from './topic-matcher.ts';
