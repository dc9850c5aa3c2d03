import { z } from 'zod';
import { weekdayOf, yearOf } from './iso-day.ts';
import { countDaysOff, type OfficeCalendar } from './office-calendar.ts';
import { readYaml } from './read-yaml.ts';

const words = z.string().trim().min(1);
const named = z.strictObject({ day: z.iso.date(), name: words });

const calendarFile = z.strictObject({
  years: z
    .array(
      z.strictObject({
        year: z.int().min(2020).max(2100),
        title: words,
        source: words,
        daysOff: z.int().min(100).max(180),
        holidays: z.array(named).min(1),
        workdays: z.array(named),
      }),
    )
    .min(1),
});

/**
 * Reads `content/office-calendar.yaml`. Throws a `ZodError` or YAML error that names the place, or an `Error` that names the day
 * which stands in the wrong year or list, or the year whose days off are not as many as published.
 */
export function parseOfficeCalendar(text: string): OfficeCalendar {
  const { years } = calendarFile.parse(readYaml(text));
  const holidays = new Map<string, string>();
  const workdays = new Map<string, string>();
  for (const { year, ...lists } of years)
    for (const [list, days, wrong] of [
      ['holidays', holidays, [0, 6]],
      ['workdays', workdays, [1, 2, 3, 4, 5]],
    ] as const)
      for (const { day, name } of lists[list]) {
        if (yearOf(day) !== year) throw new Error(`${year} ${list}: ${day} is of another year`);
        if (wrong.some((weekday) => weekday === weekdayOf(day)))
          throw new Error(`${year} ${list}: ${day} is ${list === 'holidays' ? 'a weekend' : 'no weekend'} anyway`);
        if (days.has(day)) throw new Error(`${year} ${list}: ${day} stands twice`);
        days.set(day, name);
      }
  const calendar: OfficeCalendar = {
    years: years
      .map(({ year, title, source, daysOff }) => ({ year, title, source, daysOff }))
      .sort((one, other) => one.year - other.year),
    holidays,
    workdays,
  };
  calendar.years.forEach(({ year, daysOff }, at) => {
    if (calendar.years[at + 1]?.year === year) throw new Error(`the year ${year} stands twice`);
    const count = countDaysOff(calendar, year);
    if (count !== daysOff) throw new Error(`${year}: ${count} days off are listed, ${daysOff} were published`);
  });
  return calendar;
}
