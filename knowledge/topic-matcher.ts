import { type AspectFit, createAspectReader } from './aspect-fit.ts';
import { normaliseQuery } from './normalise.ts';
import type { Aspect } from './parse-aspects.ts';
import type { Synonyms } from './parse-synonyms.ts';
import type { Topic } from './question.ts';
import { createRecent } from './recent.ts';
import { createSynonymReader } from './synonym-reader.ts';
import { buildTopicIndex, type MatchWeights, type TopicIndex } from './topic-index.ts';
import { createTopicScorer, type QueryTerm, type ScoredTopic, type WeighedQuery } from './topic-scorer.ts';
import { createTermReader, type TermReader } from './topic-terms.ts';

/** A part of what is looked for. What was typed weighs 1; what it stands in the context of weighs less. */
export interface WeightedText {
  readonly text: string;
  readonly weight: number;
}

/** A topic with how well the message fits it: 1 is a phrasing word for word, below about .1 is chance. */
export interface TopicMatch {
  readonly topic: Topic;
  readonly score: number;
  /** What the message asks of the thing and this topic does not tell, such as its fee. */
  readonly missing: readonly Aspect[];
}

/** Holds a message against every phrasing of every topic. */
export interface TopicMatcher {
  /** Contract: best first, each topic once, at most `k`; pure. */
  match(texts: readonly WeightedText[], k: number): readonly TopicMatch[];
}

/** Many people ask the same: a question that was asked of late is not matched again. About 2 kB each. */
const questionsRemembered = 1_000;

/** Chosen on phrasings and questions that were left out: `test/evaluation/README.md`. */
const defaultMatchWeights: MatchWeights = {
  character: 0.35,
  synonym: 0.9,
  nearest: 0.25,
  length: 0.35,
  smoothing: 0.01,
  documented: 1.18,
  named: 1.6,
};

/** `texts` gives further words of a topic, such as its facts, which count for its vocabulary but are no phrasing. */
export function createTopicMatcher(
  topics: readonly Topic[],
  texts: (topic: Topic) => readonly string[],
  words: { readonly synonyms: Synonyms; readonly aspects: readonly Aspect[] },
  weights: MatchWeights = defaultMatchWeights,
): TopicMatcher {
  const terms = createTermReader(words.synonyms);
  const readAspects = createAspectReader(topics, words.aspects);
  const index = buildTopicIndex(topics, texts, terms, weights);
  const score = createTopicScorer(index, weights);
  const namedMatters = createSynonymReader(topics.map((topic) => (topic.kind === 'outside' ? topic.words : [])));
  const find: TopicMatcher['match'] = (queryTexts, k) => {
    const query = weighQuery(index, queryTexts, terms);
    if (query.all === 0) return [];
    const typed = queryTexts.find((part) => part.weight === 1)?.text ?? '';
    const fitOf = readAspects(typed);
    const named = new Set(namedMatters.read(normaliseQuery(typed)));
    const best: readonly FittedTopic[] =
      fitOf === null ? score(query, named, k) : fitTopics(score(query, named, Math.max(k, fittedMax)), fitOf, k);
    return best
      .flatMap(({ number, score, missing = [] }): readonly TopicMatch[] => {
        const topic = topics[number];
        return topic === undefined ? [] : [{ topic, score, missing }];
      })
      .sort((a, b) => b.score - a.score || (a.topic.id < b.topic.id ? -1 : 1))
      .slice(0, k);
  };
  const recent = createRecent<readonly TopicMatch[]>(questionsRemembered);
  return { match: (queryTexts, k) => recent.get(JSON.stringify([queryTexts, k]), () => find(queryTexts, k)) };
}

interface FittedTopic extends ScoredTopic {
  readonly missing?: readonly Aspect[];
}

/** The best topics with what the aspects that are asked leave of their scores. */
function fitTopics(
  scored: readonly ScoredTopic[],
  fitOf: (topic: number) => AspectFit,
  k: number,
): readonly FittedTopic[] {
  return scored
    .toSorted((a, b) => b.score - a.score || a.number - b.number)
    .slice(0, Math.max(k, fittedMax))
    .map(({ number, score }) => {
      const { factor, missing } = fitOf(number);
      return { number, score: score * factor, missing };
    });
}

/** So many of the best are held against the aspects, where any are asked; none behind them ever comes to the front. */
const fittedMax = 60;

/**
 * Terms of the query with their weights; a term of two texts has the higher one. A word that no topic has counts as much as
 * the rarest would, so that a message about other things scores low.
 */
function weighQuery(index: TopicIndex, texts: readonly WeightedText[], reader: TermReader): WeighedQuery {
  // By the number of a term, and by the term itself, below 0, where it stands nowhere.
  const weights = new Map<number, number>();
  for (const { text, weight } of texts)
    reader.readQuery(text, (term) => {
      const key = index.numberOf(term) ?? -term;
      weights.set(key, Math.max(weights.get(key) ?? 0, weight));
    });
  const terms: QueryTerm[] = [];
  let all = 0;
  for (const [key, weight] of weights) {
    const own = key < 0 ? index.unseenWeight(-key) : (index.weights[key] ?? 0);
    const counted = weight * own;
    all += counted;
    if (key >= 0) terms.push({ number: key, own, counted });
  }
  return { terms, all };
}
