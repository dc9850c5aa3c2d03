import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderReply } from '../../../adapters/channels/slack/render-reply.ts';
import { renderStream } from '../../../adapters/channels/slack/render-stream.ts';
import type { Part, Reply } from '../../../bot/index.ts';
import { arbitraryReply } from './arbitrary-reply.ts';
import { checkBlocks } from './check-blocks.ts';
import { collectReplies } from './spoken-replies.ts';
import { squeeze, wordsShown } from './words-shown.ts';

const spoken = await collectReplies();

describe('renderStream()', () => {
  it('says of what the bot says the same as the posted message, in few chunks', () => {
    const streamed = spoken.flatMap(({ after, reply }) => {
      const stream = renderStream(reply, 'asked');
      return stream === null ? [] : [{ after, reply, ...stream }];
    });
    expect(streamed.length).toBeGreaterThan(spoken.length / 2);
    for (const { after, reply, chunks, blocks } of streamed) {
      const posted = wordsShown(renderReply(reply, 'asked').map((message) => message.blocks));
      const text = chunks
        .join('')
        .replace(/^(?:- |\d+\. )/gm, '')
        .replace(/\*\*|<(?=https:)|(?<=\w)>/g, '');
      expect(squeeze(text) + wordsShown(blocks), after).toBe(posted);
      expect(chunks.length, after).toBeLessThanOrEqual(12);
      expect(checkBlocks(blocks, 'message'), after).toEqual([]);
    }
  });

  it('obeys the limits, and streams nothing that could be read as markup', () => {
    fc.assert(
      fc.property(arbitraryReply, (reply) => {
        const stream = renderStream(reply, 'asked');
        if (stream === null) return;
        const text = stream.chunks.join('');
        expect(text.length).toBeLessThanOrEqual(12_000);
        expect(stream.chunks.every((chunk) => chunk !== '')).toBe(true);
        expect(text.replace(/<https:[^\s<>]+>/g, '').replace(/^\*\*.*\*\*$/gm, '')).not.toMatch(
          /[<>&*~`\\|]|@channel|:tada:/,
        );
        expect(checkBlocks(stream.blocks, 'message')).toEqual([]);
        expect(text.length + JSON.stringify(stream.blocks).length).toBeLessThanOrEqual(13_172);
      }),
      { numRuns: 150 },
    );
  });

  it('parts a text between sentences', () => {
    const stream = renderStream(
      replyOf([{ type: 'text', text: '每人每年20小時中，須含3小時AI課程。[1]'.repeat(200) }]),
      'none',
    );
    expect(stream?.chunks.length).toBeGreaterThan(8);
    for (const chunk of stream?.chunks ?? []) expect(chunk.endsWith('。[1]')).toBe(true);
  });

  it.each<[string, Part]>([
    ['a table', { type: 'table', caption: '', columns: ['欄'], rows: [['值']] }],
    ['signs of Markdown', { type: 'text', text: '**粗**' }],
    ['a mention', { type: 'text', text: '<!channel>' }],
    ['a heading of Markdown', { type: 'text', text: '好。\n# 標題' }],
    ['an underlined line', { type: 'text', text: '標題\n===' }],
    ['two lines in one item', { type: 'list', ordered: 'ordered', items: ['一\n二'] }],
    ['more than a stream takes', { type: 'text', text: '好。'.repeat(6_100) }],
  ])('leaves a reply with %s to a posted message', (_, part) =>
    expect(renderStream(replyOf([part]), 'none')).toBeNull(),
  );

  it('leaves a step of a guided conversation, and a reply without words, to a posted message', () => {
    const reply = replyOf([{ type: 'text', text: '您平常做什麼？' }]);
    expect(renderStream({ ...reply, progress: { step: 1, of: 6 } }, 'none')).toBeNull();
    expect(renderStream(replyOf([{ type: 'notice', text: '僅供參考。' }]), 'none')).toBeNull();
  });

  it('writes headings, lists, line ends and addresses as Markdown, and leaves small print to the blocks', () => {
    const stream = renderStream(
      replyOf([
        { type: 'heading', text: '線上課程' },
        { type: 'text', text: '網址是 https://example.gov.tw/a_b.php[1]，\n請登入。' },
        { type: 'list', ordered: 'ordered', items: ['登入', '選課'] },
        { type: 'notice', text: '僅供參考。' },
      ]),
      'none',
    );
    expect(stream?.chunks.join('')).toBe(
      '**線上課程**\n\n網址是 <https://example.gov.tw/a_b.php>[1]，  \n請登入。\n\n1. 登入\n2. 選課',
    );
    expect(wordsShown(stream?.blocks)).toBe('僅供參考。');
  });
});

function replyOf(parts: readonly Part[]): Reply {
  return { kind: 'answer', language: 'zh-TW', parts, citations: [], choices: [], role: null, progress: null };
}
