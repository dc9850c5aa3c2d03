import type { Part } from '../../../bot/index.ts';
import { claimsMax, messageCharactersMax } from './limits.ts';
import { escapeMarkdown } from './render-markdown.ts';
import { bulletOf } from './render-part.ts';
import { linesOf, marksOf, piecesOf, sentencesOf } from './render-sentences.ts';

/** A sentence of a message as markdown, and what stands between it and the one before. */
export interface Said {
  readonly gap: '' | '\n\n';
  readonly markdown: string;
}

/** A piece of a reply that a message can show: bold lines for headings, and no tables. */
export type Sayable = Exclude<Part, { type: 'table' }>;

/** What is said, as sentences with up to `marks` sources. Lines stand apart: a single line end is none in markdown. */
export function renderSaid(parts: readonly Sayable[], marks: number): readonly Said[] {
  return parts.flatMap((part) => {
    switch (part.type) {
      case 'heading':
        return linesOf(part.text)
          .flatMap(piecesOf)
          .map((line): Said => ({ gap: '\n\n', markdown: `**${escapeMarkdown(line.trim(), marks)}**` }));
      case 'list':
        return part.items.flatMap((item, index) => renderText(item, marks, bulletOf(part, index)));
      default:
        return renderText(part.text, marks, '');
    }
  });
}

/** The sentences of each message: whole ones, as many as fit, with as many sources as one may have. */
export function packMessages(said: readonly Said[]): readonly (readonly Said[])[] {
  const messages: Said[][] = [];
  let length = Number.POSITIVE_INFINITY;
  let marks = new Set<number>();
  for (const sentence of said) {
    const own = marksOf(sentence.markdown);
    const added = sentence.gap.length + sentence.markdown.length;
    const together = new Set([...marks, ...own]);
    const fits = length + added <= messageCharactersMax && together.size <= claimsMax;
    if (fits) messages.at(-1)?.push(sentence);
    else messages.push([sentence]);
    length = fits ? length + added : sentence.markdown.length;
    marks = fits ? together : new Set(own);
  }
  return messages;
}

/** The text of a message. */
export function joinSaid(said: readonly Said[]): string {
  return said
    .map(({ gap, markdown }, index) => (index === 0 ? markdown : gap + markdown))
    .join('')
    .trimStart();
}

function renderText(text: string, marks: number, bullet: string): readonly Said[] {
  return linesOf(text).flatMap((line, lineIndex) =>
    sentencesOf(line).map((sentence, index): Said => {
      const before = lineIndex === 0 && index === 0 ? bullet : '';
      return { gap: index === 0 ? '\n\n' : '', markdown: `${before}${escapeMarkdown(sentence, marks)}` };
    }),
  );
}
