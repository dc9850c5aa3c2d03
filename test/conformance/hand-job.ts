import { keyOf, textsOf } from './broken-turns.ts';
import { claimDue, claimOne, jobAt } from './job-store.ts';
import { breaking, given, longMs, mustEqual, type StoreCheck, type StoreWorld, talk } from './store-world.ts';

/** What a `JobStore` promises of handing a job to the conversation. */
export const handChecks: readonly StoreCheck[] = [
  {
    name: "hand() moves the job into the person's newest private thread, once",
    async check(world) {
      const { jobs, turns } = world.store;
      const person = await personIn(world, ['web:old', 'web:new']);
      await jobs.putJob({ agency: world.agency, person }, jobAt(0));
      const job = await claimOne(world);
      mustEqual(await jobs.hand(job), keyOf(world, 'web:new'));
      await jobs.hand(job);
      world.clock.advance(longMs);
      mustEqual(await claimDue(world), [], 'jobs');
      const handed = given(await turns.claim(keyOf(world, 'web:new')));
      mustEqual([textsOf(handed), handed.person], [['k'], person]);
      mustEqual(await turns.claim(keyOf(world, 'web:old')), null);
    },
    twin: (world) =>
      breaking(world, {
        jobs: {
          async hand(job) {
            await world.store.jobs.hand(job);
            await world.store.jobs.putJob(job, job);
            return world.store.jobs.hand({ ...job, fence: 1 });
          },
        },
      }),
  },
  {
    name: 'hand() never takes a public thread, and changes nothing without a private one',
    async check(world) {
      const claimed = await talk(world, 'web:1', 'a', [], { audience: 'public' });
      await world.store.jobs.putJob({ agency: world.agency, person: claimed.person }, jobAt(0));
      const job = await claimOne(world);
      mustEqual(await world.store.jobs.hand(job), 'unreachable');
      mustEqual(await world.store.turns.claim(keyOf(world)), null);
      world.clock.advance(longMs);
      mustEqual((await claimOne(world)).key, 'k');
    },
    twin: (world) =>
      breaking(world, {
        jobs: {
          async hand(job) {
            await world.store.jobs.finishJob(job);
            return 'unreachable';
          },
        },
      }),
  },
  {
    name: "hand() never takes another agency's thread, though a person there has the same id",
    async check(world) {
      const person = await personIn(world, ['web:1']);
      const other = `${world.agency}-other`;
      await world.store.jobs.putJob({ agency: other, person }, jobAt(0));
      const job = given((await world.store.jobs.claimJobs(10_000)).find(({ agency }) => agency === other));
      mustEqual(await world.store.jobs.hand(job), 'unreachable');
      mustEqual(await world.store.turns.claim(keyOf(world)), null);
      await world.store.jobs.finishJob(job);
    },
    twin: (world) =>
      breaking(world, {
        jobs: {
          async hand(job) {
            await world.store.jobs.putJob({ ...job, agency: world.agency }, job);
            return world.store.jobs.hand({ ...job, agency: world.agency, fence: 1 });
          },
        },
      }),
  },
  {
    name: 'hand() of a job that was put again for the same time makes an event again',
    async check(world) {
      const { jobs, turns } = world.store;
      const person = await personIn(world, ['web:1']);
      for (const _ of [1, 2]) {
        await jobs.putJob({ agency: world.agency, person }, jobAt(0));
        await jobs.hand(await claimOne(world));
      }
      mustEqual(textsOf(await turns.claim(keyOf(world))), ['k', 'k']);
    },
    twin(world) {
      const handed = new Set<string>();
      return breaking(world, {
        jobs: {
          async hand(job) {
            if (handed.has(job.key)) return 'unreachable';
            handed.add(job.key);
            return world.store.jobs.hand(job);
          },
        },
      });
    },
  },
];

/** Somebody who talked in these private threads, one after the other. */
async function personIn(world: StoreWorld, threads: readonly string[]): Promise<string> {
  let person = '';
  for (const thread of threads) {
    world.clock.advance(1);
    ({ person } = await talk(world, thread, 'a', [], { speaker: { channel: 'web', account: 'one' } }));
  }
  return person;
}
