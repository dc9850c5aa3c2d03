import { createBackOff, type SoundOf } from './back-off.ts';
import { createGlossaryReader, type Glossary } from './glossary.ts';
import { documentFrequency, inverseFrequency, type LexicalIndex } from './lexical-index.ts';
import { normaliseQuery } from './normalise.ts';
import { stripQuestionWords } from './question-words.ts';
import type { QueryTerm } from './search-index.ts';
import { createTermList, isCharacterTerm, readTerms } from './terms.ts';

/** A question as the index is asked it. */
export interface ReadQuery {
  /** What was typed, each term once. */
  readonly typed: readonly QueryTerm[];
  /** What was typed, and what it may mean. */
  readonly terms: readonly QueryTerm[];
  /** Rarity of each term in nats, meanings by their weight. */
  readonly rarities: ReadonlyMap<number, number>;
  /** Rarity of what was typed, together. */
  readonly total: number;
}

/** A single character says less than its rarity: 工 is in 工作, 工會 and 工程. */
const CHARACTER_WEIGHT = 0.5;

/** Gives a function that reads questions for this index; without `soundOf` there are no guesses for homophones. */
export function createQueryReader(
  index: LexicalIndex,
  glossary: Glossary,
  soundOf: SoundOf | undefined,
): (query: string) => ReadQuery {
  const list = createTermList();
  const backOff = soundOf === undefined ? () => [] : createBackOff(index, soundOf);
  const readMeanings = createGlossaryReader(glossary);
  return (query) => {
    const normalised = normaliseQuery(query);
    const asked = stripQuestionWords(normalised);
    const typed = termsOf(asked).map((term) => ({ term, weight: usualWeight(term) }));
    const terms = new Map(typed.map(({ term, weight }) => [term, weight]));
    const meant = [...backOff(asked), ...meaningTerms(normalised)];
    for (const { term, weight } of meant) terms.set(term, Math.max(weight, terms.get(term) ?? 0));
    const rarities = new Map<number, number>();
    for (const { term, weight } of meant)
      rarities.set(term, Math.max(weight * rarityOf(term), rarities.get(term) ?? 0));
    for (const { term } of typed) rarities.set(term, rarityOf(term));
    const total = typed.reduce((sum, { term }) => sum + rarityOf(term), 0);
    return { typed, terms: [...terms].map(([term, weight]) => ({ term, weight })), rarities, total };
  };

  function meaningTerms(normalised: string): readonly QueryTerm[] {
    return readMeanings(normalised).flatMap(({ mean, weight }) =>
      termsOf(mean).map((term) => ({ term, weight: weight * usualWeight(term) })),
    );
  }

  function termsOf(text: string): readonly number[] {
    list.length = 0;
    readTerms(text, list);
    return [...new Set(list.terms.subarray(0, list.length))];
  }

  function rarityOf(term: number): number {
    return inverseFrequency(documentFrequency(index, term), index.postings.documentCount);
  }
}

function usualWeight(term: number): number {
  return isCharacterTerm(term) ? CHARACTER_WEIGHT : 1;
}
