import type { MatchWeights, TopicIndex } from './topic-index.ts';

/** A query as it is held against an index of topics. */
export interface WeighedQuery {
  /** Terms that stand in the index, each once, in the order in which they were read. */
  readonly terms: readonly QueryTerm[];
  /** Weight of all terms, those included that stand nowhere. */
  readonly all: number;
}

/** A term of a query: its number in the index, its own weight, and that times the weight of the text it comes from. */
export interface QueryTerm {
  readonly number: number;
  readonly own: number;
  readonly counted: number;
}

/** A topic by its number, with its score. */
export interface ScoredTopic {
  readonly number: number;
  readonly score: number;
}

/** At least the `count` topics that score highest, in no order; `named` are those whose own word the query has. */
type TopicScorer = (query: WeighedQuery, named: ReadonlySet<number>, count: number) => readonly ScoredTopic[];

/** Terms of less weight do not tell phrasings apart: one that nearly every topic has (的, 是) costs most and says nothing. */
const tellingWeightMin = 0.15;

/**
 * Scores topics by their vocabulary and their nearest phrasings. To look through all phrasings for every message would cost
 * the most of a turn, so each topic first gets the most that it could score, and only those that may be among the best are
 * looked through. Contract: the scores are those of looking through all, to the bit.
 */
export function createTopicScorer(index: TopicIndex, weights: MatchWeights): TopicScorer {
  const { topics } = index;
  // Working space, used again for every message: 150 kB a match would keep the garbage collector busy.
  const overlaps = new Float64Array(index.askScale.length);
  const vocabulary = new Float64Array(topics.length);
  const reach = new Float64Array(topics.length);
  const bounds = new Uint16Array(topics.length);
  const levels = new Uint16Array(topics.length);
  const isQuestion = Uint8Array.from(topics, ({ kind }) => (kind === 'question' ? 1 : 0));
  const boundNear = createNearBound(index, weights);
  return ({ terms, all }, named, count) => {
    addOverlaps(index, terms, overlaps.fill(0));
    explain(index, terms, vocabulary.fill(0), reach.fill(0));
    const scale = all ** (weights.length - 1);
    const scoreOf = (topic: number, near: number): number => {
      const known = isQuestion[topic] === 1 ? weights.documented : named.has(topic) ? weights.named : 1;
      const share = (vocabulary[topic] ?? 0) / all;
      return (weights.nearest * near + (1 - weights.nearest) * share) * known;
    };
    const levelAt = (topic: number, near: number): number =>
      near === 0 && !named.has(topic) ? 0 : levelOf(scoreOf(topic, near));
    for (let topic = 0; topic < topics.length; topic++)
      bounds[topic] = levelAt(topic, boundNear(topic, reach[topic] ?? 0, all, scale));
    levels.fill(0);
    const scored: ScoredTopic[] = [];
    const look = (from: number, below: number): void => {
      for (let topic = 0; topic < topics.length; topic++) {
        const bound = bounds[topic] ?? 0;
        if (bound < from || bound >= below) continue;
        const near = nearest(index, topic, scale, overlaps);
        const level = levelAt(topic, near);
        levels[topic] = level;
        if (level > 0) scored.push({ number: topic, score: scoreOf(topic, near) });
      }
    };
    const promising = levelReached(bounds, count);
    look(promising, levelMax + 1);
    look(levelReached(levels, count), promising);
    const last = levelReached(levels, count);
    return scored.filter(({ number }) => (levels[number] ?? 0) >= last);
  };
}

/** Adds to every phrasing the weight that it shares with the query. */
function addOverlaps({ asks, askStarts }: TopicIndex, terms: readonly QueryTerm[], overlaps: Float64Array): void {
  for (const { number, own, counted } of terms) {
    if (own < tellingWeightMin) continue;
    const to = askStarts[number + 1] ?? 0;
    for (let at = askStarts[number] ?? 0; at < to; at++) {
      const ask = asks[at] ?? 0;
      overlaps[ask] = (overlaps[ask] ?? 0) + counted;
    }
  }
}

/** By topic: how much of the query's weight its vocabulary explains, and the most that one phrasing of it may share. */
function explain(
  { topicNumbers, typical, topicStarts }: TopicIndex,
  terms: readonly QueryTerm[],
  vocabulary: Float64Array,
  reach: Float64Array,
): void {
  for (const { number, own, counted } of terms) {
    const shared = own < tellingWeightMin ? 0 : counted;
    const to = topicStarts[number + 1] ?? 0;
    for (let at = topicStarts[number] ?? 0; at < to; at++) {
      const topic = topicNumbers[at] ?? 0;
      vocabulary[topic] = (vocabulary[topic] ?? 0) + counted * (typical[at] ?? 0);
      reach[topic] = (reach[topic] ?? 0) + shared;
    }
  }
}

/** The mean of the topic's two nearest phrasings, 0…1: one alone may be near by chance. */
function nearest({ topicAsks, askScale }: TopicIndex, topic: number, scale: number, overlaps: Float64Array): number {
  let first = 0;
  let second = 0;
  const to = topicAsks[topic + 1] ?? 0;
  for (let ask = topicAsks[topic] ?? 0; ask < to; ask++) {
    const score = (overlaps[ask] ?? 0) * scale * (askScale[ask] ?? 0);
    if (score <= second) continue;
    second = Math.min(first, score);
    first = Math.max(first, score);
  }
  return (Math.min(1, first) + Math.min(1, second)) / 2;
}

/** How near a topic's phrasings can be at most, given the weight that it shares with the query. */
type NearBound = (topic: number, reached: number, all: number, scale: number) => number;

/**
 * The overlap of a phrasing is at most what its topic reaches and at most the phrasing's own length; as the length counts
 * against the overlap, that share to the power of `1 - length` is the most that it can come to, whatever the length is.
 */
function createNearBound({ topicScale }: TopicIndex, weights: MatchWeights): NearBound {
  const steps = 256;
  const most = Float64Array.from(
    { length: steps + 1 },
    (_, step) => (step / steps) ** (1 - weights.length) * roundedUp,
  );
  return (topic, reached, all, scale) =>
    Math.min(most[Math.ceil((reached / all) * steps)] ?? 1, reached * scale * (topicScale[topic] ?? 0) * roundedUp);
}

/** What is rounded on the way comes to less than this. */
const roundedUp = 1.000001;

const levelMax = 511;

/** Scores in steps, so that the best are found without sorting all of them; 0 is none. */
function levelOf(score: number): number {
  return Math.min(levelMax, 1 + Math.trunc(score * 500));
}

/** The highest level that `count` topics reach; 1 where fewer reach any. */
function levelReached(levels: Uint16Array, count: number): number {
  const topicsAt = new Uint16Array(levelMax + 1);
  for (let topic = 0; topic < levels.length; topic++) {
    const level = levels[topic] ?? 0;
    topicsAt[level] = (topicsAt[level] ?? 0) + 1;
  }
  let reached = 0;
  for (let level = levelMax; level > 1; level--) {
    reached += topicsAt[level] ?? 0;
    if (reached >= count) return level;
  }
  return 1;
}
