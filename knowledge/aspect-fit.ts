import { normaliseQuery, normaliseText } from './normalise.ts';
import type { Aspect } from './parse-aspects.ts';
import type { Topic } from './question.ts';
import { createSynonymReader } from './synonym-reader.ts';

/** From this share of its phrasings on a topic is taken to be about the aspect. */
const typicalShare = 0.1;
/** What is left of the score of a topic that is never asked for the aspect which the message asks. */
const missingFactor = 0.5;
/** Below this part of the typical share a topic says nothing of the aspect. */
const missingBelow = 0.3;

/** How what a message asks of a thing fits what a topic tells of it. */
export interface AspectFit {
  /** 0…1, a factor of the score. */
  readonly factor: number;
  /** What was asked and this topic is hardly ever asked for. */
  readonly missing: readonly Aspect[];
}

/** Reads a message once, then judges topics by their number; null where it asks for no aspect, which every topic fits. */
export type AspectReader = (text: string) => ((topic: number) => AspectFit) | null;

/**
 * A message that asks for a phone number, a fee or a date fits only topics that people ask for that. It keeps a documented
 * thing apart from what is not documented of it, where both share nearly all words.
 */
export function createAspectReader(topics: readonly Topic[], aspects: readonly Aspect[]): AspectReader {
  const reader = createSynonymReader(aspects.map((aspect) => aspect.words));
  const shares: (Float64Array | undefined)[] = [];
  // Read when a topic first comes near a message that asks for an aspect: most never do, and a start should not wait for them.
  const shareOf = (number: number): Float64Array => {
    const known = shares[number];
    if (known !== undefined) return known;
    const share = new Float64Array(aspects.length);
    shares[number] = share;
    const topic = topics[number];
    if (topic === undefined) return share;
    const texts = [topic.title, topic.titleEn, ...topic.asks, ...(topic.kind === 'question' ? [topic.lead] : [])];
    for (const text of texts)
      for (const aspect of reader.read(normaliseText(text))) share[aspect] = (share[aspect] ?? 0) + 1 / texts.length;
    return share;
  };
  return (text) => {
    const asked = reader.read(normaliseQuery(text));
    if (asked.length === 0) return null;
    return (topic) => {
      const known = asked.map((aspect) => Math.min(1, (shareOf(topic)[aspect] ?? 0) / typicalShare));
      return {
        factor: known.reduce((product, share) => product * (missingFactor + (1 - missingFactor) * share), 1),
        missing: asked.flatMap((number, at) => {
          const aspect = aspects[number];
          if (aspect === undefined) return [];
          return aspect.documented === 'never' || (known[at] ?? 0) < missingBelow ? [aspect] : [];
        }),
      };
    };
  };
}
