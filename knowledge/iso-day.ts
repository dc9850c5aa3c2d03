/** The day so many days later, or earlier where `days` is negative. ISO dates in and out. */
export function addDays(day: string, days: number): string {
  return new Date(Date.UTC(yearOf(day), monthOf(day) - 1, dayOfMonth(day) + days)).toISOString().slice(0, 10);
}

/** The same day of a later month; the last one of a month that is too short: a month after 31 January is 28 February. */
export function addMonths(day: string, months: number): string {
  const first = new Date(Date.UTC(yearOf(day), monthOf(day) - 1 + months, 1)).toISOString().slice(0, 10);
  const last = new Date(Date.UTC(yearOf(first), monthOf(first), 0)).getUTCDate();
  return addDays(first, Math.min(dayOfMonth(day), last) - 1);
}

/** Days from one ISO date to another; negative where the other one is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((midnightOf(to) - midnightOf(from)) / dayMs);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: string): number {
  return new Date(Date.UTC(yearOf(day), monthOf(day) - 1, dayOfMonth(day))).getUTCDay();
}

/** The ISO date of year, month and day of month, or null where there is no such day (2月30日). */
export function isoDay(year: number, month: number, dayOfMonth: number): string | null {
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
  return /^\d{4}-(?:0[1-9]|1[0-2])-\d{2}$/.test(iso) && dayOfMonth >= 1 && addDays(iso, 0) === iso ? iso : null;
}

/** The year of the common era. */
export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

const dayMs = 86_400_000;

function monthOf(day: string): number {
  return Number(day.slice(5, 7));
}

function dayOfMonth(day: string): number {
  return Number(day.slice(8, 10));
}

function midnightOf(day: string): number {
  return Date.UTC(yearOf(day), monthOf(day) - 1, dayOfMonth(day));
}
