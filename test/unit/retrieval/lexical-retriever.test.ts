import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLexicalRetriever } from '../../../knowledge/index.ts';

const TEXTS = [
  { id: 'overtime', title: '加班費', text: '延長工作時間在二小時以內者，按平日每小時工資額加給三分之一以上。' },
  { id: 'leave', title: '特別休假', text: '勞工在同一雇主繼續工作滿一定期間者，應給予特別休假。' },
  { id: 'hours', title: '', text: '115年起，每人每年須完成 3 小時的 AI 課程，例如 AI-900 或 iPAS。' },
  { id: 'retire', title: '退休', text: '勞工年滿六十五歲者，雇主得強制其退休。' },
];
const retriever = createLexicalRetriever(TEXTS);

test.each([
  ['加班费怎么算？', '加班費怎麼算？'],
  ['劳工年满六十五岁要强制退休吗', '勞工年滿六十五歲要強制退休嗎'],
])('a Simplified question finds what the Traditional one finds: %s', (simplified, traditional) => {
  expect(retriever.search(simplified, 4)).toEqual(retriever.search(traditional, 4));
});

test.each(['民國115年的規定', '2026年的規定', '2026'])('a year is found in either calendar: %s', (query) => {
  expect(retriever.search(query, 1).hits[0]?.id).toBe('hours');
});

test.each(['ai-900', 'IPAS', 'courses 3小時'])('a name or a number is found: %s', (query) => {
  expect(retriever.search(query, 1).hits[0]?.id).toBe('hours');
});

test('the same query gives the same answer, whatever was asked between', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('特休幾天', '加班費', 'AI'), (between, query) => {
      const first = retriever.search(query, 3);
      retriever.search(between, 3);
      expect(retriever.search(query, 3)).toEqual(first);
    }),
  );
});

test('at most k hits come, best first, with a confidence from 0 to 1', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'勞工加班費退休年假AI3 ?') }),
      fc.integer({ min: 1, max: 5 }),
      (query, k) => {
        const { hits, confidence } = retriever.search(query, k);
        expect(hits.length).toBeLessThanOrEqual(k);
        expect(hits.map((hit) => hit.score)).toEqual(hits.map((hit) => hit.score).sort((one, other) => other - one));
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      },
    ),
  );
});

test('a question of another subject has less confidence than one of this', () => {
  const foreign = retriever.search('紐約證券交易所何時成立', 1).confidence;
  expect(foreign).toBeLessThan(0.2);
  expect(retriever.search('勞工年滿幾歲得強制退休', 1).confidence).toBeGreaterThan(0.8);
});

test('no texts and no words find nothing, with no confidence', () => {
  expect(createLexicalRetriever([]).search('加班費', 5)).toEqual({ hits: [], confidence: 0 });
  expect(retriever.search('', 5)).toEqual({ hits: [], confidence: 0 });
  expect(retriever.search('？！', 5)).toEqual({ hits: [], confidence: 0 });
});
