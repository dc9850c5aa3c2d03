import { tablesWording } from '../../prompts/index.ts';
import { readDate } from './read-date.ts';
import { type Reading, refuse } from './reading.ts';

/** Before this day nobody learned or passed anything that counts here: a typing error. */
const firstDay = '1980-01-01';

/** Reads the day on which something was completed: not after today. */
export function readPastDate(text: string, today: string): Reading<string> {
  if (text === '') return refuse(tablesWording.date.missing);
  const date = readDate(text);
  if ('reason' in date) return date;
  if (date.value > today) return refuse(tablesWording.date.inFuture(date.value));
  return date.value < firstDay ? refuse(tablesWording.date.tooEarly(date.value)) : date;
}
