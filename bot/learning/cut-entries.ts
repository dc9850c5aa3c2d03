import { amountsIn } from './read-amount.ts';
import { isOnlyDay, readDay } from './read-day.ts';
import { readName } from './read-name.ts';

const separator = /[、，,；;\n。]|(?:和|跟|還有|以及|然後|再來)(?=\S)/;

/**
 * A message that lists courses, cut so that each piece has one amount: 「AI倫理 2小時、資安 3小時」, 「10/1 資安 3小時 10/2 環境教育 4小時」.
 * One piece or none where nothing is listed.
 */
export function cutEntries(text: string, today: string): readonly string[] {
  const amounts = amountsIn(text);
  if (amounts.length < 2) return [];
  const leads =
    !isNamed(text.slice(0, amounts[0]?.start ?? 0), today) && isNamed(text.slice(amounts.at(-1)?.end ?? 0), today);
  const pieces: string[] = [];
  let from = 0;
  for (const [at, amount] of amounts.entries()) {
    const next = amounts[at + 1];
    const to = next === undefined ? endOf(text, amount.end, today) : cutBetween(text, amount.end, next.start, leads);
    pieces.push(text.slice(from, leads && next === undefined ? text.length : to));
    from = to;
  }
  // An amount without a name of its own is said of the same course: then the whole is unclear.
  return pieces.every((piece) => isNamed(piece, today)) ? pieces : [];
}

/** Behind the first separator, or right behind the amount; where amounts lead, right before the next one. */
function cutBetween(text: string, end: number, next: number, leads: boolean): number {
  if (leads) return next;
  const match = separator.exec(text.slice(end, next));
  return match === null ? end : end + match.index + (/[、，,；;\n。]/.test(match[0]) ? 1 : match[0].length);
}

/** What follows the last amount up to the next separator belongs to it where it is a day: 「資安 3小時 10/2」. */
function endOf(text: string, end: number, today: string): number {
  const tail = /^[^、，,；;\n。]*/.exec(text.slice(end))?.[0] ?? '';
  return isOnlyDay(tail, today) ? end + tail.length : end;
}

function isNamed(text: string, today: string): boolean {
  const amounts = amountsIn(text);
  const bare = amounts.reduceRight((left, { start, end }) => `${left.slice(0, start)}\n${left.slice(end)}`, text);
  if (readName(readDay(bare, today)?.rest ?? bare) !== null) return true;
  // 「課程1號」 sounds like a day.
  return /[^月\d]\d{1,2}號/.test(bare) && readName(bare) !== null;
}
