import fc from 'fast-check';
import type { Choice, Citation, Part, Reply } from '../../../bot/index.ts';

/** Pieces of texts that try everything: markup, marks, addresses, emoji, ends of lines and of sentences. */
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      '學習時數中須含3小時的AI課程。',
      '先通識、後實務；',
      'Ask HR first. ',
      '**粗**',
      '_斜_',
      '[連結](https://example.gov.tw/a_b?c=1&copy=2)',
      'https://example.gov.tw/co_ai_mrt.php',
      '!https://example.gov.tw/x',
      '<at>測試員甲</at>',
      '<b>&lt;',
      '\\[1]',
      '[1](附件)',
      '[2]: https://example.gov.tw',
      '[99]',
      '`code`',
      '~~刪~~',
      '\n# 標題\n',
      '\n- 一\n+ 二\n1. 三\n2) 四\n===\n',
      '\n\n    縮排\n',
      '| a | b |\n|---|---|\n',
      '👩‍👩‍👧‍👦🇹🇼🏽',
      '「引號。」[1][2]',
      '\u0000\u0007\ud800',
      '\u202e反',
    ),
  },
);
const mark = fc.integer({ min: 0, max: 62 }).map((n) => `[${n}]`);
const words = (pieces: number): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof({ weight: 4, arbitrary: piece }, { weight: 1, arbitrary: mark }), { maxLength: pieces })
    .map((all) => all.join(''));
/** Up to 100 kB, with and without ends of sentences. */
const huge = fc
  .tuple(
    fc.constantFrom('無標點的長文', '一句話。', 'word ', '😀', '[1]', '\u0001x', '&amp;', '甲[2]。'),
    fc.integer({ min: 1, max: 34_000 }),
  )
  .map(([text, times]) => text.repeat(times).slice(0, 100_000));
const text = fc.oneof({ weight: 12, arbitrary: words(30) }, { weight: 1, arbitrary: huge });
const short = words(4);

const part: fc.Arbitrary<Part> = fc.oneof(
  fc.record({ type: fc.constantFrom('text', 'heading', 'notice'), text }),
  fc.record({
    type: fc.constant('list' as const),
    ordered: fc.constantFrom('ordered' as const, 'unordered' as const),
    items: fc.array(words(8), { maxLength: 12 }),
  }),
  fc.record({
    type: fc.constant('table' as const),
    caption: short,
    columns: fc.array(short, { minLength: 1, maxLength: 6 }),
    rows: fc.array(fc.array(words(6), { maxLength: 6 }), { maxLength: 12 }),
  }),
);
const citation: fc.Arbitrary<Citation> = fc.record({
  document: fc.constantFrom('faq', 'deck'),
  title: short,
  edition: short,
  section: short,
  passage: fc.constant('F001'),
  quote: text,
});
const choice: fc.Arbitrary<Choice> = fc.record({
  label: words(6).map((label) => `選${label}`),
  value: fc.oneof({ weight: 9, arbitrary: fc.string({ minLength: 1, maxLength: 60 }) }, { weight: 1, arbitrary: huge }),
  emphasis: fc.constantFrom('primary', 'plain'),
});
/** The way to a person, as every reply has it. */
export const person: Choice = { label: '找人事承辦人', value: 'handoff:', emphasis: 'person' };

/** Any reply of the type, far beyond what the assistant says: 60 sources, 40 choices, 100 kB. */
export const arbitraryReply: fc.Arbitrary<Reply> = fc
  .record({
    kind: fc.constantFrom(
      'answer',
      'abstention',
      'clarification',
      'smalltalk',
      'refusal',
      'interview',
      'recommendation',
      'draft',
      'notice',
    ),
    language: fc.constantFrom('zh-TW', 'en'),
    parts: fc.array(part, { maxLength: 8 }),
    citations: fc.array(citation, { maxLength: 60 }),
    choices: fc.uniqueArray(choice, { maxLength: 40, selector: ({ value }) => value }),
    role: fc.constantFrom(null, 'applied'),
    progress: fc.option(fc.record({ step: fc.integer({ min: 1, max: 6 }), of: fc.constant(6) })),
  })
  .map((reply) => ({ ...reply, choices: [...reply.choices, person] }));
