import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAmount, readBareAmount } from '../../../bot/learning/read-amount.ts';
import { hoursPerEntryMax } from '../../../bot/limits.ts';

/** How people write hours; the text is NFKC already. */
const amounts: readonly (readonly [string, ReturnType<typeof readBareAmount>])[] = [
  ['3小時', 3],
  ['3 小時', 3],
  ['3個小時', 3],
  ['2.5小時', 2.5],
  ['2.5hr', 2.5],
  ['2.5 hrs', 2.5],
  ['2h', 2],
  ['2H', 2],
  ['6hr', 6],
  ['1 hour', 1],
  ['3 hours', 3],
  ['三小時', 3],
  ['兩小時', 2],
  ['二小時', 2],
  ['兩個小時', 2],
  ['十小時', 10],
  ['十二小時', 12],
  ['二十小時', 20],
  ['三十六小時', 36],
  ['一百小時', 100],
  ['半小時', 0.5],
  ['半個小時', 0.5],
  ['一個半小時', 1.5],
  ['1個半小時', 1.5],
  ['兩個半小時', 2.5],
  ['2小時半', 2.5],
  ['三點五小時', 3.5],
  ['二點二五小時', 2.25],
  ['三個鐘頭', 3],
  ['一個半鐘頭', 1.5],
  ['90分鐘', 1.5],
  ['90分', 1.5],
  ['九十分鐘', 1.5],
  ['30分鐘', 0.5],
  ['20分鐘', 0.33],
  ['100分鐘', 1.67],
  ['45 min', 0.75],
  ['90 minutes', 1.5],
  ['1小時30分', 1.5],
  ['1小時30分鐘', 1.5],
  ['1 小時 又 15 分鐘', 1.25],
  ['一小時二十分', 1.33],
  ['0.5小時', 0.5],
  ['0.25小時', 0.25],
  ['AI倫理3小時', 3],
  ['AI倫理 3小時 昨天上的', 3],
  ['AI基礎 - 2小時', 2],
  ['共6小時', 6],
  ['約2小時', 2],
  ['Office 365 2小時', 2],
  ['100小時', 100],
  ['101小時', 'tooMany'],
  ['99999小時', 'tooMany'],
  ['9e99小時', 'unclear'],
  ['0小時', 'notPositive'],
  ['-3小時', 'notPositive'],
  ['AI倫理 -3小時', 'notPositive'],
  ['負3小時', 'notPositive'],
  ['2~3小時', 'unclear'],
  ['2-3小時', 'unclear'],
  ['2至3小時', 'unclear'],
  ['1/2小時', 'unclear'],
  ['上午3小時下午3小時', 'unclear'],
  ['0.001小時', 'notPositive'],
];

const nothing = [
  'NaN小時',
  '小時',
  '幾小時',
  'AI倫理',
  '上午9:30',
  '11月3日',
  '第3期',
  '3',
  '多小時',
  '時數',
  '三',
  '30分之一',
  'AI-900',
];

const bare: readonly (readonly [string, ReturnType<typeof readBareAmount>])[] = [
  ['3', 3],
  ['2.5', 2.5],
  ['三', 3],
  ['大概2', 2],
  ['2個吧', 2],
  ['十二', 12],
  ['0', 'notPositive'],
  ['-3', 'notPositive'],
  ['500', 'tooMany'],
  ['NaN', null],
  ['Infinity', null],
  ['昨天', null],
  ['11/3', null],
  ['', null],
];

describe('readAmount()', () => {
  for (const [text, hours] of amounts) it(`reads 「${text}」`, () => expect(readAmount(text)?.hours).toBe(hours));
  for (const text of nothing) it(`reads nothing in 「${text}」`, () => expect(readAmount(text)).toBeNull());
  for (const [text, hours] of bare)
    it(`takes 「${text}」 as an answer`, () => expect(readBareAmount(text)).toBe(hours));

  it('never takes an amount out of bounds, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.double().map((value) => `${value}小時`),
        ),
        (text) => {
          for (const hours of [readAmount(text)?.hours, readBareAmount(text)])
            if (typeof hours === 'number') expect(hours > 0 && hours <= hoursPerEntryMax).toBe(true);
        },
      ),
    );
  });
});
