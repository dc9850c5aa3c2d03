import type { Catalogue } from './catalogue.ts';
import type { Document, Passage } from './document.ts';
import { createDutyLikeness, type DutyLikeness, parseDutyExamples } from './duty-likeness.ts';
import type { InterviewScript } from './interview-script.ts';
import type { OfficeCalendar } from './office-calendar.ts';
import type { OnboardingPlan } from './onboarding-plan.ts';
import { parseAspects } from './parse-aspects.ts';
import { factsOfCatalogue, parseCatalogue } from './parse-catalogue.ts';
import { parseDocument } from './parse-document.ts';
import { parseInterview } from './parse-interview.ts';
import { type LearningRule, parseLearningRules } from './parse-learning-rules.ts';
import { parseOfficeCalendar } from './parse-office-calendar.ts';
import { factsOfPlan, parseOnboardingPlan } from './parse-onboarding-plan.ts';
import { parsePhrasings } from './parse-phrasings.ts';
import { parseSafetyLanes, type SafetyLane } from './parse-safety.ts';
import { parseSmalltalk, type Smalltalk, type Talk } from './parse-smalltalk.ts';
import { parseSynonyms } from './parse-synonyms.ts';
import { parseOutsideMatters, parseQuestions, parseUnknowns } from './parse-topics.ts';
import type { LaneTopic, TalkTopic, Topic } from './question.ts';
import { createTopicMatcher, type TopicMatcher } from './topic-matcher.ts';

/** Everything that HR wrote, read, checked and indexed. Immutable: changed content makes another value. */
export interface Knowledge {
  readonly documents: ReadonlyMap<string, Document>;
  /** By fact id. */
  readonly passages: ReadonlyMap<string, Passage>;
  /** By topic id. */
  readonly topics: ReadonlyMap<string, Topic>;
  readonly matcher: TopicMatcher;
  readonly catalogue: Catalogue;
  readonly interview: InterviewScript;
  /** In the order in which they are tried. */
  readonly safety: readonly SafetyLane[];
  readonly smalltalk: Smalltalk;
  readonly officeCalendar: OfficeCalendar;
  /** What is led through where an agency has no plan of its own. */
  readonly onboardingPlan: OnboardingPlan;
  /** The shipped rules on learning hours; an agency can set its own. */
  readonly learningRules: readonly LearningRule[];
}

/** The content files as texts, with the names that an error message shows. */
export interface ContentFiles {
  readonly documents: readonly ContentFile[];
  readonly questions: readonly ContentFile[];
  readonly phrasings: readonly ContentFile[];
  readonly unknowns: ContentFile;
  readonly outside: ContentFile;
  readonly synonyms: ContentFile;
  readonly aspects: ContentFile;
  readonly catalogue: ContentFile;
  readonly interview: ContentFile;
  readonly dutyExamples: ContentFile;
  readonly safety: ContentFile;
  readonly smalltalk: ContentFile;
  readonly officeCalendar: ContentFile;
  readonly onboardingPlan: ContentFile;
  readonly learningRules: ContentFile;
}

/** One content file. */
export interface ContentFile {
  readonly name: string;
  readonly text: string;
}

/** Reads, cross-checks and indexes. Throws an `Error` whose message begins with the file's name where one is not valid. */
export function createKnowledge(files: ContentFiles): Knowledge {
  const documents = new Map<string, Document>();
  const passages = new Map<string, Passage>();
  for (const file of files.documents) {
    const document = reading(file, parseDocument);
    documents.set(document.id, document);
    for (const passage of document.sections.flatMap((section) => section.passages)) {
      if (passages.has(passage.id)) throw new Error(`${file.name}: the fact ${passage.id} stands twice`);
      passages.set(passage.id, passage);
    }
  }
  const topics = new Map<string, Topic>();
  const add = (file: ContentFile, list: readonly Topic[]): void => {
    for (const topic of list) {
      if (topics.has(topic.id)) throw new Error(`${file.name}: the id ${topic.id} stands twice`);
      for (const fact of factsOf(topic))
        if (!passages.has(fact)) throw new Error(`${file.name}: ${topic.id} names the unknown fact ${fact}`);
      topics.set(topic.id, topic);
    }
  };
  for (const file of files.questions) add(file, reading(file, parseQuestions));
  add(files.unknowns, reading(files.unknowns, parseUnknowns));
  add(files.outside, reading(files.outside, parseOutsideMatters));
  const safety = reading(files.safety, parseSafetyLanes);
  const smalltalk = reading(files.smalltalk, parseSmalltalk);
  add(files.safety, safety.filter(({ then, likeness }) => then === 'end' && likeness === 'counts').map(toLaneTopic));
  add(files.smalltalk, smalltalk.talks.map(toTalkTopic));
  for (const file of files.phrasings) addPhrasings(topics, file);
  checkLinks(topics);
  const catalogue = reading(files.catalogue, parseCatalogue);
  for (const { entry, fact } of factsOfCatalogue(catalogue))
    if (!passages.has(fact)) throw new Error(`${files.catalogue.name}: ${entry} names the unknown fact ${fact}`);
  const learningRules = reading(files.learningRules, parseLearningRules);
  for (const { id, facts } of learningRules)
    for (const fact of facts)
      if (!passages.has(fact)) throw new Error(`${files.learningRules.name}: ${id} names the unknown fact ${fact}`);
  const onboardingPlan = reading(files.onboardingPlan, parseOnboardingPlan);
  for (const fact of factsOfPlan(onboardingPlan))
    if (!passages.has(fact)) throw new Error(`${files.onboardingPlan.name}: a task names the unknown fact ${fact}`);
  const matcher = createTopicMatcher([...topics.values()], (topic) => vocabularyOf(topic, passages), {
    synonyms: reading(files.synonyms, parseSynonyms),
    aspects: reading(files.aspects, parseAspects),
  });
  const script = reading(files.interview, parseInterview);
  const examples = reading(files.dutyExamples, parseDutyExamples);
  let likeness: DutyLikeness | undefined;
  const interview: InterviewScript = {
    ...script,
    // Built with the first description: a start should not wait for it.
    likeness: (text) => {
      likeness ??= createDutyLikeness(examples, script.ignored.words);
      return likeness(text);
    },
  };
  return {
    documents,
    passages,
    topics,
    matcher,
    catalogue,
    interview,
    safety,
    smalltalk,
    officeCalendar: reading(files.officeCalendar, parseOfficeCalendar),
    onboardingPlan,
    learningRules,
  };
}

function reading<T>(file: ContentFile, parse: (text: string) => T): T {
  try {
    return parse(file.text);
  } catch (cause) {
    throw new Error(`${file.name}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

function addPhrasings(topics: Map<string, Topic>, file: ContentFile): void {
  for (const [id, asks] of Object.entries(reading(file, parsePhrasings))) {
    const topic = topics.get(id);
    if (topic === undefined) throw new Error(`${file.name}: phrasings for the unknown topic ${id}`);
    topics.set(id, { ...topic, asks: [...new Set([...topic.asks, ...asks])] });
  }
}

function checkLinks(topics: ReadonlyMap<string, Topic>): void {
  for (const topic of topics.values()) {
    const target = topic.kind === 'question' ? topic.nowAnsweredBy : null;
    if (target !== null && topics.get(target)?.kind !== 'question')
      throw new Error(`${topic.id}: nowAnsweredBy names the unknown question ${target}`);
  }
}

function factsOf(topic: Topic): readonly string[] {
  if (topic.kind === 'question') return [...topic.facts, ...topic.context];
  return topic.kind === 'unknown' ? topic.near : [];
}

/** What a topic speaks of besides its phrasings. An unknown's nearby facts belong to other topics and are left out. */
function vocabularyOf(topic: Topic, passages: ReadonlyMap<string, Passage>): readonly string[] {
  if (topic.kind === 'unknown') return [topic.says];
  if (topic.kind === 'outside') return topic.words;
  if (topic.kind !== 'question') return [];
  return [topic.lead, ...topic.facts.map((fact) => passages.get(fact)?.text ?? '')];
}

function toLaneTopic(lane: SafetyLane): LaneTopic {
  return { kind: 'lane', id: `lane/${lane.id}`, title: lane.title, titleEn: lane.titleEn, asks: lane.asks, lane };
}

function toTalkTopic(talk: Talk): TalkTopic {
  const [title = talk.id] = talk.phrasings;
  return { kind: 'talk', id: `talk/${talk.id}`, title, titleEn: title, asks: talk.phrasings, talk };
}
