import { DatabaseSync } from 'node:sqlite';
import MiniSearch from 'minisearch';
import type { IndexedText } from '../../knowledge/index.ts';

/** Another engine over the same texts, as it would be set up by somebody who knows it. */
export interface Peer {
  readonly name: string;
  /** Ids, best first, at most `k`. */
  search(query: string, k: number): readonly string[];
}

/** MiniSearch with words from `Intl.Segmenter`. */
export function createSegmenterPeer(texts: readonly IndexedText[]): Peer {
  const segmenter = new Intl.Segmenter('zh-TW', { granularity: 'word' });
  const words = (text: string): string[] =>
    [...segmenter.segment(text)].filter((part) => part.isWordLike).map((part) => part.segment);
  return createMiniSearchPeer('MiniSearch + Intl.Segmenter', texts, words);
}

/** MiniSearch with unigrams and bigrams. */
export function createMiniSearchBigramPeer(texts: readonly IndexedText[]): Peer {
  return createMiniSearchPeer('MiniSearch + unigrams, bigrams', texts, (text) => [...characters(text), ...pairs(text)]);
}

function createMiniSearchPeer(name: string, texts: readonly IndexedText[], tokenize: (text: string) => string[]): Peer {
  const mini = new MiniSearch<{ id: number; whole: string }>({ fields: ['whole'], tokenize });
  mini.addAll(texts.map((text, id) => ({ id, whole: wholeText(text) })));
  return {
    name,
    search: (query, k) =>
      mini
        .search(query)
        .slice(0, k)
        .map((hit) => texts[Number(hit.id)]?.id ?? ''),
  };
}

/** SQLite FTS5 with text split into bigrams beforehand, the best peer. */
export function createFullTextPeer(texts: readonly IndexedText[]): Peer {
  const database = new DatabaseSync(':memory:');
  database.exec(`CREATE VIRTUAL TABLE passage USING fts5(whole, content='', tokenize="unicode61 remove_diacritics 0")`);
  const insert = database.prepare('INSERT INTO passage (rowid, whole) VALUES (?, ?)');
  database.exec('BEGIN');
  for (const [row, text] of texts.entries()) insert.run(row + 1, pairs(wholeText(text)).join(' '));
  database.exec('COMMIT');
  const select = database.prepare('SELECT rowid FROM passage WHERE passage MATCH ? ORDER BY rank LIMIT ?');
  return {
    name: 'SQLite FTS5, bigrams',
    search: (query, k) => {
      const match = [...new Set(pairs(query))].map((pair) => `"${pair}"`).join(' OR ');
      if (match === '') return [];
      return select.all(match, k).map((row) => texts[Number(row['rowid']) - 1]?.id ?? '');
    },
  };
}

/** The same text for every system: title, line break, text. */
function wholeText(text: IndexedText): string {
  return text.title === '' || text.text.startsWith(text.title) ? text.text : `${text.title}\n${text.text}`;
}

const RUNS = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const HAN = /^\p{Script=Han}/u;

function pairs(text: string): string[] {
  return [...text.normalize('NFKC').toLowerCase().matchAll(RUNS)].flatMap(([run]) =>
    HAN.test(run) ? pairsOfRun(run) : [run],
  );
}

function pairsOfRun(run: string): string[] {
  if (run.length === 1) return [run];
  return Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2));
}

function characters(text: string): string[] {
  return text.match(/\p{Script=Han}/gu) ?? [];
}
