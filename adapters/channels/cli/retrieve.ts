import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { OperatorError } from '../../../bot/index.ts';
import {
  createLexicalRetriever,
  type Glossary,
  type IndexedText,
  type LexicalRetriever,
  parseGlossary,
} from '../../../knowledge/index.ts';
import { answerJsonLines } from './json-lines.ts';
import { runCommand } from './run-command.ts';

/**
 * `npm run --silent retrieve -- --passages FILE --queries FILE --k N`: the engine over texts of the caller's own, JSON
 * Lines in and out. The shipped glossary helps unless `--without-glossary` is given.
 */
const passageSchema = z.looseObject({
  id: z.union([z.string(), z.number()]),
  title: z.string().nullish(),
  text: z.string(),
});
const querySchema = z.looseObject({ id: z.union([z.string(), z.number()]), text: z.string() });

/** Passages under the ids as they were given: a number stays a number. */
interface Passages {
  readonly texts: readonly IndexedText[];
  readonly ids: readonly (string | number)[];
  readonly unreadable: number;
}

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      passages: { type: 'string' },
      queries: { type: 'string' },
      k: { type: 'string', default: '10' },
      'without-glossary': { type: 'boolean', default: false },
    },
  });
  const k = z.coerce.number().int().min(1).max(1000).safeParse(values.k);
  if (values.passages === undefined || values.queries === undefined || !k.success)
    throw new OperatorError('optionUnknown', 'retrieve needs --passages FILE --queries FILE and --k from 1 to 1000');
  await retrieve(values.passages, values.queries, k.data, values['without-glossary'] ? [] : glossary());
});

async function retrieve(passagesFile: string, queriesFile: string, count: number, words: Glossary): Promise<void> {
  for (const file of [passagesFile, queriesFile])
    if (!existsSync(file)) throw new OperatorError('fileUnreadable', file);
  const passages = await readPassages(passagesFile);
  const options = { glossary: words };
  const began = performance.now();
  const retriever = createLexicalRetriever(passages.texts, options);
  const buildMs = performance.now() - began;
  const times: number[] = [];
  await answerJsonLines(createReadStream(queriesFile), process.stdout, async (line) => {
    const asked = performance.now();
    const answer = answerQuery(retriever, passages, line, count);
    times.push(performance.now() - asked);
    return answer;
  });
  const report = {
    passages: passages.texts.length,
    unreadablePassages: passages.unreadable,
    buildMs: round(buildMs),
    indexBytes: retriever.indexBytes,
    queryP50Ms: round(quantile(times, 0.5)),
    queryP99Ms: round(quantile(times, 0.99)),
  };
  process.stderr.write(`${JSON.stringify(report)}\n`);
}

function answerQuery(retriever: LexicalRetriever, passages: Passages, line: unknown, count: number): unknown {
  const query = querySchema.safeParse(line);
  if (!query.success) throw new Error(`not {id, text}: ${z.prettifyError(query.error)}`);
  const { hits, confidence } = retriever.search(query.data.text, count);
  const best = hits[0]?.score ?? 1;
  // The best hit's score is the confidence that the corpus holds an answer at all, so that scores compare between queries.
  const scored = hits.map(({ id, score }) => ({
    id: passages.ids[Number(id)],
    score: round((confidence * score) / best),
  }));
  return { id: query.data.id, hits: scored };
}

/** Reads passages; those that cannot be read are counted, because every query still deserves its line. */
async function readPassages(file: string): Promise<Passages> {
  const texts: IndexedText[] = [];
  const ids: (string | number)[] = [];
  let unreadable = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const passage = passageSchema.safeParse(parseJson(line));
    if (!passage.success) {
      unreadable += 1;
      continue;
    }
    texts.push({ id: String(ids.length), title: passage.data.title ?? '', text: passage.data.text });
    ids.push(passage.data.id);
  }
  return { texts, ids, unreadable };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

function glossary(): ReturnType<typeof parseGlossary> {
  return parseGlossary(readFileSync(new URL('../../../knowledge/content/glossary.yaml', import.meta.url), 'utf8'));
}

/** The value below which `share` of the values lie, 0 where there are none. */
function quantile(unsorted: readonly number[], share: number): number {
  const rising = unsorted.toSorted((one, other) => one - other);
  return rising[Math.min(rising.length - 1, Math.floor(share * rising.length))] ?? 0;
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
