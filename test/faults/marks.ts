/** What a message of the load asks the bot to do beside answering: nothing, add to the ledger, or come back later. */
export type MarkKind = 'plain' | 'count' | 'job';

/** The number that a message carries, by which it is found again in turns and replies. */
export interface Mark {
  readonly number: number;
  readonly kind: MarkKind;
}

const letters: Readonly<Record<MarkKind, string>> = { plain: '', count: 'c', job: 'j' };

/** The mark as it stands in a text: `#12`, `#12c`, `#12j`. */
export function writeMark({ number, kind }: Mark): string {
  return `#${number}${letters[kind]}`;
}

/** All marks of a text, in order. */
export function readMarks(text: string): readonly Mark[] {
  return [...text.matchAll(/#(\d+)([cj]?)/g)].map(([, number, letter]) => ({
    number: Number(number),
    kind: letter === 'c' ? 'count' : letter === 'j' ? 'job' : 'plain',
  }));
}
