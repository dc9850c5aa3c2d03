import type { Found, Part } from '../../../bot/index.ts';
import { previewCharactersMax } from './limits.ts';
import { matterOf, renderBody, renderGist } from './render-body.ts';
import { pickCard, renderCards, shown } from './render-card.ts';
import { renderPart } from './render-part.ts';
import type { CardAttachment } from './render-reply.ts';
import { clip } from './render-sentences.ts';

/** An answer to be put into somebody's message, and how it is listed before it is chosen. */
export type FoundAttachment = CardAttachment & {
  readonly preview: {
    readonly contentType: 'application/vnd.microsoft.card.thumbnail';
    readonly content: { readonly title: string; readonly text: string };
  };
};

/**
 * The question, its answer, where it stands and its quotes in one card without choices: it needs no assistant where it
 * is read. Of an answer that is too long for a card there is the first part, with its sources.
 */
export function renderFoundCard({ title, reply }: Found): FoundAttachment {
  const { summary, fallbackText } = renderGist(reply);
  const frame = { language: reply.language, fallbackText, footer: [] };
  const heading: Part = { type: 'heading', text: clip(title, previewCharactersMax) };
  const answer = [heading, ...matterOf(reply)].flatMap(renderPart);
  const proof = renderBody(reply, [], 1);
  const cardsOf = (count: number) => renderCards([...shown(answer.slice(0, count)), ...proof], frame);
  let count = answer.length;
  while (count > 1 && cardsOf(count).length > 1) count -= 1;
  return {
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: pickCard([...shown(answer.slice(0, count)), ...proof], frame, 'first'),
    preview: {
      contentType: 'application/vnd.microsoft.card.thumbnail',
      content: { title: clip(title, previewCharactersMax), text: summary },
    },
  };
}
