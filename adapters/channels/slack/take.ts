import { channelWording } from '../../../prompts/index.ts';
import type { SlackSettings } from '../../channel-settings.ts';
import type { Arrival, Ignored } from './arrival.ts';
import type { Answer, Take } from './door.ts';
import type { Identity, Own } from './identity.ts';
import { parsePayload } from './parse-payload.ts';

/** What taking in needs. */
export interface TakeParts {
  readonly settings: SlackSettings;
  readonly identity: Identity;
  /** Contract: as `Take`. */
  handle(arrival: Exclude<Arrival, Ignored>): Promise<Answer>;
  onIgnored(reason: string): void;
  tell(what: string, error: unknown): void;
}

/** Lets in what comes from a workspace that is served, and hands it on. */
export function createTake({ settings, identity, handle, onIgnored, tell }: TakeParts): Take {
  return async (body) => {
    try {
      const own = await whoWeAre(settings, identity);
      const arrival = parsePayload(body, own?.user ?? null);
      if (arrival.type !== 'ignored' && isServed(arrival, settings, own)) return await handle(arrival);
      onIgnored(arrival.type === 'ignored' ? arrival.reason : 'another workspace');
      return arrival.type === 'command' ? { text: channelWording['zh-TW'].problem.otherOrganisation } : null;
    } catch (error) {
      tell('what came was not kept', error);
      throw error;
    }
  };
}

/** Asked of Slack only where no workspace is set. */
async function whoWeAre({ teams }: SlackSettings, identity: Identity): Promise<Own | null> {
  return teams.length === 0 ? identity.ask() : identity.known();
}

/** In a channel that two organisations share, only our own people are served. */
function isServed({ place }: Exclude<Arrival, Ignored>, { teams }: SlackSettings, own: Own | null): boolean {
  const served = teams.length === 0 ? [own?.team] : teams;
  return served.includes(place.target.team) && served.includes(place.homeTeam);
}
