import type { Knowledge } from '../knowledge/index.ts';
import { citationsMax, quotesMax } from './limits.ts';
import type { Citation } from './vocabulary.ts';

/** The pointer to a fact with its quote. Throws where the id is unknown, which the corpus check rules out. */
function cite(knowledge: Knowledge, fact: string): Citation {
  const passage = knowledge.passages.get(fact);
  const document = passage === undefined ? undefined : knowledge.documents.get(passage.document);
  if (passage === undefined || document === undefined) throw new TypeError(`Unknown fact: ${fact}`);
  return {
    document: document.id,
    title: document.title,
    edition: document.edition,
    section: passage.section,
    passage: passage.id,
    quote: passage.text,
  };
}

/** The facts of these ids, in order, each as often as it is named; unknown ones are left out, and those past `quotesMax`. */
export function quote(knowledge: Knowledge, facts: readonly string[]): readonly Citation[] {
  return facts
    .slice(0, quotesMax)
    .filter((fact) => knowledge.passages.has(fact))
    .map((fact) => cite(knowledge, fact));
}

/** Numbers citations in the order in which they are first used; the same fact keeps its number. */
export interface CitationList {
  /** The mark of these facts, such as `[1][2]`; facts past `citationsMax` get none. */
  mark(facts: readonly string[]): string;
  all(): readonly Citation[];
}

/** An empty list for one reply. */
export function createCitationList(knowledge: Knowledge, max: number = citationsMax): CitationList {
  const facts: string[] = [];
  return {
    mark: (wanted) =>
      wanted
        .map((fact) => {
          if (!facts.includes(fact) && facts.length < max) facts.push(fact);
          const at = facts.indexOf(fact);
          return at === -1 ? '' : `[${at + 1}]`;
        })
        .join(''),
    all: () => facts.map((fact) => cite(knowledge, fact)),
  };
}
