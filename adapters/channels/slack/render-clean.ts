import type { Citation, Part, Reply } from '../../../bot/index.ts';

/**
 * The reply with texts that the platform takes: well-formed, without control characters, and none that is empty, because one
 * empty text has the whole message refused.
 */
export function cleanReply(reply: Reply): Reply {
  return {
    ...reply,
    parts: reply.parts.map(cleanPart).filter(saysSomething),
    citations: cleanCitations(reply.citations),
    choices: reply.choices.map((choice) => ({ ...choice, label: cleanLine(choice.label) })),
  };
}

/** The same for sources. */
export function cleanCitations(citations: readonly Citation[]): readonly Citation[] {
  return citations.map((citation) => ({
    ...citation,
    title: clean(citation.title),
    edition: clean(citation.edition),
    section: clean(citation.section),
    quote: clean(citation.quote),
  }));
}

/** The same for one text; empty where nothing in it can be seen. */
export function clean(text: string): string {
  const taken = text.toWellFormed().replaceAll('\r\n', '\n').replace(untaken, '');
  return isBlank(taken) ? '' : taken;
}

/** Whether nothing can be seen of a text. */
export function isBlank(text: string): boolean {
  return !/[^\s\p{Cf}\u2800\u3164]/u.test(text);
}

/** Control characters and those without width; the joiner of emoji is needed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const untaken = /[\u0000-\u0008\u000b-\u001f\u007f\u200b\u2060\ufeff]/g;

function cleanLine(text: string): string {
  return clean(text).replace(/\s+/g, ' ').trim();
}

function cleanPart(part: Part): Part {
  if (part.type === 'heading') return { ...part, text: cleanLine(part.text) };
  if (part.type === 'list') return { ...part, items: part.items.map(clean).filter((item) => item !== '') };
  if (part.type !== 'table') return { ...part, text: clean(part.text) };
  const { caption, columns, rows } = part;
  return { ...part, caption: clean(caption), columns: columns.map(clean), rows: rows.map((row) => row.map(clean)) };
}

function saysSomething(part: Part): boolean {
  if (part.type === 'list') return part.items.length > 0;
  const texts = part.type === 'table' ? [part.caption, ...part.columns, ...part.rows.flat()] : [part.text];
  return texts.some((text) => text !== '');
}
