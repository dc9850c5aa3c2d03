import { z } from 'zod';
import type { Address } from '../../conversations.ts';
import type { Place, Target } from './arrival.ts';

/** The name before the threads of this channel. */
export const channelName = 'slack';

const schema = z.strictObject({
  team: z.string(),
  user: z.string(),
  channel: z.string(),
  threadTs: z.string().nullable(),
  responseUrl: z.string().nullable(),
});

/**
 * Who talks, and in which thread. All that only one person sees is one thread, wherever in Slack it is: direct messages, App
 * Home, commands and forms.
 */
export function addressOf({ audience, target }: Place, agency: string): Address {
  const { team, user, channel, threadTs } = target;
  const own = ownThread(target);
  const address = { agency, channel: channelName, account: `${team}/${user}`, audience };
  if (audience === 'private') return { ...address, thread: own, privately: null };
  const privately = { thread: own, target: writeTarget(privateTarget(team, user)) };
  return { ...address, thread: `${channelName}:${team}:${channel}:${threadTs ?? ''}`, privately };
}

/** The one thread of a person. */
export function ownThread({ team, user }: Pick<Target, 'team' | 'user'>): string {
  return `${channelName}:${team}:@${user}`;
}

/** The direct message with somebody, as a message of its own. */
export function privateTarget(team: string, user: string): Target {
  return { team, user, channel: user, threadTs: null, responseUrl: null };
}

/** The target as conversations keep it. */
export function writeTarget(target: Target): string {
  return JSON.stringify(target);
}

/** The target again; null for what this version did not write. */
export function readTarget(text: string): Target | null {
  return readJson(text, schema);
}

const ratedSchema = z.strictObject({
  homeTeam: z.string(),
  audience: z.enum(['private', 'public']),
  target: schema,
  receipt: z.string(),
});

/** Which message is rated, and where it stands, as a form carries it along; that form can be sent by nobody else. */
export function writeRated(place: Place, receipt: string): string {
  return JSON.stringify({ ...place, receipt });
}

/** What `writeRated()` wrote; null for anything else. */
export function readRated(text: string): { readonly place: Place; readonly receipt: string } | null {
  const read = readJson(text, ratedSchema);
  if (read === null) return null;
  const { receipt, ...place } = read;
  return { place, receipt };
}

function readJson<T>(text: string, shape: z.ZodType<T>): T | null {
  try {
    return shape.safeParse(JSON.parse(text)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
