import type { Topic } from './question.ts';
import { kindOfTerm, type TermReader } from './topic-terms.ts';

/** The numbers of the match. */
export interface MatchWeights {
  /** Weight of a single character, of a pair or word being 1. */
  readonly character: number;
  /** Weight of a synonym group. */
  readonly synonym: number;
  /** Share of the nearest phrasings in the score; the rest is the topic's whole vocabulary. */
  readonly nearest: number;
  /** How much the length of a phrasing counts against it, 0…1. */
  readonly length: number;
  /** A term in this share of a topic's phrasings is where its typicality begins to rise, on a log scale. */
  readonly smoothing: number;
  /** A topic that the documents answer gets this much more than one that only says what they leave open. */
  readonly documented: number;
  /** Another matter whose own word the message has (加班費) gets this much more. */
  readonly named: number;
}

/** Where each term stands, in flat arrays: some fourteen thousand phrasings are read for every message. */
export interface TopicIndex {
  readonly topics: readonly Topic[];
  /** The term's number, or null for one that stands nowhere. */
  numberOf(term: number): number | null;
  /** Rarity times weight of its kind; of a term by its number. */
  readonly weights: Float64Array;
  /** The same for a term that stands nowhere, which weighs as the rarest would. */
  unseenWeight(term: number): number;
  /** Numbers of phrasings; those of term number n stand from `askStarts[n]` up to `askStarts[n + 1]`. */
  readonly asks: Uint32Array;
  readonly askStarts: Uint32Array;
  /** By phrasing: what its overlap is multiplied with (0 for a text that is no phrasing). */
  readonly askScale: Float64Array;
  /** The phrasings of topic t are those from `topicAsks[t]` up to `topicAsks[t + 1]`; the greatest `askScale` of them. */
  readonly topicAsks: Uint32Array;
  readonly topicScale: Float64Array;
  /** Numbers of topics, and how typical the term is of each, 0…1; with `topicStarts` as for `asks`. */
  readonly topicNumbers: Uint16Array;
  readonly typical: Float32Array;
  readonly topicStarts: Uint32Array;
}

/** Builds the index; `texts` as for `createTopicMatcher()`. */
export function buildTopicIndex(
  topics: readonly Topic[],
  texts: (topic: Topic) => readonly string[],
  reader: TermReader,
  weights: MatchWeights,
): TopicIndex {
  const read = readTopics(topics, texts, reader);
  const { asks, askStarts } = invert(read);
  const { topicNumbers, typical, topicStarts } = shareOut(read, asks, askStarts, weights);
  const weight = Float64Array.from(read.terms, (term, number) => {
    const holders = (topicStarts[number + 1] ?? 0) - (topicStarts[number] ?? 0);
    return Math.log(1 + (topics.length - holders + 0.5) / (holders + 0.5)) * kindWeight(term, weights);
  });
  const unseen = Math.log(1 + topics.length);
  const askScale = scaleAsks(read, weight, weights);
  return {
    topics,
    numberOf: (term) => read.numbers.get(term) ?? null,
    weights: weight,
    unseenWeight: (term) => unseen * kindWeight(term, weights),
    asks,
    askStarts,
    askScale,
    ...boundTopics(read, askScale),
    topicNumbers,
    typical,
    topicStarts,
  };
}

/** All texts as term numbers: text t holds those from `starts[t]` up to `starts[t + 1]`, each once. */
interface ReadTopics {
  readonly numbers: ReadonlyMap<number, number>;
  readonly terms: readonly number[];
  readonly held: Uint32Array;
  readonly starts: Uint32Array;
  readonly askTopic: Uint16Array;
  readonly isPhrasing: Uint8Array;
  /** By topic: what one of its texts is of its phrasings. */
  readonly share: Float64Array;
}

function readTopics(
  topics: readonly Topic[],
  texts: (topic: Topic) => readonly string[],
  reader: TermReader,
): ReadTopics {
  const numbers = new Map<number, number>();
  const terms: number[] = [];
  const lastText: number[] = [];
  const held: number[] = [];
  const starts: number[] = [0];
  const askTopic: number[] = [];
  const isPhrasing: number[] = [];
  const readText = (text: string, topic: number, phrasing: 0 | 1): void => {
    const own = askTopic.push(topic);
    isPhrasing.push(phrasing);
    reader.readText(text, (term) => {
      let number = numbers.get(term);
      if (number === undefined) {
        number = terms.push(term) - 1;
        numbers.set(term, number);
      }
      if (lastText[number] === own) return;
      lastText[number] = own;
      held.push(number);
    });
    starts.push(held.length);
  };
  for (const [number, topic] of topics.entries()) {
    for (const phrasing of [topic.title, topic.titleEn, ...topic.asks]) readText(phrasing, number, 1);
    for (const text of texts(topic)) readText(text, number, 0);
  }
  return {
    numbers,
    terms,
    held: Uint32Array.from(held),
    starts: Uint32Array.from(starts),
    askTopic: Uint16Array.from(askTopic),
    isPhrasing: Uint8Array.from(isPhrasing),
    share: Float64Array.from(topics, (topic) => 1 / (topic.asks.length + 2)),
  };
}

/** Text → terms becomes term → texts; the texts of a term stand in ascending order, so that those of a topic stand together. */
function invert(read: ReadTopics): { asks: Uint32Array; askStarts: Uint32Array } {
  const askStarts = new Uint32Array(read.terms.length + 1);
  for (const number of read.held) askStarts[number + 1] = (askStarts[number + 1] ?? 0) + 1;
  for (let at = 1; at < askStarts.length; at++) askStarts[at] = (askStarts[at] ?? 0) + (askStarts[at - 1] ?? 0);
  const asks = new Uint32Array(read.held.length);
  const next = askStarts.slice();
  for (let text = 0; text < read.askTopic.length; text++)
    for (let at = read.starts[text] ?? 0; at < (read.starts[text + 1] ?? 0); at++) {
      const number = read.held[at] ?? 0;
      const place = next[number] ?? 0;
      asks[place] = text;
      next[number] = place + 1;
    }
  return { asks, askStarts };
}

/** For each term the topics that hold it, and how typical it is of each. */
function shareOut(
  read: ReadTopics,
  asks: Uint32Array,
  askStarts: Uint32Array,
  weights: MatchWeights,
): { topicNumbers: Uint16Array; typical: Float32Array; topicStarts: Uint32Array } {
  const topicNumbers: number[] = [];
  const typical: number[] = [];
  const topicStarts = new Uint32Array(read.terms.length + 1);
  const whole = Math.log(1 + 1 / weights.smoothing);
  for (let number = 0; number < read.terms.length; number++) {
    const to = askStarts[number + 1] ?? 0;
    for (let at = askStarts[number] ?? 0; at < to; ) {
      const topic = read.askTopic[asks[at] ?? 0] ?? 0;
      let share = 0;
      for (; at < to && read.askTopic[asks[at] ?? 0] === topic; at++) share += read.share[topic] ?? 0;
      topicNumbers.push(topic);
      typical.push(Math.log(1 + Math.min(1, share) / weights.smoothing) / whole);
    }
    topicStarts[number + 1] = topicNumbers.length;
  }
  return { topicNumbers: Uint16Array.from(topicNumbers), typical: Float32Array.from(typical), topicStarts };
}

/** Long phrasings overlap with everything; their overlap counts less. */
function scaleAsks(read: ReadTopics, weight: Float64Array, weights: MatchWeights): Float64Array {
  const scales = Float32Array.from(read.askTopic, (_topic, text) => {
    if (read.isPhrasing[text] !== 1) return 0;
    let length = 0;
    for (let at = read.starts[text] ?? 0; at < (read.starts[text + 1] ?? 0); at++)
      length += weight[read.held[at] ?? 0] ?? 0;
    return length === 0 ? 0 : length ** -weights.length;
  });
  return Float64Array.from(scales);
}

/** Where the phrasings of each topic stand, which is together, and the most that one of them makes of an overlap. */
function boundTopics(read: ReadTopics, askScale: Float64Array): Pick<TopicIndex, 'topicAsks' | 'topicScale'> {
  const topicAsks = new Uint32Array(read.share.length + 1);
  const topicScale = new Float64Array(read.share.length);
  read.askTopic.forEach((topic, ask) => {
    topicAsks[topic + 1] = ask + 1;
    topicScale[topic] = Math.max(topicScale[topic] ?? 0, askScale[ask] ?? 0);
  });
  return { topicAsks, topicScale };
}

function kindWeight(term: number, weights: MatchWeights): number {
  const kind = kindOfTerm(term);
  if (kind === 'synonym') return weights.synonym;
  return kind === 'character' ? weights.character : 1;
}
