import { addDays, nextOfficeDay, type OfficeCalendar, withExtraHolidays } from '../knowledge/index.ts';
import { noticesPerDayMax, noticesPerWeekMax, noticesSentKept, noticeWindowMinutesMin } from './limits.ts';
import type { NoticePreferences, NoticeTopic } from './notice-preferences.ts';
import { defaultNoticeRules, type NoticeRules } from './notice-rules.ts';
import type { Moment } from './person-turn.ts';
import { minuteOf, taipeiDay, taipeiMinute, taipeiMoment } from './taipei.ts';

/** Whether a message may go out: at once, after so many milliseconds, or not at all. */
export type Permission = 'now' | { readonly later: number } | 'never';

/**
 * The one policy for messages that nobody asked for. Contract: pure; `now` only on an office day, outside the quiet hours of the
 * person and of the agency, and below the caps of a day and a week; `never` only where the person muted the topic. Who waits as
 * long as `later` says, with nothing sent in between, may send then.
 */
export function mayNotify(
  preferences: NoticePreferences,
  topic: NoticeTopic,
  moment: Moment,
  calendar: OfficeCalendar,
  agency: NoticeRules,
): Permission {
  if (preferences.muted.includes(topic)) return 'never';
  const open = withExtraHolidays(calendar, agency.extraHolidays);
  const window = noticeWindow(preferences, agency);
  let at = nextInWindow(open, window, moment.now);
  for (let next = afterCaps(preferences.sent, at); next > at; next = afterCaps(preferences.sent, at))
    at = nextInWindow(open, window, next);
  return at === moment.now ? 'now' : { later: at - moment.now };
}

/** The preferences after a message went out at `now`. */
export function withNoticeSent(preferences: NoticePreferences, now: number): NoticePreferences {
  return { ...preferences, sent: [...preferences.sent, now].slice(-noticesSentKept) };
}

/** Minutes of a day in Taipei between which messages may come; `closes` is excluded. */
export interface NoticeWindow {
  readonly opens: number;
  readonly closes: number;
}

/** What both the person and the agency allow; the agency's alone where hardly anything would be left of it. */
export function noticeWindow(preferences: NoticePreferences, agency: NoticeRules): NoticeWindow {
  const office = officeWindow(agency);
  const both = narrow(office, preferences);
  return isWide(both) ? both : office;
}

/** Whether the person's own hours leave time enough for messages within those of the agency. */
export function leavesWindow(preferences: NoticePreferences, agency: NoticeRules): 'yes' | 'no' {
  return isWide(narrow(officeWindow(agency), preferences)) ? 'yes' : 'no';
}

/** The first moment of an ISO date on which, or on the first office day after which, messages may come. */
export function noticeOpening(
  day: string,
  preferences: NoticePreferences,
  calendar: OfficeCalendar,
  agency: NoticeRules,
): number {
  const open = withExtraHolidays(calendar, agency.extraHolidays);
  return taipeiMoment(nextOfficeDay(open, day), noticeWindow(preferences, agency).opens);
}

function officeWindow({ quietFrom, quietTo }: NoticeRules): NoticeWindow {
  const own = { opens: minuteOf(quietTo), closes: minuteOf(quietFrom) };
  return isWide(own)
    ? own
    : { opens: minuteOf(defaultNoticeRules.quietTo), closes: minuteOf(defaultNoticeRules.quietFrom) };
}

function narrow(office: NoticeWindow, { quietFrom, quietTo }: NoticePreferences): NoticeWindow {
  return {
    opens: Math.max(office.opens, minuteOr(quietTo, office.opens)),
    closes: Math.min(office.closes, minuteOr(quietFrom, office.closes)),
  };
}

/** False for times that cannot be read, which are NaN. */
function isWide({ opens, closes }: NoticeWindow): boolean {
  return closes - opens >= noticeWindowMinutesMin;
}

function minuteOr(time: string | null, otherwise: number): number {
  const minute = time === null ? Number.NaN : minuteOf(time);
  return Number.isNaN(minute) ? otherwise : minute;
}

/** `now` itself where it lies in the window of an office day, else when the next one opens. */
function nextInWindow(calendar: OfficeCalendar, { opens, closes }: NoticeWindow, now: number): number {
  const today = taipeiDay(now);
  const minute = taipeiMinute(now);
  const day = nextOfficeDay(calendar, minute < closes ? today : addDays(today, 1));
  return day === today && minute >= opens ? now : taipeiMoment(day, opens);
}

/** The first moment at or after `at` at which neither cap is reached. */
function afterCaps(sent: readonly number[], at: number): number {
  const today = taipeiDay(at);
  const sentToday = sent.filter((moment) => taipeiDay(moment) === today).length;
  if (sentToday >= noticesPerDayMax) return taipeiMoment(addDays(today, 1), 0);
  const ofWeek = sent.filter((moment) => moment > at - weekMs).sort((one, other) => one - other);
  const oldest = ofWeek.at(-noticesPerWeekMax);
  return oldest === undefined ? at : oldest + weekMs;
}

const weekMs = 7 * 86_400_000;
