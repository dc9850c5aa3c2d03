import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createUnitList, unitsToString } from '../../../knowledge/fold.ts';
import { appendNormalised, normaliseQuery, normaliseText } from '../../../knowledge/normalise.ts';

/** Text as people and files have it: any characters, and often those that the rules are about. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'民國中華年學１１５115２026 \t\n　臺台后里干费请ＡaﬁéİⅣ⑩가ㄅ'), maxLength: 30 }),
);

test('normaliseText() twice is normaliseText() once', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(normaliseText(normaliseText(text))).toBe(normaliseText(text));
    }),
  );
});

test('normaliseQuery() twice is normaliseQuery() once', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(normaliseQuery(normaliseQuery(text))).toBe(normaliseQuery(text));
    }),
  );
});

test('appendNormalised() writes the units of normaliseText()', () => {
  fc.assert(
    fc.property(anyText, anyText, (before, text) => {
      const list = createUnitList();
      appendNormalised(before, list);
      const start = list.length;
      appendNormalised(text, list);
      const appended = { units: list.units.subarray(start), length: list.length - start };
      expect(unitsToString(appended)).toBe(normaliseText(text));
    }),
  );
});

test.each([
  ['臺北市ＡＩ人才　課程', '台北市ai人才 課程'],
  ['公佈、週休、爲了、羣組', '公布、周休、為了、群組'],
  ['ﬁne Ⅳ', 'fine iv'],
])('normaliseText() gives %s one spelling', (text, expected) => {
  expect(normaliseText(text)).toBe(expected);
});

test.each(['民國115年', '115年', '2026年', '中華民國１１５年', '民國 115 年', '２０２６年'])(
  '%s is the year 2026',
  (text) => {
    expect(normaliseText(text)).toBe('2026年');
  },
);

test.each(['115歲', '第115條', '西元115年', '公元 115年', '0115年', '1150年', '15年', '3小時', '前120年'])(
  '%s is not a year of the Republic',
  (text) => {
    expect(normaliseText(text)).toBe(text);
  },
);

test.each([
  ['请问加班费怎么算？', '請問加班費怎麼算?'],
  ['头发、发展、皇后、以后、公里、里面', '頭髮、發展、皇后、以後、公里、裡面'],
  ['干部干涉干燥', '干部干涉干燥'],
  ['台风影响台北', '颱風影響台北'],
])('normaliseQuery() reads Simplified %s', (simplified, traditional) => {
  expect(normaliseQuery(simplified)).toBe(traditional);
});

test.each(['皇后的公里數', '干擾與若干', '后里區的岩石', '台灣征收'])(
  'normaliseQuery() leaves Traditional %s alone',
  (text) => {
    expect(normaliseQuery(text)).toBe(text);
  },
);
