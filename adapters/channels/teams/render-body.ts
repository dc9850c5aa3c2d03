import type { Part, Reply } from '../../../bot/index.ts';
import { channelWording } from '../../../prompts/index.ts';
import { fallbackCharactersMax, summaryCharactersMax } from './limits.ts';
import { type CardItem, shown } from './render-card.ts';
import { type CardElement, renderLines } from './render-element.ts';
import { isTelling, originOf } from './render-entity.ts';
import type { Sayable } from './render-message.ts';
import { renderPart, smallPrint } from './render-part.ts';
import { clip, withoutMarks } from './render-sentences.ts';
import { renderPlaces, renderQuotes } from './render-sources.ts';

/** A reply divided into what a message says and what a card shows. */
export interface Divided {
  readonly said: readonly Sayable[];
  readonly shown: readonly Part[];
}

/**
 * The text of a message has no tables, but only there Teams makes sources of marks. So all up to the first table is
 * said, with headings as bold lines, and the rest shown; a guided step is shown whole, for the next one replaces it.
 */
export function divide(reply: Reply): Divided {
  const { progress } = reply;
  const matter = matterOf(reply);
  const table = matter.findIndex((part) => part.type === 'table');
  const before = progress !== null ? [] : table === -1 ? matter : matter.slice(0, table);
  // A heading stays with the table that it heads.
  const said = before.slice(0, before.findLastIndex((part) => part.type !== 'heading' || table === -1) + 1);
  return { said: said.filter((part) => part.type !== 'table'), shown: matter.slice(said.length) };
}

/** A reply without its small print. */
export function matterOf({ parts }: Reply): readonly Part[] {
  return parts.filter((part) => part.type !== 'notice');
}

/** What the card of a reply shows of these parts, with its sources and small print; `group` numbers its quotes. */
export function renderBody(reply: Reply, parts: readonly Part[], group: number): readonly CardItem[] {
  return [
    ...shown([...renderProgress(reply), ...parts.flatMap(renderPart), ...renderPlaces(reply)]),
    ...renderQuotes(reply).map((element): CardItem => ({ element, quotes: group })),
    ...shown(renderSmallPrint(reply)),
  ];
}

/** What a notification says, and what stands for a card that cannot be drawn. Neither is empty. */
export function renderGist(reply: Reply): { readonly summary: string; readonly fallbackText: string } {
  const text = reply.parts.map((part) => withoutMarks(wordsOf(part))).join('\n');
  const words = text.trim() === '' ? channelWording[reply.language].automatic : text;
  return { summary: clip(words, summaryCharactersMax), fallbackText: clip(words, fallbackCharactersMax) };
}

function renderProgress({ progress, language }: Reply): readonly CardElement[] {
  if (progress === null) return [];
  return renderLines(channelWording[language].progress(progress.step, progress.of), smallPrint);
}

/** 「官方問答」 instead of a label for generated text; and under all that is told, that it was made automatically. */
function renderSmallPrint(reply: Reply): readonly CardElement[] {
  const { official, automatic } = channelWording[reply.language];
  const notices = reply.parts.filter((part) => part.type === 'notice');
  return [
    ...(originOf(reply) === 'official' ? renderLines(official, { size: 'small', weight: 'bolder' }) : []),
    ...notices.flatMap(renderPart),
    ...(notices.length === 0 && isTelling(reply) ? renderLines(automatic, smallPrint) : []),
  ];
}

function wordsOf(part: Part): string {
  if (part.type === 'list') return part.items.join('\n');
  if (part.type === 'table') return [part.caption, ...part.rows.map((row) => row.join(' '))].join('\n');
  return part.text;
}
