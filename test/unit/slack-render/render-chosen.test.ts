import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markChosen } from '../../../adapters/channels/slack/render-chosen.ts';
import { renderReply } from '../../../adapters/channels/slack/render-reply.ts';
import { arbitraryReply, arbitraryText } from './arbitrary-reply.ts';
import { checkMessage } from './check-blocks.ts';
import { wordsShown } from './words-shown.ts';

const button = (action_id: string) => ({
  type: 'button',
  action_id,
  text: { type: 'plain_text', text: '選項' },
  value: 'v',
});
const row = (...elements: readonly object[]) => ({ type: 'actions', block_id: 'b1', elements });
const sentence = { type: 'rich_text', block_id: 'b0', elements: [] };

describe('markChosen()', () => {
  it('puts what was chosen in the place of all choices, and keeps what else there is', () => {
    const feedback = { type: 'context_actions', elements: [] };
    const unknown = { type: 'something_new', anything: [1] };
    const sources = row(button('sources'));
    const blocks = [
      sentence,
      sources,
      row(button('choice:1'), button('choice:2')),
      row(button('choice:3')),
      feedback,
      unknown,
    ];
    expect(markChosen(blocks, '不確定')).toEqual([
      sentence,
      sources,
      { type: 'context', elements: [{ type: 'plain_text', text: '已選：不確定', emoji: false }] },
      feedback,
      unknown,
    ]);
  });

  it('keeps a button that stands beside the choices', () => {
    expect(markChosen([row(button('sources'), button('choice:1'))], '好')).toMatchObject([
      row(button('sources')),
      { type: 'context' },
    ]);
  });

  it('changes nothing the second time', () => {
    const once = markChosen([sentence, row(button('choice:1'))], '好');
    expect(markChosen(once, '別的')).toEqual(once);
  });

  it('takes whatever comes', () => {
    fc.assert(fc.property(fc.anything(), arbitraryText, (blocks, label) => void markChosen(blocks, label)));
    expect(markChosen([null, 7, 'x', {}, { type: 1 }, row()], '好')).toEqual([row()]);
    expect(markChosen(undefined, '')).toEqual([]);
  });

  it('makes a message that is taken of any that was sent', () => {
    fc.assert(
      fc.property(arbitraryReply, (reply) => {
        for (const { text, blocks } of renderReply(reply, 'asked')) {
          const marked = markChosen(JSON.parse(JSON.stringify(blocks)), '甲'.repeat(75));
          expect(checkMessage({ text, blocks: marked })).toEqual([]);
          expect(JSON.stringify(marked)).not.toContain('"choice:');
          if (JSON.stringify(blocks).includes('"choice:')) expect(wordsShown(marked)).toContain('已選：甲');
        }
      }),
      { numRuns: 60 },
    );
  });
});
