import { addDays, addMonths, daysBetween, isoDay, normaliseQuery, weekdayOf, yearOf } from '../../knowledge/index.ts';

/** A day that a message names, past or to come, ISO date; or the words for a day that does not exist (2月30日). */
export type StartDayRead =
  | { readonly type: 'day'; readonly day: string; readonly written: string }
  | { readonly type: 'noSuchDay'; readonly written: string };

/**
 * The first day that a message in Chinese or English names: 11/3, 11月3日, 115年11月3日, 1151103, 十一月三日, 今天, 下週一, 下個月1號,
 * Nov 3, next Monday. Without a year the nearest one counts. `today` is an ISO date. Null where no day is named.
 */
export function readStartDay(text: string, today: string): StartDayRead | null {
  const plain = normaliseQuery(text);
  for (const { pattern, day } of forms) {
    const match = pattern.exec(plain);
    if (match === null) continue;
    const found = day(match, today);
    const written = match[0].trim();
    return found === null ? { type: 'noSuchDay', written } : { type: 'day', day: found, written };
  }
  return null;
}

interface Form {
  readonly pattern: RegExp;
  /** Null where there is no such day. */
  readonly day: (match: RegExpExecArray, today: string) => string | null;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthName = '(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const number = '(\\d{1,2}|[一二三四五六七八九十]{1,3})';

/** In this order: a longer form before the ones that are part of it. */
const forms: readonly Form[] = [
  {
    pattern: /(?<!\d)(20\d\d|1[0-4]\d) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2})(?!\d) ?[日號]?/,
    day: ([, year, month, day]) => isoDay(commonYear(year), Number(month), Number(day)),
  },
  {
    pattern: /(?<!\d)(20\d\d|1[0-4]\d)([01]\d)([0-3]\d)(?!\d)/,
    day: ([, year, month, day]) => isoDay(commonYear(year), Number(month), Number(day)),
  },
  {
    pattern: new RegExp(`(明年|今年|去年)?(?<![\\d/])${number} ?月 ?${number} ?[日號]?`),
    day: ([, year, month, day], today) => {
      const offset = year === undefined ? null : { 明年: 1, 今年: 0, 去年: -1 }[year];
      return offset === null || offset === undefined
        ? nearest(toNumber(month), toNumber(day), today)
        : isoDay(yearOf(today) + offset, toNumber(month), toNumber(day));
    },
  },
  {
    pattern: /(?<![\d/.-])(\d{1,2})[/](\d{1,2})(?![\d/])/,
    day: ([, month, day], today) => nearest(Number(month), Number(day), today),
  },
  {
    pattern: new RegExp(`\\b${monthName} (\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (20\\d\\d))?`),
    day: ([, month, day, year], today) => inEnglish(month, day, year, today),
  },
  {
    pattern: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${monthName}\\b(?:,? (20\\d\\d))?`),
    day: ([, day, month, year], today) => inEnglish(month, day, year, today),
  },
  {
    pattern: new RegExp(`(這個?月|本月|下下個?月|下個?月|上個?月)的? ?${number} ?[日號]`),
    day: ([, month, day], today) => {
      const first = addMonths(
        `${today.slice(0, 7)}-01`,
        month?.startsWith('下下') ? 2 : month?.startsWith('下') ? 1 : month?.startsWith('上') ? -1 : 0,
      );
      return isoDay(yearOf(first), Number(first.slice(5, 7)), toNumber(day));
    },
  },
  {
    pattern: /(下下|下|這|本|上)?個?(?:週|周|禮拜|星期)([一二三四五六日天])/,
    day: ([, week, weekday], today) => {
      const monday = addDays(today, -((weekdayOf(today) + 6) % 7));
      const offset = week === '下下' ? 14 : week === '下' ? 7 : week === '上' ? -7 : 0;
      return addDays(monday, offset + '一二三四五六日'.indexOf(weekday?.replace('天', '日') ?? '日'));
    },
  },
  {
    pattern: /\b(next|this|last) (sun|mon|tue|wed|thu|fri|sat)[a-z]*\b/,
    day: ([, week, weekday], today) => {
      const monday = addDays(today, -((weekdayOf(today) + 6) % 7));
      const offset = week === 'next' ? 7 : week === 'last' ? -7 : 0;
      return addDays(monday, offset + ((weekdays.indexOf(weekday ?? 'mon') + 6) % 7));
    },
  },
  {
    pattern: /(?<![\d月/])(\d{1,2}) ?[號](?!碼|線|樓|題)/,
    day: ([, day], today) => nearestMonth(Number(day), today),
  },
  ...(
    [
      [/大前天/, -3],
      [/前天|day before yesterday/, -2],
      [/昨天|昨日|\byesterday\b/, -1],
      [/大[後后]天/, 3],
      [/[後后]天|day after tomorrow/, 2],
      [/明天|明日|\btomorrow\b/, 1],
      [/今天|今日|今早|剛剛|\btoday\b/, 0],
    ] as const
  ).map(([pattern, days]): Form => ({ pattern, day: (_, today) => addDays(today, days) })),
];

function commonYear(year: string | undefined): number {
  return Number(year) < 1000 ? Number(year) + 1911 : Number(year);
}

function inEnglish(
  month: string | undefined,
  day: string | undefined,
  year: string | undefined,
  today: string,
): string | null {
  const at = months.indexOf(month?.slice(0, 3) ?? '') + 1;
  return year === undefined ? nearest(at, Number(day), today) : isoDay(Number(year), at, Number(day));
}

/** The day of this, the last or the next year that is nearest to today. */
function nearest(month: number, day: number, today: string): string | null {
  return closest(
    [-1, 0, 1].map((offset) => isoDay(yearOf(today) + offset, month, day)),
    today,
  );
}

/** The day of this, the last or the next month that is nearest to today. */
function nearestMonth(day: number, today: string): string | null {
  const first = `${today.slice(0, 7)}-01`;
  return closest(
    [-1, 0, 1].map((offset) => {
      const month = addMonths(first, offset);
      return isoDay(yearOf(month), Number(month.slice(5, 7)), day);
    }),
    today,
  );
}

function closest(days: readonly (string | null)[], today: string): string | null {
  const distance = (day: string): number => Math.abs(daysBetween(today, day));
  return days
    .filter((day) => day !== null)
    .reduce<string | null>((best, day) => (best === null || distance(day) < distance(best) ? day : best), null);
}

const digits = '一二三四五六七八九';

/** `十一` → 11; digits as they are. */
function toNumber(text: string | undefined): number {
  if (text === undefined || /^\d/.test(text)) return Number(text);
  if (!text.includes('十')) return digits.indexOf(text) + 1;
  const [tens = '', ones = ''] = text.split('十');
  return (tens === '' ? 1 : digits.indexOf(tens) + 1) * 10 + (ones === '' ? 0 : digits.indexOf(ones) + 1);
}
