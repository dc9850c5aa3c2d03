import { maskPersonalData } from './privacy/mask.ts';
import { keepVisible } from './visible-text.ts';
import type { Message } from './vocabulary.ts';

/** The message as it may be kept: invisible characters out, personal data masked. Doing it again changes nothing. */
export function receiveMessage(message: Message): Message {
  return { ...message, text: maskPersonalData(keepVisible(message.text)).text };
}
