import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PersonRecords } from '../../bot/index.ts';
import { createScriptedRecords } from '../unit/scripted-records.ts';
import { anyChange } from './change-samples.ts';
import { onEachPlace, places, useWorld } from './store-places.ts';
import { newAgency, type StoreWorld, talk } from './store-world.ts';

/** Runs of the property; each is a few commits, which wait for a server on one of the places. */
const runs = { memory: 60, file: 30, PostgreSQL: 20 };

onEachPlace(places, (kind) => {
  const world = useWorld(kind);

  it('keeps after any changes what the plainest reading of them keeps', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(anyChange, { maxLength: 6 }), { maxLength: 5 }), async (turns) => {
        const here = { ...world(), agency: newAgency() };
        const oracle = createScriptedRecords();
        const somebody = await talk(here, 'web:2', 'another person', turns[0] ?? []);
        const first = await talk(here, 'web:1', 'a');
        for (const [at, changes] of turns.entries()) {
          await talk(here, 'web:1', `turn ${at}`, changes);
          oracle.apply(changes);
        }
        expect(await kept(here.store.turns.records(first))).toEqual(await kept(oracle));
        expect(await jobsOf(here, first.person)).toEqual(sorted([...oracle.jobs.values()]));
        expect((await kept(here.store.turns.records(somebody))).hours.length).toBeLessThanOrEqual(6);
      }),
      { numRuns: runs[kind.name] },
    );
  });

  it('keeps the same when the changes of a turn are applied twice', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyChange, { maxLength: 8 }), async (changes) => {
        const here = { ...world(), agency: newAgency() };
        const once = here.store.turns.records(await talk(here, 'web:1', 'a', changes));
        const before = await kept(once);
        // A change and its opposite are not the same twice; the last of each stands.
        await talk(here, 'web:1', 'b', changes);
        const oracle = createScriptedRecords();
        oracle.apply([...changes, ...changes]);
        expect(await kept(once)).toEqual(await kept(oracle));
        expect(before.onboarding).toEqual((await kept(oracle)).onboarding);
      }),
      { numRuns: runs[kind.name] / 2 },
    );
  });
});

/** Everything of somebody, in an order that both tell. */
async function kept(records: PersonRecords) {
  return {
    hours: sorted(await records.hours()),
    certificates: sorted(await records.certificates()),
    onboarding: await records.onboarding(),
    preferences: await records.preferences(),
  };
}

async function jobsOf({ store, agency }: StoreWorld, person: string) {
  const rows = await store.engine.db
    .selectFrom('job')
    .selectAll()
    .where('agency', '=', agency)
    .where('person', '=', person)
    .execute();
  return sorted(rows.map(({ key, kind, due_at: dueAt, detail }) => ({ key, kind, dueAt, detail })));
}

function sorted<T extends object>(entries: readonly T[]): readonly T[] {
  const text = (entry: T): string => JSON.stringify(Object.entries(entry).toSorted());
  return [...entries].sort((one, other) => (text(one) < text(other) ? -1 : 1));
}
