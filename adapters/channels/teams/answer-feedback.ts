import { z } from 'zod';
import type { Conversations, Rating } from '../../conversations.ts';
import type { TeamsEvent } from './activity.ts';
import { addressOf } from './address.ts';
import type { Scene } from './scene.ts';

/** Characters of a reason that are read; the dialog of Teams takes fewer. */
const reasonCharactersMax = 1_000;
/** Characters of the JSON around it. */
const feedbackCharactersMax = 10_000;

const words = z.looseObject({ feedbackText: z.string() });
const submitted = z.looseObject({
  actionName: z.literal('feedback'),
  actionValue: z.looseObject({ reaction: z.enum(['like', 'dislike']), feedback: z.unknown().optional() }),
});

/** Keeps what somebody thought of a message; `unknown` for what is no feedback, or on a message that is not kept. */
export async function answerFeedback(
  conversations: Conversations,
  scene: Scene,
  agency: string,
  { value, replyToId }: TeamsEvent,
): Promise<'kept' | 'unknown'> {
  const rating = readRating(value);
  if (rating === null || replyToId === undefined) return 'unknown';
  return conversations.rate(addressOf(scene, agency), replyToId, rating);
}

function readRating(value: unknown): Rating | null {
  const read = submitted.safeParse(value).data;
  if (read === undefined) return null;
  const { reaction, feedback } = read.actionValue;
  return { useful: reaction === 'like', reason: readReason(feedback).trim().slice(0, reasonCharactersMax) };
}

/** Most often a text that holds JSON; some clients send the object, or the bare words. */
function readReason(feedback: unknown): string {
  if (typeof feedback !== 'string') return words.safeParse(feedback).data?.feedbackText ?? '';
  const text = feedback.slice(0, feedbackCharactersMax);
  try {
    return words.safeParse(JSON.parse(text)).data?.feedbackText ?? '';
  } catch {
    return text;
  }
}
