import { addDays, weekdayOf } from '../../knowledge/index.ts';
import { entryAgeYearsMax } from '../limits.ts';
import { toNumber } from './read-amount.ts';

/** A day in a text, or why it cannot be taken; `rest` is the text with a line break in its place. */
export interface Day {
  /** An ISO date that is neither in the future nor too long ago. */
  readonly day: string | 'future' | 'tooLongAgo' | 'noSuchDay';
  readonly rest: string;
}

/** Reads the first day that a text names, as people say it, against `today`; null where it names none. */
export function readDay(text: string, today: string): Day | null {
  for (const { pattern, read } of forms) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const behind = text.slice(match.index + match[0].length);
    const last = readLastDay(behind, read(match, today), today);
    const rest = `${text.slice(0, match.index)}\n${last === null ? behind : behind.slice(last.length)}`;
    return { day: last?.day ?? read(match, today), rest };
  }
  return null;
}

const toDay = /^\s*(?:[-–—~～]|到|至)\s*/;

/** 10/18-10/19, 10月18日至19日: a course of several days counts on its last one. Null where no second day follows. */
function readLastDay(behind: string, first: Day['day'], today: string) {
  const joint = toDay.exec(behind)?.[0];
  if (joint === undefined) return null;
  const tail = behind.slice(joint.length);
  const bare = /^(\d{1,2})\s*[日號]?(?![\d./月年-]|\s*個?(?:小時|鐘頭|分鐘|hr|h\b))/i.exec(tail);
  if (bare !== null && /^\d{4}/.test(first))
    return { day: dayOfMonth(first.slice(0, 7), bare[1], today), length: joint.length + bare[0].length };
  for (const { pattern, read } of forms) {
    const match = pattern.exec(tail);
    if (match?.index === 0) return { day: read(match, today), length: joint.length + match[0].length };
  }
  return null;
}

/** Whether a text names a day and nothing else. */
export function isOnlyDay(text: string, today: string): boolean {
  return readDay(text, today)?.rest.trim() === '';
}

interface Form {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray, today: string) => Day['day'];
}

const numeral = '[一二兩三四五六七八九十]{1,3}';
const monthDay = `(\\d{1,2}|${numeral})\\s*月\\s*(?:份的?)?(\\d{1,2}|${numeral})\\s*[日號]?`;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month = `(${months.join('|')})[a-z]*\\.?`;
const englishDays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** In this order: what names more comes first. */
const forms: readonly Form[] = [
  form(
    /(?:明[天日早晚]|後天|大後天|下(?:個)?(?:週|周|星期|禮拜|月)|明年|tomorrow|next (?:week|month|year))/i,
    () => 'future',
  ),
  // 民國115年11月3日, 115年11月3號, 2026年11月3日
  form(new RegExp(`(民國)?\\s*(?<![\\d.])(\\d{2,4})\\s*年(?:度)?\\s*${monthDay}`), ([, republic, year, m, d], today) =>
    fullDate(yearOf(year, republic), m, d, today),
  ),
  // 民國一百一十五年十月一日, 二〇二六年十月一日
  form(
    new RegExp(`(民國)?\\s*([一二三四五六七八九十百零〇○]{2,6})\\s*年(?:度)?\\s*${monthDay}`),
    ([, republic, year, m, d], today) => fullDate(yearOf(String(yearInWords(year ?? '')), republic), m, d, today),
  ),
  form(new RegExp(`(去年|前年|今年)的?\\s*${monthDay}`), ([, year, m, d], today) =>
    fullDate(Number(today.slice(0, 4)) - ['今年', '去年', '前年'].indexOf(year ?? ''), m, d, today),
  ),
  // 2026-11-03, 2026/11/3, 115/11/3, 115.11.03
  form(
    /(民國)?(?<![\d.])(\d{3,4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})(?![\d.])/,
    ([, republic, year, m, d], today) => fullDate(yearOf(year, republic), m, d, today),
  ),
  // 1151103, 20261103
  form(/(?<!\d)(1\d\d|20\d\d)(0[1-9]|1[0-2])([0-3]\d)(?!\d)/, ([, year, m, d], today) =>
    fullDate(yearOf(year, undefined), m, d, today),
  ),
  form(new RegExp(monthDay), ([, m, d], today) => dateWithoutYear(m, d, today)),
  form(new RegExp(`\\b${month} (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?\\b`, 'i'), ([, m, d, year], today) =>
    englishDate(m, d, year, today),
  ),
  form(
    new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${month}(?:,? (\\d{4}))?(?![a-z])`, 'i'),
    ([, d, m, year], today) => englishDate(m, d, year, today),
  ),
  // 11/3, 11-3; not 1/2小時, and not a range of hours
  form(
    /(?<![\d./-])(1[0-2]|0?[1-9])\s*[/]\s*(3[01]|[12]\d|0?[1-9])(?![\d./]|\s*個?(?:小時|hr|h\b))/i,
    ([, m, d], today) => dateWithoutYear(m, d, today),
  ),
  form(/(?<![\d./-])(1[0-2]|0?[1-9])-(3[01]|[12]\d|0?[1-9])(?![\d./-]|\s*個?(?:小時|hr|h\b))/i, ([, m, d], today) =>
    dateWithoutYear(m, d, today),
  ),
  form(new RegExp(`上(?:個)?月的?\\s*(\\d{1,2}|${numeral})\\s*[日號]`), ([, d], today) =>
    dayOfMonth(addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7), d, today),
  ),
  form(new RegExp(`(?:這(?:個)?月|本月|當月)的?\\s*(\\d{1,2}|${numeral})\\s*[日號]`), ([, d], today) =>
    dayOfMonth(today.slice(0, 7), d, today),
  ),
  form(/大前[天日]/, (_, today) => addDays(today, -3)),
  form(/前[天日]|the day before yesterday/i, (_, today) => addDays(today, -2)),
  form(/昨[天日晚]|昨(?=上|下|去|完|參)|yesterday/i, (_, today) => addDays(today, -1)),
  form(
    /今[天日早晚]|剛剛|剛才|剛(?=[上修聽看讀學]完|完成|參加完|結訓)|today|just now|this (?:morning|afternoon)/i,
    (_, today) => today,
  ),
  form(new RegExp(`(\\d{1,3}|${numeral})\\s*(天|日|(?:個)?(?:週|周|星期|禮拜))(?:以)?前`), ([, count, unit], today) =>
    plausible(addDays(today, -toNumber(count ?? '') * (/[天日]/.test(unit ?? '') ? 1 : 7)), today),
  ),
  form(/\b(\d{1,3}) (day|week)s? ago\b/i, ([, count, unit], today) =>
    plausible(addDays(today, -Number(count) * (unit?.toLowerCase() === 'day' ? 1 : 7)), today),
  ),
  // 上週五, 上上星期二, 這週三, 週三
  form(/(上上|上|這|本)?(?:個)?(?:週|周|星期|禮拜)([一二三四五六日天])/, ([, which, day], today) =>
    weekday(which, '日一二三四五六'.indexOf(day === '天' ? '日' : (day ?? '')), today),
  ),
  form(
    new RegExp(`\\b(last |this )?(${englishDays.join('|')})(?:day|sday|nesday|rsday|urday)\\b`, 'i'),
    ([, which, day], today) =>
      weekday(
        which?.trim().toLowerCase() === 'last' ? '上' : undefined,
        englishDays.indexOf((day ?? '').toLowerCase()),
        today,
      ),
  ),
  // 3號: the last one that was
  form(/(?<![\d第/-])(\d{1,2})\s*[號日](?![\d])/, ([, d], today) => {
    const inThisMonth = dayOfMonth(today.slice(0, 7), d, today);
    return inThisMonth === 'future'
      ? dayOfMonth(addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7), d, today)
      : inThisMonth;
  }),
];

function form(pattern: RegExp, read: Form['read']): Form {
  return { pattern, read };
}

/** 115 is a year of the Republic, 2026 a common one; two digits only behind 民國. */
function yearOf(written: string | undefined, republic: string | undefined): number {
  const year = Number(written);
  return republic !== undefined || year < 1000 ? year + 1911 : year;
}

/** 一百一十五 and 一一五 are both 115, 二〇二六 is 2026. */
function yearInWords(written: string): number {
  if (/[十百]/.test(written)) return toNumber(written);
  return Number([...written.replace(/[零○]/g, '〇')].map((one) => '〇一二三四五六七八九'.indexOf(one)).join(''));
}

function fullDate(year: number, month: string | undefined, day: string | undefined, today: string): Day['day'] {
  const [m, d] = [toNumber(month ?? ''), toNumber(day ?? '')];
  const last = m >= 1 && m <= 12 ? new Date(Date.UTC(year, m, 0)).getUTCDate() : 0;
  if (!(d >= 1 && d <= last) || year < 1000 || year > 9999) return 'noSuchDay';
  return plausible(`${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`, today);
}

function plausible(day: string, today: string): Day['day'] {
  if (day > today) return 'future';
  return Number(today.slice(0, 4)) - Number(day.slice(0, 4)) > entryAgeYearsMax ? 'tooLongAgo' : day;
}

/** Where the day is still to come, and was not long ago last year, last year's is meant: 12/30, said in January. */
function dateWithoutYear(month: string | undefined, day: string | undefined, today: string): Day['day'] {
  const year = Number(today.slice(0, 4));
  const thisYear = fullDate(year, month, day, today);
  if (thisYear !== 'future') return thisYear;
  const lastYear = fullDate(year - 1, month, day, today);
  return lastYear >= addDays(today, -lastYearDays) && lastYear < today ? lastYear : 'future';
}

const lastYearDays = 120;

function dayOfMonth(yearAndMonth: string, day: string | undefined, today: string): Day['day'] {
  const [year, month] = yearAndMonth.split('-');
  return fullDate(Number(year), month, day, today);
}

function englishDate(
  name: string | undefined,
  day: string | undefined,
  year: string | undefined,
  today: string,
): Day['day'] {
  const month = String(months.indexOf((name ?? '').toLowerCase().slice(0, 3)) + 1);
  return year === undefined ? dateWithoutYear(month, day, today) : fullDate(Number(year), month, day, today);
}

/** 上週五 lies in the week before, weeks begin on Monday; 週五 alone is the last one that was. */
function weekday(which: string | undefined, wanted: number, today: string): Day['day'] {
  const place = (day: number): number => (day + 6) % 7;
  const monday = addDays(today, -place(weekdayOf(today)));
  const inThisWeek = addDays(monday, place(wanted));
  if (which === '上') return addDays(inThisWeek, -7);
  if (which === '上上') return addDays(inThisWeek, -14);
  if (which === undefined && inThisWeek > today) return addDays(inThisWeek, -7);
  return plausible(inThisWeek, today);
}
