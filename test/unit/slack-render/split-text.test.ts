import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedLength } from '../../../adapters/channels/slack/render-escaped.ts';
import { shorten, splitSentences, splitText } from '../../../adapters/channels/slack/split-text.ts';
import { arbitraryText } from './arbitrary-reply.ts';

const quotes = 2;

describe('splitText()', () => {
  it('gives pieces that joined are the text, none longer than asked', () => {
    fc.assert(
      fc.property(arbitraryText, fc.integer({ min: 20, max: 400 }), (text, max) => {
        const pieces = splitText(text, max);
        expect(pieces.join('')).toBe(text);
        for (const piece of pieces) expect(countedLength(piece) - quotes).toBeLessThanOrEqual(max);
      }),
      { numRuns: 200 },
    );
  });

  it('cuts between sentences wherever a sentence fits', () => {
    const sentence = fc.constantFrom(
      '是。',
      '「好。」他說。',
      '為什麼？',
      '依規定辦理；',
      '第二項。[12]',
      '一行\n',
      'Yes, it does. ',
    );
    fc.assert(
      fc.property(
        fc.array(sentence, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 20, max: 90 }),
        (sentences, max) => {
          const ends = new Set(sentences.map((_, index) => sentences.slice(0, index + 1).join('').length));
          let at = 0;
          for (const piece of splitText(sentences.join(''), max)) {
            at += piece.length;
            // 「好。」 is a sentence of its own within one.
            expect(ends.has(at) || piece.endsWith('。」')).toBe(true);
          }
        },
      ),
    );
  });

  it.each([
    ['after a comma where a sentence is too long', '一二三四五，六七八九十。', 8, ['一二三四五，', '六七八九十。']],
    ['after a word where there is no comma', 'one two three four', 9, ['one two ', 'three ', 'four']],
    ['between characters at last', '一二三四五六七', 3, ['一二三', '四五六', '七']],
    ['not within an emoji', '👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 12, ['👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦']],
    ['with the mark of a source beside its sentence', '有規定。[1][2]另一句。', 12, ['有規定。[1][2]', '另一句。']],
    [
      'not within an address or a number',
      '見 https://example.gov.tw/a?b=1;c=2 。3,000元。',
      40,
      ['見 https://example.gov.tw/a?b=1;c=2 。', '3,000元。'],
    ],
  ])('cuts %s', (_, text, max, expected) => expect(splitText(text, max)).toEqual(expected));

  it('takes 100 kB without a single sentence end in no time that anybody sees', () => {
    const before = performance.now();
    for (const text of ['字'.repeat(35_000), '」'.repeat(35_000), '。'.repeat(35_000), '[1]'.repeat(35_000)])
      expect(splitText(text, 2_900).join('')).toBe(text);
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});

describe('splitSentences()', () => {
  it('keeps what closes a sentence with it', () => {
    expect(splitSentences('「是嗎？」他問。[1]好！！\n\n完')).toEqual(['「是嗎？」', '他問。[1]', '好！！\n\n', '完']);
  });
});

describe('shorten()', () => {
  it('leaves what fits, and ends what does not with 「…」 within the limit', () => {
    expect(shorten('看依據', 3)).toBe('看依據');
    expect(shorten('看依據了', 3)).toBe('看依…');
    fc.assert(
      fc.property(arbitraryText, fc.integer({ min: 1, max: 80 }), (text, max) => {
        expect(shorten(text, max).length).toBeLessThanOrEqual(max);
      }),
    );
  });
});
