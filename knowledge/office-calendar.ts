import { addDays, weekdayOf, yearOf } from './iso-day.ts';

/**
 * On which days offices work: the published 行政機關辦公日曆表 of some years. Days are ISO dates in Taipei. A year that is not
 * published counts Monday to Friday, and `yearsKnown()` does not name it, so that an operator can be told.
 */
export interface OfficeCalendar {
  /** In order. */
  readonly years: readonly OfficeYear[];
  /** Names by day, Monday to Friday; with the days that an agency added. */
  readonly holidays: ReadonlyMap<string, string>;
  /** 補行上班日: Saturdays or Sundays that are worked, names by day. */
  readonly workdays: ReadonlyMap<string, string>;
}

/** One year that was published, and where. */
export interface OfficeYear {
  readonly year: number;
  readonly title: string;
  readonly source: string;
  /** All days off of the year, weekends included, as published. */
  readonly daysOff: number;
}

/** Whether offices work on the day. */
export function isOfficeDay({ holidays, workdays }: OfficeCalendar, day: string): boolean {
  if (holidays.has(day)) return false;
  const weekday = weekdayOf(day);
  return workdays.has(day) || (weekday !== 0 && weekday !== 6);
}

/** The day itself where it is an office day, else the first one after it. */
export function nextOfficeDay(calendar: OfficeCalendar, day: string): string {
  let next = day;
  for (let days = 0; days < scanDaysMax && !isOfficeDay(calendar, next); days += 1) next = addDays(next, 1);
  return next;
}

/** The office day that is so many office days after the day; for 0 as `nextOfficeDay()`. `officeDays` is 0 or more. */
export function addOfficeDays(calendar: OfficeCalendar, day: string, officeDays: number): string {
  let next = officeDays === 0 ? nextOfficeDay(calendar, day) : day;
  for (let left = officeDays; left > 0; left -= 1) next = nextOfficeDay(calendar, addDays(next, 1));
  return next;
}

/** How many office days lie after `from`, up to and with `to`; 0 where `to` is not later. */
export function officeDaysBetween(calendar: OfficeCalendar, from: string, to: string): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isOfficeDay(calendar, day)) count += 1;
  return count;
}

/** The years whose calendar is known, in order; of all others only the weekends are. */
export function yearsKnown({ years }: OfficeCalendar): readonly number[] {
  return years.map(({ year }) => year);
}

/** The calendar of an agency that is closed on some more days, such as a 停班 for a typhoon. */
export function withExtraHolidays(calendar: OfficeCalendar, days: readonly string[]): OfficeCalendar {
  if (days.length === 0) return calendar;
  return { ...calendar, holidays: new Map([...calendar.holidays, ...days.map((day) => [day, ''] as const)]) };
}

/** All days off of a year, weekends included. */
export function countDaysOff(calendar: OfficeCalendar, year: number): number {
  let count = 0;
  for (let day = `${year}-01-01`; yearOf(day) === year; day = addDays(day, 1))
    if (!isOfficeDay(calendar, day)) count += 1;
  return count;
}

/** No office is closed for so many days in a row; a setting that says so is not followed further. */
const scanDaysMax = 400;
