import { z } from 'zod';
import type { Message } from '../../../bot/index.ts';

/** Characters of what a button carries; ours have fewer, so that more is none of ours. */
const carriedCharactersMax = 500;

const carried = z.string().min(1).max(carriedCharactersMax);
const data = z.looseObject({ choice: carried, label: carried });
const executed = z.looseObject({ action: z.looseObject({ verb: z.literal('choose'), data }) });
const submitted = data.extend({ verb: z.literal('choose') });

/** The choice behind an `Action.Execute`; null for a card of somebody else, and for one that was tampered with. */
export function readExecuted(value: unknown): Message | null {
  return toMessage(executed.safeParse(value).data?.action.data);
}

/** The same from its fallback `Action.Submit`, which comes as a message with a value. */
export function readSubmitted(value: unknown): Message | null {
  return toMessage(submitted.safeParse(value).data);
}

function toMessage(tapped: z.infer<typeof data> | undefined): Message | null {
  return tapped === undefined ? null : { text: tapped.label, choice: tapped.choice };
}
