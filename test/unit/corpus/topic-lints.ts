import { addAsk, changeQuestion, changeUnknown, type Lint, numbersIn, questionsOf, unknownsOf } from './lint.ts';
import { type Corpus, passagesOf } from './read-corpus.ts';

/** A button shows a title; the narrowest channel cuts at 75 characters. */
const titleCharactersMax = 40;
const titleEnCharactersMax = 75;
/** One or two sentences. */
const leadCharactersMax = 140;
const leadEnCharactersMax = 420;

/** Checks of questions and unknowns: what their sentences say against the facts that they rest on. */
export const topicLints: readonly Lint[] = [
  {
    name: 'a lead says no number that its facts do not say',
    needs: 'content',
    find: (corpus) =>
      eachLead(corpus, (text, facts) => {
        const known = new Set(facts.flatMap(numbersIn).flatMap(bothYears));
        return numbersIn(text.replace(/\bQ\d/g, ''))
          .filter((number) => !known.has(number))
          .map((number) => `says ${number}`);
      }),
    spoil: (corpus) =>
      changeQuestion(corpus, (one) =>
        one.lead.includes('3小時') ? { ...one, lead: one.lead.replace('3小時', '5小時') } : null,
      ),
  },
  {
    name: 'a lead says 須, 必須 or 應 only where its facts do',
    needs: 'content',
    find: (corpus) =>
      eachLead(corpus, (text, facts) => {
        const claimed = text.replace(notClaimed, '');
        return demands.test(claimed) && !facts.some((fact) => demands.test(fact)) ? ['demands'] : [];
      }),
    spoil: (corpus) =>
      changeQuestion(corpus, (one) => (one.facts.includes('F065') ? { ...one, lead: '同仁必須參加認證。' } : null)),
  },
  {
    name: 'a lead keeps the hedge that all its facts have: 預計, 視經費狀況, 鼓勵, 得',
    needs: 'content',
    find: (corpus) => {
      const passages = new Map(passagesOf(corpus).map((passage) => [passage.id, passage.text]));
      return questionsOf(corpus).flatMap(({ file, topic }) =>
        hedges
          .filter(
            (hedge) => topic.facts.every((fact) => hedge.test(passages.get(fact) ?? '')) && !hedge.test(topic.lead),
          )
          .map((hedge) => `${file} ${topic.id} lacks ${hedge.source}: ${topic.lead}`),
      );
    },
    spoil: (corpus) => changeQuestion(corpus, (one) => ({ ...one, facts: ['F084', 'F085'], lead: '依考績法獎勵。' })),
  },
  {
    name: 'titles and leads are short enough for a button and for two sentences',
    needs: 'content',
    find: (corpus) => [
      ...corpus.topics.flatMap(({ file, topic }) => [
        ...tooLong(`${file} ${topic.id} title`, topic.title, titleCharactersMax),
        ...tooLong(`${file} ${topic.id} titleEn`, topic.titleEn, titleEnCharactersMax),
      ]),
      ...[
        ...questionsOf(corpus).map(({ file, topic }) => ({ file, id: topic.id, zh: topic.lead, en: topic.leadEn })),
        ...unknownsOf(corpus).map(({ file, topic }) => ({ file, id: topic.id, zh: topic.says, en: topic.saysEn })),
      ].flatMap(({ file, id, zh, en }) => [
        ...tooLong(`${file} ${id} lead`, zh, leadCharactersMax),
        ...tooLong(`${file} ${id} leadEn`, en, leadEnCharactersMax),
      ]),
    ],
    spoil: (corpus) => changeQuestion(corpus, (one) => ({ ...one, title: one.title.repeat(10) })),
  },
  {
    name: 'nowAnsweredBy leads to a question that holds today and not to itself',
    needs: 'content',
    find: (corpus) => {
      const questions = new Map(questionsOf(corpus).map(({ topic }) => [topic.id, topic]));
      return questionsOf(corpus).flatMap(({ file, topic }) => {
        if (topic.nowAnsweredBy === null) return [];
        const target = questions.get(topic.nowAnsweredBy);
        const right =
          target !== undefined &&
          target.id !== topic.id &&
          target.nowAnsweredBy === null &&
          !isOver(target.valid.to, corpus);
        return right ? [] : [`${file} ${topic.id}: nowAnsweredBy ${topic.nowAnsweredBy}`];
      });
    },
    spoil: (corpus) => changeQuestion(corpus, (one) => ({ ...one, nowAnsweredBy: 'faq/Q9/nowhere' })),
  },
  {
    name: 'the dates of a question are sane',
    needs: 'content',
    find: (corpus) =>
      questionsOf(corpus)
        .filter(({ topic: { valid } }) => {
          const inRange = [valid.from, valid.to].every(
            (day) => day === null || (day >= '2020-01-01' && day <= '2035-12-31'),
          );
          return !inRange || (valid.from !== null && valid.to !== null && valid.from > valid.to);
        })
        .map(({ file, topic }) => `${file} ${topic.id}: ${topic.valid.from}..${topic.valid.to}`),
    spoil: (corpus) => changeQuestion(corpus, (one) => ({ ...one, valid: { from: '2026-01-01', to: '2025-01-01' } })),
  },
  {
    name: 'a question whose time is over says which one answers it now',
    needs: 'content',
    find: (corpus) =>
      questionsOf(corpus)
        .filter(({ topic }) => isOver(topic.valid.to, corpus) && topic.nowAnsweredBy === null)
        .map(({ file, topic }) => `${file} ${topic.id}: over since ${topic.valid.to}`),
    spoil: (corpus) =>
      changeQuestion(corpus, (one) =>
        one.nowAnsweredBy === null ? { ...one, valid: { from: null, to: '2026-06-30' } } : null,
      ),
  },
  {
    // What is expected for a period that ended says nothing of today: HR has to look whether it took place.
    name: 'no item of the catalogue is still expected for a period that is over',
    needs: 'content',
    find: (corpus) => {
      const passages = new Map(passagesOf(corpus).map((passage) => [passage.id, passage]));
      return [...corpus.catalogue.items.values()].flatMap((item) => {
        const last = item.status.at(-1);
        const period = last?.status === 'expected' ? passages.get(last.fact)?.period : null;
        return isOver(period?.to ?? null, corpus) ? [`catalogue.yaml ${item.id}: expected until ${period?.to}`] : [];
      });
    },
    spoil: (corpus) => ({ ...corpus, today: '2027-02-01' }),
  },
  {
    name: 'every unknown, and every question that has no answer, names an office',
    needs: 'content',
    find: (corpus) =>
      [...unknownsOf(corpus), ...questionsOf(corpus)].flatMap(({ file, topic }) => {
        const asked = topic.ask === null ? [] : [[topic.ask, topic.askEn ?? ''] as const];
        const missing = asked.filter(([zh, en]) => !office.test(zh) || !officeEn.test(en));
        return missing.map(([zh, en]) => `${file} ${topic.id}: ${zh} / ${en}`);
      }),
    spoil: (corpus) => changeUnknown(corpus, (one) => ({ ...one, ask: '再查查看' })),
  },
  {
    name: 'an English lead keeps the Chinese names of the Chinese one and has no sentence that is Chinese only',
    needs: 'content',
    find: (corpus) =>
      questionsOf(corpus).flatMap(({ file, topic }) => {
        const sentences = topic.leadEn
          .split(/(?<=[.!?])\s+|(?<=[。！？])/)
          .filter((sentence) => /\p{Script=Han}/u.test(sentence));
        const chinese = sentences.filter((sentence) => (sentence.match(/[A-Za-z]{2,}/g)?.length ?? 0) < 2);
        const quotes = [...topic.lead.matchAll(/「([^」]{2,})」/g)].map(([, name = '']) => name);
        const missing = quotes.filter((name) => !squeeze(topic.leadEn).includes(squeeze(name)));
        return [...chinese.map((one) => `only Chinese: ${one}`), ...missing.map((name) => `lacks ${name}`)].map(
          (problem) => `${file} ${topic.id} ${problem}`,
        );
      }),
    spoil: (corpus) => changeQuestion(corpus, (one) => ({ ...one, leadEn: `${one.leadEn} 這一句沒有英文。` })),
  },
  {
    name: 'no phrasing stands twice, neither in one topic nor in two',
    needs: 'content',
    find: (corpus) => {
      const groups = Map.groupBy(corpus.asks, ({ text }) => squeeze(text));
      return [...groups.values()]
        .filter((group) => group.length > 1)
        .map((group) => group.map(({ file, topic, text }) => `${file} ${topic} 「${text}」`).join(' = '));
    },
    spoil: (corpus) => addAsk(corpus, `${corpus.asks[5]?.text ?? ''}？`, corpus.asks.at(-1)?.topic),
  },
  {
    name: 'no phrasing is the title of another topic',
    needs: 'content',
    find: (corpus) => {
      const titles = new Map(
        corpus.topics.flatMap(({ topic }) => [
          [squeeze(topic.title), topic.id],
          [squeeze(topic.titleEn), topic.id],
        ]),
      );
      return corpus.asks
        .filter(({ topic, text }) => (titles.get(squeeze(text)) ?? topic) !== topic)
        .map(({ file, topic, text }) => `${file} ${topic} 「${text}」 is the title of ${titles.get(squeeze(text))}`);
    },
    spoil: (corpus) => addAsk(corpus, corpus.topics.at(-1)?.topic.title ?? ''),
  },
];

const demands =
  /必須|(?<![無毋不])須(?!知)|(?<![因回反適供對效相響])應(?!用|變|試)|一定要|務必|強制|\b(?:must|shall|required|mandatory|compulsory)\b/;
const notClaimed =
  /(?:沒有寫|未載明?|並非|不是)[^，；。]*|(?:是否|要不要)[^，；。]*|(?:is |it is )?not (?:written|said) that[^.;]*|\bwhether [^,.;]*/gi;
const hedges: readonly RegExp[] = [/預計/, /視經費狀況/, /鼓勵/, /得[依核]/];
const office =
  /人事|總處|主辦|平臺|平台|學院|開班單位|發證單位|官網|銓敘|資安|資訊單位|主管機關|會計|主計|公告|政風|秘書|研考/;
const officeEn =
  /office|DGPA|agency|agencies|organis|organiz|platform|unit|website|authority|ministry|bureau|notice|announcement|academy|institute|helpdesk/i;

function eachLead(
  corpus: Corpus,
  find: (text: string, facts: readonly string[]) => readonly string[],
): readonly string[] {
  const passages = new Map(passagesOf(corpus).map((passage) => [passage.id, passage]));
  const editions = new Map(
    corpus.documents.map(({ id, edition, title, shortTitle }) => [id, `${edition} ${title} ${shortTitle}`]),
  );
  return questionsOf(corpus).flatMap(({ file, topic }) => {
    const grounds = topic.facts.flatMap((fact) => passages.get(fact) ?? []);
    const told = grounds.flatMap(({ text, document, period }) => [
      text,
      editions.get(document) ?? '',
      `${period?.from} ${period?.to}`,
    ]);
    const facts = [...told, editions.get(topic.document) ?? ''];
    return [topic.lead, topic.leadEn].flatMap((text) =>
      find(text, facts).map((problem) => `${file} ${topic.id} ${problem}: ${text}`),
    );
  });
}

/** A year of the Republic is the same as one of the common era. */
function bothYears(number: string): readonly string[] {
  const year = Number(number);
  return [
    number,
    String(year),
    ...(year >= 90 && year < 200 ? [String(year + 1911)] : []),
    ...(year > 2000 && year < 2100 ? [String(year - 1911)] : []),
  ];
}

function tooLong(what: string, text: string, max: number): readonly string[] {
  const length = [...text].length;
  return length > max || length < 2 ? [`${what} has ${length} characters: ${text}`] : [];
}

function isOver(to: string | null, corpus: Corpus): boolean {
  return to !== null && to < corpus.today;
}

function squeeze(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('臺', '台')
    .replace(/[\s\p{P}\p{S}]/gu, '');
}
