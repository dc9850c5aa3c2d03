import fc from 'fast-check';
import { loadKnowledge } from '../../../adapters/content.ts';
import type { RecommendationRequest } from '../../../bot/recommend/recommend.ts';
import { roles } from '../../../bot/vocabulary.ts';

/** The shipped content, read once for all tests of recommendations. */
export const knowledge = loadKnowledge();

/** Somebody of whom nothing is known, on the day on which the project was written. */
export const somebody: RecommendationRequest = {
  role: null,
  position: null,
  level: 'none',
  done: [],
  hoursLeft: null,
  hoursFrom: 'said',
  preference: 'any',
  focus: null,
  today: '2026-11-21',
};

const ids = [...knowledge.catalogue.items.keys()];
const hours = fc.option(fc.constantFrom(0, 0.5, 1, 2, 3, 12));

/** Anybody, on any day from before the first document to years after the last. */
export const anybody: fc.Arbitrary<RecommendationRequest> = fc.record({
  role: fc.option(fc.constantFrom(...roles)),
  position: fc.option(fc.constantFrom('manager' as const, 'staff' as const)),
  level: fc.constantFrom('none' as const, 'basic' as const, 'advanced' as const),
  done: fc.subarray([...ids, 'no-such-item']),
  hoursLeft: fc.option(fc.record({ total: hours, ai: hours })),
  hoursFrom: fc.constantFrom('said' as const, 'ledger' as const),
  preference: fc.constantFrom('online' as const, 'inPerson' as const, 'any' as const),
  focus: fc.option(
    fc.record({
      stage: fc.constantFrom('basic' as const, 'advanced' as const, 'practice' as const, 'any' as const, null),
      kind: fc.constantFrom('courses' as const, 'certificates' as const, 'any' as const, null),
    }),
  ),
  today: fc
    .date({ min: new Date('2024-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
});
