import { loadKnowledge } from '../../../adapters/content.ts';
import { createBot, emptySession } from '../../../bot/index.ts';

/** A question of the official set, and the section that answers it. */
export const question = { words: '陞任會加幾分？', section: 'Q5', answer: '配分由各機關' } as const;

let quote: Promise<string> | undefined;

/** What the last source of its answer quotes, which the answer itself does not repeat in these words. */
export function officialQuote(): Promise<string> {
  quote ??= createBot(loadKnowledge())
    .turn(emptySession, { text: question.words, choice: null }, { now: 0, today: '2026-11-23' }, null)
    .then(({ replies }) => replies[0]?.citations.at(1)?.quote ?? '');
  return quote;
}

/** Without white space, marks of sources and quotation marks. */
export function fold(text: string): string {
  return text.replace(/\[\d{1,2}\]|[\s「」『』\u2060]/g, '');
}
