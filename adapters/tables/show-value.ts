import { maskPersonalData } from '../../bot/index.ts';
import { shownCharactersMax } from './limits.ts';

/** A value as a report repeats it: personal data masked, shortened, nothing in it that a terminal would obey. */
export function showValue(value: string): string {
  const masked = maskPersonalData(value.slice(0, shownCharactersMax * 4))
    .text.replace(unprintable, ' ')
    .trim();
  return masked.length > shownCharactersMax ? `${masked.slice(0, shownCharactersMax)}…` : masked;
}

const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;
