import { addAsk, type Lint } from './lint.ts';
import type { Corpus } from './read-corpus.ts';

/** Characters in a row that nobody writes twice by chance. */
const runMin = 10;
/** 1925 安心專線, 119, 110 and 113: the only numbers to call that may be told. */
const hotlines = /(?<!\d)(?:1925|119|110|113)(?!\d)/g;

const phones =
  /(?<!\d)0\d{1,3}[-) ]\d{3,4}[- ]?\d{3,4}|(?<!\d)09\d{2}-?\d{3}-?\d{3}|(?<!\d)(?:\+886|0800)[- ]?\d|分機\s*[:：]?\s*[#＃]?\d{2,}|(?:電話|專線|tel\.?|phone)\s*[:：]?\s*\(?\d{3,}/i;
const money =
  /(?:(?<![A-Za-z])NT\$?|TWD|US\$|USD|[$＄])\s*\d|\d[\d,.]*\s*(?:萬|千|百|億)?\s*(?:元|塊錢?|圓|NTD?\b|TWD|dollars?)|[一二兩三四五六七八九十百千萬]+(?:多)?(?:元(?!素|件)|塊錢)/i;

/** Checks of all content files, line by line. */
export const fileLints: readonly Lint[] = [
  {
    name: 'no telephone number stands in the content but those of the four hotlines',
    needs: 'content',
    find: (corpus) =>
      eachLine(corpus, (line) => (phones.test(line.replace(hotlines, '')) ? 'a telephone number' : null)),
    spoil: (corpus) => addAsk(corpus, '請電洽(02)2397-9298'),
  },
  {
    name: 'no amount of money stands in the content',
    needs: 'content',
    find: (corpus) => eachLine(corpus, (line) => (money.test(line) ? 'an amount of money' : null)),
    spoil: (corpus) => addAsk(corpus, '報名費是不是1,200元'),
  },
  {
    name: `no line shares ${runMin} Chinese characters in a row with what the evaluation sets say, unless the documents do`,
    needs: 'shared',
    find: (corpus) => {
      const { said, sources } = corpus.shared;
      const known = new Set(runsOf(sources.replace(/\s/g, '')));
      const runs = new Map(said.flatMap(({ id, text }) => runsOf(text).map((run) => [run, id])));
      return eachLine(corpus, (line) => {
        const run = runsOf(line).find((one) => runs.has(one) && !known.has(one));
        return run === undefined ? null : `「${run}」 of ${runs.get(run)}`;
      });
    },
    spoil: (corpus) =>
      addAsk(corpus, corpus.shared.said.find(({ text }) => /\p{Script=Han}{12}/u.test(text))?.text ?? ''),
  },
];

function eachLine(corpus: Corpus, find: (line: string) => string | null): readonly string[] {
  return corpus.files.flatMap(({ file, lines }) =>
    lines.flatMap((line, at) => {
      const problem = find(line.normalize('NFKC'));
      return problem === null ? [] : [`${file}:${at + 1} ${problem}: ${line.trim()}`];
    }),
  );
}

/** Every run of `runMin` Chinese characters. */
function runsOf(text: string): readonly string[] {
  const whole =
    text
      .normalize('NFKC')
      .replaceAll('臺', '台')
      .match(/\p{Script=Han}+/gu) ?? [];
  return whole.flatMap((run) =>
    Array.from({ length: Math.max(0, run.length - runMin + 1) }, (_, at) => run.slice(at, at + runMin)),
  );
}
