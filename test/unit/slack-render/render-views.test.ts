import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderHome } from '../../../adapters/channels/slack/render-home.ts';
import { askModal, handoffModal, reasonModal, sourcesModal } from '../../../adapters/channels/slack/render-modals.ts';
import type { Citation } from '../../../bot/index.ts';
import { channelWording } from '../../../prompts/index.ts';
import { arbitraryReply, arbitraryText } from './arbitrary-reply.ts';
import { checkView } from './check-blocks.ts';
import { collectReplies } from './spoken-replies.ts';
import { squeeze, wordsShown } from './words-shown.ts';

const spoken = await collectReplies();
const language = fc.constantFrom('zh-TW', 'en');

describe('renderHome()', () => {
  it('is a page that is taken, of whatever is said, and says that it was made automatically', () => {
    fc.assert(
      fc.property(arbitraryReply, (reply) => {
        const view = renderHome(reply);
        expect(checkView(view)).toEqual([]);
        expect(wordsShown(view).endsWith(squeeze(channelWording[reply.language].automatic))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('loses no word of what the bot says, a table included', () => {
    for (const { after, reply } of spoken) {
      const view = renderHome(reply);
      expect(checkView(view), after).toEqual([]);
      const shown = wordsShown(view);
      const said = reply.parts.flatMap((part) => {
        if (part.type === 'list') return part.items;
        return part.type === 'table' ? [part.caption, ...part.rows.flat()] : [part.text];
      });
      for (const text of said) expect(shown, after).toContain(squeeze(text));
      for (const { value } of reply.choices) expect(JSON.stringify(view), after).toContain(JSON.stringify(value));
    }
  });
});

describe('the forms', () => {
  it('are taken, whatever they are prefilled with', () => {
    fc.assert(
      fc.property(arbitraryText, language, (text, spokenIn) => {
        for (const view of [askModal(text, null, spokenIn), askModal('', text, spokenIn), handoffModal(text, spokenIn)])
          expect(checkView(view)).toEqual([]);
      }),
      { numRuns: 100 },
    );
    for (const spokenIn of ['zh-TW', 'en'] as const)
      expect(checkView(reasonModal('{"receipt":"1.2"}', spokenIn))).toEqual([]);
  });

  it('come back under the names that are read', () => {
    expect(askModal('陞任加幾分？', '請先輸入內容。')).toMatchObject({
      callback_id: 'ask',
      blocks: [
        { type: 'context', elements: [{ text: '請先輸入內容。' }] },
        {
          block_id: 'question',
          element: { action_id: 'text', initial_value: '陞任加幾分？', min_length: 1, max_length: 3_000 },
        },
      ],
    });
    expect(handoffModal('請問…')).toMatchObject({
      callback_id: 'handoff',
      blocks: [{ block_id: 'question', element: { action_id: 'text', initial_value: '請問…' } }],
    });
    expect(reasonModal('{"receipt":"1.2"}')).toMatchObject({
      callback_id: 'reason',
      private_metadata: '{"receipt":"1.2"}',
      blocks: [
        { block_id: 'kind', optional: true, element: { type: 'static_select', action_id: 'kind' } },
        { block_id: 'question', optional: true, element: { action_id: 'text' } },
      ],
    });
  });

  it('cut a longer text between sentences', () => {
    const view = handoffModal('請依規定辦理。'.repeat(600));
    expect(JSON.stringify(view)).toMatch(/請依規定辦理。"/);
  });
});

describe('sourcesModal()', () => {
  it('shows every quote of an answer in full, with its number, document, edition and section', () => {
    for (const { after, reply } of spoken.filter(({ reply: { citations } }) => citations.length > 0)) {
      const view = sourcesModal(reply.citations);
      expect(checkView(view), after).toEqual([]);
      const shown = wordsShown(view);
      for (const [index, { title, edition, section, quote }] of reply.citations.entries())
        expect(shown, after).toContain(squeeze(`[${index + 1}]《${title}》${edition}・${section}${quote}`));
    }
  });

  it('is taken with sixty passages of any length, and says where some are left out', () => {
    fc.assert(
      fc.property(arbitraryReply, ({ citations }) => {
        expect(checkView(sourcesModal(citations, 'en'))).toEqual([]);
      }),
      { numRuns: 100 },
    );
    const view = sourcesModal(Array.from({ length: 60 }, (_, index) => citationOf(index, '字'.repeat(9_000))));
    expect(view.blocks).toHaveLength(100);
    expect(wordsShown(view)).toContain(squeeze(channelWording['zh-TW'].sources.cut));
  });

  it('says that nothing is there any more where it is so', () => {
    expect(wordsShown(sourcesModal([]).blocks)).toBe(squeeze(channelWording['zh-TW'].sources.gone));
  });
});

function citationOf(index: number, quote: string): Citation {
  return { document: 'faq', title: '測試文件', edition: '測試版', section: `Q${index}`, passage: `F${index}`, quote };
}
