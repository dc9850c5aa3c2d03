import type { FakeAction } from '../../channels/slack/fake-person.ts';
import type { FakeMessage } from '../../channels/slack/fake-workspace.ts';
import type { Button, SeenMessage } from './channel-world.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A message of the assistant as somebody reads it: what was streamed, and its blocks. */
export function readSlackMessage({ ts, text, blocks, streaming }: FakeMessage): SeenMessage {
  const readable = blocks.map(fieldsOf).filter(({ type }) => type !== 'actions' && type !== 'context_actions');
  const words = [...(streaming === null ? [] : [text]), ...readable.map(textOf)].join('\n');
  return {
    id: ts,
    words,
    place: 'begins',
    buttons: elementsOf(blocks).flatMap((element) => buttonOf(element) ?? []),
    // All that can be tapped has a button here.
    listed: [],
    sources: elementsOf(blocks).some(isSources) ? 'behind a button' : 'none',
    rateable: blocks.some((block) => fieldsOf(block)['type'] === 'context_actions') ? 'yes' : 'no',
  };
}

/** What is in a form. */
export function wordsOfView(view: Fields): string {
  return listOf(view['blocks']).map(textOf).join('\n');
}

/** The button behind which the sources are, as its payload has it. Throws where there is none. */
export function sourcesAction(blocks: readonly unknown[]): FakeAction {
  const element = elementsOf(blocks).find(isSources);
  if (element === undefined) throw new Error('no button opens the sources');
  return toAction(element);
}

/** The button with this label; of a message that lost its buttons meanwhile, as a window that is behind still shows it. */
export function choiceAction(blocks: readonly unknown[], label: string): FakeAction {
  const element = elementsOf(blocks).find((one) => labelOf(one) === label);
  return element === undefined
    ? { action_id: 'choice:1', type: 'button', text: { type: 'plain_text', text: label } }
    : toAction(element);
}

function toAction(element: Fields): FakeAction {
  return { ...element, action_id: String(element['action_id']) };
}

function isSources(element: Fields): boolean {
  return element['action_id'] === 'sources';
}

function elementsOf(blocks: readonly unknown[]): readonly Fields[] {
  return blocks
    .map(fieldsOf)
    .filter(({ type }) => type === 'actions')
    .flatMap(({ elements }) => listOf(elements).map(fieldsOf));
}

function buttonOf(element: Fields): Button | null {
  if (!String(element['action_id']).startsWith('choice')) return null;
  return { label: labelOf(element), value: String(element['value']) };
}

function labelOf({ text }: Fields): string {
  return String(fieldsOf(text)['text'] ?? '');
}

/** The words of a block, each line and cell on a line of its own. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join('\n');
  const fields = fieldsOf(value);
  if (fields['type'] === 'rich_text_section' || fields['type'] === 'rich_text_quote')
    return listOf(fields['elements'])
      .map((one) => String(fieldsOf(one)['text'] ?? fieldsOf(one)['url'] ?? ''))
      .join('');
  return Object.entries(fields)
    .flatMap(([key, inner]) => {
      if (typeof inner === 'string') return key === 'text' || key === 'url' ? [inner] : [];
      return typeof inner === 'object' && inner !== null ? [textOf(inner)] : [];
    })
    .join('\n');
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
