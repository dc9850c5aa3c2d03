import { describe, expect, it } from 'vitest';
import { checkActivity } from './check-activity.ts';
import { readMarkdown } from './read-markdown.ts';

const root = { type: 'https://schema.org/Message', '@type': 'Message', '@context': 'https://schema.org', '@id': '' };
const claim = {
  '@type': 'Claim',
  position: 1,
  appearance: { '@type': 'DigitalDocument', name: '問答集 Q8', abstract: '3小時' },
};
const execute = {
  type: 'Action.Execute',
  verb: 'choose',
  title: '好',
  data: { choice: 'a' },
  fallback: { type: 'Action.Submit', title: '好', data: { choice: 'a', verb: 'choose' } },
};
const text = { type: 'TextBlock', text: '好', wrap: true };
const field = { type: 'Input.Text', id: 'a', label: '內容' };
const card = {
  type: 'AdaptiveCard',
  $schema: 'https://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  lang: 'zh',
  fallbackText: '好',
  body: [text],
  actions: [execute],
};
const sent = {
  type: 'message',
  text: '3小時。[1]',
  textFormat: 'markdown',
  summary: '3小時。',
  entities: [{ ...root, citation: [claim] }],
};
const withCard = (change: object) => ({
  ...sent,
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: { ...card, ...change } }],
});
const withClaim = (change: object) => ({
  ...sent,
  entities: [{ ...root, citation: [{ ...claim, appearance: { ...claim.appearance, ...change } }] }],
});

/** One broken twin for each thing that Teams refuses. */
const broken: Readonly<Record<string, unknown>> = {
  'two root entities': { ...sent, entities: [...sent.entities, root] },
  'no root entity': { ...sent, entities: [] },
  'a root entity with something unknown': { ...sent, entities: [{ ...root, citation: [claim], label: 'AI' }] },
  'a source that the text does not mark': { ...sent, text: '3小時。' },
  'a mark that is no source': { ...sent, text: '3小時。[1][2]' },
  'a source twice': { ...sent, entities: [{ ...root, citation: [claim, claim] }] },
  'too many sources': {
    ...sent,
    entities: [{ ...root, citation: Array.from({ length: 21 }, (_, n) => ({ ...claim, position: n + 1 })) }],
  },
  'a long name': withClaim({ name: '長'.repeat(81) }),
  'a long abstract': withClaim({ abstract: '長'.repeat(161) }),
  'a source without a name': withClaim({ name: ' ' }),
  'an empty text': { ...sent, text: ' \n' },
  'a heading in the text': { ...sent, text: '# 標題\n\n3小時。[1]' },
  'a table in the text': { ...sent, text: '| a |\n|---|\n\n3小時。[1]' },
  'a list that somebody typed': { ...sent, text: '- 3小時。[1]' },
  'markup that somebody typed': { ...sent, text: '3 *小時*。[1]' },
  'a tag that somebody typed': { ...sent, text: '<at>甲</at> 3小時。[1]' },
  'no notification': { ...sent, summary: '' },
  'neither text nor card': { type: 'message', summary: '好', entities: [root] },
  'another kind of feedback': { ...sent, channelData: { feedbackLoop: { type: 'stars' } } },
  'a newer card': withCard({ version: '1.6' }),
  'no text for a card that is not drawn': withCard({ fallbackText: '' }),
  'a large card': withCard({ body: Array.from({ length: 300 }, () => ({ ...text, text: '長'.repeat(40) })) }),
  'seven actions': withCard({
    body: [{ type: 'ActionSet', actions: [execute, execute, execute, execute] }],
    actions: [execute, execute, execute],
  }),
  'an action without a fallback': withCard({ actions: [{ ...execute, fallback: undefined }] }),
  'a fallback that sends something else': withCard({ actions: [{ ...execute, data: { choice: 'b' } }] }),
  'an empty text block': withCard({ body: [{ ...text, text: '' }] }),
  'markup in a card': withCard({ body: [{ ...text, text: '3 *小時*' }] }),
  'a link in a card that hides where it leads': withCard({ body: [{ ...text, text: '[這裡](https://example.com)' }] }),
  'a text that does not wrap': withCard({ body: [{ type: 'TextBlock', text: '好' }] }),
  'an element of another version': withCard({ body: [{ type: 'Badge', text: '好' }] }),
  'columns of fixed width': withCard({
    body: [{ type: 'ColumnSet', columns: [{ type: 'Column', width: '200px', items: [text] }] }],
  }),
  'an id twice': withCard({ body: [field, field] }),
  'a field without a label': withCard({ body: [{ ...field, label: undefined }] }),
  'a field that must be filled and does not say so': withCard({ body: [{ ...field, isRequired: true }] }),
  'a button that opens nothing': withCard({
    actions: [{ type: 'Action.ToggleVisibility', title: '看', targetElements: ['nowhere'] }],
  }),
};

describe('checkActivity()', () => {
  it('accepts a good message', () => {
    expect(checkActivity(sent)).toEqual([]);
    expect(checkActivity(withCard({}))).toEqual([]);
    expect(checkActivity(withCard({ body: [field] }))).toEqual([]);
  });

  for (const [what, activity] of Object.entries(broken))
    it(`refuses ${what}`, () => {
      expect(checkActivity(activity)).not.toEqual([]);
    });
});

describe('readMarkdown()', () => {
  it('reads escapes, marks, addresses and bold lines', () => {
    expect(readMarkdown('**標題**\n\n1\\. 甲\\[1\\]&lt;b&gt;[2] [https://a.tw/b\\_c](https://a.tw/b_c)')).toEqual({
      shown: '標題\n\n1. 甲[1]<b>[2] https://a.tw/b_c',
      marks: [2],
      links: [{ label: 'https://a.tw/b_c', address: 'https://a.tw/b_c' }],
      loose: [],
    });
  });
});
