import type { Reply } from '../../../bot/index.ts';
import { channelWording } from '../../../prompts/index.ts';
import { placesShownMax } from './limits.ts';
import { type CardElement, renderLines } from './render-element.ts';
import { placeOf } from './render-entity.ts';
import { smallPrint } from './render-part.ts';

/** Where an answer stands, place by place with its marks; many places are cut, for the quotes name all of them. */
export function renderPlaces(reply: Reply): readonly CardElement[] {
  if (reply.citations.length === 0) return [];
  const { heading, line, more } = channelWording[reply.language].sources;
  const numbered = reply.citations.map((citation, index) => ({
    mark: `[${index + 1}]`,
    place: placeOf(citation, reply),
  }));
  const places = [...Map.groupBy(numbered, ({ place }) => place)];
  const shown = places
    .slice(0, placesShownMax)
    .flatMap(([place, marked]) =>
      renderLines(line(marked.map(({ mark }) => mark).join(''), place), { ...smallPrint, spacing: 'none' }),
    );
  const hidden = places.length - placesShownMax;
  return [
    ...renderLines(heading, { weight: 'bolder', size: 'small', spacing: 'medium' }),
    ...shown,
    ...(hidden > 0 ? renderLines(more(hidden), { ...smallPrint, spacing: 'none' }) : []),
  ];
}

/** Every passage that a reply rests on, whole. */
export function renderQuotes(reply: Reply): readonly CardElement[] {
  return reply.citations.flatMap((citation, index) => [
    ...renderLines(`[${index + 1}] ${placeOf(citation, reply)}`, {
      size: 'small',
      weight: 'bolder',
      spacing: 'medium',
    }),
    ...renderLines(citation.quote, { spacing: 'small' }),
  ]);
}
