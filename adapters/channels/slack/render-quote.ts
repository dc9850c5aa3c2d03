import type { RichTextBlock } from '@slack/types';
import type { Citation, Language } from '../../../bot/index.ts';
import { wordings } from '../../../prompts/index.ts';
import { blockTextMax, sourceLineMax } from './limits.ts';
import { piecesOf, renderInline, section } from './render-words.ts';
import { shorten } from './split-text.ts';

/** A quoted passage below the number of its mark, its document, edition and section, in as many blocks as it needs. */
export function renderQuote(citation: Citation, n: number, language: Language): readonly RichTextBlock[] {
  const { title, edition, section: place, quote } = citation;
  const line = `[${n}] ${wordings[language].source.line(title, edition, place)}`;
  const heading = section(shorten(line, sourceLineMax), 'bold');
  const [first = '', ...rest] = piecesOf(quote, blockTextMax - 2 * sourceLineMax);
  const head: RichTextBlock = { type: 'rich_text', elements: [heading, ...quoted(first)] };
  return [head, ...rest.map((piece): RichTextBlock => ({ type: 'rich_text', elements: quoted(piece) }))];
}

function quoted(piece: string): RichTextBlock['elements'] {
  return piece === '' ? [] : [{ type: 'rich_text_quote', elements: renderInline(piece) }];
}
