import { hoursPerDayMax, hoursPerEntryMax } from '../limits.ts';
import type { Doubt } from './dialogue.ts';
import { roundHours } from './totals.ts';

/** Hours in a text: how many, or why they cannot be taken; `rest` is the text with a line break in their place. */
export interface Amount {
  readonly hours: number | 'tooMany' | 'notPositive' | 'unclear' | 'wholeDays';
  readonly rest: string;
  /** Where the amount stands in the text. */
  readonly start: number;
  readonly end: number;
  readonly doubt: Doubt | null;
}

const number = '(?:\\d{1,12}(?:\\.\\d{1,12})?|[零〇一二兩三四五六七八九十百]{1,8}(?:點[零〇一二三四五六七八九]+)?)';
const hourUnit = '(?:小時|鐘頭|鐘點|hours?\\b|hrs?\\b|h\\b|H\\b)';
const minuteUnit = '(?:分鐘|分(?!之|[類數享組區別])|minutes?\\b|mins?\\b)';
const spoken = new RegExp(
  [
    `(${number})\\s*個?半\\s*個?${hourUnit}`,
    `(${number})\\s*個?\\s*${hourUnit}(?:\\s*(半)(?!天)|\\s*又?\\s*(${number})\\s*${minuteUnit})?`,
    `(半)\\s*個?${hourUnit}`,
    `(${number})\\s*${minuteUnit}`,
  ].join('|'),
  'gi',
);
/** In front of a number these make it another one: -3, 1/2, 2~3, 1e9. */
const spoiled = /(?:[-−–~至到/.^eE*×]|負|零下)\s*$/;
/** A hyphen behind a word only joins: 「AI基礎 - 2小時」. */
const dash = /(?:[^\d\s]\s*[-−–]|\s[-−–])\s+$/;

/** 半天, 一整天, 兩天: how many hours that is differs from course to course. */
const days = /(?<![\d.每前後第])(?:半|一|兩|二|三|整|[1-5])個?(?:整)?天(?:半)?(?![前後內生數])/;
const about = /(?:大概|大約|約莫|約|差不多|好像|應該有?)\s*(?:是|有)?\s*$/;
const aboutBehind = /^\s*(?:左右|上下|吧|多|不到)/;

/**
 * Reads 2.5小時, 三個半小時, 90分鐘, 1小時30分, 半天; null where no amount is named. The total of several is not guessed, nor how
 * many hours a day had.
 */
export function readAmount(text: string): Amount | null {
  const found = [...text.matchAll(spoken)];
  const [match] = found;
  if (match === undefined) return readDays(text);
  const rest = text.replace(spoken, '\n');
  const before = text.slice(0, match.index);
  const end = match.index + match[0].length;
  const read = { rest, start: match.index, end, doubt: null };
  if (/(?:[-−]|負)\s*$/.test(before) && !/\d\s*[-−]\s*$/.test(before) && !dash.test(before))
    return { ...read, hours: 'notPositive' };
  if (found.length > 1 || (spoiled.test(before) && !dash.test(before))) return { ...read, hours: 'unclear' };
  const hours = bounded(hoursOf(match));
  const isAbout = about.test(before) || aboutBehind.test(text.slice(end));
  return { ...read, hours, doubt: isAbout && typeof hours === 'number' ? 'about' : doubtOf(hours) };
}

function readDays(text: string): Amount | null {
  const match = days.exec(text);
  if (match === null) return null;
  const end = match.index + match[0].length;
  const rest = `${text.slice(0, match.index)}\n${text.slice(end)}`;
  return { hours: 'wholeDays', rest, start: match.index, end, doubt: null };
}

/** The places of all amounts in a text, in order. */
export function amountsIn(text: string): readonly { readonly start: number; readonly end: number }[] {
  const found = [...text.matchAll(spoken)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  const whole = found.length > 0 ? null : readDays(text);
  return whole === null ? found : [whole];
}

/** More hours than a day has make sense only where the course took several. */
export function doubtOf(hours: Amount['hours'] | null): Doubt | null {
  return typeof hours === 'number' && hours > hoursPerDayMax ? 'longDay' : null;
}

/** The whole text is a number, when hours are asked for: 「3」, 「大概2.5」, 「三」. */
export function readBareAmount(text: string): Amount['hours'] | null {
  const plain = text
    .replace(/^(?:大概|大約|約|應該是?|是|共|總共|我想)\s*/, '')
    .replace(/(?:個|吧|左右|喔|而已)+[。.!]*$/, '');
  if (new RegExp(`^[-−]\\s*${number}$`).test(plain)) return 'notPositive';
  return new RegExp(`^${number}$`).test(plain) ? bounded(toNumber(plain)) : null;
}

function bounded(hours: number): Amount['hours'] {
  if (!Number.isFinite(hours)) return 'unclear';
  const rounded = roundHours(hours);
  if (rounded > hoursPerEntryMax) return 'tooMany';
  return rounded > 0 ? rounded : 'notPositive';
}

function hoursOf([, andHalf, whole, half, minutes, onlyHalf, onlyMinutes]: RegExpExecArray): number {
  if (andHalf !== undefined) return toNumber(andHalf) + 0.5;
  if (whole !== undefined)
    return toNumber(whole) + (half === undefined ? 0 : 0.5) + (minutes === undefined ? 0 : toNumber(minutes) / 60);
  if (onlyHalf !== undefined) return 0.5;
  return toNumber(onlyMinutes ?? '') / 60;
}

const digits = '零一二三四五六七八九';

/** 2.5, 十二, 三點五, 一百二十. `NaN` for what is no number. */
export function toNumber(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  const [whole = '', decimals] = text.replaceAll('〇', '零').replaceAll('兩', '二').split('點');
  const high = /^(.?)百(.*)$/.exec(whole);
  const rest = high === null ? whole : (high[2] ?? '').replace(/^零/, '');
  const tens = /^(.?)十(.?)$/.exec(rest);
  const digit = (one: string): number => (digits.includes(one) ? digits.indexOf(one) : Number.NaN);
  const ones = (one: string): number => (one === '' ? 0 : digit(one));
  const low = tens === null ? ones(rest) : (tens[1] === '' ? 1 : digit(tens[1] ?? '')) * 10 + ones(tens[2] ?? '');
  const hundreds = high === null ? 0 : (high[1] === '' ? 1 : digit(high[1] ?? '')) * 100;
  const fraction = decimals === undefined ? 0 : Number(`0.${[...decimals].map((one) => digit(one)).join('')}`);
  return hundreds + low + fraction;
}
