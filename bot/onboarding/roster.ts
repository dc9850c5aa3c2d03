import type { Knowledge } from '../../knowledge/index.ts';
import type { Change } from '../changes.ts';
import type { PersonRecords } from '../ports.ts';
import { keepOnboarding } from './keep.ts';
import { beginOnboarding } from './schedule.ts';
import { loadSetup } from './setup.ts';

/** A new employee, as far as a roster says. */
export interface Newcomer {
  /** The first working day, ISO date. */
  readonly startsOn: string;
  /** Null where the roster names none. */
  readonly unit: string | null;
}

/**
 * What begins the plan of somebody whom HR named as new; the job then welcomes them on the first day. Contract: idempotent; who
 * has begun already is left as they are, but for a unit that was not known. `today` is an ISO date.
 */
export async function enrol(
  knowledge: Knowledge,
  records: PersonRecords,
  { startsOn, unit }: Newcomer,
  today: string,
): Promise<readonly Change[]> {
  const known = await records.onboarding();
  if (known !== null)
    return known.unit === null && unit !== null ? [{ type: 'onboardingPut', onboarding: { ...known, unit } }] : [];
  const setup = await loadSetup(knowledge, records);
  const begun = beginOnboarding(setup.plan, setup.calendar, startsOn, { today, unit });
  return keepOnboarding(setup, begun, await records.preferences());
}
