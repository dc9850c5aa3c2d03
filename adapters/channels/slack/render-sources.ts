import type { KnownBlock } from '@slack/types';
import type { Citation, Reply } from '../../../bot/index.ts';
import { channelWording, wordings } from '../../../prompts/index.ts';
import { buttonValueMax, sourceLineMax, sourcesShownMax } from './limits.ts';
import { plain, renderContext } from './render-words.ts';
import { shorten } from './split-text.ts';

/** Where a reply has it from, in small print, and the button that opens the quoted passages; nothing without sources. */
export function renderSources({ citations, language }: Reply): readonly KnownBlock[] {
  if (citations.length === 0) return [];
  const { sources } = channelWording[language];
  const places = placesOf(citations, wordings[language].source.line);
  const lines = places
    .slice(0, sourcesShownMax)
    .map(([place, marks]) => shorten(sources.line(marks, place), sourceLineMax));
  const more = places.length > sourcesShownMax ? [sources.more(places.length - sourcesShownMax)] : [];
  const button = passagesOf(citations);
  return [
    ...renderContext([sources.heading, ...lines, ...more].join('\n')),
    ...(button === '' ? [] : [sourcesButton(sources.button, button)]),
  ];
}

function sourcesButton(label: string, value: string): KnownBlock {
  return { type: 'actions', elements: [{ type: 'button', action_id: 'sources', text: plain(label), value }] };
}

/** Each place once, with the marks that point to it. */
function placesOf(
  citations: readonly Citation[],
  line: (title: string, edition: string, section: string) => string,
): readonly (readonly [place: string, marks: string])[] {
  const marks = new Map<string, string>();
  for (const [index, { title, edition, section }] of citations.entries()) {
    const place = line(shortTitle(title), edition, section);
    marks.set(place, `${marks.get(place) ?? ''}[${index + 1}]`);
  }
  return [...marks];
}

/** 「人事推動實務問答集」 of 「AI公務人才認定指引：人事推動實務問答集」. */
function shortTitle(title: string): string {
  return title.slice(title.lastIndexOf('：') + 1);
}

/** As many whole ids as a button carries; an answer has ten, a button room for hundreds. */
function passagesOf(citations: readonly Citation[]): string {
  let value = '';
  for (const { passage } of citations) {
    const longer = value === '' ? passage : `${value},${passage}`;
    if (longer.length > buttonValueMax) break;
    value = longer;
  }
  return value;
}
