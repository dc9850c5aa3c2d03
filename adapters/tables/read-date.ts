import { tablesWording } from '../../prompts/index.ts';
import { type Reading, read, refuse } from './reading.ts';

const wording = tablesWording.date;
/** Excel's serial numbers of 1990-01-01 and 2099-12-31; other five digits are no date. */
const serials = { first: 32_874, last: 73_050 };
/** The day 0 of Excel's serial numbers from March 1900 on. */
const serialEpoch = Date.UTC(1899, 11, 30);
const dayMs = 24 * 60 * 60_000;
/** The year before the first year of the Republic. */
const republicOffset = 1911;

/**
 * Reads a date as civil servants and their systems write it: 2026-03-05, 2026/3/5, 20260305, 115/03/05, 115.3.5, 1150305,
 * 民國115年3月5日, an Excel serial number, with or without a time and a weekday; of a span (115/03/02~115/03/05) its end. What can
 * be read in two ways is refused, never guessed.
 */
export function readDate(text: string): Reading<string> {
  const plain = text
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .replace(/\((?:週|周|星期)?[一二三四五六日]\)|(?:週|星期)[一二三四五六日天]/g, '')
    .trim();
  const [first = '', last, ...more] = plain.split(spanSigns);
  if (last === undefined) return readDay(plain);
  if (more.length > 0) return refuse(wording.unknown);
  // From nine to four of one day.
  return /^\d{1,2}:\d\d$/.test(last.trim()) ? readDay(first) : readSpan(first, last);
}

function readSpan(first: string, last: string): Reading<string> {
  const [from, to] = [first.replace(/^自|起$/g, ''), last.replace(/止$/, '')].map((side) => readDay(side.trim()));
  if (from === undefined || to === undefined || 'reason' in from || 'reason' in to)
    return refuse(wording.spanIncomplete);
  return from.value <= to.value ? to : refuse(wording.spanReversed);
}

function readDay(text: string): Reading<string> {
  const time = timeOfDay.exec(text);
  const zone = time?.groups?.['zone'] ?? '';
  if (zone !== '' && !/^\+08:?00$/.test(zone)) return refuse(wording.otherZone);
  const day = time === null ? text : text.slice(0, time.index).trim();
  if (/^\d+$/.test(day)) return readDigits(day);
  const chinese = /^(中華民國|民國|西元)?\s*(\d{1,4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*(?:日|號)?$/.exec(day);
  if (chinese !== null) return readParts(chinese[2] ?? '', chinese[3] ?? '', chinese[4] ?? '', chinese[1] ?? '');
  const separated = /^(中華民國|民國|西元)?\s*(\d{1,4})\s?([-/.])\s?(\d{1,2})\s?\3\s?(\d{1,4})$/.exec(day);
  if (separated === null) return refuse(wording.unknown);
  const [, era = '', one = '', , two = '', three = ''] = separated;
  return three.length > 2 ? readYearLast(one, two, three) : readParts(one, two, three, era);
}

/** A year of four digits is of the common era, of three of the Republic; two digits can be either unless the era is written. */
function readParts(year: string, month: string, day: string, era: string): Reading<string> {
  if (era.endsWith('民國')) return toDate(Number(year) + republicOffset, Number(month), Number(day));
  if (year.length === 4) return toDate(Number(year), Number(month), Number(day));
  return year.length === 3 && era === ''
    ? toDate(Number(year) + republicOffset, Number(month), Number(day))
    : refuse(wording.shortYear);
}

/** 13/05/2026 can only be a day in May; 03/05/2026 is one in May or one in March. */
function readYearLast(one: string, two: string, year: string): Reading<string> {
  if (year.length !== 4) return refuse(wording.unknown);
  const readings = [toDate(Number(year), Number(one), Number(two)), toDate(Number(year), Number(two), Number(one))];
  const dates = [...new Set(readings.flatMap((reading) => ('value' in reading ? [reading.value] : [])))];
  const [only] = dates;
  if (only === undefined) return refuse(wording.noSuchDay);
  return dates.length === 1 ? read(only) : refuse(wording.dayOrMonth);
}

function readDigits(digits: string): Reading<string> {
  const cut = (yearDigits: number): Reading<string> =>
    readParts(digits.slice(0, yearDigits), digits.slice(yearDigits, -2), digits.slice(-2), '');
  if (digits.length === 8) return cut(4);
  if (digits.length === 7) return cut(3);
  if (digits.length === 6) return refuse(wording.shortYear);
  const serial = Number(digits);
  if (digits.length !== 5 || serial < serials.first || serial > serials.last) return refuse(wording.unknown);
  return read(isoOf(serialEpoch + serial * dayMs));
}

function toDate(year: number, month: number, day: number): Reading<string> {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? read(isoOf(time)) : refuse(wording.noSuchDay);
}

function isoOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

const timeOfDay =
  /(?:T| )\s*(?:上午|下午|[AP]M)?\s*\d{1,2}(?::\d{1,2}){1,2}(?:\.\d+)?\s*(?:[AP]M)?(?<zone>Z|[+-]\d\d:?\d\d)?$| \d{1,2}時(?:\d{1,2}分)?(?:\d{1,2}秒)?$/i;
/** What stands between the two days of a span; a hyphen only where the days are not written with hyphens themselves. */
const spanSigns = /\s*[~至迄到—–]\s*|\s+-\s+|(?<=^[^-]*[/.年][^-]*)-(?=[^-]*$)/;
