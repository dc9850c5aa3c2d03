import { createAspectReader } from './aspect-fit.ts';
import { normaliseQuery } from './normalise.ts';
import type { Aspect } from './parse-aspects.ts';
import type { Synonyms } from './parse-synonyms.ts';
import type { Topic } from './question.ts';
import { createSynonymReader } from './synonym-reader.ts';
import { buildTopicIndex, type MatchWeights, type TopicIndex } from './topic-index.ts';
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
  const namedMatters = createSynonymReader(topics.map((topic) => (topic.kind === 'outside' ? topic.words : [])));
  // Used again for every message: 150 kB a match would keep the garbage collector busy.
  const overlaps = new Float64Array(index.askTopic.length);
  return {
    match(queryTexts, k) {
      const query = readQuery(queryTexts, terms);
      const all = weightOf(index, query);
      if (all === 0) return [];
      const nearest = scoreNearest(index, query, all, weights, overlaps.fill(0));
      const vocabulary = scoreVocabulary(index, query);
      const typed = queryTexts.find((part) => part.weight === 1)?.text ?? '';
      const fitOf = readAspects(typed);
      const named = new Set(namedMatters.read(normaliseQuery(typed)));
      const scored: { readonly number: number; readonly score: number }[] = [];
      for (const [number, topic] of topics.entries()) {
        const near = nearest[number] ?? 0;
        if (near === 0 && !named.has(number)) continue;
        const known = topic.kind === 'question' ? weights.documented : named.has(number) ? weights.named : 1;
        const share = (vocabulary[number] ?? 0) / all;
        scored.push({ number, score: (weights.nearest * near + (1 - weights.nearest) * share) * known });
      }
      scored.sort((a, b) => b.score - a.score);
      return scored
        .slice(0, Math.max(k, fittedMax))
        .flatMap(({ number, score }): readonly TopicMatch[] => {
          const topic = topics[number];
          const fit = fitOf(number);
          return topic === undefined ? [] : [{ topic, score: score * fit.factor, missing: fit.missing }];
        })
        .sort((a, b) => b.score - a.score || (a.topic.id < b.topic.id ? -1 : 1))
        .slice(0, k);
    },
  };
}

/** Terms of the query with their weights; a term of two texts has the higher one. */
function readQuery(texts: readonly WeightedText[], reader: TermReader): ReadonlyMap<number, number> {
  const query = new Map<number, number>();
  for (const { text, weight } of texts)
    reader.readQuery(text, (term) => query.set(term, Math.max(query.get(term) ?? 0, weight)));
  return query;
}

/** A word that no topic has counts as much as the rarest would, so that a message about other things scores low. */
function weightOf(index: TopicIndex, query: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const [term, weight] of query) sum += weight * index.weightOf(term);
  return sum;
}

/** So many of the best are held against the aspects that are asked; none behind them ever comes to the front. */
const fittedMax = 60;

/** Terms of less weight do not tell phrasings apart. */
const tellingWeightMin = 0.15;

/** The mean of a topic's two nearest phrasings: one alone may be near by chance. By topic number, 0…1. `overlaps` is all 0. */
function scoreNearest(
  index: TopicIndex,
  query: ReadonlyMap<number, number>,
  all: number,
  weights: MatchWeights,
  overlaps: Float64Array,
): Float64Array {
  for (const [term, weight] of query) {
    const number = index.numberOf(term);
    if (number === null) continue;
    const counted = weight * index.weightOf(term);
    // A term that nearly every topic has (的, 是) costs most and says nothing.
    if (index.weightOf(term) < tellingWeightMin) continue;
    const to = index.askStarts[number + 1] ?? 0;
    for (let at = index.askStarts[number] ?? 0; at < to; at++) {
      const ask = index.asks[at] ?? 0;
      overlaps[ask] = (overlaps[ask] ?? 0) + counted;
    }
  }
  const first = new Float64Array(index.topics.length);
  const second = new Float64Array(index.topics.length);
  const scale = all ** (weights.length - 1);
  for (let ask = 0; ask < overlaps.length; ask++) {
    const overlap = overlaps[ask] ?? 0;
    if (overlap === 0) continue;
    const topic = index.askTopic[ask] ?? 0;
    const score = Math.min(1, overlap * scale * (index.askScale[ask] ?? 0));
    const best = first[topic] ?? 0;
    if (score > best) {
      second[topic] = best;
      first[topic] = score;
    } else if (score > (second[topic] ?? 0)) second[topic] = score;
  }
  return first.map((score, topic) => (score + (second[topic] ?? 0)) / 2);
}

/** How much of the query's weight the topic's vocabulary explains. By topic number. */
function scoreVocabulary(index: TopicIndex, query: ReadonlyMap<number, number>): Float64Array {
  const scores = new Float64Array(index.topics.length);
  for (const [term, weight] of query) {
    const number = index.numberOf(term);
    if (number === null) continue;
    const counted = weight * index.weightOf(term);
    const to = index.topicStarts[number + 1] ?? 0;
    for (let at = index.topicStarts[number] ?? 0; at < to; at++) {
      const topic = index.topicNumbers[at] ?? 0;
      scores[topic] = (scores[topic] ?? 0) + counted * (index.typical[at] ?? 0);
    }
  }
  return scores;
}
