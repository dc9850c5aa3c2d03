import type { ClaimedJob, JobStore, ThreadKey } from './store.ts';

/** Jobs taken at once; the rest waits for the next round. */
const jobsAtOnce = 50;
/** How long a person's job waits for them to appear in a private thread, and a failed one for the next try, milliseconds. */
const unreachableMs = 24 * 60 * 60_000;
const failedMs = 10 * 60_000;

/** Contract: may run twice; gives when to run next, milliseconds since 1970, or null for never. */
export type JobRunner = (job: ClaimedJob) => Promise<number | null>;

/** What the running of jobs is made of. */
export interface JobParts {
  readonly store: JobStore;
  readonly clock: { now(): number };
  /** The agency's and the program's own jobs, by kind. */
  readonly runners: ReadonlyMap<string, JobRunner>;
  /** Told that a due job stands in this thread's inbox. */
  onHanded(thread: ThreadKey): void;
  onProblem(error: unknown): void;
}

/** Runs what is due. A person's job goes into the inbox of their thread, where the conversation answers it like a message. */
export async function runJobs({ store, clock, runners, onHanded, onProblem }: JobParts): Promise<number> {
  const jobs = await store.claimJobs(jobsAtOnce);
  for (const job of jobs)
    try {
      const run = runners.get(job.kind);
      if (run === undefined) {
        const thread = await store.hand(job);
        if (thread === 'unreachable') await store.deferJob(job, clock.now() + unreachableMs);
        else onHanded(thread);
        continue;
      }
      const next = await run(job);
      if (next === null) await store.finishJob(job);
      else await store.deferJob(job, next);
    } catch (error) {
      onProblem(error);
      await store.deferJob(job, clock.now() + failedMs);
    }
  return jobs.length;
}
