/** Something to be found: a passage, or one phrasing of a question. */
export interface IndexedText {
  readonly id: string;
  /** Heading; its words weigh like the text's unless the engine's fields say otherwise. Empty where there is none. */
  readonly title: string;
  readonly text: string;
}

/** A text that was found. Scores are comparable only within one query. */
export interface Hit {
  readonly id: string;
  readonly score: number;
}

/** What a search found, and how sure it is that the corpus holds an answer at all. */
export interface Found {
  /** Best first, at most `k`. */
  readonly hits: readonly Hit[];
  /** 0…1: how much of the query, weighted by rarity, the best hit covers, against what chance would give. */
  readonly confidence: number;
}

/** Finds texts for a query. Contract: pure, immutable, no I/O; the same query gives the same answer. */
export interface Retriever {
  search(query: string, k: number): Found;
}
