import { guessedValuesMax } from './limits.ts';
import type { Meaning } from './meanings.ts';
import { readAccount } from './read-account.ts';
import { readAmount } from './read-amount.ts';
import { readDate } from './read-date.ts';
import type { TableRow } from './table.ts';

/** The share of values that must fit before a column without a known name is guessed. */
const guessedShareMin = 0.8;

/**
 * The one column that is free and whose values can only be this: dates written as dates, amounts of hours, e-mail addresses. Null
 * where there is none or more than one; names are never guessed.
 */
export function guessByValues(
  meaning: Meaning,
  rows: readonly TableRow[],
  isTaken: (index: number) => boolean,
  columns: number,
): number | null {
  const fits = strictly(meaning);
  if (fits === null) return null;
  const free = Array.from({ length: columns }, (_, index) => index).filter((index) => !isTaken(index));
  const fitting = free.filter((index) => {
    const values = valuesOf(rows, index);
    return values.length > 0 && values.filter(fits).length >= values.length * guessedShareMin;
  });
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

/** True where most values of a column cannot be read as what its name says. */
export function hasOddValues(meaning: Meaning, rows: readonly TableRow[], index: number): boolean {
  const reads = readers[meaning];
  const values = valuesOf(rows, index);
  return reads !== undefined && values.filter((value) => !reads(value)).length > values.length / 2;
}

const readers: Readonly<Partial<Record<Meaning, (value: string) => boolean>>> = {
  account: (value) => 'value' in readAccount(value),
  date: (value) => 'value' in readDate(value),
  startsOn: (value) => 'value' in readDate(value),
  hours: (value) => 'value' in readAmount(value),
};

function strictly(meaning: Meaning): ((value: string) => boolean) | null {
  if (meaning === 'account') return (value) => /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i.test(value);
  if (meaning === 'hours')
    return (value) => /^\d{1,2}(?:\.\d{1,2})?(?:小時)?$/.test(value) && 'value' in readAmount(value);
  if (meaning !== 'date' && meaning !== 'startsOn') return null;
  return (value) => /[-/.年]|^\d{7,8}$/.test(value) && 'value' in readDate(value);
}

function valuesOf(rows: readonly TableRow[], index: number): readonly string[] {
  const values: string[] = [];
  for (const { cells } of rows) {
    const value = cells[index] ?? '';
    if (value !== '') values.push(value);
    if (values.length === guessedValuesMax) break;
  }
  return values;
}
