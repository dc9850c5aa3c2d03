import fc from 'fast-check';
import type { Choice, Citation, Part, Reply } from '../../../bot/index.ts';

/** What documents and people may type, and what a platform may read in it. */
const fragments = [
  '公務人員每人每年20小時學習時數中，須含3小時AI課程。',
  '配分由各機關視業務特性自訂；「人工智慧知能」已納入陞任評分標準表。[3]',
  '真的嗎？是。」他說！',
  'Only actual duties count, not your title. ',
  '<!channel> <!here|here> <@U01ALICE> <#C01GEN>',
  '*粗* _斜_ ~刪~ `碼` ```塊``` :tada: # 標題 > 引文 - 項',
  '**[點我](javascript:alert(1))** @everyone @channel',
  '<script>alert("1 & 2")</script> &lt;b&gt; &amp;amp;',
  'https://elearn.example.gov.tw/mooc/a_b.php?x=1&y=2，',
  '👩‍👩‍👧‍👦🏳️‍🌈👍🏽',
  '\n',
  '\n\n   \t',
  '"引號"\\反斜線\\n',
  '\u0000\u0007\u001b[31m',
  '\ud800',
  '\u200b\u2060',
  '字'.repeat(700),
  '一，二、三：四'.repeat(200),
];

/** A text, mostly short, at times much longer than any limit. */
export const arbitraryText: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: pieces(4) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  { weight: 1, arbitrary: pieces(40) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', ' ', '&'.repeat(4_000), '字'.repeat(9_000), '"'.repeat(6_000), '😀'.repeat(3_000)),
  },
);

function pieces(maxLength: number): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...fragments), { maxLength }).map((chosen) => chosen.join(''));
}

const items = fc.oneof(
  { weight: 6, arbitrary: fc.array(arbitraryText, { maxLength: 6 }) },
  { weight: 1, arbitrary: fc.array(pieces(1), { minLength: 60, maxLength: 160 }) },
);
const cells = (maxLength: number) => fc.array(pieces(2), { maxLength });

const part: fc.Arbitrary<Part> = fc.oneof(
  arbitraryText.map((text): Part => ({ type: 'text', text })),
  arbitraryText.map((text): Part => ({ type: 'heading', text })),
  arbitraryText.map((text): Part => ({ type: 'notice', text })),
  fc.record({ type: fc.constant('list'), ordered: fc.constantFrom('ordered', 'unordered'), items }),
  fc.record({
    type: fc.constant('table'),
    caption: arbitraryText,
    columns: cells(22),
    rows: fc.oneof(
      { weight: 5, arbitrary: fc.array(cells(6), { maxLength: 8 }) },
      { weight: 1, arbitrary: fc.array(cells(2), { maxLength: 120 }) },
    ),
  }),
);

const citation: fc.Arbitrary<Citation> = fc.record({
  document: fc.constantFrom('faq', 'deck'),
  title: fc.oneof(
    fc.constantFrom('AI公務人才認定指引：人事推動實務問答集', '公部門AI人才培育與智慧政府'),
    arbitraryText,
  ),
  edition: fc.constantFrom('115年6月版', '114年5月29日'),
  section: fc.oneof(fc.constantFrom('Q1', 'Q7', '人才，是發展的基石'), pieces(2)),
  passage: fc.oneof(
    fc.integer({ min: 1, max: 999 }).map((n) => `F${n}`),
    fc.constant('F'.repeat(900)),
  ),
  quote: arbitraryText,
});

const choice: fc.Arbitrary<Choice> = fc.record({
  label: fc.oneof(fc.constantFrom('不確定', '跳過這題', '找人事承辦人'), arbitraryText),
  value: fc.oneof(
    fc.nat().map((id) => `topic:${id}`),
    fc.nat().map((id) => `say:${id}${'"&'.repeat(900)}`),
    fc.nat().map((id) => `say:${id}${'字'.repeat(2_500)}`),
  ),
  emphasis: fc.constantFrom('primary', 'plain', 'person'),
});

/** Any reply, with much more in it than the bot ever says. */
export const arbitraryReply: fc.Arbitrary<Reply> = fc.record({
  kind: fc.constantFrom('answer', 'abstention', 'recommendation', 'interview', 'notice', 'smalltalk'),
  language: fc.constantFrom('zh-TW', 'en'),
  parts: fc.array(part, { maxLength: 12 }),
  citations: fc.oneof(
    { weight: 3, arbitrary: fc.array(citation, { maxLength: 6 }) },
    { weight: 1, arbitrary: fc.array(citation, { minLength: 60, maxLength: 60 }) },
  ),
  choices: fc.oneof(
    { weight: 3, arbitrary: fc.array(choice, { maxLength: 6 }) },
    { weight: 1, arbitrary: fc.array(choice, { minLength: 40, maxLength: 40 }) },
  ),
  role: fc.constant(null),
  progress: fc.option(fc.record({ step: fc.integer({ min: -1, max: 40 }), of: fc.integer({ min: 0, max: 30 }) })),
});
