import type { Conversations } from '../../conversations.ts';
import { addressOf, privateAddressOf } from './address.ts';
import type { Arrival } from './parse-event.ts';
import { privateTargetOf, targetOf } from './target.ts';
import type { Typing } from './typing.ts';

/** What is taken, to be answered later. */
export type Taken = Exclude<Arrival, { readonly type: 'ignored' | 'invoked' }>;

/** What taking is made of. */
export interface TakeParts {
  readonly conversations: Conversations;
  readonly agency: string;
  readonly typing: Typing;
}

/** Hands an arrival to the conversations. Contract: it is durable when it resolves; rejects where it could not be kept. */
export async function takeArrival({ conversations, agency, typing }: TakeParts, arrival: Taken): Promise<void> {
  if (arrival.type === 'joined') {
    for (const scene of arrival.scenes)
      await conversations.join(privateAddressOf(scene, agency), arrival.how, arrival.how, privateTargetOf(scene));
    return;
  }
  const { scene, event } = arrival;
  const address = addressOf(scene, agency);
  if (arrival.type === 'takenBack') return conversations.withdraw(address, event);
  // The new words stand for the old ones, also where those were not answered yet.
  if (arrival.type === 'edited') await conversations.withdraw(address, arrival.replaces);
  const taken = await conversations.accept(address, arrival.message, event, targetOf(scene));
  if (taken === 'new') typing.show(scene);
}
