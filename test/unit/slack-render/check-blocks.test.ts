import { describe, expect, it } from 'vitest';
import { checkBlocks, checkMessage, checkView } from './check-blocks.ts';

/** The check itself: a good message passes, and each of these is refused, as Slack or a reviewer would. */

const plain = (text: string) => ({ type: 'plain_text', text });
const button = (more: object = {}) => ({ type: 'button', action_id: 'a', text: plain('好'), value: 'v', ...more });
const actions = (...elements: readonly object[]) => ({ type: 'actions', elements });
const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
const rich = (...elements: readonly object[]) => ({ type: 'rich_text', elements });
const richSection = (text: string) => ({ type: 'rich_text_section', elements: [{ type: 'text', text }] });
const table = (rows: number, columns: number, text = '值') => ({
  type: 'table',
  rows: Array.from({ length: rows }, () => Array.from({ length: columns }, () => ({ type: 'raw_text', text }))),
});
const input = {
  type: 'input',
  block_id: 'q',
  label: plain('問'),
  element: { type: 'plain_text_input', action_id: 't' },
};
const times = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index));

describe('checkMessage()', () => {
  it('takes what Slack takes', () => {
    const blocks = [
      section('*好* &amp; <https://example.gov.tw|看>'),
      rich(richSection('1 < 2')),
      table(100, 4),
      actions(button()),
    ];
    expect(checkMessage({ text: '好 &amp; <@U01ALICE>', blocks })).toEqual([]);
    expect(checkMessage({ text: '好' })).toEqual([]);
  });

  it.each<[string, string, { text?: unknown; blocks?: unknown }]>([
    ['no text', 'no_text', { blocks: [section('好')] }],
    ['a text of white space', 'no_text', { text: ' \n' }],
    ['4,001 characters of text', 'msg_too_long', { text: 'a'.repeat(4_001) }],
    ['4,002 bytes of Chinese text', 'msg_too_long', { text: '字'.repeat(1_334) }],
    ['text that is not escaped', 'invalid_arguments', { text: '1 < 2' }],
    ['an ampersand that is not escaped', 'invalid_arguments', { text: '問 & 答' }],
    ['blocks that are no list', 'invalid_blocks', { text: '好', blocks: {} }],
    [
      '13,200 characters of blocks',
      'msg_blocks_too_long',
      { text: '好', blocks: times(5, () => section('字'.repeat(2_700))) },
    ],
  ])('refuses %s', (_, error, message) => expect(checkMessage(message).map((one) => one.error)).toContain(error));
});

describe('checkBlocks()', () => {
  it.each<[string, readonly unknown[]]>([
    ['51 blocks', times(51, () => ({ type: 'divider' }))],
    ['an unknown block', [{ type: 'discordant' }]],
    ['an unknown property', [{ type: 'divider', colour: 'red' }]],
    ['a section of 3,001 characters', [section('字'.repeat(3_001))]],
    ['an empty text', [section('')]],
    ['a text that cannot be seen', [section('\u200b \u2060')]],
    ['a header of 151 characters', [{ type: 'header', text: plain('字'.repeat(151)) }]],
    ['a header with formatting', [{ type: 'header', text: { type: 'mrkdwn', text: '*好*' } }]],
    ['a button text of 76 characters', [actions(button({ text: plain('字'.repeat(76)) }))]],
    ['a button value of 2,001 characters', [actions(button({ value: 'v'.repeat(2_001) }))]],
    ['a button of another style', [actions(button({ style: 'default' }))]],
    ['26 buttons in a row', [actions(...times(26, (index) => button({ action_id: `a${index}` })))]],
    ['an empty row of buttons', [actions()]],
    ['two actions of one name', [actions(button()), actions(button())]],
    [
      'two blocks of one name',
      [
        { type: 'divider', block_id: 'd' },
        { type: 'divider', block_id: 'd' },
      ],
    ],
    ['11 elements of small print', [{ type: 'context', elements: times(11, () => plain('好')) }]],
    ['rich text with nothing in it', [rich({ type: 'rich_text_section', elements: [] })]],
    ['an empty text in rich text', [rich(richSection(''))]],
    ['an empty list', [rich({ type: 'rich_text_list', style: 'bullet', elements: [] })]],
    ['101 rows', [table(101, 1)]],
    ['21 columns', [table(1, 21)]],
    ['an empty cell', [table(1, 1, '')]],
    ['two tables', [table(1, 1), table(1, 1)]],
    ['a picture without words', [{ type: 'image', image_url: 'https://example.gov.tw/a.png' }]],
    [
      'feedback without words for screen readers',
      [
        {
          type: 'context_actions',
          elements: [
            {
              type: 'feedback_buttons',
              action_id: 'f',
              positive_button: { text: plain('好'), value: 'a' },
              negative_button: { text: plain('不好'), value: 'b' },
            },
          ],
        },
      ],
    ],
    ['a field in a message', [input]],
    ['both kinds of Markdown', [section('好'), { type: 'markdown', text: '好' }]],
  ])('refuses %s', (_, blocks) => expect(checkBlocks(blocks, 'message')).not.toEqual([]));
});

describe('checkView()', () => {
  const modal = { type: 'modal', callback_id: 'c', title: plain('問人事'), submit: plain('送出'), blocks: [input] };

  it('takes what Slack takes', () => {
    expect(checkView(modal)).toEqual([]);
    expect(checkView({ type: 'home', blocks: [section('好'), actions(button())] })).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['a title of 25 characters', { ...modal, title: plain('字'.repeat(25)) }],
    ['a form that cannot be sent', { ...modal, submit: undefined }],
    ['101 blocks', { ...modal, blocks: times(101, () => ({ type: 'divider' })) }],
    ['a table in a modal', { ...modal, blocks: [table(1, 1)] }],
    ['a table in the Home tab', { type: 'home', blocks: [table(1, 1)] }],
    [
      'a prefilled text that is too long',
      {
        ...modal,
        blocks: [{ ...input, element: { ...input.element, max_length: 10, initial_value: 'a'.repeat(11) } }],
      },
    ],
    ['3,001 characters of metadata', { ...modal, private_metadata: 'a'.repeat(3_001) }],
    ['another kind of view', { ...modal, type: 'page' }],
  ])('refuses %s', (_, view) => expect(checkView(view)).not.toEqual([]));
});
