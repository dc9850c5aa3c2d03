import { z } from 'zod';
import { extraHolidaysMax, noticeWindowMinutesMin } from './limits.ts';
import { minuteOf } from './taipei.ts';

/** What an agency allows of messages that nobody asked for: its setting `notices`. */
export interface NoticeRules {
  /** Quiet from and to, `HH:MM` in Taipei, over the night. */
  readonly quietFrom: string;
  readonly quietTo: string;
  /** ISO dates on which the agency is closed beside the office calendar, such as a 停班 for a typhoon. */
  readonly extraHolidays: readonly string[];
}

/** Office hours, with half an hour to arrive; where an agency set nothing. */
export const defaultNoticeRules: NoticeRules = { quietFrom: '18:00', quietTo: '08:30', extraHolidays: [] };

const time = z.string().refine((text) => !Number.isNaN(minuteOf(text)), { error: 'is no time such as 08:30' });

const schema = z
  .strictObject({
    quietFrom: time.default(defaultNoticeRules.quietFrom),
    quietTo: time.default(defaultNoticeRules.quietTo),
    extraHolidays: z.array(z.iso.date()).max(extraHolidaysMax).default([]),
  })
  .refine(({ quietFrom, quietTo }) => minuteOf(quietFrom) - minuteOf(quietTo) >= noticeWindowMinutesMin, {
    error: `leaves less than ${noticeWindowMinutesMin} minutes of a day for messages`,
  });

/** Reads the setting. Throws a `ZodError` that names the place: what a command that checks it shows to HR. */
export function parseNoticeRules(setting: unknown): NoticeRules {
  return schema.parse(setting);
}

/** The agency's rules; the default ones where it set none, or none that can be read. */
export function noticeRulesOf(setting: unknown): NoticeRules {
  return schema.safeParse(setting).data ?? defaultNoticeRules;
}
