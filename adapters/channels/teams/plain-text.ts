import { messageCharactersMax } from '../../../bot/index.ts';
import type { TeamsEvent } from './activity.ts';

/** Characters of a text that go on: enough to be told that it is too long, and no more than the store should hold. */
const charactersKept = 2 * messageCharactersMax;
/** Characters of markup that are read; an HTML message of Teams has at most 28 kB. */
const markupCharactersMax = 100_000;

/** Whether somebody put a card into a message, such as an answer that they searched for. */
export function hasCard({ attachments }: TeamsEvent): boolean {
  return attachments.some(({ contentType }) => contentType.startsWith('application/vnd.microsoft.card.'));
}

/**
 * What somebody typed: the mention of the assistant is gone, by the place that the platform names, and others are their names.
 * Where a card stands in the message, its text is markup that holds the place of the card.
 */
export function plainTextOf(event: TeamsEvent): string {
  const { text, entities, recipient } = event;
  let plain = text.slice(0, markupCharactersMax);
  for (const { text: marked, mentioned } of entities) {
    if (marked === '') continue;
    const name = mentioned.id === recipient?.id ? '' : (mentioned.name ?? '');
    plain = plain.replace(marked, () => name);
  }
  return hasCard(event) ? plainTextOfHtml(plain) : tidy(plain.replaceAll('&nbsp;', ' '));
}

/** The words of a message that comes as HTML: paragraphs and line breaks become lines, everything else in angle brackets goes. */
export function plainTextOfHtml(html: string): string {
  const lines = html
    .slice(0, markupCharactersMax)
    .replace(/<br\s*\/?>|<\/(?:p|div|li|tr|h[1-6]|blockquote)\s*>/gi, '\n')
    .replace(/<[^<>]*>/g, '');
  return tidy(lines.replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, name: string) => decodeEntity(name) ?? whole));
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Null for one that is not known. */
function decodeEntity(name: string): string | null {
  if (!name.startsWith('#')) return named[name.toLowerCase()] ?? null;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

function tidy(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll('\u00A0', ' ')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, charactersKept);
}
