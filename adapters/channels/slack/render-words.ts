import type {
  ContextBlock,
  PlainTextElement,
  RichTextBlock,
  RichTextElement,
  RichTextList,
  RichTextSection,
} from '@slack/types';
import { blockTextMax, linksPerTextMax } from './limits.ts';
import { isBlank } from './render-clean.ts';
import { countedLength } from './render-escaped.ts';
import { splitText } from './split-text.ts';

/** Words as they stand: nothing in them becomes formatting, a name or a picture. */
export function plain(text: string): PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}

/** Small print in as many blocks as it needs. */
export function renderContext(text: string): readonly ContextBlock[] {
  return piecesOf(text).map((piece) => ({ type: 'context', elements: [plain(piece)] }));
}

/** A text in as many blocks as it needs. Rich text, because there no sign that a document wrote can format or call anybody. */
export function renderParagraph(text: string, weight: 'plain' | 'bold' = 'plain'): readonly RichTextBlock[] {
  return piecesOf(text).map((piece) => ({ type: 'rich_text', elements: [section(piece, weight)] }));
}

/** A text as pieces that fit into a block each; none is empty. */
export function piecesOf(text: string, max: number = blockTextMax): readonly string[] {
  return splitText(text, max)
    .map((piece) => piece.trim())
    .filter((piece) => !isBlank(piece));
}

/** One piece of rich text, its addresses as links. */
export function section(text: string, weight: 'plain' | 'bold' = 'plain'): RichTextSection {
  return { type: 'rich_text_section', elements: renderInline(text, weight) };
}

/** Words and links of one line. */
export function renderInline(text: string, weight: 'plain' | 'bold' = 'plain'): RichTextElement[] {
  const pieces = text.split(address);
  if (pieces.length > 2 * linksPerTextMax + 1) return [words(text, weight)];
  return pieces
    .filter((piece) => piece !== '')
    .map((piece) => (piece.startsWith('https://') ? { type: 'link', url: piece } : words(piece, weight)));
}

/** What an item costs beyond its words when a message is counted. */
const itemOverhead = 100;

/** A list in as many blocks as it needs; the numbers go on from block to block. */
export function renderList(items: readonly string[], style: RichTextList['style']): readonly RichTextBlock[] {
  const blocks: RichTextBlock[] = [];
  let room = 0;
  let open: RichTextSection[] = [];
  for (const [index, item] of items.entries()) {
    const [head = '', ...rest] = piecesOf(item, blockTextMax - itemOverhead);
    const size = countedLength(head) + itemOverhead;
    if (size > room) {
      open = [];
      room = blockTextMax;
      blocks.push({ type: 'rich_text', elements: [listOf(open, style, index)] });
    }
    open.push(section(head));
    room -= size;
    if (rest.length === 0) continue;
    blocks.push(...rest.flatMap((piece) => renderParagraph(piece)));
    room = 0;
  }
  return blocks;
}

const address = /(https:\/\/[\w.~:/?#@!$&*+,;=%-]*[\w/=])/;

function words(text: string, weight: 'plain' | 'bold'): RichTextElement {
  return weight === 'bold' ? { type: 'text', text, style: { bold: true } } : { type: 'text', text };
}

/** `offset` is documented, but the types do not know it. */
function listOf(elements: RichTextSection[], style: RichTextList['style'], offset: number): RichTextList {
  const list: RichTextList = { type: 'rich_text_list', style, elements };
  const goingOn: RichTextList & { readonly offset: number } = { ...list, offset };
  return style === 'ordered' && offset > 0 ? goingOn : list;
}
