import type { Passage, Question, Topic, Unknown } from '../../../knowledge/index.ts';
import type { Ask, Corpus, TopicInFile } from './read-corpus.ts';

/** One check of the corpus, and how to break the corpus so that it must find something. */
export interface Lint {
  /** Reads as a claim about the content. */
  readonly name: string;
  /** `shared` compares with ../shared and is skipped where that is absent. */
  readonly needs: 'content' | 'shared';
  /** One line for each place that is wrong, with its file or its id. */
  readonly find: (corpus: Corpus) => readonly string[];
  /** The corpus with something wrong in it that this check must find. */
  readonly spoil: (corpus: Corpus) => Corpus;
}

/** One spelling for a comparison: NFKC, lower case, 台, no white space, no punctuation and no quotation marks. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('臺', '台')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Numbers with their decimals, without thousands separators; a date such as 113.05.20 is three numbers. */
export function numbersIn(text: string): readonly string[] {
  const numbers =
    text
      .normalize('NFKC')
      .replace(/(?<=\d),(?=\d{3})/g, '')
      .match(/\d+(?:\.\d+)*/g) ?? [];
  return numbers.flatMap((number) =>
    /^\d+\.\d$/.test(number) ? [number] : number.split('.').map((part) => String(Number(part))),
  );
}

/** The questions with their files. */
export function questionsOf(corpus: Corpus): readonly { readonly file: string; readonly topic: Question }[] {
  return corpus.topics.flatMap(({ file, topic }) => (topic.kind === 'question' ? [{ file, topic }] : []));
}

/** The unknowns with their files. */
export function unknownsOf(corpus: Corpus): readonly { readonly file: string; readonly topic: Unknown }[] {
  return corpus.topics.flatMap(({ file, topic }) => (topic.kind === 'unknown' ? [{ file, topic }] : []));
}

/** The corpus with one question changed: the first for which `change` gives another one. */
export function changeQuestion(corpus: Corpus, change: (question: Question) => Question | null): Corpus {
  const at = corpus.topics.findIndex(({ topic }) => topic.kind === 'question' && change(topic) !== null);
  return changeTopic(corpus, at, (topic) => (topic.kind === 'question' ? (change(topic) ?? topic) : topic));
}

/** The corpus with one unknown changed: the first. */
export function changeUnknown(corpus: Corpus, change: (unknown: Unknown) => Unknown): Corpus {
  const at = corpus.topics.findIndex(({ topic }) => topic.kind === 'unknown');
  return changeTopic(corpus, at, (topic) => (topic.kind === 'unknown' ? change(topic) : topic));
}

function changeTopic(corpus: Corpus, at: number, change: (topic: Topic) => Topic): Corpus {
  const found: TopicInFile | undefined = corpus.topics[at];
  if (found === undefined) throw new TypeError('Nothing there to spoil');
  return { ...corpus, topics: corpus.topics.with(at, { ...found, topic: change(found.topic) }) };
}

/** The corpus with one passage changed, by its id. */
export function changePassage(corpus: Corpus, id: string, change: (passage: Passage) => Passage): Corpus {
  const documents = corpus.documents.map((document) => ({
    ...document,
    sections: document.sections.map((section) => ({
      ...section,
      passages: section.passages.map((passage) => (passage.id === id ? change(passage) : passage)),
    })),
  }));
  return { ...corpus, documents };
}

/** The corpus with one phrasing more, in the file of phrasings. */
export function addAsk(corpus: Corpus, text: string, topic: string | undefined = corpus.asks[0]?.topic): Corpus {
  const ask: Ask = { file: 'phrasings/spoilt.yaml', topic: topic ?? '', text };
  return { ...corpus, asks: [...corpus.asks, ask], files: [...corpus.files, { file: ask.file, lines: [`- ${text}`] }] };
}
