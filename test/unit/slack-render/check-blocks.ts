import { z } from 'zod';
import { blockSchema, viewSchema } from './block-schemas.ts';

/** Why Slack refuses something: its error code, and what is wrong, in a line for whoever reads the failed test. */
export interface BlockProblem {
  readonly error: 'invalid_blocks' | 'invalid_arguments' | 'msg_blocks_too_long' | 'msg_too_long' | 'no_text';
  readonly detail: string;
}

/** Where blocks stand, with what it takes of them. */
const places = {
  message: { blocksMax: 50, refused: ['input'] },
  modal: { blocksMax: 100, refused: ['table', 'context_actions', 'markdown'] },
  home: { blocksMax: 100, refused: ['table', 'context_actions', 'markdown'] },
} as const;

/** Characters of a message as JSON: undocumented; measured at 13,172. */
const messageCharactersMax = 13_172;

/** What Slack, or a reviewer, refuses of a message as it is sent with `chat.postMessage` or `chat.update`; empty for a good one. */
export function checkMessage(message: { readonly text?: unknown; readonly blocks?: unknown }): readonly BlockProblem[] {
  const { text, blocks = [] } = message;
  return [
    ...checkText(text),
    ...(Array.isArray(blocks) ? checkBlocks(blocks, 'message') : [invalid('blocks are no list')]),
  ];
}

/** What Slack refuses of a modal or of the Home tab; empty for a good one. */
export function checkView(view: unknown): readonly BlockProblem[] {
  const read = viewSchema.safeParse(view);
  if (!read.success) return [{ error: 'invalid_arguments', detail: z.prettifyError(read.error) }];
  const { type, blocks } = read.data;
  const hasInput = blocks.some((block) => isOf(block, 'input'));
  const submits = read.data.type === 'modal' && read.data.submit !== undefined;
  return [
    ...checkBlocks(blocks, type),
    ...(hasInput && type === 'modal' && !submits ? [invalid('a form without a button that sends it')] : []),
  ];
}

/** What Slack refuses of blocks in this place; for `blocks` that end a stream, say `message`. */
export function checkBlocks(blocks: readonly unknown[], place: keyof typeof places): readonly BlockProblem[] {
  const { blocksMax, refused } = places[place];
  const wrong = blocks.flatMap((block, index) => {
    const read = blockSchema.safeParse(block);
    return read.success ? [] : [invalid(`block ${index}: ${z.prettifyError(read.error)}`)];
  });
  const size = JSON.stringify(blocks).length;
  return [
    ...wrong,
    ...(blocks.length > blocksMax ? [invalid(`${blocks.length} blocks`)] : []),
    ...refused
      .filter((type) => blocks.some((block) => isOf(block, type)))
      .map((type) => invalid(`${type} in a ${place}`)),
    ...(blocks.filter((block) => isOf(block, 'table')).length > 1 ? [invalid('only_one_table_allowed')] : []),
    ...(place === 'message' && size > messageCharactersMax ? [tooLong(size)] : []),
    // Fields of a form are told apart by their blocks.
    ...(place === 'modal' ? [] : twice(blocks, 'action_id')),
    ...twice(blocks, 'block_id'),
    ...(blocks.some((block) => isOf(block, 'markdown')) && JSON.stringify(blocks).includes('"mrkdwn"')
      ? [invalid('markdown mixed with mrkdwn')]
      : []),
  ];
}

function checkText(text: unknown): readonly BlockProblem[] {
  if (typeof text !== 'string' || text.trim() === '')
    return [{ error: 'no_text', detail: 'nothing for notifications' }];
  const tooMuch = text.length > 4_000 || Buffer.byteLength(text) > 4_000;
  const raw = /&(?!(?:amp|lt|gt);)|<(?![@#!]|https?:|mailto:)/.exec(text);
  return [
    ...(tooMuch ? [{ error: 'msg_too_long', detail: `${text.length} characters of text` } as const] : []),
    ...(raw === null ? [] : [{ error: 'invalid_arguments', detail: `「${raw[0]}」 is not escaped` } as const]),
  ];
}

/** Names that stand twice: a tap could not be told from another. */
function twice(blocks: readonly unknown[], name: 'action_id' | 'block_id'): readonly BlockProblem[] {
  const named = [...JSON.stringify(blocks).matchAll(new RegExp(`"${name}":"((?:[^"\\\\]|\\\\.)*)"`, 'g'))].map(
    ([, id]) => id,
  );
  return [...new Set(named.filter((id, index) => named.indexOf(id) !== index))].map((id) =>
    invalid(`${name} ${id} twice`),
  );
}

function isOf(block: unknown, type: string): boolean {
  return typeof block === 'object' && block !== null && 'type' in block && block.type === type;
}

function invalid(detail: string): BlockProblem {
  return { error: 'invalid_blocks', detail };
}

function tooLong(size: number): BlockProblem {
  return { error: 'msg_blocks_too_long', detail: `${size} characters of blocks` };
}
