import { type CheckedCard, type CheckedElement, cardSchema } from './card-schema.ts';
import { actionsOf, elementsOf } from './check-card.ts';
import { readMarkdown } from './read-markdown.ts';

/** A message or what is like one. */
interface Sent {
  readonly text?: string;
  readonly attachments?: readonly { readonly content: unknown }[];
}

/** Everything that somebody can read of messages, with all quotes opened. */
export function wordsOf(sent: readonly Sent[]): string {
  const cards = sent.flatMap(({ attachments = [] }) => attachments.map(({ content }) => cardSchema.parse(content)));
  return [...sent.map(({ text = '' }) => readMarkdown(text).shown), ...cards.map(wordsOfCard)].join('\n');
}

/** The buttons of messages that send something, by the label that they carry. */
export function buttonsOf(sent: readonly Sent[]): readonly string[] {
  return sent
    .flatMap(({ attachments = [] }) => attachments.flatMap(({ content }) => actionsOf(cardSchema.parse(content))))
    .flatMap((one) => (one.type === 'Action.Execute' ? [String(one.data['label'])] : []));
}

/** What a card says. */
export function wordsOfCard(card: CheckedCard): string {
  const buttons = (card.actions ?? []).map(({ title }) => title);
  return [...elementsOf(card.body).map(wordsOfElement), ...buttons].join('\n');
}

function wordsOfElement(element: CheckedElement): string {
  if (element.type === 'TextBlock') return element.text.replace(/\[(https:[^\]]+)\]\(\1\)/g, '$1');
  if (element.type === 'ActionSet')
    return element.actions
      .filter(({ type }) => type !== 'Action.ToggleVisibility')
      .map(({ title }) => title)
      .join('\n');
  if (element.type === 'RichTextBlock') return element.inlines.map(({ text }) => text).join('');
  return '';
}
