import { describe, expect, it } from 'vitest';
import { readAmount } from '../../../adapters/tables/read-amount.ts';
import { readDate } from '../../../adapters/tables/read-date.ts';
import { tablesWording } from '../../../prompts/index.ts';

const { date, hours } = tablesWording;

const dates: readonly (readonly [string, string])[] = [
  ['2026-03-05', '2026-03-05'],
  ['2026-3-5', '2026-03-05'],
  ['2026/3/5', '2026-03-05'],
  ['2026.03.05', '2026-03-05'],
  ['20260305', '2026-03-05'],
  ['2026/03/05 13:30:00', '2026-03-05'],
  ['2026/3/5 下午 01:30:00', '2026-03-05'],
  ['2026-03-05T13:30:00+08:00', '2026-03-05'],
  ['2026-03-05 13:30:00.000', '2026-03-05'],
  ['2026/03/05(四)', '2026-03-05'],
  ['2026年3月5日', '2026-03-05'],
  ['西元2026年3月5日', '2026-03-05'],
  ['115/03/05', '2026-03-05'],
  ['115.3.5', '2026-03-05'],
  ['115-03-05', '2026-03-05'],
  ['115/ 3/ 5', '2026-03-05'],
  ['099/12/31', '2010-12-31'],
  ['1150305', '2026-03-05'],
  ['0991231', '2010-12-31'],
  ['民國115年3月5日', '2026-03-05'],
  ['中華民國 115 年 03 月 05 日', '2026-03-05'],
  ['民國99年1月2日', '2010-01-02'],
  ['民國115/3/5', '2026-03-05'],
  ['115年3月5日 星期四', '2026-03-05'],
  ['１１５／０３／０５', '2026-03-05'],
  ['113/02/29', '2024-02-29'],
  ['46086', '2026-03-05'],
  ['25/12/2026', '2026-12-25'],
  ['05/05/2026', '2026-05-05'],
  ['115/03/02~115/03/05', '2026-03-05'],
  ['115/03/02 ～ 115/03/05', '2026-03-05'],
  ['2026-03-02 - 2026-03-05', '2026-03-05'],
  ['115.03.02-115.03.05', '2026-03-05'],
  ['2026/3/2至2026/3/5', '2026-03-05'],
  ['自115年3月2日起至115年3月5日止', '2026-03-05'],
  ['115/03/05 09:00~16:00', '2026-03-05'],
];

const badDates: readonly (readonly [string, string])[] = [
  ['03/05/2026', date.dayOrMonth],
  ['15/03/05', date.shortYear],
  ['99/12/31', date.shortYear],
  ['99年1月2日', date.shortYear],
  ['990102', date.shortYear],
  ['260305', date.shortYear],
  ['114/02/29', date.noSuchDay],
  ['2026-13-01', date.noSuchDay],
  ['2026-00-10', date.noSuchDay],
  ['20260230', date.noSuchDay],
  ['31/31/2026', date.noSuchDay],
  ['2026/3', date.unknown],
  ['115年3月', date.unknown],
  ['12345', date.unknown],
  ['99999', date.unknown],
  ['3', date.unknown],
  ['一一五年三月五日', date.unknown],
  ['尚未完成', date.unknown],
  ['#N/A', date.unknown],
  ['2026-03/05', date.unknown],
  ['2026-03-05T20:00:00Z', date.otherZone],
  ['115/03/02~03/05', date.spanIncomplete],
  ['115/03/02~', date.spanIncomplete],
  ['115/03/05~115/03/02', date.spanReversed],
  ['1~2~3', date.unknown],
];

const amounts: readonly (readonly [string, number])[] = [
  ['3', 3],
  ['3.0', 3],
  ['0.5', 0.5],
  ['.5', 0.5],
  ['３', 3],
  ['１．５', 1.5],
  ['3小時', 3],
  ['3 小時', 3],
  ['2.25 hrs', 2.25],
  ['1H', 1],
  ['1小時30分', 1.5],
  ['90分鐘', 1.5],
  ['1:30', 1.5],
  ['03:00:00', 3],
  ['200', 200],
];

const badAmounts: readonly (readonly [string, string])[] = [
  ['0', hours.notPositive],
  ['-3', hours.notPositive],
  ['0小時', hours.notPositive],
  ['200.01', hours.tooMany(200)],
  ['999999999', hours.tooMany(200)],
  ['0.333', hours.tooFine],
  ['50分鐘', hours.tooFine],
  ['1,200', hours.unknown],
  ['三小時', hours.unknown],
  ['3-6', hours.unknown],
  ['1e3', hours.unknown],
  ['=1+2', hours.unknown],
  ['NaN', hours.unknown],
  ['', hours.unknown],
  ['1900-01-03', hours.unknown],
];

describe('readDate()', () => {
  it.each(dates)('reads %s as %s', (text, iso) => {
    expect(readDate(text)).toEqual({ value: iso });
  });

  it.each(badDates)('refuses %s', (text, reason) => {
    expect(readDate(text)).toEqual({ reason });
  });
});

describe('readAmount()', () => {
  it.each(amounts)('reads %s as %d hours', (text, value) => {
    expect(readAmount(text)).toEqual({ value });
  });

  it.each(badAmounts)('refuses %s', (text, reason) => {
    expect(readAmount(text)).toEqual({ reason });
  });
});
