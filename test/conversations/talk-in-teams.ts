import { createPushedSurface } from '../conformance/channels/pushed-surface.ts';
import { honest } from '../conformance/channels/tampering.ts';
import { openTeams } from '../conformance/channels/teams-channel.ts';
import type { Surface } from './talk.ts';

/** The Teams channel with a strict connector in this process: activities in, activities out, cards replaced in place. */
export function createTeamsSurface(): Surface {
  return createPushedSurface('teams', openTeams, honest);
}
