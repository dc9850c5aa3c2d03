import { awaitsNumber } from './learning/open-question.ts';
import { openChoices, type Session } from './session.ts';
import type { Choice } from './vocabulary.ts';

/** The open button that the message names by its number or its words, or null. */
export function namedChoice(session: Session, text: string): Choice | null {
  const open = openChoices(session);
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/[.。)）、]$/, '');
  if (/^\d{1,2}$/.test(plain)) return awaitsNumber(session) ? null : (open[Number(plain) - 1] ?? null);
  return open.find((choice) => choice.label === plain) ?? null;
}
