import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { contentFolder } from '../../../adapters/content.ts';
import type { Catalogue } from '../../../knowledge/catalogue.ts';
import type { Document, Passage, Topic } from '../../../knowledge/index.ts';
import { parseCatalogue } from '../../../knowledge/parse-catalogue.ts';
import { parseDocument } from '../../../knowledge/parse-document.ts';
import { parsePhrasings } from '../../../knowledge/parse-phrasings.ts';
import { parseOutsideMatters, parseQuestions, parseUnknowns } from '../../../knowledge/parse-topics.ts';

/** All of HR's content, with the file that each piece stands in, and the sources to hold it against. */
export interface Corpus {
  /** The day on which it is looked at, ISO date. */
  readonly today: string;
  readonly documents: readonly Document[];
  readonly topics: readonly TopicInFile[];
  /** Every phrasing of every topic. */
  readonly asks: readonly Ask[];
  readonly catalogue: Catalogue;
  /** Every content file as lines. */
  readonly files: readonly { readonly file: string; readonly lines: readonly string[] }[];
  readonly shared: Shared;
}

/** A topic and its file. */
export interface TopicInFile {
  readonly file: string;
  readonly topic: Topic;
}

/** One phrasing. */
export interface Ask {
  readonly file: string;
  readonly topic: string;
  readonly text: string;
}

/** What stands in ../shared. Everything is empty where that folder is absent. */
export interface Shared {
  readonly facts: readonly FactRow[];
  /** Names of the index at the end of facts.md: courses, certificates, platforms, authorities, laws. */
  readonly names: readonly string[];
  /** What people say in the evaluation sets. */
  readonly said: readonly { readonly id: string; readonly text: string }[];
  /** The two documents, one after the other. */
  readonly sources: string;
}

/** One row of facts.md. */
export interface FactRow {
  readonly id: string;
  readonly fact: string;
  /** 「原文要素」: numbers, names and addresses as the document writes them. */
  readonly elements: string;
}

const sharedFolder = fileURLToPath(new URL('../../../../shared/', import.meta.url));

/** Why the checks against ../shared cannot run, or null where they can. */
export const noSharedReason = existsSync(`${sharedFolder}/domain/facts.md`) ? null : `${sharedFolder} is absent`;

/** Reads everything as of a day. */
export function readCorpus(today: string): Corpus {
  const files = globSync('**/*.{md,yaml}', { cwd: contentFolder })
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
    .map((file) => ({ file, text: readFileSync(`${contentFolder}/${file}`, 'utf8') }));
  const read = <T>(pattern: RegExp, parse: (text: string) => T): readonly { file: string; value: T }[] =>
    files.filter(({ file }) => pattern.test(file)).map(({ file, text }) => ({ file, value: parse(text) }));
  const topics = [
    ...read(/^questions\//, parseQuestions),
    ...read(/^unknowns\.yaml$/, parseUnknowns),
    ...read(/^outside\.yaml$/, parseOutsideMatters),
  ].flatMap(({ file, value }) => (value as readonly Topic[]).map((topic) => ({ file, topic })));
  const phrasings = read(/^phrasings\//, parsePhrasings).flatMap(({ file, value }) =>
    Object.entries(value).flatMap(([topic, asks]) => asks.map((text): Ask => ({ file, topic, text }))),
  );
  const [catalogue] = read(/^catalogue\.yaml$/, parseCatalogue);
  if (catalogue === undefined) throw new TypeError('knowledge/content/catalogue.yaml is missing');
  return {
    today,
    documents: read(/^documents\//, parseDocument).map(({ value }) => value),
    topics,
    asks: [
      ...topics.flatMap(({ file, topic }) => topic.asks.map((text): Ask => ({ file, topic: topic.id, text }))),
      ...phrasings,
    ],
    catalogue: catalogue.value,
    files: files.map(({ file, text }) => ({ file, lines: text.split('\n') })),
    shared: readShared(),
  };
}

/** The passages of all documents. */
export function passagesOf(corpus: Corpus): readonly Passage[] {
  return corpus.documents.flatMap((document) => document.sections).flatMap((section) => section.passages);
}

function readShared(): Shared {
  if (noSharedReason !== null) return { facts: [], names: [], said: [], sources: '' };
  const facts = readFileSync(`${sharedFolder}/domain/facts.md`, 'utf8');
  return {
    facts: facts.split('\n').flatMap(readRow),
    names: readNames(facts.slice(facts.indexOf('## C.'))),
    said: globSync('eval/*.jsonl', { cwd: sharedFolder }).flatMap((file) =>
      readSaid(readFileSync(`${sharedFolder}/${file}`, 'utf8')),
    ),
    sources: globSync('sources/*.txt', { cwd: sharedFolder })
      .sort()
      .map((file) => readFileSync(`${sharedFolder}/${file}`, 'utf8'))
      .join('\n'),
  };
}

function readRow(line: string): readonly FactRow[] {
  const [, id = '', fact = '', elements = ''] = /^\| ([FD]\d{3}) \|([^|]*)\|([^|]*)\|/.exec(line) ?? [];
  return id === '' ? [] : [{ id, fact: fact.trim(), elements: elements.trim() }];
}

/** The lists 認證, 課程, 平台, 機關 and 法規 of the index, without what stands in brackets behind a name. */
function readNames(index: string): readonly string[] {
  return index
    .split('\n')
    .filter((line) => /^- (?:認證|課程|平台|機關|法規)/.test(line))
    .flatMap((line) =>
      line
        .replace(/^- [^：]*：/, '')
        .replace(/。$/, '')
        .split('｜'),
    )
    .flatMap((name) => name.replace(/（[^）]*）/g, '').split(' '))
    .filter((name) => name !== '');
}

const saidLine = z.union([
  z.object({ id: z.string(), turns: z.array(z.object({ role: z.string(), text: z.string() })) }),
  z.object({ id: z.string(), question: z.string() }),
  z.object({ id: z.string(), text: z.string() }),
]);

function readSaid(file: string): readonly { id: string; text: string }[] {
  return file
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => saidLine.parse(JSON.parse(line)))
    .flatMap((line) => {
      if ('turns' in line)
        return line.turns.filter(({ role }) => role === 'user').map(({ text }) => ({ id: line.id, text }));
      return [{ id: line.id, text: 'question' in line ? line.question : line.text }];
    });
}
