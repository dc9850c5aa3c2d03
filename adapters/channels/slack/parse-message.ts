import { z } from 'zod';
import { type Arrival, ignored, type Place } from './arrival.ts';
import { mentions, plainWords, withoutMentions } from './plain-words.ts';

const said = z.looseObject({
  user: z.string().optional(),
  ts: z.string(),
  text: z.string().nullish(),
  thread_ts: z.string().optional(),
  subtype: z.string().optional(),
  bot_id: z.string().nullish(),
  edited: z.looseObject({ ts: z.string() }).nullish(),
});
type Said = z.infer<typeof said>;

const schema = z.looseObject({
  type: z.string(),
  channel: z.string(),
  channel_type: z.string().optional(),
  subtype: z.string().optional(),
  user_team: z.string().optional(),
  source_team: z.string().optional(),
  team: z.string().optional(),
  message: said.optional(),
  previous_message: said.optional(),
  deleted_ts: z.string().optional(),
});
type Event = z.infer<typeof schema>;

/** Subtypes of a message that somebody wrote; all others tell of joins, topics, reminders and bots. */
const spoken: readonly (string | undefined)[] = [undefined, 'file_share', 'thread_broadcast', 'me_message'];

/** A message or a mention, new, changed or taken back. `bots` are the accounts of this app. */
export function parseMessage(event: unknown, team: string, bots: ReadonlySet<string>): Arrival {
  const read = schema.safeParse(event);
  if (!read.success) return ignored('a message that cannot be read');
  const { subtype, message, previous_message: before } = read.data;
  if (subtype === 'message_deleted') return parseWithdrawn(read.data, before, team, bots);
  if (subtype === 'message_changed') {
    // What has replies leaves a stone where it stood.
    if (message?.subtype === 'tombstone') return parseWithdrawn(read.data, before, team, bots);
    if (message?.edited == null || message.text === before?.text) return ignored('a message whose words are the same');
    return parseSaid(read.data, message, team, bots, namesOf(message.ts, before));
  }
  const now = said.safeParse(event);
  if (!now.success) return ignored('a message that cannot be read');
  // A mention that was changed comes as a mention again.
  const replaces = now.data.edited == null ? [] : [nameOf(now.data.ts, undefined)];
  return parseSaid(read.data, now.data, team, bots, replaces);
}

function parseSaid(
  event: Event,
  message: Said,
  team: string,
  bots: ReadonlySet<string>,
  replaces: readonly string[],
): Arrival {
  const { user, text, ts, edited } = message;
  if (!spoken.includes(message.subtype)) return ignored('a message of another subtype');
  if (user === undefined || message.bot_id != null || bots.has(user)) return ignored('a message of a bot');
  const words = text ?? '';
  if (!isDirect(event) && event.type === 'message' && !mentions(words, bots))
    return ignored('a message in a channel that does not mention the assistant');
  return {
    type: 'said',
    place: placeOf(event, message, user, team),
    text: plainWords(isDirect(event) ? words : withoutOwnMention(words, bots)),
    event: nameOf(ts, edited?.ts),
    replaces,
  };
}

function parseWithdrawn(event: Event, before: Said | undefined, team: string, bots: ReadonlySet<string>): Arrival {
  if (before?.user === undefined) return ignored('a message of nobody was taken back');
  if (before.bot_id != null || bots.has(before.user)) return ignored('a message of a bot was taken back');
  return { type: 'withdrawn', place: placeOf(event, before, before.user, team), events: namesOf(before.ts, before) };
}

/** The names that a message has had up to now. */
function namesOf(ts: string, before: Said | undefined): readonly string[] {
  return [nameOf(ts, undefined), ...(before?.edited == null ? [] : [nameOf(ts, before.edited.ts)])];
}

/** The same however often and in whatever kind of event it comes; words that were changed are a new message. */
function nameOf(ts: string, editedTs: string | undefined): string {
  return editedTs === undefined ? `m:${ts}` : `m:${ts}:${editedTs}`;
}

function placeOf(event: Event, message: Said, user: string, team: string): Place {
  return {
    homeTeam: event.user_team ?? event.source_team ?? event.team ?? team,
    audience: isDirect(event) ? 'private' : 'public',
    target: { team, user, channel: event.channel, threadTs: message.thread_ts ?? message.ts, responseUrl: null },
  };
}

function isDirect({ channel, channel_type: type }: Event): boolean {
  return type === undefined ? channel.startsWith('D') : type === 'im';
}

/** Where the app's account is not told, the mention at the beginning is it. */
function withoutOwnMention(text: string, bots: ReadonlySet<string>): string {
  return bots.size > 0 ? withoutMentions(text, bots) : text.replace(/^\s*<@\w+(?:\|[^<>]*)?>/, '');
}
