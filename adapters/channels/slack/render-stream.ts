import type { KnownBlock } from '@slack/types';
import type { Part, Reply } from '../../../bot/index.ts';
import { blocksPerMessageMax, messageSizeMax, streamChunkMin, streamChunksMax } from './limits.ts';
import { renderChoices } from './render-choices.ts';
import { cleanReply } from './render-clean.ts';
import { countedLength } from './render-escaped.ts';
import { type Feedback, renderFeedback } from './render-feedback.ts';
import { renderNotices } from './render-parts.ts';
import { renderSources } from './render-sources.ts';
import { splitSentences } from './split-text.ts';

/** A reply to be streamed: Markdown in chunks that are appended one after another, and the blocks that end the message. */
export interface SlackStream {
  readonly chunks: readonly string[];
  readonly blocks: KnownBlock[];
}

/**
 * The reply as a stream, or null where it is posted instead: a table, a step of a guided conversation, a text that is too long,
 * or one with signs that Markdown would read. What is streamed cannot be escaped with certainty, so nothing is.
 */
export function renderStream(reply: Reply, feedback: Feedback): SlackStream | null {
  const said = cleanReply(reply);
  if (said.progress !== null) return null;
  const pieces = writeParts(said.parts);
  if (pieces === null || pieces.length === 0) return null;
  const blocks = [
    ...renderSources(said),
    ...renderNotices(said.parts),
    ...renderChoices(said),
    ...renderFeedback(said, feedback),
  ];
  const size = countedLength(pieces.join('')) + countedLength(blocks);
  // The text becomes at least one block more.
  if (size > messageSizeMax || blocks.length >= blocksPerMessageMax) return null;
  return { chunks: joinChunks(pieces), blocks };
}

/** The Markdown in pieces that may stand at the end of a chunk; null where a part cannot be written so. */
function writeParts(parts: readonly Part[]): readonly string[] | null {
  const pieces: string[] = [];
  for (const part of parts) {
    if (part.type === 'notice') continue;
    if (part.type === 'table') return null;
    const lines = linesOf(part);
    if (lines.some(hasMarkup)) return null;
    if (pieces.length > 0) pieces.push('\n\n');
    pieces.push(...writePart(part));
  }
  return pieces;
}

type Written = Exclude<Part, { type: 'notice' | 'table' }>;

function linesOf(part: Written): readonly string[] {
  return part.type === 'list' ? part.items : part.text.split('\n');
}

function writePart(part: Written): readonly string[] {
  if (part.type === 'heading') return [`**${part.text}**`];
  if (part.type === 'text') return splitSentences(writeLinks(part.text.trim().replaceAll('\n', '  \n')));
  const sign = (index: number) => (part.ordered === 'ordered' ? `${index + 1}. ` : '- ');
  return part.items.map((item, index) => `${index === 0 ? '' : '\n'}${sign(index)}${writeLinks(item.trim())}`);
}

const address = /https:\/\/[\w.~:/?#@!$*+,;=%-]*[\w/=]/g;

/** In brackets an address ends where it ends, also before a mark or a Chinese comma. */
function writeLinks(text: string): string {
  return text.replace(address, '<$&>');
}

/** Whether Markdown or the platform would read something in the line, marks of sources and addresses apart. */
function hasMarkup(line: string): boolean {
  const rest = line.replace(address, '').replace(/\[\d{1,2}\]/g, '');
  return (
    /[&<>*~`\\|[\]\n]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|@(?:here|channel|everyone)|:\w+:/.test(rest) ||
    startsMarkup.test(line)
  );
}

/** Headings, lists, rules and code begin so. */
const startsMarkup = /^(?:\s{4}|\t|\s*(?:#|[-+=]|\d+[.)]\s))/;

function joinChunks(pieces: readonly string[]): readonly string[] {
  const total = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const enough = Math.max(streamChunkMin, Math.ceil(total / streamChunksMax));
  const chunks: string[] = [];
  for (const piece of pieces) {
    const last = chunks.at(-1);
    if (last === undefined || last.length >= enough) chunks.push(piece);
    else chunks.splice(-1, 1, last + piece);
  }
  return chunks;
}
