import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createGlossaryReader, GLOSSARY_WEIGHT } from '../../../knowledge/glossary.ts';
import { createLexicalRetriever, normaliseQuery, parseGlossary } from '../../../knowledge/index.ts';

const read = createGlossaryReader([
  { say: ['特休', '年假'], mean: ['特別休假'] },
  { say: ['特休沒休完'], mean: ['未休日數'], weight: 0.5 },
  { say: ['AI'], mean: ['人工智慧'] },
]);
const meanings = (query: string): string[] => read(normaliseQuery(query)).map(({ mean }) => mean);

test('the longest saying wins over one inside it', () => {
  expect(meanings('特休沒休完怎麼辦')).toEqual(['未休日數']);
});

test('a saying is found anywhere, in Simplified and in full width too', () => {
  expect(meanings('今年的特休，还有ＡＩ')).toEqual(['特別休假', '人工智慧']);
});

test('a Latin saying stands between word boundaries', () => {
  expect(meanings('training')).toEqual([]);
  expect(meanings('用AI上課')).toEqual(['人工智慧']);
});

test('an entry without a weight has the usual one', () => {
  expect(read('年假')).toEqual([{ mean: '特別休假', weight: GLOSSARY_WEIGHT }]);
});

test('reading ends for every query', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (query) => read(query).length <= query.length));
});

test('a glossary finds a text that shares no word with the question', () => {
  const texts = [
    { id: 'rule', title: '', text: '勞工之曠工處理' },
    { id: 'other', title: '', text: '課程報名方式' },
  ];
  const glossary = [{ say: ['翹班'], mean: ['曠工'] }];
  expect(createLexicalRetriever(texts).search('翹班', 1).hits).toEqual([]);
  expect(createLexicalRetriever(texts, { glossary }).search('翹班', 1).hits[0]?.id).toBe('rule');
});

test('parseGlossary() reads the shipped glossary, and no saying is there twice', () => {
  const file = new URL('../../../knowledge/content/glossary.yaml', import.meta.url);
  const sayings = parseGlossary(readFileSync(file, 'utf8')).flatMap((entry) => entry.say.map(normaliseQuery));
  expect(sayings.filter((saying, at) => sayings.indexOf(saying) !== at)).toEqual([]);
});

test('parseGlossary() refuses an entry without a meaning', () => {
  expect(() => parseGlossary('- { say: [a], mean: [] }')).toThrow();
});
