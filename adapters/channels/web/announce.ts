import { type Part, type Reply, unreachable } from '../../../bot/index.ts';
import { webWording, wordings } from '../../../prompts/index.ts';
import { labelOf } from './render-reply.ts';
import { withoutMarks } from './render-text.ts';

/** What a screen reader is told once when replies have arrived: label, words, and how many sources and choices follow. */
export function announce(replies: readonly Reply[]): string {
  return replies.map(announceReply).join('\n');
}

function announceReply(reply: Reply): string {
  const { sources, choices } = webWording.announcement;
  const progress =
    reply.progress === null
      ? []
      : [wordings[reply.language].interview.progress(reply.progress.step, reply.progress.of)];
  return [
    labelOf(reply),
    ...progress,
    ...reply.parts.map(announcePart),
    ...(reply.citations.length === 0 ? [] : [sources(reply.citations.length)]),
    ...(reply.choices.length === 0 ? [] : [choices(reply.choices.length)]),
  ].join('\n');
}

function announcePart(part: Part): string {
  switch (part.type) {
    case 'text':
    case 'heading':
    case 'notice':
      return withoutMarks(part.text);
    case 'list':
      return withoutMarks(part.items.join('\n'));
    case 'table':
      return webWording.announcement.table(part.caption, part.rows.length);
    default:
      return unreachable(part);
  }
}
