import { createLexicalRetriever, type IndexedText } from '../../knowledge/index.ts';
import { cpuMs, quantile, timed } from './cpu.ts';
import { createFullTextPeer, createMiniSearchBigramPeer, createSegmenterPeer } from './peers.ts';
import { loadBenchSet, loadLawArticles } from './sets.ts';
import { atLeast, atMost, type Target } from './target.ts';

/** How much of the law is read; the rates of slow builders are taken on fewer articles. */
export interface SpeedSize {
  readonly articles: number;
  readonly segmenterArticles: number;
}

const QUERIES_MAX = 120;
const WARM_UP = 20;
/** A question takes it most of a second. */
const MINI_SEARCH_ASKED_EVERY = 6;

/** Builds and asks ours and the peers over the same articles, prints a table and gives the rows to reach. */
export function measureSpeed(size: SpeedSize): readonly Target[] {
  const texts = loadLawArticles(size.articles);
  const queries = lawQuestions(texts);
  console.log(`\n${texts.length} articles of law, ${queries.length} questions, CPU time`);
  const built = timed(() => createLexicalRetriever(texts));
  const { indexBytes, postingCount } = built.value;
  const own = askAll(queries, (query) => built.value.search(query, 10));
  printRow('ours', texts.length / built.ms, own);
  const fullText = timed(() => createFullTextPeer(texts));
  const fullTextAsked = askAll(queries, (query) => fullText.value.search(query, 10));
  printRow('SQLite FTS5, bigrams', texts.length / fullText.ms, fullTextAsked);
  // Before MiniSearch with bigrams, whose gigabytes would slow it down.
  const segmenterTexts = texts.filter((_, at) => at % (texts.length / size.segmenterArticles) < 1);
  const segmenter = timed(() => createSegmenterPeer(segmenterTexts));
  printRow('MiniSearch, Segmenter', segmenterTexts.length / segmenter.ms, undefined);
  const mini = timed(() => createMiniSearchBigramPeer(texts));
  const few = queries.filter((_, at) => at % MINI_SEARCH_ASKED_EVERY === 0);
  const miniAsked = askAll(few, (query) => mini.value.search(query, 10));
  printRow('MiniSearch, bigrams', texts.length / mini.ms, miniAsked);
  console.log(`  index ${(indexBytes / 1e6).toFixed(1)} MB, ${(postingCount / 1e6).toFixed(2)} M postings`);
  const rate = texts.length / built.ms / (segmenterTexts.length / segmenter.ms);
  return [
    atMost('CPU per query against FTS5 with bigrams', own.cpuMs / fullTextAsked.cpuMs, 1 / 5),
    atMost('CPU per query against MiniSearch with bigrams', own.cpuMs / miniAsked.cpuMs, 1 / 15),
    atLeast('build rate against MiniSearch + Intl.Segmenter', rate, 20, 1),
    atMost('bytes a posting', indexBytes / postingCount, 6, 2),
  ];
}

interface Asked {
  /** Per query. */
  readonly cpuMs: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

function askAll(queries: readonly string[], ask: (query: string) => unknown): Asked {
  for (const query of queries.slice(0, WARM_UP)) ask(query);
  const start = cpuMs();
  const each = queries.map((query) => {
    const began = performance.now();
    ask(query);
    return performance.now() - began;
  });
  return { cpuMs: (cpuMs() - start) / queries.length, p50Ms: quantile(each, 0.5), p99Ms: quantile(each, 0.99) };
}

function printRow(name: string, rate: number, asked: Asked | undefined): void {
  const query = asked
    ? `${asked.cpuMs.toFixed(2)} CPU-ms a query, p50 ${asked.p50Ms.toFixed(2)} ms, p99 ${asked.p99Ms.toFixed(2)} ms`
    : '';
  console.log(`  ${name.padEnd(22)} ${(rate * 1000).toFixed(0).padStart(8)} passages/s built  ${query}`);
}

/** Real questions about labour law, and one made from every so-many-th article. */
function lawQuestions(texts: readonly IndexedText[]): readonly string[] {
  const asked = ['guardian', 'twlabor-mini'].flatMap((name) => loadBenchSet(name).queries.map(({ text }) => text));
  const made = Array.from({ length: QUERIES_MAX - asked.length }, (_, at) => {
    const text = texts[(at * 997 + 13) % texts.length]?.text ?? '';
    return `${text.slice(4, 12 + (at % 14))}的規定是什麼？`;
  });
  return [...asked, ...made];
}
