import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../adapters/content.ts';
import { addDays, addMonths, daysBetween, isoDay, weekdayOf } from '../../knowledge/iso-day.ts';
import {
  addOfficeDays,
  countDaysOff,
  isOfficeDay,
  nextOfficeDay,
  officeDaysBetween,
  withExtraHolidays,
  yearsKnown,
} from '../../knowledge/office-calendar.ts';
import { parseOfficeCalendar } from '../../knowledge/parse-office-calendar.ts';

/** The published 行政機關辦公日曆表, and counting in office days. */

const { officeCalendar: calendar } = loadKnowledge();

/** The days off from Monday to Friday, typed from the circulars: not read from the file that is tested. */
const weekdaysOff: Readonly<Record<number, string>> = {
  2025: '1/1 1/27 1/28 1/29 1/30 1/31 2/28 4/3 4/4 5/30 9/29 10/6 10/10 10/24 12/25',
  2026: '1/1 2/16 2/17 2/18 2/19 2/20 2/27 4/3 4/6 5/1 6/19 9/25 9/28 10/9 10/26 12/25',
  2027: '1/1 2/4 2/5 2/8 2/9 2/10 3/1 4/5 4/6 4/30 6/9 9/15 9/28 10/11 10/25 12/24 12/31',
};
const totals: Readonly<Record<number, number>> = { 2025: 118, 2026: 120, 2027: 121 };

describe('the office calendar', () => {
  it('knows the years that were published, and no other', () => {
    expect(yearsKnown(calendar)).toEqual([2025, 2026, 2027]);
  });

  for (const [year, listed] of Object.entries(weekdaysOff))
    it(`has the days off of ${year}`, () => {
      const days = listed
        .split(' ')
        .map((day) => isoDay(Number(year), ...(day.split('/').map(Number) as [number, number])));
      const found = [...calendar.holidays.keys()].filter((day) => day.startsWith(year));
      expect(found).toEqual(days);
      expect(countDaysOff(calendar, Number(year))).toBe(totals[Number(year)]);
      for (const day of found) expect(isOfficeDay(calendar, day), day).toBe(false);
    });

  it('has one make-up workday, a Saturday', () => {
    expect([...calendar.workdays.keys()]).toEqual(['2025-02-08']);
    expect(weekdayOf('2025-02-08')).toBe(6);
    expect(isOfficeDay(calendar, '2025-02-08')).toBe(true);
  });

  it('counts Monday to Friday in a year that is not published', () => {
    expect(isOfficeDay(calendar, '2031-01-01')).toBe(true);
    expect(isOfficeDay(calendar, '2031-01-04')).toBe(false);
  });

  it('takes the days that an agency adds, and leaves the shipped ones alone', () => {
    const typhoon = withExtraHolidays(calendar, ['2026-08-05']);
    expect([isOfficeDay(calendar, '2026-08-05'), isOfficeDay(typhoon, '2026-08-05')]).toEqual([true, false]);
    expect(nextOfficeDay(typhoon, '2026-08-05')).toBe('2026-08-06');
  });

  it('passes over 9 days of 春節', () => {
    expect(nextOfficeDay(calendar, '2026-02-14')).toBe('2026-02-23');
    expect(addOfficeDays(calendar, '2026-02-13', 1)).toBe('2026-02-23');
    expect(officeDaysBetween(calendar, '2026-02-13', '2026-02-23')).toBe(1);
  });
});

describe('counting in office days', () => {
  const day = fc.integer({ min: 0, max: 1_400 }).map((days) => addDays('2024-12-01', days));

  it('agrees with a walk from day to day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 60 }), (from, count) => {
        const reached = addOfficeDays(calendar, from, count);
        let walked = from;
        let left = count;
        while (left > 0 || !isOfficeDay(calendar, walked)) {
          walked = addDays(walked, 1);
          if (isOfficeDay(calendar, walked)) left -= 1;
        }
        expect(reached).toBe(walked);
        expect(officeDaysBetween(calendar, from, reached)).toBe(count === 0 && reached !== from ? 1 : count);
      }),
    );
  });

  it('keeps to the calendar of months and years', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
    expect(isoDay(2026, 2, 30)).toBeNull();
    expect(isoDay(2026, 13, 1)).toBeNull();
    fc.assert(
      fc.property(day, fc.integer({ min: -900, max: 900 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
  });
});

describe('parseOfficeCalendar()', () => {
  const file = (holidays: string, workdays = '', daysOff = 106): string =>
    `years: [{ year: 2026, title: x, source: x, daysOff: ${daysOff}, holidays: [${holidays}], workdays: [${workdays}] }]`;
  const two = '{ day: 2026-01-01, name: a }, { day: 2026-02-16, name: b }';

  it('reads a year', () => {
    expect(parseOfficeCalendar(file(two)).holidays.size).toBe(2);
  });

  for (const [wrong, text, message] of [
    ['a total that is not so', file(two, '', 107), '106 days off are listed, 107'],
    ['a holiday on a Saturday', file('{ day: 2026-01-03, name: a }'), 'weekend'],
    ['a make-up workday on a Monday', file(two, '{ day: 2026-01-05, name: a }'), 'no weekend'],
    ['a day of another year', file('{ day: 2027-01-01, name: a }'), 'another year'],
    ['a day that stands twice', file('{ day: 2026-01-01, name: a }, { day: 2026-01-01, name: b }'), 'twice'],
    ['a day that does not exist', file('{ day: 2026-02-30, name: a }'), 'day'],
  ] as const)
    it(`refuses ${wrong}`, () => {
      expect(() => parseOfficeCalendar(text)).toThrow(message);
    });
});
