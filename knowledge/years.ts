/**
 * Years of the Republic as years of the common era, so that 民國115年, 115年 and 2026年 are one: `…2026年…`.
 * A bare number is a year only with three digits from 100 to 149 and 年 behind it; with 民國 before it any number is.
 * Text must be in half width. Left alone: 西元115年, 前115年, 115歲, 0115年, 第115.
 */
export function commonYears(text: string): string {
  return REPUBLICAN_HINT.test(text) ? text.replace(REPUBLICAN, replaceYear) : text;
}

const REPUBLIC_BEFORE_COMMON = 1911;
const REPUBLICAN_HINT = /民國 ?\d|1[0-4]\d ?(?:學年|年)/;
const REPUBLICAN = /(?:中華)?民國 ?(\d{1,3})(?!\d)( ?年)?|(?<![\d.前元]|[前元] )(1[0-4]\d) ?(學年|年)/g;

function replaceYear(_: string, named: string | undefined, _year: unknown, bare: string, suffix: string): string {
  if (named !== undefined) return `${Number(named) + REPUBLIC_BEFORE_COMMON}年`;
  return `${Number(bare) + REPUBLIC_BEFORE_COMMON}${suffix}`;
}
