import { z } from 'zod';
import { privateTarget, readRated } from './address.ts';
import { type Arrival, type Field, ignored, type Place } from './arrival.ts';
import { plainWords } from './plain-words.ts';

const command = z.looseObject({
  command: z.string(),
  text: z.string().default(''),
  team_id: z.string(),
  user_id: z.string(),
  response_url: z.string().nullish(),
  trigger_id: z.string().default(''),
});

/** The slash command. Whoever wrote it sees the answer alone, wherever that was. */
export function parseCommand(body: unknown): Arrival {
  const read = command.safeParse(body);
  if (!read.success) return ignored('a command that cannot be read');
  const { team_id: team, user_id: user, trigger_id: trigger, response_url: url, text } = read.data;
  const target = { ...privateTarget(team, user), responseUrl: url ?? null };
  return {
    type: 'command',
    place: { homeTeam: team, audience: 'private', target },
    command: read.data.command,
    text: plainWords(text),
    event: `c:${trigger}`,
  };
}

const person = {
  team: z.looseObject({ id: z.string() }),
  user: z.looseObject({ id: z.string(), team_id: z.string().optional() }),
};
const shortcut = z.looseObject({
  ...person,
  callback_id: z.string(),
  trigger_id: z.string().default(''),
  message: z.looseObject({ text: z.string().nullish() }).optional(),
});

/** A shortcut: the global one, or the one on somebody's message. */
export function parseShortcut(body: unknown): Arrival {
  const read = shortcut.safeParse(body);
  if (!read.success) return ignored('a shortcut that cannot be read');
  const { callback_id: name, trigger_id: trigger, message } = read.data;
  const place = ownPlace(read.data);
  if (name === 'ask_hr') return { type: 'asking', place, trigger };
  if (name !== 'hand_to_hr') return ignored('an unknown shortcut');
  return { type: 'handing', place, trigger, text: plainWords(message?.text ?? '') };
}

const input = z.looseObject({
  type: z.string().optional(),
  value: z.string().nullish(),
  selected_option: z.looseObject({ value: z.string() }).nullish(),
});
const submission = z.looseObject({
  ...person,
  view: z.looseObject({
    id: z.string(),
    hash: z.string().default(''),
    callback_id: z.string().default(''),
    private_metadata: z.string().default(''),
    state: z.looseObject({ values: z.record(z.string(), z.record(z.string(), input)).default({}) }).optional(),
  }),
});
type Submission = z.infer<typeof submission>;

/** A form that was sent. The same form sent twice has the same name. */
export function parseSubmission(body: unknown): Arrival {
  const read = submission.safeParse(body);
  if (!read.success) return ignored('a form that cannot be read');
  const { view } = read.data;
  const place = ownPlace(read.data);
  const field = wordsOf(view) ?? { block: '', text: '' };
  switch (view.callback_id) {
    case 'ask':
    case 'handoff':
      return { type: 'submitted', place, form: view.callback_id, field, event: `v:${view.id}:${view.hash}` };
    case 'reason':
      return parseReason(view, place, field);
    default:
      return ignored('an unknown form');
  }
}

/** Why an answer was of no use: one of the reasons offered, and words. */
function parseReason(view: Submission['view'], own: Place, field: Field): Arrival {
  const rated = readRated(view.private_metadata);
  if (rated === null) return ignored('a reason for nothing');
  const { team, user } = own.target;
  const place = { ...rated.place, homeTeam: own.homeTeam, target: { ...rated.place.target, team, user } };
  const chosen = inputsOf(view).find(({ input: { selected_option: option } }) => option != null)?.input;
  const reason = [chosen?.selected_option?.value ?? '', field.text].filter((one) => one !== '').join('：');
  return { type: 'explained', place, receipt: rated.receipt, reason, field };
}

function wordsOf(view: Submission['view']): Field | undefined {
  const words = inputsOf(view).find(({ input: { type } }) => type === undefined || type === 'plain_text_input');
  return words === undefined ? undefined : { block: words.block, text: (words.input.value ?? '').trim() };
}

function inputsOf({ state }: Submission['view']) {
  const blocks = Object.entries(state?.values ?? {});
  return blocks.flatMap(([block, inputs]) => Object.values(inputs).map((one) => ({ block, input: one })));
}

function ownPlace({ team, user }: { team: { id: string }; user: { id: string; team_id?: string | undefined } }): Place {
  return { homeTeam: user.team_id ?? team.id, audience: 'private', target: privateTarget(team.id, user.id) };
}
