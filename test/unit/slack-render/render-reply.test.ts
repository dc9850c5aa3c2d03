import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderReply } from '../../../adapters/channels/slack/render-reply.ts';
import { type Choice, orderChoices, type Part, type Reply } from '../../../bot/index.ts';
import { arbitraryReply } from './arbitrary-reply.ts';
import { checkMessage } from './check-blocks.ts';
import { collectReplies } from './spoken-replies.ts';
import { squeeze, wordsShown } from './words-shown.ts';

const spoken = await collectReplies();

describe('what the bot says, as messages', () => {
  it('is a thousand replies of every kind that a conversation has', () => {
    expect(spoken.length).toBeGreaterThan(900);
    const kinds = new Set(spoken.map(({ reply }) => reply.kind));
    for (const kind of ['answer', 'abstention', 'refusal', 'interview', 'recommendation', 'notice', 'smalltalk'])
      expect(kinds).toContain(kind);
  });

  it('obeys every limit, loses no word, and is one message each but for tables', () => {
    for (const { after, reply } of spoken) {
      const messages = renderReply(reply, 'asked');
      expect(messages.flatMap(checkMessage), after).toEqual([]);
      expect(lostOf(reply), after).toEqual([]);
      // A message holds one table.
      const tables = reply.parts.filter(({ type }) => type === 'table').length;
      expect(messages, after).toHaveLength(Math.max(1, tables));
    }
  });

  it('names its sources, and hands their passages to the button', () => {
    for (const { after, reply } of spoken.filter(({ reply: { citations } }) => citations.length > 0)) {
      const blocks = renderReply(reply, 'none')[0]?.blocks ?? [];
      const button = elementsOf(blocks, 'actions').find(({ action_id: id }) => id === 'sources');
      expect(button?.value, after).toBe(reply.citations.map(({ passage }) => passage).join(','));
      expect(JSON.stringify(blocks), after).toContain(reply.citations[0]?.section);
    }
  });
});

describe('renderReply()', () => {
  it('obeys every limit and loses no word, whatever a reply holds', () => {
    fc.assert(
      fc.property(arbitraryReply, fc.constantFrom('asked', 'none'), (reply, feedback) => {
        const messages = renderReply(reply, feedback);
        expect(messages.length).toBeGreaterThan(0);
        expect(messages.flatMap(checkMessage)).toEqual([]);
        expect(lostOf(reply)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('lets no text format anything, call anybody or draw a picture', () => {
    fc.assert(
      fc.property(arbitraryReply, (reply) => {
        for (const { text, blocks } of renderReply(reply, 'asked')) {
          expect(text).not.toMatch(/[<>]/);
          expect(typesOf(blocks).filter((type) => !harmless.has(type))).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('puts what can be tapped behind all that is said, the person last, each under a name of its own', () => {
    fc.assert(
      fc.property(arbitraryReply, (reply) => {
        const blocks = renderReply(reply, 'asked').flatMap((message) => message.blocks);
        const buttons = elementsOf(blocks, 'actions').filter(({ action_id: id }) => id !== 'sources');
        const carried = orderChoices([reply]).flatMap(({ value }, index) =>
          value.length > 2_000 ? [] : [[`choice:${index + 1}`, value]],
        );
        expect(buttons.map(({ action_id: id, value }) => [id, value])).toEqual(carried);
        const first = blocks.findIndex((block) =>
          elementsOf([block], 'actions').some(({ action_id: id }) => id?.startsWith('choice:')),
        );
        const after = first === -1 ? [] : blocks.slice(first).map(({ type }) => type);
        expect(after.filter((type) => type !== 'actions' && type !== 'context_actions')).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('goes on in a second message where one is full, and asks only at the end', () => {
    const text = '公務人員每人每年20小時學習時數中，須含3小時AI課程。'.repeat(600);
    const messages = renderReply(replyOf([{ type: 'text', text }], [choiceOf('找人事承辦人')]), 'asked');
    expect(messages.length).toBeGreaterThan(1);
    for (const { blocks } of messages.slice(0, -1)) {
      expect(elementsOf(blocks, 'actions')).toEqual([]);
      expect(wordsShown(blocks).endsWith('。')).toBe(true);
    }
    expect(
      messages
        .at(-1)
        ?.blocks.map(({ type }) => type)
        .slice(-2),
    ).toEqual(['actions', 'context_actions']);
  });

  it('writes labels that a button cannot show as a numbered list', () => {
    const long = `行政庶務或服務民眾（${'公文、審件、櫃台、活動、會計、'.repeat(5)}研考）`;
    const [message] = renderReply(replyOf([], [choiceOf(long), choiceOf('不確定')]), 'none');
    expect(message?.blocks.map(({ type }) => type)).toEqual(['rich_text', 'rich_text', 'actions']);
    const labels = elementsOf(message?.blocks ?? [], 'actions').map((element) => wordsShown(element));
    expect(labels[0]).toHaveLength(75);
    expect(labels[0]?.endsWith('…')).toBe(true);
    expect(message?.text).toContain(`1. ${long}\n2. 不確定`);
  });

  it('colours the only way on, and none of several answers to a question', () => {
    const styles = (choices: readonly Choice[]) =>
      elementsOf(renderReply(replyOf([], choices), 'none')[0]?.blocks ?? [], 'actions').map(({ style }) => style);
    expect(styles([choiceOf('先找出我的角色', 'primary'), choiceOf('找人事承辦人')])).toEqual(['primary', undefined]);
    expect(styles([choiceOf('甲', 'primary'), choiceOf('乙', 'primary')])).toEqual([undefined, undefined]);
  });

  it('draws a table where it fits, and else says each cell with its column', () => {
    const rows = (count: number) => Array.from({ length: count }, (_, index) => [`課程${index}`, '3小時', '']);
    const columns = ['課程', '時數', '佐證'];
    const small = renderReply(replyOf([{ type: 'table', caption: '已登錄', columns, rows: rows(30) }]), 'none');
    expect(small[0]?.blocks.map(({ type }) => type)).toEqual(['rich_text', 'table']);
    const large = renderReply(replyOf([{ type: 'table', caption: '已登錄', columns, rows: rows(120) }]), 'none');
    expect(large.flatMap(({ blocks }) => typesOf(blocks))).not.toContain('table');
    expect(large.map(({ text }) => text).join('\n')).toContain('・課程：課程60\n時數：3小時\n佐證：—');
  });

  it('keeps a heading with what it heads, and a second table for the next message', () => {
    const table: Part = { type: 'table', caption: '', columns: ['欄'], rows: [['值']] };
    const parts: readonly Part[] = [table, { type: 'heading', text: '其次' }, table];
    const messages = renderReply(replyOf(parts), 'none');
    expect(messages.map(({ blocks }) => blocks.map(({ type }) => type))).toEqual([['table'], ['header', 'table']]);
  });

  it('shows how far a guided conversation is in words and in a bar that is not read out', () => {
    const reply: Reply = { ...replyOf([{ type: 'text', text: '您平常做什麼？' }]), progress: { step: 2, of: 6 } };
    const [message] = renderReply(reply, 'none');
    expect(wordsShown(message?.blocks)).toContain('▰▰▱▱▱▱第2題／最多6題');
    expect(message?.text).toBe('第 2 題／最多 6 題\n您平常做什麼？');
  });

  it('asks what people think of answers, abstentions and recommendations only, and only where it may', () => {
    const asks = (kind: Reply['kind'], feedback: 'asked' | 'none') =>
      typesOf(renderReply({ ...replyOf([{ type: 'text', text: '好。' }]), kind }, feedback)[0]?.blocks).includes(
        'feedback_buttons',
      );
    expect((['answer', 'abstention', 'recommendation'] as const).every((kind) => asks(kind, 'asked'))).toBe(true);
    expect((['notice', 'smalltalk', 'interview', 'refusal'] as const).some((kind) => asks(kind, 'asked'))).toBe(false);
    expect(asks('answer', 'none')).toBe(false);
  });
});

const harmless: ReadonlySet<string> = new Set(
  'header rich_text rich_text_section rich_text_list text link context plain_text table raw_text actions button context_actions feedback_buttons'.split(
    ' ',
  ),
);

function replyOf(parts: readonly Part[], choices: readonly Choice[] = []): Reply {
  return { kind: 'answer', language: 'zh-TW', parts, citations: [], choices, role: null, progress: null };
}

function choiceOf(label: string, emphasis: Choice['emphasis'] = 'plain'): Choice {
  return { label, value: `say:${label}`, emphasis };
}

/** Texts of a reply that are not to be seen in its messages. */
function lostOf(reply: Reply): readonly string[] {
  const shown = wordsShown(renderReply(reply, 'asked').map(({ blocks }) => blocks));
  const said = reply.parts.flatMap((part) => {
    if (part.type === 'list') return part.items;
    return part.type === 'table' ? [part.caption, ...part.columns, ...part.rows.flat()] : [part.text];
  });
  const labels = orderChoices([reply]).map(({ label }) => label);
  return [...said, ...labels].map(squeeze).filter((text) => !shown.includes(text));
}

interface Element {
  readonly action_id?: string;
  readonly value?: string;
  readonly style?: string;
}

function elementsOf(blocks: readonly object[], type: string): readonly Element[] {
  return blocks.flatMap((block) =>
    'type' in block && block.type === type && 'elements' in block && Array.isArray(block.elements)
      ? block.elements
      : [],
  );
}

function typesOf(blocks: unknown): readonly string[] {
  return [...JSON.stringify(blocks).matchAll(/"type":"(\w+)"/g)].map(([, type]) => type ?? '');
}
