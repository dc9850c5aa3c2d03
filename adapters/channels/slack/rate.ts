import { channelWording } from '../../../prompts/index.ts';
import { addressOf, writeRated } from './address.ts';
import type { Arrival } from './arrival.ts';
import type { Answer } from './door.ts';
import type { Handling } from './handling.ts';
import { inTime } from './in-time.ts';
import { reasonModal } from './render-modals.ts';
import { sayAside } from './say-aside.ts';
import { openView } from './show.ts';

type Of<Type extends Arrival['type']> = Extract<Arrival, { type: Type }>;

const { feedback, problem } = channelWording['zh-TW'];

/** Useful or not: kept with the turn, and whoever found it of no use is asked why. */
export async function keepRating(parts: Handling, arrival: Of<'rated'>): Promise<Answer> {
  const { place, receipt, thought, trigger, aside } = arrival;
  const rating = { useful: thought === 'useful', reason: '' };
  const kept = await inTime(parts.conversations.rate(addressOf(place, parts.agency), receipt, rating)).catch(
    (error: unknown) => {
      parts.tell('a rating was not kept', error);
      return null;
    },
  );
  if (kept === null) sayAside(parts, aside, problem.tryAgain);
  else if (kept === 'unknown') sayAside(parts, aside, feedback.gone);
  else if (rating.useful) sayAside(parts, aside, feedback.thanks);
  else void openView(parts, trigger, reasonModal(writeRated(place, receipt)));
  return null;
}

/** Why it was of no use: kept in the place of the rating without a reason. */
export async function keepReason(parts: Handling, { place, receipt, reason, field }: Of<'explained'>): Promise<Answer> {
  try {
    await inTime(parts.conversations.rate(addressOf(place, parts.agency), receipt, { useful: false, reason }));
    return null;
  } catch (error) {
    parts.tell('a reason was not kept', error);
    return { response_action: 'errors', errors: { [field.block]: problem.tryAgain } };
  }
}
