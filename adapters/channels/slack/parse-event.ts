import { z } from 'zod';
import { privateTarget } from './address.ts';
import { type Arrival, type Ignored, ignored, type Place } from './arrival.ts';
import { parseMessage } from './parse-message.ts';

const envelope = z.looseObject({
  team_id: z.string(),
  event: z.looseObject({ type: z.string() }),
  authorizations: z
    .array(z.looseObject({ user_id: z.string().optional(), is_bot: z.boolean().optional() }))
    .default([]),
});
const opened = z.looseObject({ user: z.string(), channel: z.string(), tab: z.string().default('home') });
const joinedWorkspace = z.looseObject({
  user: z.looseObject({ id: z.string(), team_id: z.string().optional(), is_bot: z.boolean().optional() }),
});
const joinedChannel = z.looseObject({ user: z.string(), channel: z.string(), team: z.string().optional() });

/** What the Events API tells: messages, App Home, and who came. */
export function parseEvent(body: unknown, ownUser: string | null): Arrival {
  const read = envelope.safeParse(body);
  if (!read.success) return ignored('an event without workspace or type');
  const { team_id: team, event, authorizations } = read.data;
  const told = authorizations.flatMap((one) => (one.is_bot === false ? [] : (one.user_id ?? [])));
  const bots = new Set(ownUser === null ? told : [...told, ownUser]);
  switch (event.type) {
    case 'message':
    case 'app_mention':
      return parseMessage(event, team, bots);
    case 'app_home_opened':
      return parseOpened(event, team);
    case 'team_join':
      return parseJoinedWorkspace(event, team);
    case 'member_joined_channel':
      return parseJoinedChannel(event, team, bots);
    default:
      return ignored('an event of another type');
  }
}

function parseOpened(event: unknown, team: string): Arrival {
  const read = opened.safeParse(event);
  if (!read.success) return ignored('App Home of nobody');
  const { user, channel, tab } = read.data;
  if (tab !== 'home' && tab !== 'messages') return ignored('another tab of App Home');
  return { type: 'opened', tab, place: ownPlace(team, team, user, channel) };
}

function parseJoinedWorkspace(event: unknown, team: string): Arrival {
  const read = joinedWorkspace.safeParse(event);
  if (!read.success) return ignored('somebody unknown joined');
  const { id, team_id: home, is_bot: isBot } = read.data.user;
  return isBot === true ? botJoined : { type: 'arrived', place: ownPlace(team, home ?? team, id, id), channel: null };
}

function parseJoinedChannel(event: unknown, team: string, bots: ReadonlySet<string>): Arrival {
  const read = joinedChannel.safeParse(event);
  if (!read.success) return ignored('somebody unknown joined');
  const { user, channel, team: home } = read.data;
  return bots.has(user) ? botJoined : { type: 'arrived', place: ownPlace(team, home ?? team, user, user), channel };
}

const botJoined: Ignored = ignored('a bot joined');

function ownPlace(team: string, homeTeam: string, user: string, channel: string): Place {
  return { homeTeam, audience: 'private', target: { ...privateTarget(team, user), channel } };
}
