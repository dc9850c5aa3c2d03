import { type Part, unreachable } from '../../../bot/index.ts';
import { headerTextMax } from './limits.ts';
import type { BlockGroup } from './render-messages.ts';
import { renderRows, renderTable } from './render-table.ts';
import { plain, renderContext, renderList, renderParagraph } from './render-words.ts';

/** Whether the place takes tables: messages do, modals and the Home tab refuse them. */
export type TablePlace = 'tables' | 'noTables';

/** What a reply says, notices left out, in groups of blocks; a heading stands with what it heads. */
export function renderParts(parts: readonly Part[], place: TablePlace): readonly BlockGroup[] {
  const groups: BlockGroup[] = [];
  let heading: BlockGroup = [];
  for (const part of parts) {
    if (part.type === 'notice') continue;
    if (part.type === 'heading') {
      heading = [...heading, ...renderHeading(part.text)];
      continue;
    }
    const [first, ...rest] = renderPart(part, place);
    groups.push([...heading, ...(first ?? [])], ...rest);
    heading = [];
  }
  return heading.length === 0 ? groups : [...groups, heading];
}

/** The small print of a reply. */
export function renderNotices(parts: readonly Part[]): BlockGroup {
  const notices = parts.flatMap((part) => (part.type === 'notice' ? [part.text] : []));
  return notices.length === 0 ? [] : renderContext(notices.join('\n'));
}

function renderPart(part: Exclude<Part, { type: 'notice' | 'heading' }>, place: TablePlace): readonly BlockGroup[] {
  switch (part.type) {
    case 'text':
      return renderParagraph(part.text).map((block) => [block]);
    case 'list':
      return renderList(part.items, part.ordered === 'ordered' ? 'ordered' : 'bullet').map((block) => [block]);
    case 'table':
      return [place === 'tables' ? renderTable(part) : renderRows(part)];
    default:
      return unreachable(part);
  }
}

function renderHeading(text: string): BlockGroup {
  return text.length <= headerTextMax ? [{ type: 'header', text: plain(text) }] : renderParagraph(text, 'bold');
}
