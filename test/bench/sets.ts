import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { IndexedText } from '../../knowledge/index.ts';

/** A question with the ids of the texts that answer it. */
export interface BenchQuery {
  readonly id: string;
  readonly text: string;
  readonly gold: readonly string[];
}

/** A public retrieval set that nobody of this project wrote. */
export interface BenchSet {
  readonly name: string;
  readonly texts: readonly IndexedText[];
  readonly queries: readonly BenchQuery[];
}

/** Where the sets lie beside the project; they are not shipped. */
const BENCH_FOLDER = join(import.meta.dirname, '../../../shared/bench');
/** Folders of the sets that have questions. */
export const SET_NAMES = ['drcd-dev', 'drcd-dev-sent', 'cmrc-trial-tw', 'guardian', 'twlabor-mini'] as const;

/** True where the sets are at hand; a benchmark says so and ends where they are not. */
export function benchSetsPresent(): boolean {
  return existsSync(join(BENCH_FOLDER, 'drcd-dev', 'corpus.jsonl'));
}

/** Reads one set. */
export function loadBenchSet(name: string): BenchSet {
  return {
    name,
    texts: readLines(name, 'corpus.jsonl').map(parseText),
    queries: readLines(name, 'queries.jsonl').map(parseQuery),
  };
}

/** The first `count` articles of Taiwan's laws, the law's name as title. */
export function loadLawArticles(count: number): readonly IndexedText[] {
  const lines = gunzipSync(readFileSync(join(BENCH_FOLDER, 'law-scale', 'moj_articles.jsonl.gz')))
    .toString('utf8')
    .split('\n', count);
  return lines.filter((line) => line !== '').map((line) => parseLaw(JSON.parse(line)));
}

function readLines(set: string, file: string): readonly unknown[] {
  const text = readFileSync(join(BENCH_FOLDER, set, file), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
}

function parseText(value: unknown): IndexedText {
  const { id, title, text } = value as { id: string; title?: string; text: string };
  return { id, title: title ?? '', text };
}

function parseQuery(value: unknown): BenchQuery {
  const { id, text, gold } = value as BenchQuery;
  return { id, text, gold };
}

function parseLaw(value: unknown): IndexedText {
  const { id, law, no, text } = value as { id: string; law: string; no: string; text: string };
  return { id, title: `${law} ${no}`, text };
}
