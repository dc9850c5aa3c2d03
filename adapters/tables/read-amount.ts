import { tablesWording } from '../../prompts/index.ts';
import { courseHoursMax } from './limits.ts';
import { type Reading, read, refuse } from './reading.ts';

const wording = tablesWording.hours;

/** Reads a number of hours: 3, 3.0, ３, 3小時, 0.5 hr, 1小時30分, 90分鐘, 1:30. Above 0, bounded, at most two decimals. */
export function readAmount(text: string): Reading<number> {
  const plain = text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
  const hours = hoursOf(plain);
  if (hours === null) return refuse(wording.unknown);
  if (hours <= 0) return refuse(wording.notPositive);
  if (hours > courseHoursMax) return refuse(wording.tooMany(courseHoursMax));
  const hundredths = Math.round(hours * 100);
  return Math.abs(hours * 100 - hundredths) < 1e-6 ? read(hundredths / 100) : refuse(wording.tooFine);
}

function hoursOf(text: string): number | null {
  const decimal = /^(-?\d{1,9}(?:\.\d{1,12})?|-?\.\d{1,12})(?:個?小時|時|點|hours?|hrs?|h)?$/.exec(text);
  if (decimal !== null) return Number(decimal[1]);
  const minutes = /^(\d{1,5})(?:分鐘|分|minutes?|mins?)$/.exec(text);
  if (minutes !== null) return Number(minutes[1]) / 60;
  const both = /^(\d{1,4})(?:個?小時|時|hours?|hrs?|h)(\d{1,2})(?:分鐘|分|minutes?|mins?|m)$/.exec(text);
  const clock = both ?? /^(\d{1,4}):([0-5]\d)(?::00)?$/.exec(text);
  return clock === null ? null : Number(clock[1]) + Number(clock[2]) / 60;
}
