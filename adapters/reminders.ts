import { type Clock, hoursReminders, taipeiMoment } from '../bot/index.ts';
import { addDays, type Knowledge, yearOf } from '../knowledge/index.ts';
import type { JobRunner } from './run-jobs.ts';
import type { ClaimedJob, JobOwner, JobStore, StoredJob } from './store.ts';

/** What reminding of hours needs of the store. */
export interface ReminderParts {
  readonly knowledge: Knowledge;
  readonly clock: Clock;
  readonly jobs: JobStore;
  agencies(): Promise<readonly string[]>;
  /** What an agency set by this name; null for nothing. */
  setting(agency: string, name: 'learningRules'): Promise<unknown>;
  /** Gives a page of people a job each; true while more are left. */
  spread(job: ClaimedJob, made: (what: string) => StoredJob): Promise<boolean>;
}

/** The program's own job that looks each morning which reminders begin. */
export const dailyJob = { key: 'daily', kind: 'daily', detail: '' } as const;
/** The program itself, which owns that job. */
export const program: JobOwner = { agency: '', person: null };

/** Nine in Taipei, in minutes of the day: after the quiet hours. */
const morning = 9 * 60;
/** A program that was off for longer than this, days, does not catch up: the next reminder is near. */
const caughtUpDays = 14;

/** The runners of reminders by the kind of job: `daily` begins one for an agency, `spreadHours` hands it to its people. */
export function createReminderRunners(parts: ReminderParts): ReadonlyMap<string, JobRunner> {
  const { clock, jobs } = parts;
  return new Map([
    [
      dailyJob.kind,
      async (job) => {
        const today = clock.today();
        const since = job.detail === '' ? addDays(today, -1) : later(job.detail, addDays(today, -caughtUpDays));
        for (const agency of await parts.agencies()) await beginReminders(parts, agency, since, today);
        const dueAt = taipeiMoment(addDays(today, 1), morning);
        await jobs.putJob(program, { ...dailyJob, detail: today, dueAt });
        return null;
      },
    ],
    [
      'spreadHours',
      async (job) => {
        const dueAt = clock.now();
        const more = await parts.spread(job, (what) => ({ key: `hours/${what}`, kind: 'hours', detail: what, dueAt }));
        return more ? clock.now() : null;
      },
    ],
  ]);
}

/** Begins the reminders of an agency that fall after the day `since`, up to today; ISO dates. */
async function beginReminders(
  { knowledge, clock, jobs, setting }: ReminderParts,
  agency: string,
  since: string,
  today: string,
): Promise<void> {
  const rules = await setting(agency, 'learningRules');
  const due = [yearOf(today), yearOf(today) + 1]
    .flatMap((year) => hoursReminders(knowledge, rules, year))
    .filter(({ day }) => day > since && day <= today);
  // Of several that were missed only the latest: it says the same with fewer days left.
  const latest = due.at(-1);
  if (latest === undefined) return;
  const job = { key: `hours/${latest.detail}`, kind: 'spreadHours', detail: latest.detail, dueAt: clock.now() };
  await jobs.ensureJob({ agency, person: null }, job);
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}
