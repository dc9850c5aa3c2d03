import { changePassage, fold, type Lint, numbersIn, questionsOf } from './lint.ts';
import { type Corpus, type FactRow, passagesOf } from './read-corpus.ts';

const factIds = [...idsOf('F', 86), ...idsOf('D', 62)];
const sections: Readonly<Record<string, readonly string[]>> = {
  faq: ['封面', 'Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6', 'Q7', 'Q8'],
  deck: [
    '封面',
    '人才，是發展的基石',
    'AI人才培育整合推進',
    '加速養成人才，人才加速創新',
    'AI人才培育情形',
    '公部門AI人才培育策略',
    '114年預期成果',
    '115年-119年展望',
  ],
};

/** Checks of the documents, most of them against the rows of facts.md. */
export const documentLints: readonly Lint[] = [
  {
    name: 'all 148 facts F001–F086 and D001–D062 stand in the documents, each once, and no other',
    needs: 'content',
    find: (corpus) => {
      const found = passagesOf(corpus).map(({ id }) => id);
      return [
        ...factIds.filter((id) => !found.includes(id)).map((id) => `${id} is missing`),
        ...found.filter((id, at) => found.indexOf(id) !== at).map((id) => `${id} stands twice`),
        ...found.filter((id) => !factIds.includes(id)).map((id) => `${id} is not a fact of facts.md`),
      ];
    },
    spoil: (corpus) => changePassage(corpus, 'F047', (passage) => ({ ...passage, id: 'F087' })),
  },
  {
    name: 'every fact is used by a question, as its ground or as its context',
    needs: 'content',
    find: (corpus) => {
      const used = new Set(questionsOf(corpus).flatMap(({ topic }) => [...topic.facts, ...topic.context]));
      return passagesOf(corpus)
        .filter(({ id }) => !used.has(id))
        .map(({ id, text }) => `${id} ${text}`);
    },
    spoil: (corpus) => changePassage(corpus, 'D044', (passage) => ({ ...passage, id: 'D063' })),
  },
  {
    name: 'the sections are 封面 and Q1…Q8 of the FAQ and the eight headings of the slides, in this order',
    needs: 'content',
    find: (corpus) =>
      Object.entries(sections).flatMap(([id, anchors]) => {
        const found =
          corpus.documents.find((document) => document.id === id)?.sections.map(({ anchor }) => anchor) ?? [];
        return found.join('｜') === anchors.join('｜') ? [] : [`${id} has ${found.join('｜')}`];
      }),
    spoil: (corpus) => ({
      ...corpus,
      documents: corpus.documents.map((document) => ({ ...document, sections: document.sections.slice(1) })),
    }),
  },
  {
    name: 'figures of facts.md stand in the passage exactly, and the passage has no others',
    needs: 'shared',
    find: (corpus) =>
      eachRow(corpus, (row, text) => {
        const told = numbersIn(text);
        // A passage may say the year both ways, and repeats what its section and its document say.
        const section = passagesOf(corpus).find(({ id }) => id === row.id)?.section;
        const near = passagesOf(corpus).filter(
          (other) => other.section === section && other.id.charAt(0) === row.id.charAt(0),
        );
        const rows = corpus.shared.facts.filter(({ id }) => near.some((other) => other.id === id));
        const given = rows.flatMap(({ fact, elements }) => numbersIn(`${fact} ${elements}`));
        const known = new Set([...given, ...given.map(republican), ...yearsOf(row.id)]);
        const missing = numbersIn(asWritten(row)).filter((number) => !told.includes(number));
        const others = told.filter((number) => !known.has(number));
        return [...missing.map((number) => `lacks ${number}`), ...others.map((number) => `says ${number}`)];
      }),
    spoil: (corpus) =>
      changePassage(corpus, 'D038', (passage) => ({ ...passage, text: passage.text.replace('460,050', '460,500') })),
  },
  {
    name: 'names and addresses of facts.md stand in the passage exactly',
    needs: 'shared',
    find: (corpus) =>
      eachRow(corpus, (row, text) => {
        const given = `${row.fact} ${row.elements}`;
        const addresses = given.match(/https?:\/\/[\w./?=&-]+/g) ?? [];
        const latin =
          asWritten(row)
            .replace(/https?:\S+/g, '')
            .match(/[A-Za-z][A-Za-z0-9-]*(?:\s\d\.\d)?/g) ?? [];
        const names = corpus.shared.names.filter((name) => fold(given).includes(fold(name)));
        return [
          ...addresses.filter((address) => !text.includes(address)),
          ...[...latin, ...names].filter((name) => !fold(text).includes(fold(name))),
        ].map((name) => `lacks ${name}`);
      }),
    spoil: (corpus) =>
      changePassage(corpus, 'F069', (passage) => ({ ...passage, text: passage.text.replace('辦公室', '') })),
  },
  {
    name: 'what facts.md quotes can be read in the passage, word by word or nearly so',
    needs: 'shared',
    find: (corpus) =>
      eachRow(corpus, (row, text) =>
        quotedPieces(row)
          .filter((piece) => commonLength(fold(piece), fold(text)) < fold(piece).length * keptShare)
          .map((piece) => `lacks 「${piece}」`),
      ),
    spoil: (corpus) =>
      changePassage(corpus, 'F033', (passage) => ({ ...passage, text: 'AI應用人才的目標是提升行政效能。' })),
  },
  {
    name: 'a passage keeps the hedge of its fact: 得, 鼓勵, 預計, 視經費狀況, 建議, 可',
    needs: 'shared',
    find: (corpus) =>
      eachRow(corpus, (row, text) =>
        hedges
          .filter(({ inFact, inPassage }) => inFact.test(`${row.fact} ${row.elements}`) && !inPassage.test(text))
          .map(({ name }) => `lacks ${name}`),
      ),
    spoil: (corpus) =>
      changePassage(corpus, 'F084', (passage) => ({ ...passage, text: passage.text.replace('得依', '依') })),
  },
  {
    name: 'only the three hours are told with 須, 必須 or 應',
    needs: 'content',
    find: (corpus) =>
      passagesOf(corpus)
        .filter(
          ({ id, text }) =>
            /必須|(?<![無毋不])須(?!知)|(?<![因回反適供對效相響])應(?!用|變)/.test(text) &&
            id !== 'F074' &&
            id !== 'F072',
        )
        .map(({ id, text }) => `${id} ${text}`),
    spoil: (corpus) =>
      changePassage(corpus, 'F065', (passage) => ({ ...passage, text: passage.text.replace('鼓勵參與', '應參與') })),
  },
  {
    name: 'documents and passages have sane dates: the beginning before the end, within 2020–2035',
    needs: 'content',
    find: (corpus) => [
      ...corpus.documents
        .filter(({ validFrom, validTo }) => !isSane({ from: validFrom, to: validTo }))
        .map(({ id }) => `documents/${id}`),
      ...passagesOf(corpus)
        .filter(({ period }) => period !== null && !isSane(period))
        .map(({ id }) => id),
      ...passagesOf(corpus)
        .filter(({ status, period }) => status === 'target' && period === null)
        .map(({ id }) => `${id} is a target without a period`),
    ],
    spoil: (corpus) =>
      changePassage(corpus, 'D031', (passage) => ({ ...passage, period: { from: '2024-10-31', to: '2024-07-01' } })),
  },
];

/** Of a quoted phrase, this share of characters stands in the passage in the same order; the rest may be said in our own words. */
const keptShare = 0.65;

const hedges: readonly { readonly name: string; readonly inFact: RegExp; readonly inPassage: RegExp }[] = [
  { name: '得', inFact: /「得」|(?:^|[，；（「])得(?=[依以由])/, inPassage: /得[依以由核]/ },
  { name: '鼓勵', inFact: /鼓勵(?!同仁發展)/, inPassage: /鼓勵/ },
  { name: '預計', inFact: /預計/, inPassage: /預計/ },
  { name: '視經費狀況', inFact: /視經費狀況/, inPassage: /視經費狀況/ },
  { name: '建議', inFact: /建議/, inPassage: /建議/ },
  { name: '可', inFact: /(?<![認許不])可(?=採取|引導|列為|薦送|主動|依|以|具體)/, inPassage: /可/ },
];

function idsOf(letter: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => `${letter}${String(at + 1).padStart(3, '0')}`);
}

function eachRow(corpus: Corpus, find: (row: FactRow, text: string) => readonly string[]): readonly string[] {
  const passages = new Map(passagesOf(corpus).map((passage) => [passage.id, passage.text]));
  return corpus.shared.facts.flatMap((row) => {
    const text = passages.get(row.id);
    return text === undefined
      ? [`${row.id} has no passage`]
      : find(row, text).map((problem) => `${row.id} ${problem}: ${text}`);
  });
}

/** What the document itself writes: without our remarks (＝…, ⚠…, dates in brackets); where it is all 逐字, the fact. */
function asWritten({ fact, elements }: FactRow): string {
  const text = elements.includes('逐字') ? fact.replace(/^[^：]*：/, '').replace(/（[^）]*）/g, ' ') : elements;
  return text
    .replace(/^Q1…Q8$/, '')
    .replace(/；與 .*$/, '')
    .replace(/⚠.*$/, '')
    .replace(/（(?:\d{4}-|與|鄰近|前者)[^）]*）/g, ' ')
    .replace(/(?<=」)＝.*$/, '');
}

function quotedPieces(row: FactRow): readonly string[] {
  const written = asWritten(row);
  const quoted = [...written.matchAll(/「([^」]+)」/g)].map(([, text = '']) => text);
  const pieces = row.elements.includes('逐字') ? [written] : quoted;
  return pieces
    .flatMap((piece) => piece.split(/[，、。；：:（）()＋+→/／]/))
    .filter((piece) => fold(piece).length >= 2);
}

/** The length of the longest run of characters, gaps allowed, that both have in this order. */
function commonLength(a: string, b: string): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const one of a) {
    const next = [0];
    for (const [at, other] of [...b].entries())
      next.push(one === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0));
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** Years that every passage of a document may name: those of its edition, of its own heading. */
function yearsOf(id: string): readonly string[] {
  return id.startsWith('F') ? ['115', '6', '2026'] : ['113', '114', '115', '119', '5', '29'];
}

function republican(number: string): string {
  return String(Number(number) - 1911);
}

function isSane({ from, to }: { readonly from: string | null; readonly to: string | null }): boolean {
  const inRange = [from, to].every((day) => day === null || (day >= '2020-01-01' && day <= '2035-12-31'));
  return inRange && (from === null || to === null || from <= to);
}
