import type { Language } from '../../../bot/index.ts';
import { channelWording } from '../../../prompts/index.ts';
import { cardBytesMax } from './limits.ts';
import type { CardAction, CardElement } from './render-element.ts';

/** An Adaptive Card as Teams draws it everywhere. */
export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: 'https://adaptivecards.io/schemas/adaptive-card.json';
  readonly version: '1.5';
  /** Two letters, as Adaptive Cards want it. */
  readonly lang: 'zh' | 'en';
  readonly fallbackText: string;
  readonly body: readonly CardElement[];
  readonly actions?: readonly CardAction[];
}

/** A piece of a card: shown, or hidden in the numbered group of quotes that one button opens. */
export interface CardItem {
  readonly element: CardElement;
  readonly quotes: number | null;
}

/** What all cards of a reply have, and what only the last one has. */
export interface Frame {
  readonly language: Language;
  readonly fallbackText: string;
  readonly footer: readonly CardElement[];
}

/** The pieces in order in as few cards as hold them, the footer on the last one. None for no pieces and no footer. */
export function renderCards(items: readonly CardItem[], frame: Frame): readonly AdaptiveCard[] {
  const sheets = packSheets(items, frame);
  if (sheets.length === 0 && frame.footer.length > 0) return [assemble([], frame)];
  return sheets.map((sheet, index) => {
    const footer = index === sheets.length - 1 ? frame.footer : [];
    return assemble(sheet, { ...frame, footer });
  });
}

/** One of these cards, where only one can be shown. */
export function pickCard(items: readonly CardItem[], frame: Frame, which: 'first' | 'last'): AdaptiveCard {
  return renderCards(items, frame).at(which === 'first' ? 0 : -1) ?? assemble(items, frame);
}

/** The language of a card. */
export function langOf(language: Language): AdaptiveCard['lang'] {
  return language === 'en' ? 'en' : 'zh';
}

/** Elements that are shown. */
export function shown(elements: readonly CardElement[]): readonly CardItem[] {
  return elements.map((element) => ({ element, quotes: null }));
}

/** Bytes as they are sent. */
function bytesOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}

function packSheets(items: readonly CardItem[], frame: Frame): readonly (readonly CardItem[])[] {
  const room = cardBytesMax - bytesOf(assemble([], frame)) - groupBytes(items, frame);
  const sheets: CardItem[][] = [];
  let left = 0;
  for (const item of items) {
    const bytes = bytesOf(item.element) + 1;
    const fits = bytes <= left;
    if (fits) sheets.at(-1)?.push(item);
    else sheets.push([item]);
    left = (fits ? left : room) - bytes;
  }
  return sheets;
}

function assemble(items: readonly CardItem[], { language, fallbackText, footer }: Frame): AdaptiveCard {
  const body = items.flatMap(({ element, quotes }, index) => {
    if (quotes === null) return [element];
    if (items[index - 1]?.quotes === quotes) return [];
    const group = items.filter((item) => item.quotes === quotes).map((item) => item.element);
    return renderGroup(quotes, group, language);
  });
  return {
    type: 'AdaptiveCard',
    $schema: 'https://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: langOf(language),
    fallbackText,
    body: [...body, ...footer],
  };
}

/** A button, and below it what it opens. */
function renderGroup(group: number, items: readonly CardElement[], language: Language): readonly CardElement[] {
  const id = `quotes-${group}`;
  return [
    {
      type: 'ActionSet',
      actions: [
        { type: 'Action.ToggleVisibility', title: channelWording[language].sources.button, targetElements: [id] },
      ],
    },
    { type: 'Container', id, isVisible: false, items },
  ];
}

function groupBytes(items: readonly CardItem[], { language }: Frame): number {
  return new Set(items.map(({ quotes }) => quotes)).size * bytesOf(renderGroup(items.length, [], language));
}
