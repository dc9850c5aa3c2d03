import { z } from 'zod';
import { privateTarget } from './address.ts';
import { type Arrival, type Aside, ignored, type Place, type Shown } from './arrival.ts';

/** How the names of blocks below a streamed text begin: an update would show that text a second time. */
export const streamedBlock = 'streamed:';

const worded = z.looseObject({ text: z.string().default('') });
const action = z.looseObject({
  action_id: z.string(),
  block_id: z.string().default(''),
  action_ts: z.string().default(''),
  value: z.string().nullish(),
  text: worded.nullish(),
  selected_option: z.looseObject({ value: z.string().optional(), text: worded.optional() }).nullish(),
});
type Action = z.infer<typeof action>;

const schema = z.looseObject({
  team: z.looseObject({ id: z.string() }),
  user: z.looseObject({ id: z.string(), team_id: z.string().optional() }),
  trigger_id: z.string().default(''),
  response_url: z.string().nullish(),
  container: z
    .looseObject({
      type: z.string().optional(),
      message_ts: z.string().optional(),
      channel_id: z.string().optional(),
      thread_ts: z.string().optional(),
      is_ephemeral: z.boolean().optional(),
    })
    .optional(),
  channel: z.looseObject({ id: z.string() }).nullish(),
  message: z
    .looseObject({
      ts: z.string().optional(),
      thread_ts: z.string().optional(),
      text: z.string().optional(),
      blocks: z.array(z.unknown()).optional(),
    })
    .nullish(),
  actions: z.array(action),
});
type Payload = z.infer<typeof schema>;

/** A button, or one of a list, in a message or in App Home. */
export function parseAction(body: unknown): Arrival {
  const read = schema.safeParse(body);
  if (!read.success) return ignored('an action that cannot be read');
  const [taken] = read.data.actions;
  if (taken === undefined) return ignored('no action');
  const name = taken.action_id.split(':', 1)[0];
  if (name === 'choice') return parseChoice(read.data, taken);
  const place = placeOf(read.data);
  if (name === 'sources') {
    const passages = (taken.value ?? '').split(',').filter((id) => id !== '');
    return { type: 'sources', place, passages, trigger: read.data.trigger_id, aside: asideOf(read.data) };
  }
  return name === 'feedback' ? parseFeedback(read.data, taken) : ignored('an unknown action');
}

function parseChoice(payload: Payload, taken: Action): Arrival {
  const { action_id, action_ts, value, text, selected_option: option } = taken;
  const choice = option?.value ?? value ?? '';
  if (choice === '') return ignored('a choice without a value');
  return {
    type: 'chose',
    place: placeOf(payload),
    message: { text: option?.text?.text ?? text?.text ?? '', choice },
    event: `a:${action_ts}:${action_id}`,
    shown: taken.block_id.startsWith(streamedBlock) ? null : shownOf(payload),
    aside: asideOf(payload),
  };
}

function parseFeedback(payload: Payload, { value }: Action): Arrival {
  const receipt = payload.message?.ts ?? payload.container?.message_ts;
  if (receipt === undefined || (value !== 'useful' && value !== 'not_useful')) return ignored('a rating of nothing');
  const { trigger_id: trigger } = payload;
  return { type: 'rated', place: placeOf(payload), receipt, thought: value, trigger, aside: asideOf(payload) };
}

function asideOf({ response_url: url }: Payload): Aside {
  return url ?? null;
}

/** Only one person sees a direct message, App Home, and what is shown to them alone in a channel. */
function placeOf({ team, user, container, channel, message, response_url: url }: Payload): Place {
  const homeTeam = user.team_id ?? team.id;
  const channelId = channel?.id ?? container?.channel_id;
  const own = privateTarget(team.id, user.id);
  // A button of a view stands in no message, whatever channel was open beside it.
  const inMessage = (message?.ts ?? container?.message_ts) !== undefined && container?.type !== 'view';
  if (channelId === undefined || !inMessage) return { homeTeam, audience: 'private', target: own };
  if (container?.is_ephemeral === true)
    return { homeTeam, audience: 'private', target: { ...own, responseUrl: url ?? null } };
  const threadTs = message?.thread_ts ?? container?.thread_ts ?? message?.ts ?? container?.message_ts ?? null;
  const audience = channelId.startsWith('D') ? 'private' : 'public';
  return { homeTeam, audience, target: { ...own, channel: channelId, threadTs } };
}

/** The message in which the buttons stand, where it can be changed. */
function shownOf({ container, channel, message }: Payload): Shown | null {
  const id = channel?.id ?? container?.channel_id;
  if (id === undefined || message?.ts === undefined || message.blocks === undefined) return null;
  if (container?.is_ephemeral === true) return null;
  return { channel: id, ts: message.ts, text: message.text ?? '', blocks: message.blocks };
}
