import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../adapters/content.ts';
import { parseNoticeRules } from '../../bot/index.ts';
import { noticesPerDayMax, noticesPerWeekMax, noticesSentKept } from '../../bot/limits.ts';
import { defaultNoticePreferences, type NoticePreferences } from '../../bot/notice-preferences.ts';
import { defaultNoticeRules, type NoticeRules, noticeRulesOf } from '../../bot/notice-rules.ts';
import { mayNotify, noticeWindow, withNoticeSent } from '../../bot/proactive.ts';
import { minuteOf, taipeiDay, taipeiMinute, taipeiMoment, timeOf } from '../../bot/taipei.ts';
import { isOfficeDay, withExtraHolidays } from '../../knowledge/index.ts';

/** The one policy for messages that nobody asked for. */

const { officeCalendar } = loadKnowledge();
const dayMs = 86_400_000;
const first = taipeiMoment('2025-01-01', 0);

const moment = fc.integer({ min: first, max: taipeiMoment('2027-12-31', 0) });
const time = fc.integer({ min: 0, max: 24 * 60 - 1 }).map(timeOf);
const someone: fc.Arbitrary<NoticePreferences> = fc.record({
  muted: fc.constant([]),
  quietFrom: fc.option(fc.oneof(time, fc.constant('nonsense'))),
  quietTo: fc.option(time),
  sent: fc.constant([]),
});
const anyAgency: fc.Arbitrary<NoticeRules> = fc.record({
  quietFrom: time,
  quietTo: time,
  extraHolidays: fc.array(moment.map(taipeiDay), { maxLength: 8 }),
});

const ask = (preferences: NoticePreferences, now: number, agency: NoticeRules = defaultNoticeRules) =>
  mayNotify(preferences, 'onboarding', { now, today: taipeiDay(now) }, officeCalendar, agency);

/** What is sent by somebody who has a message ready at every hour and waits as the policy says. */
function sendAlways(start: NoticePreferences, from: number, days: number, agency: NoticeRules): readonly number[] {
  const sent: number[] = [];
  let preferences = start;
  for (let now = from; now < from + days * dayMs; ) {
    const permission = ask(preferences, now, agency);
    if (permission === 'never') return sent;
    if (permission !== 'now') {
      now += permission.later;
      continue;
    }
    sent.push(now);
    preferences = withNoticeSent(preferences, now);
    now += 3_600_000;
  }
  return sent;
}

describe('mayNotify()', () => {
  it('lets a message out at ten on a Monday, and not at night or on a holiday', () => {
    expect(ask(defaultNoticePreferences, taipeiMoment('2026-11-23', 600))).toBe('now');
    expect(ask(defaultNoticePreferences, taipeiMoment('2026-11-23', 510))).toBe('now');
    expect(ask(defaultNoticePreferences, taipeiMoment('2026-11-23', 1079))).toBe('now');
    expect(ask(defaultNoticePreferences, taipeiMoment('2026-11-23', 1080))).toEqual({ later: 14.5 * 3_600_000 });
    expect(ask(defaultNoticePreferences, taipeiMoment('2026-02-13', 1080))).toEqual({
      later: taipeiMoment('2026-02-23', 510) - taipeiMoment('2026-02-13', 1080),
    });
  });

  it('says never only to a muted topic', () => {
    const muted: NoticePreferences = { ...defaultNoticePreferences, muted: ['hours'] };
    const now = taipeiMoment('2026-11-23', 600);
    const told = { now, today: '2026-11-23' };
    expect(mayNotify(muted, 'hours', told, officeCalendar, defaultNoticeRules)).toBe('never');
    expect(mayNotify(muted, 'onboarding', told, officeCalendar, defaultNoticeRules)).toBe('now');
  });

  it('never lets one out in quiet hours, on a day off or above a cap, and always lets one out in the end', () => {
    fc.assert(
      fc.property(someone, anyAgency, moment, (preferences, agency, from) => {
        const calendar = withExtraHolidays(officeCalendar, agency.extraHolidays);
        const { opens, closes } = noticeWindow(preferences, agency);
        const sent = sendAlways(preferences, from, 40, agency);
        expect(sent.length).toBeGreaterThan(0);
        for (const [at, now] of sent.entries()) {
          expect(isOfficeDay(calendar, taipeiDay(now))).toBe(true);
          expect(taipeiMinute(now)).toBeGreaterThanOrEqual(opens);
          expect(taipeiMinute(now)).toBeLessThan(closes);
          expect(sent.filter((other) => taipeiDay(other) === taipeiDay(now)).length).toBeLessThanOrEqual(
            noticesPerDayMax,
          );
          const week = sent.slice(0, at + 1).filter((other) => other > now - 7 * dayMs);
          expect(week.length).toBeLessThanOrEqual(noticesPerWeekMax);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('may send after exactly the wait that it names, and no earlier', () => {
    fc.assert(
      fc.property(
        someone,
        anyAgency,
        moment,
        fc.array(fc.integer({ min: 0, max: 10 * dayMs }), { maxLength: 6 }),
        (preferences, agency, now, ago) => {
          const sent = ago.map((ms) => now - ms).sort((one, other) => one - other);
          const person = { ...preferences, sent };
          const permission = ask(person, now, agency);
          if (typeof permission === 'string') return;
          expect(ask(person, now + permission.later, agency)).toBe('now');
          expect(ask(person, now + permission.later - 1, agency)).not.toBe('now');
        },
      ),
    );
  });

  it('keeps only the last few moments', () => {
    const sent = Array.from({ length: 30 }, (_, at) => at).reduce(withNoticeSent, defaultNoticePreferences).sent;
    expect(sent).toHaveLength(noticesSentKept);
    expect(sent.at(-1)).toBe(29);
  });
});

describe('noticeWindow()', () => {
  const window = (quietTo: string | null, quietFrom: string | null) =>
    noticeWindow({ ...defaultNoticePreferences, quietTo, quietFrom }, defaultNoticeRules);

  it('is what both allow', () => {
    expect(window(null, null)).toEqual({ opens: 510, closes: 1080 });
    expect(window('09:00', null)).toEqual({ opens: 540, closes: 1080 });
    expect(window('07:00', '20:00')).toEqual({ opens: 510, closes: 1080 });
    expect(window('10:00', '16:00')).toEqual({ opens: 600, closes: 960 });
  });

  it('is the agency’s where hardly anything would be left', () => {
    expect(window('17:30', null)).toEqual({ opens: 510, closes: 1080 });
    expect(window('12:00', '09:00')).toEqual({ opens: 510, closes: 1080 });
  });
});

describe('noticeRulesOf()', () => {
  it('takes what the agency wrote, and the default for what it did not', () => {
    expect(noticeRulesOf({ quietTo: '09:00', extraHolidays: ['2026-08-05'] })).toEqual({
      quietFrom: '18:00',
      quietTo: '09:00',
      extraHolidays: ['2026-08-05'],
    });
  });

  it('never fails on what cannot be read, while the check names it', () => {
    for (const setting of [
      null,
      7,
      'x',
      { quietTo: '25:00' },
      { quietFrom: '08:00' },
      { extraHolidays: ['2026-02-30'] },
      { other: 1 },
    ]) {
      expect(noticeRulesOf(setting)).toEqual(defaultNoticeRules);
      expect(() => parseNoticeRules(setting)).toThrow();
    }
  });
});

describe('Taipei time', () => {
  it('goes there and back', () => {
    fc.assert(
      fc.property(moment, (now) => {
        expect(taipeiMoment(taipeiDay(now), taipeiMinute(now))).toBeCloseTo(now, 0);
      }),
    );
    expect(timeOf(minuteOf('08:30'))).toBe('08:30');
    expect(minuteOf('8:30')).toBeNaN();
  });
});
