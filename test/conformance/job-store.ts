import type { ClaimedJob, JobOwner, StoredJob } from '../../adapters/store.ts';
import { breaking, given, longMs, mustEqual, type StoreCheck, type StoreWorld } from './store-world.ts';

/** A job that is due at this time. */
export const jobAt = (dueAt: number, more: Partial<StoredJob> = {}): StoredJob => ({
  key: 'k',
  kind: 'hours',
  detail: 'first',
  dueAt,
  ...more,
});

const mine = ({ agency }: StoreWorld): JobOwner => ({ agency, person: null });

/** The due jobs of this agency; those of others that come along are left to their leases. */
export async function claimDue({ store, agency }: StoreWorld): Promise<readonly ClaimedJob[]> {
  return (await store.jobs.claimJobs(10_000)).filter((job) => job.agency === agency);
}

/** The one job of this agency that is due. */
export async function claimOne(world: StoreWorld): Promise<ClaimedJob> {
  const jobs = await claimDue(world);
  mustEqual(jobs.length, 1, 'due jobs');
  return given(jobs[0]);
}

/** What a `JobStore` promises of keeping and leasing jobs. */
export const jobStoreChecks: readonly StoreCheck[] = [
  {
    name: 'claimJobs() gives a job when it is due, with what was put',
    async check(world) {
      await world.store.jobs.putJob(mine(world), jobAt(world.clock.now() + 5));
      mustEqual(await claimDue(world), []);
      world.clock.advance(5);
      const { person, key, kind, detail, attempt } = await claimOne(world);
      mustEqual([person, key, kind, detail, attempt], [null, 'k', 'hours', 'first', 1]);
    },
    twin: (world) =>
      breaking(world, { jobs: { putJob: (owner, job) => world.store.jobs.putJob(owner, { ...job, dueAt: 0 }) } }),
  },
  {
    name: 'claimJobs() gives a job to one of many who ask at once',
    async check(world) {
      for (const key of ['a', 'b', 'c']) await world.store.jobs.putJob(mine(world), jobAt(0, { key }));
      const claims = await Promise.all(Array.from({ length: 6 }, () => claimDue(world)));
      mustEqual(
        claims
          .flat()
          .map(({ key }) => key)
          .toSorted(),
        ['a', 'b', 'c'],
      );
    },
    twin(world) {
      let asked: Promise<readonly ClaimedJob[]> | null = null;
      return breaking(world, {
        jobs: {
          claimJobs(limit) {
            asked ??= world.store.jobs.claimJobs(limit);
            return asked;
          },
        },
      });
    },
  },
  {
    name: 'claimJobs() gives a job again after the lease of whoever died with it',
    async check(world) {
      await world.store.jobs.putJob(mine(world), jobAt(0));
      await claimOne(world);
      mustEqual(await claimDue(world), []);
      world.clock.advance(longMs);
      mustEqual((await claimOne(world)).attempt, 2);
    },
    twin: (world) =>
      breaking(world, {
        jobs: {
          async claimJobs(limit) {
            const jobs = await world.store.jobs.claimJobs(limit);
            for (const job of jobs) await world.store.jobs.finishJob(job);
            return jobs;
          },
        },
      }),
  },
  {
    name: 'putJob() of the same key moves the job',
    async check(world) {
      await world.store.jobs.putJob(mine(world), jobAt(0));
      await world.store.jobs.putJob(mine(world), jobAt(world.clock.now() + 5, { detail: 'second' }));
      mustEqual(await claimDue(world), []);
      world.clock.advance(5);
      mustEqual((await claimOne(world)).detail, 'second');
    },
    twin: (world) => breaking(world, { jobs: { putJob: (owner, job) => world.store.jobs.ensureJob(owner, job) } }),
  },
  {
    name: 'ensureJob() leaves a job that is there, and puts one that is not',
    async check(world) {
      await world.store.jobs.ensureJob(mine(world), jobAt(0));
      await world.store.jobs.ensureJob(mine(world), jobAt(world.clock.now() + 5, { detail: 'second' }));
      mustEqual((await claimOne(world)).detail, 'first');
    },
    twin: (world) => breaking(world, { jobs: { ensureJob: (owner, job) => world.store.jobs.putJob(owner, job) } }),
  },
  {
    name: 'finishJob() removes the job',
    async check(world) {
      await world.store.jobs.putJob(mine(world), jobAt(0));
      await world.store.jobs.finishJob(await claimOne(world));
      world.clock.advance(longMs);
      mustEqual(await claimDue(world), []);
    },
    twin: (world) => breaking(world, { jobs: { finishJob: async () => undefined } }),
  },
  {
    name: 'finishJob() leaves a job that was put again while it ran',
    async check(world) {
      await world.store.jobs.putJob(mine(world), jobAt(0));
      const running = await claimOne(world);
      await world.store.jobs.putJob(mine(world), jobAt(0, { detail: 'second' }));
      await world.store.jobs.finishJob(running);
      mustEqual((await claimOne(world)).detail, 'second');
    },
    twin: (world) =>
      breaking(world, {
        jobs: {
          async finishJob(job) {
            await world.store.jobs.finishJob(job);
            await world.store.jobs.finishJob({ ...job, fence: job.fence + 1 });
          },
        },
      }),
  },
  {
    name: 'deferJob() makes the job due again at that time',
    async check(world) {
      await world.store.jobs.putJob(mine(world), jobAt(0));
      await world.store.jobs.deferJob(await claimOne(world), world.clock.now() + 5);
      mustEqual(await claimDue(world), []);
      world.clock.advance(5);
      mustEqual((await claimOne(world)).detail, 'first');
    },
    twin: (world) => breaking(world, { jobs: { deferJob: (job) => world.store.jobs.finishJob(job) } }),
  },
  {
    name: 'deferJob() leaves a job that was put again while it ran',
    async check(world) {
      await world.store.jobs.putJob(mine(world), jobAt(0));
      const running = await claimOne(world);
      await world.store.jobs.putJob(mine(world), jobAt(0, { detail: 'second' }));
      await world.store.jobs.deferJob(running, world.clock.now() + longMs);
      mustEqual((await claimOne(world)).detail, 'second');
    },
    twin: (world) =>
      breaking(world, { jobs: { deferJob: (job, dueAt) => world.store.jobs.putJob(job, { ...job, dueAt }) } }),
  },
];
