import type { KnownBlock, RichTextBlock } from '@slack/types';
import { messageTextBytesMax } from './limits.ts';
import { escapeText } from './render-escaped.ts';
import type { BlockGroup } from './render-messages.ts';
import { isBar } from './render-progress.ts';
import { splitText } from './split-text.ts';

/** Characters of the pieces in which a text is taken until it is full. */
const pieceMax = 200;

/** What the blocks say as plain text: for notifications, screen readers and search. Cut between sentences where it is too long. */
export function describeBlocks(blocks: BlockGroup): string {
  const lines: string[] = [];
  for (const block of blocks) {
    const said = new Set(lines.flatMap((line) => line.split('\n')).map((line) => line.replace(listSign, '')));
    lines.push(...describeBlock(block).filter((line) => block.type !== 'actions' || !said.has(line)));
  }
  let text = '';
  for (const piece of splitText(lines.join('\n'), pieceMax)) {
    const longer = text + escapeText(piece);
    if (Buffer.byteLength(longer) > messageTextBytesMax - Buffer.byteLength('…')) return `${text.trimEnd()}…`;
    text = longer;
  }
  return text;
}

const listSign = /^(?:・|\d+\. )/;

function describeBlock(block: KnownBlock): readonly string[] {
  switch (block.type) {
    case 'header':
      return [block.text.text];
    case 'rich_text':
      return block.elements.map(describeRichText);
    case 'context':
      return block.elements.flatMap((element) => ('text' in element && !isBar(element.text) ? [element.text] : []));
    case 'table':
      return block.rows.map((row) => row.map((cell) => ('text' in cell ? cell.text : '')).join('｜'));
    case 'actions':
      return block.elements.flatMap((element) => ('text' in element && element.text ? [element.text.text] : []));
    default:
      return [];
  }
}

function describeRichText(element: RichTextBlock['elements'][number]): string {
  if (element.type !== 'rich_text_list') return describeInline(element.elements);
  const first = 'offset' in element && typeof element.offset === 'number' ? element.offset + 1 : 1;
  const sign = (index: number) => (element.style === 'ordered' ? `${first + index}. ` : '・');
  return element.elements.map((item, index) => `${sign(index)}${describeInline(item.elements)}`).join('\n');
}

function describeInline(elements: readonly { readonly type: string }[]): string {
  return elements
    .map((element) => {
      if ('text' in element && typeof element.text === 'string') return element.text;
      return 'url' in element && typeof element.url === 'string' ? element.url : '';
    })
    .join('');
}
