import type { SoundOf } from './back-off.ts';
import { confidenceOf, type Evidence, fitNullModel } from './confidence.ts';
import type { Glossary } from './glossary.ts';
import { createLexicalIndex, lexicalIndexBytes, postingCount, wholeText } from './lexical-index.ts';
import { createQueryReader, type ReadQuery } from './query-terms.ts';
import { randomQuestions } from './random-questions.ts';
import type { Found, Hit, IndexedText, Retriever } from './retriever.ts';
import { createScoreBoard } from './score-board.ts';
import { scoreBound, searchIndex } from './search-index.ts';
import { type Coverage, createCoverageMeter } from './window-coverage.ts';

/** What the engine may be told; nothing of it is needed. */
export interface LexicalOptions {
  /** What people say → what the rule says. */
  readonly glossary?: Glossary | undefined;
  /** How characters are read; with it, characters typed for others of the same sound are guessed. */
  readonly soundOf?: SoundOf | undefined;
}

/** A retriever that knows how large it is. */
export interface LexicalRetriever extends Retriever {
  /** Bytes of the index, without the texts, which belong to the caller. */
  readonly indexBytes: number;
  /** Pairs of a term and a text that holds it. */
  readonly postingCount: number;
}

/** So many of the best texts are looked into word by word; fifty give the same ranks on the public sets. */
const RERANK_DEPTH = 24;
/** What a text gains whose best window covers the whole query, in units of the best score. */
const WINDOW_GAIN = 1.5;
/** Enough for the three numbers of a null model, and a tenth of what it takes to build a large index. */
const RANDOM_QUESTIONS = 64;

/**
 * Builds the index and gives the retriever over it: BM25 on characters, pairs and words, the best texts reordered by
 * how much of the query stands close together. The texts are kept; they must not change.
 *
 * ```ts
 * const retriever = createLexicalRetriever([{ id: 'F1', title: '', text: '每人每年須完成 3 小時' }]);
 * retriever.search('要上几个小时的课？', 5).hits[0]?.id; // 'F1'
 * ```
 */
export function createLexicalRetriever(texts: readonly IndexedText[], options: LexicalOptions = {}): LexicalRetriever {
  const index = createLexicalIndex(texts);
  const readQuery = createQueryReader(index, options.glossary ?? [], options.soundOf);
  const board = createScoreBoard(texts.length);
  const chance = fitNullModel(askAtRandom());
  return { search, indexBytes: lexicalIndexBytes(index), postingCount: postingCount(index) };

  function search(query: string, k: number): Found {
    const read = readQuery(query);
    const ranked = rank(read, Math.max(k, RERANK_DEPTH));
    const hits: readonly Hit[] = ranked.slice(0, k).map(({ id, score }) => ({ id, score }));
    const best = ranked[0];
    return { hits, confidence: best === undefined ? 0 : confidenceOf(evidenceOf(best, read), chance) };
  }

  function rank(read: ReadQuery, depth: number): readonly RankedText[] {
    const candidates = searchIndex(index, read.terms, depth, board);
    const greatest = candidates[0]?.score ?? 1;
    const measure = createCoverageMeter(read.rarities, read.total);
    return candidates
      .flatMap((candidate): RankedText[] => {
        const text = texts[candidate.document];
        if (text === undefined) return [];
        const coverage = measure(wholeText(text));
        const score = candidate.score / greatest + WINDOW_GAIN * coverage.window;
        return [{ id: text.id, score, lexicalScore: candidate.score, coverage }];
      })
      .sort((one, other) => other.score - one.score);
  }

  function evidenceOf(best: RankedText, read: ReadQuery): Evidence {
    const ratio = Math.min(1, best.lexicalScore / Math.max(1, scoreBound(index, read.typed)));
    return { ratio, window: best.coverage.window, total: read.total };
  }

  function askAtRandom(): readonly Evidence[] {
    return randomQuestions(texts, RANDOM_QUESTIONS).flatMap((question) => {
      const read = readQuery(question);
      const best = searchIndex(index, read.typed, 1, board)[0];
      return best === undefined
        ? []
        : [{ ratio: best.score / Math.max(1, scoreBound(index, read.typed)), window: 0, total: read.total }];
    });
  }
}

interface RankedText {
  readonly id: string;
  readonly score: number;
  /** Score of the index, without the window. */
  readonly lexicalScore: number;
  readonly coverage: Coverage;
}
