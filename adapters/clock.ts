import { randomUUID } from 'node:crypto';
import { type Clock, type Ids, taipeiDay } from '../bot/index.ts';

/** The machine's clock; the day is Taipei's. */
export const systemClock: Clock = {
  now: () => Date.now(),
  today: () => taipeiDay(Date.now()),
};

/** The machine's clock on a day that was set, for 「以某日為準」 and for tests. */
export function clockAsOf(day: string): Clock {
  return { now: () => Date.now(), today: () => day };
}

/** Random ids that cannot be guessed. */
export const randomIds: Ids = { next: () => randomUUID() };
