import type { TableName } from './tables.ts';

/** The classes whose rows go by themselves. */
export const expiringClasses = [
  'turns',
  'sessions',
  'leases',
  'eventsAnswered',
  'eventsWaiting',
  'repliesSent',
  'repliesUnsent',
  'feedback',
  'linkCodes',
  'browsers',
] as const;
/** One of them. */
export type ExpiringClass = (typeof expiringClasses)[number];

/** How long rows of a class are kept, and why. */
export interface Keeping {
  readonly table: TableName;
  readonly what: string;
  readonly days: number;
  readonly reason: string;
}

/** Retention as data: the one place that says how long something is kept before it goes by itself. */
export const keeping: Readonly<Record<ExpiringClass, Keeping>> = {
  turns: {
    table: 'turn',
    what: 'turns of the transcript',
    days: 180,
    reason: 'half a year of looking back, as long as a browser is remembered; what matters of it stands in the records',
  },
  sessions: {
    table: 'session',
    what: 'the memory of threads that fell silent, after their turns',
    days: 180,
    reason: 'goes only after its turns: versions would begin again at 1',
  },
  leases: {
    table: 'lease',
    what: 'leases of threads in which nothing is kept and nothing waits',
    days: 0,
    reason: 'a name and a counter, of use only beside a thread',
  },
  eventsAnswered: {
    table: 'inbox',
    what: 'events that were answered',
    days: 7,
    reason: 'only tells a repeated event from a new one, and platforms repeat within a day',
  },
  eventsWaiting: {
    table: 'inbox',
    what: 'events that nobody answered',
    days: 180,
    reason: 'an answer after half a year helps nobody',
  },
  repliesSent: {
    table: 'outbox',
    what: 'replies that were sent, without their text',
    days: 30,
    reason: 'for the question whether and when something was sent',
  },
  repliesUnsent: {
    table: 'outbox',
    what: 'replies that could not be sent, or wait for a channel that is off',
    days: 180,
    reason: 'an operator can have them sent again; after half a year they say nothing any more',
  },
  feedback: {
    table: 'feedback',
    what: 'what people thought of replies',
    days: 180,
    reason: 'as long as the turn that it is about',
  },
  linkCodes: { table: 'link_code', what: 'codes that no longer hold', days: 0, reason: 'no use after they expired' },
  browsers: {
    table: 'person',
    what: 'people known by a browser only, without thread or record',
    days: 400,
    reason:
      'the cookie is gone after 180 days, so that nobody can come back to them; the second year of learning is over',
  },
};

/** What never goes by itself, and what ends it instead. */
export const keptTables: Readonly<Partial<Record<TableName, string>>> = {
  identity: 'as long as the person',
  job: 'until it is done',
  hours: 'as long as the person: an HR record',
  certificate: 'as long as the person: an HR record',
  onboarding: 'as long as the person: an HR record',
  setting: 'until it is unset',
  audit: 'not deleted',
  audit_head: 'not deleted',
};
