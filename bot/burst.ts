import { burstCharactersMax, burstGapMs } from './limits.ts';
import { readCommand } from './route.ts';
import type { Message } from './vocabulary.ts';

/** A message and when it came, milliseconds since 1970. */
export interface Arrived {
  readonly message: Message;
  readonly at: number;
}

/**
 * How many of the waiting messages, from the first, are one utterance: people press Enter in the middle of a sentence. Short typed
 * messages that came right after one another belong together; a button, a command, a number or a long message stands alone.
 * At least 1.
 */
export function countBurst(waiting: readonly Arrived[]): number {
  const [first] = waiting;
  if (first === undefined || !isFragment(first.message)) return 1;
  const apart = waiting.findIndex(
    ({ message, at }, index) => index > 0 && (!isFragment(message) || at - (waiting[index - 1]?.at ?? 0) > burstGapMs),
  );
  return apart === -1 ? waiting.length : apart;
}

/** The messages of a burst as one. */
export function joinBurst(messages: readonly Message[]): Message {
  return { text: messages.map((message) => message.text).join('\n'), choice: messages[0]?.choice ?? null };
}

function isFragment({ text, choice }: Message): boolean {
  const plain = text.trim();
  return (
    choice === null &&
    plain.length <= burstCharactersMax &&
    !/^\d{1,3}$/.test(plain) &&
    !/[?？]$/.test(plain) &&
    readCommand(plain) === null
  );
}
