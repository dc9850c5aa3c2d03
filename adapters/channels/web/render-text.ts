import type { Language } from '../../../bot/index.ts';
import { webWording } from '../../../prompts/index.ts';
import { type Html, html } from './html.ts';

/** To what the marks `[1]` of a text point: as many sources as there are, below ids that begin with `id`. */
export interface Marks {
  readonly id: string;
  readonly count: number;
  readonly language: Language;
}

const pieces = /(\[\d{1,2}\]|https:\/\/[\w.~:/?#@!$&*+,;=%-]*[\w/=])/;

/** A text with its marks as links to their sources, and addresses as links. A mark without a source stays text. */
export function renderText(text: string, marks: Marks): Html {
  return html`${text.split(pieces).map((piece) => renderPiece(piece, marks))}`;
}

/** The text without marks, for reading aloud. */
export function withoutMarks(text: string): string {
  return text.replace(/\[\d{1,2}\]/g, '');
}

/** The anchor of a source. */
export function sourceId(id: string, n: number): string {
  return `${id}-source-${n}`;
}

function renderPiece(piece: string, marks: Marks): Html {
  if (piece.startsWith('https://')) return html`<a href="${piece}" rel="noreferrer">${piece}</a>`;
  const n = Number(/^\[(\d{1,2})\]$/.exec(piece)?.[1] ?? 0);
  if (n < 1 || n > marks.count) return html`${piece}`;
  const { mark } = webWording.source[marks.language];
  // A word joiner keeps the mark on the line of the word that it proves.
  return html`\u2060<a class="mark" href="#${sourceId(marks.id, n)}" aria-label="${mark} ${n}">${n}</a>`;
}
