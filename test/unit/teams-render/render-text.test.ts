import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown } from '../../../adapters/channels/teams/render-markdown.ts';
import { clip, linesOf, piecesOf, sentencesOf } from '../../../adapters/channels/teams/render-sentences.ts';
import { readMarkdown } from './read-markdown.ts';

describe('escapeMarkdown()', () => {
  it('shows exactly what was written, formats nothing, and links only whole addresses to themselves', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'甲乙a1 .-+=#>|!*_~`[]()<>&;:\\/'), maxLength: 40 }), (text) => {
        const line = linesOf(text).join(' ');
        const read = readMarkdown(escapeMarkdown(line, 3));
        expect(read.loose).toEqual([]);
        expect(read.shown).toBe(line);
        for (const { label, address } of read.links) expect(label).toBe(address);
      }),
      { numRuns: 2_000 },
    );
  });

  it('keeps the marks of sources, and no others', () => {
    expect(readMarkdown(escapeMarkdown('甲[1]乙[3][4](丙)[2](https://a.tw)', 3)).marks).toEqual([1, 3, 2]);
    expect(escapeMarkdown('甲[1](附件)[4]', 3)).toBe('甲[1]\u2060(附件)\\[4\\]');
  });

  it('makes links of addresses, with their underlines', () => {
    expect(escapeMarkdown('見https://a.gov.tw/b_c_d。', 0)).toBe(
      '見[https://a.gov.tw/b\\_c\\_d](https://a.gov.tw/b_c_d)。',
    );
    expect(escapeMarkdown('javascript:alert(1) http://a.tw', 0)).toBe('javascript:alert(1) http://a.tw');
  });
});

describe('sentencesOf()', () => {
  it('cuts after the end of a sentence with its quotes and marks', () => {
    expect(sentencesOf('先通識；後實務。[1][2]他說「好。」真的！？是 3.5 小時。Ask HR.[3] Then go.')).toEqual([
      '先通識；',
      '後實務。[1][2]',
      '他說「好。」',
      '真的！？',
      '是 3.5 小時。',
      'Ask HR.[3] ',
      'Then go.',
    ]);
  });

  it('joined is the line, in pieces of bounded length in which no mark and no character falls apart', () => {
    const family = '👩‍👩‍👧‍👦';
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('字', 'word ', '，', '。', '[12]', family, 'é', '🇹🇼'), { maxLength: 3_000 }),
        fc.constantFrom(1, 3),
        (pieces, times) => {
          const line = linesOf(pieces.join('').repeat(times)).join(' ');
          for (const cut of [sentencesOf(line), piecesOf(line)]) {
            expect(cut.join('')).toBe(line);
            for (const piece of cut) {
              expect(piece.length).toBeLessThanOrEqual(1_200);
              expect(piece).not.toMatch(/\[\d{0,2}$|^\d{0,2}\]|^[\u200d\udc00-\udfff]|[\u200d\ud800-\udbff]$/);
            }
          }
        },
      ),
      { numRuns: 100, endOnFailure: true },
    );
  });

  it('reads 100 kB of anything in a moment', () => {
    for (const text of ['[1]', '。', 'a ', '。[1]', '」', '. ', '\u200d'])
      expect(sentencesOf(linesOf(text.repeat(100_000 / text.length)).join(' ')).length).toBeGreaterThanOrEqual(0);
  });
});

describe('clip()', () => {
  it('keeps what fits, and says that it goes on where it does not', () => {
    expect(clip(' 3小時\n的課 ', 10)).toBe('3小時 的課');
    expect(clip('3小時的課程', 5)).toBe('3小時的…');
    expect(clip('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 15)).toBe('👩‍👩‍👧‍👦…');
  });
});
