import type { Period } from '../knowledge/index.ts';
import type { Language } from './vocabulary.ts';

/** 2026-11-21 → 115年11月21日, or 21 November 2026. ISO date in, text out. */
export function formatDay(isoDate: string, language: Language): string {
  const [year, month, day] = isoDate.split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined) return isoDate;
  return language === 'en' ? `${day} ${monthNames[month - 1] ?? month} ${year}` : `${year - 1911}年${month}月${day}日`;
}

/** A period in words: half years and whole years by name, otherwise from day to day. */
export function formatPeriod(period: Period, language: Language): string {
  const from = period.from ?? '';
  const to = period.to ?? '';
  const year = Number(from.slice(0, 4));
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  const span = `${from.slice(5)}..${to.slice(5)}`;
  const name = sameYear ? spanNames[span]?.[language] : undefined;
  if (name !== undefined) return language === 'en' ? `${name} ${year}` : `${year - 1911}年${name}`;
  return [from, to]
    .filter(Boolean)
    .map((day) => formatDay(day, language))
    .join(language === 'en' ? ' to ' : '至');
}

/** Where a day stands to a period. An open end never begins or never ends. */
export function placeInPeriod(day: string, period: Period): 'ahead' | 'running' | 'over' {
  if (period.from !== null && day < period.from) return 'ahead';
  if (period.to !== null && day > period.to) return 'over';
  return 'running';
}

const spanNames: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  '01-01..12-31': { 'zh-TW': '', en: 'the year' },
  '01-01..06-30': { 'zh-TW': '上半年', en: 'the first half of' },
  '07-01..12-31': { 'zh-TW': '下半年', en: 'the second half of' },
};

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
