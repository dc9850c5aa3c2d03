import { normaliseQuery, normaliseText } from './normalise.ts';
import type { Synonyms } from './parse-synonyms.ts';
import { stripQuestionWords } from './question-words.ts';
import { createSynonymReader } from './synonym-reader.ts';
import { createTermList, isCharacterTerm, readTerms } from './terms.ts';

/** Text → the terms by which messages and phrasings meet. */
export interface TermReader {
  /**
   * Calls `visit` for every term, in no order; a term may come more than once. Terms are characters, pairs and words as in
   * `terms.ts`, and above 32 bits the groups of synonyms.
   */
  readText(text: string, visit: (term: number) => void): void;
  /** The same for what a person typed: Simplified is folded to Traditional as well. Content is Traditional, and many times as long. */
  readQuery(text: string, visit: (term: number) => void): void;
}

/** What kind of evidence a term is. */
export type TermKind = 'character' | 'word' | 'synonym';

/** Above every 32-bit term of a text. */
const synonymTerms = 2 ** 40;

/** The kind of a term that a `TermReader` gave. */
export function kindOfTerm(term: number): TermKind {
  if (term >= synonymTerms) return 'synonym';
  return isCharacterTerm(term) ? 'character' : 'word';
}

/** Reads terms with these synonyms; the list that it fills is used again, so one reader serves one thread of work. */
export function createTermReader(synonyms: Synonyms): TermReader {
  const groups = createSynonymReader(synonyms);
  const list = createTermList();
  const read = (normal: string, visit: (term: number) => void): void => {
    list.length = 0;
    readTerms(stripQuestionWords(normal), list);
    for (let at = 0; at < list.length; at++) visit(list.terms[at] ?? 0);
    // Read from the whole text: 誰 or 何時 are question words, and yet tell what is asked.
    for (const group of groups.read(normal)) visit(synonymTerms + group);
  };
  return {
    readText: (text, visit) => read(normaliseText(text), visit),
    readQuery: (text, visit) => read(normaliseQuery(text), visit),
  };
}
