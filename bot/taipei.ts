/** Taipei is eight hours ahead of UTC, all year. */
const offsetMs = 8 * 3_600_000;
const dayMs = 86_400_000;
const minuteMs = 60_000;

/** The day in Taipei, ISO date, at a moment in milliseconds since 1970. */
export function taipeiDay(now: number): string {
  return new Date(Date.UTC(1970, 0, 1, 0, 0, 0, now + offsetMs)).toISOString().slice(0, 10);
}

/** Minutes since midnight in Taipei, with the part of a minute that has passed. */
export function taipeiMinute(now: number): number {
  return ((((now + offsetMs) % dayMs) + dayMs) % dayMs) / minuteMs;
}

/** Milliseconds since 1970 at so many minutes after midnight of an ISO date in Taipei. */
export function taipeiMoment(day: string, minute: number): number {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return Date.UTC(year, month - 1, date) - offsetMs + minute * minuteMs;
}

/** `08:30` → 510. Anything else is NaN. */
export function minuteOf(time: string): number {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  return match === null ? Number.NaN : Number(match[1]) * 60 + Number(match[2]);
}

/** 510 → `08:30`. */
export function timeOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
