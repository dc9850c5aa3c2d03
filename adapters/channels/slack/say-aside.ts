import type { Aside } from './arrival.ts';
import type { Handling } from './handling.ts';

/** Says something that only whoever tapped sees, and does not wait for it. */
export function sayAside({ respond, tell }: Pick<Handling, 'respond' | 'tell'>, aside: Aside, text: string): void {
  if (aside === null) return;
  void respond(aside, { text }).then((called) => {
    if (called.type === 'failed') tell(`a word aside was not said: ${called.code}`);
  });
}
