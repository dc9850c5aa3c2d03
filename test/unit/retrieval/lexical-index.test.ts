import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createLexicalIndex,
  type LexicalIndex,
  lexicalIndexBytes,
  postingCount,
} from '../../../knowledge/lexical-index.ts';
import { normaliseText } from '../../../knowledge/normalise.ts';
import { lengthNorms, quantisedWeight } from '../../../knowledge/postings.ts';
import type { IndexedText } from '../../../knowledge/retriever.ts';
import { createScoreBoard } from '../../../knowledge/score-board.ts';
import { type QueryTerm, searchIndex } from '../../../knowledge/search-index.ts';
import { createTermList, readTerms } from '../../../knowledge/terms.ts';

/** Few characters, so that texts share terms and scores are often equal. */
const text = fc.string({ unit: fc.constantFrom(...'加班費請假勞工年資a1 ，'), maxLength: 60 });
const corpus = fc.array(fc.record({ title: fc.oneof(fc.constant(''), text), text }), { minLength: 0, maxLength: 60 });

test('searchIndex() gives what a linear scan of all texts gives, scores and order', () => {
  fc.assert(
    fc.property(corpus, text, fc.integer({ min: 1, max: 12 }), (bodies, question, depth) => {
      const texts = bodies.map((body, at) => ({ id: String(at), ...body }));
      const index = createLexicalIndex(texts);
      const query = weighted(question);
      expect(search(index, query, depth)).toEqual(scan(texts, query).slice(0, depth));
    }),
    { numRuns: 400 },
  );
});

test('searchIndex() leaves its board empty', () => {
  fc.assert(
    fc.property(corpus, text, (bodies, question) => {
      const index = createLexicalIndex(bodies.map((body, at) => ({ id: String(at), ...body })));
      const board = createScoreBoard(bodies.length);
      const first = searchIndex(index, weighted(question), 3, board);
      expect(searchIndex(index, weighted(question), 3, board)).toEqual(first);
      expect(board.scores.every((score) => score === 0)).toBe(true);
    }),
  );
});

test('a large index keeps to the hits of the linear scan although most postings are passed over', () => {
  const texts = Array.from({ length: 3000 }, (_, at): IndexedText => {
    const rare = String.fromCharCode(0x4e00 + ((at * 7919) % 900), 0x5000 + ((at * 104729) % 700));
    return {
      id: String(at),
      title: '',
      text: `${'勞工的工資由雇主給付'.slice(at % 5)}${rare}${at % 3 ? '勞工' : '雇主的'}`,
    };
  });
  const index = createLexicalIndex(texts);
  for (const at of [1, 77, 1234, 2999]) {
    const query = weighted(`${texts[at]?.text.slice(-6)}勞工的工資`);
    expect(search(index, query, 5)).toEqual(scan(texts, query).slice(0, 5));
  }
});

test('a text that repeats its title is indexed once', () => {
  const [one, other] = ['請假', ''].map((title) => createLexicalIndex([{ id: 'a', title, text: '請假規則' }]));
  expect(one && postingCount(one)).toBe(other && postingCount(other));
});

test('the index takes four bytes a posting and what its terms take', () => {
  const index = createLexicalIndex([{ id: 'a', title: '', text: '加班費' }]);
  expect(postingCount(index)).toBe(5);
  expect(lexicalIndexBytes(index)).toBeGreaterThan(4 * 5);
});

function search(index: LexicalIndex, query: readonly QueryTerm[], depth: number): readonly unknown[] {
  return searchIndex(index, query, depth, createScoreBoard(index.texts.length));
}

function termsOf(whole: string): number[] {
  const list = createTermList();
  readTerms(normaliseText(whole), list);
  return [...list.terms.subarray(0, list.length)];
}

function weighted(question: string): readonly QueryTerm[] {
  return [...new Set(termsOf(question))].map((term, at) => ({ term, weight: at % 3 === 0 ? 0.5 : 1 }));
}

/** BM25 by the book, one text after another. */
function scan(
  texts: readonly IndexedText[],
  query: readonly QueryTerm[],
): readonly { document: number; score: number }[] {
  const bags = texts.map(({ title, text: body }) => [
    ...(body.startsWith(title) ? [] : termsOf(title)),
    ...termsOf(body),
  ]);
  const norms = lengthNorms(bags.map((bag) => bag.length));
  const rated = query.map(({ term, weight }) => {
    const holding = bags.filter((bag) => bag.includes(term)).length;
    const rarity = Math.log(1 + (bags.length - holding + 0.5) / (holding + 0.5));
    return { term, factor: Math.round(64 * weight * rarity) };
  });
  const scores = bags.map((bag, document) => {
    let score = 0;
    for (const { term, factor } of rated) {
      const count = bag.filter((one) => one === term).length;
      if (count > 0) score += factor * quantisedWeight(count, norms[document] ?? 1);
    }
    return { document, score };
  });
  return scores
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score || one.document - other.document);
}
