import type { Knowledge } from '../knowledge/index.ts';
import type { Job } from './changes.ts';
import { unreachable } from './errors.ts';
import type { Handled } from './handled.ts';
import { handleOfferDue } from './join.ts';
import { handleHoursDue } from './learning/due.ts';
import { handleOnboardingDue } from './onboarding/due.ts';
import type { PersonTurn } from './person-turn.ts';

/** Does what a person's job is for, by its kind. */
export function handleDue(knowledge: Knowledge, turn: PersonTurn, job: Job): Promise<Handled> {
  switch (job.kind) {
    case 'onboarding':
      return handleOnboardingDue(knowledge, turn, job);
    case 'hours':
      return handleHoursDue(knowledge, turn, job);
    case 'offer':
      return handleOfferDue(knowledge, turn);
    default:
      return unreachable(job.kind);
  }
}
