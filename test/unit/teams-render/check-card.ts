import { z } from 'zod';
import { type CheckedCard, type CheckedElement, cardSchema } from './card-schema.ts';

/** Teams refuses a card of this size, bytes. */
const cardBytesMax = 28_000;
/** Teams draws no more. */
const actionsMax = 6;

/** What Teams would refuse or a phone could not show of a card, one line each; none for a good one. */
export function checkCard(card: unknown): readonly string[] {
  const { data, error } = cardSchema.safeParse(card);
  const bytes = Buffer.byteLength(JSON.stringify(card) ?? '', 'utf8');
  const size = bytes < cardBytesMax ? [] : [`a card of ${bytes} bytes`];
  if (data === undefined) return [...size, z.prettifyError(error)];
  return [...size, ...checkActions(data), ...checkIds(data), ...checkTexts(data)];
}

/** All elements of a card, those in containers after their container. */
export function elementsOf(elements: readonly CheckedElement[]): readonly CheckedElement[] {
  return elements.flatMap((one) => (one.type === 'Container' ? [one, ...one.items] : [one]));
}

/** All actions of a card; a fallback takes the place of its action and is none of its own. */
export function actionsOf(card: CheckedCard) {
  const inBody = elementsOf(card.body).flatMap((one) => (one.type === 'ActionSet' ? one.actions : []));
  return [...inBody, ...(card.actions ?? [])];
}

function checkActions(card: CheckedCard): readonly string[] {
  const { length } = actionsOf(card);
  return length <= actionsMax ? [] : [`${length} actions`];
}

function checkIds(card: CheckedCard): readonly string[] {
  const ids = elementsOf(card.body).flatMap(({ id }) => (id === undefined ? [] : [id]));
  const targets = actionsOf(card).flatMap((one) => (one.type === 'Action.ToggleVisibility' ? one.targetElements : []));
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `the id ${id} stands twice`),
    ...targets.filter((id) => !ids.includes(id)).map((id) => `nothing has the id ${id}`),
  ];
}

/** Phones show the escapes of markdown as backslashes, so that a text must need none; an address may link to itself. */
function checkTexts(card: CheckedCard): readonly string[] {
  return elementsOf(card.body).flatMap((one) => {
    if (one.type !== 'TextBlock') return [];
    const rest = one.text.replace(/\[(https:[^\]]+)\]\(\1\)/g, '').replace(/\[\d{1,2}\](?![(:])/g, '');
    return /[\\`*_~#<>&[\]]|^\s*(?:[-+]|\d+[.)])/.test(rest) ? [`markdown in a card: ${one.text}`] : [];
  });
}
