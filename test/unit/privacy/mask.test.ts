import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNationalIdNumber } from '../../../bot/privacy/checksum.ts';
import { maskPersonalData } from '../../../bot/privacy/mask.ts';

/** Makes a valid number from nine characters by trying the ten check digits; the numbers belong to nobody. */
function withCheckDigit(nine: string): string {
  const found = [...'0123456789'].find((digit) => isNationalIdNumber(nine + digit));
  if (found === undefined) throw new Error(`no check digit for ${nine}`);
  return nine + found;
}

describe('maskPersonalData()', () => {
  it('masks a valid 身分證字號 and leaves the same number with another check digit', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
        fc.constantFrom('1', '2', '8', '9'),
        fc.stringMatching(/^\d{7}$/),
        (letter, kind, rest) => {
          const valid = withCheckDigit(letter + kind + rest);
          const invalid = valid.slice(0, 9) + ((Number(valid.at(9)) + 1) % 10);
          expect(maskPersonalData(`我是${valid}，請問`).text).toBe('我是〔身分證字號已遮蔽〕，請問');
          expect(maskPersonalData(`我是${invalid}，請問`).text).toBe(`我是${invalid}，請問`);
        },
      ),
    );
  });

  const cases: readonly [string, string][] = [
    ['full-width digits', '電話０９１２３４５６７８'],
    ['a mobile with hyphens', '打0912-345-678給我'],
    ['an international mobile', '+886 912 345 678'],
    ['a land line', '(02)2345-6789'],
    ['an e-mail', '寄到 someone.fictitious@example.gov.tw'],
    ['a bank account', '帳號：0123-456-7890123'],
    ['an employee number', '員工編號 A00123'],
    ['a card', '卡號 4111 1111 1111 1111'],
  ];
  it.each(cases)('masks %s', (_name, text) => {
    const masked = maskPersonalData(text);
    expect(masked.kinds.length).toBeGreaterThan(0);
    expect(masked.text).not.toMatch(/[0-9０-９]{3}|@/);
  });

  it('leaves years, hours, figures and names of certificates alone', () => {
    const text = '115年每人20小時須含3小時，選讀460,050人次，AI-900、表51、113年6月6日、220門';
    expect(maskPersonalData(text)).toEqual({ text, kinds: [] });
  });

  it('masked twice is masked once, whatever was typed', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.stringMatching(/^[A-Z][12]\d{8}$/),
      fc.stringMatching(/^09\d{8}$/),
      fc.stringMatching(/^[a-z]{2,6}@[a-z]{2,6}\.tw$/),
      fc.constantFrom('帳號', '員工編號', '１２３４５６７８９０', ' '),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const once = maskPersonalData(pieces.join(''));
        expect(maskPersonalData(once.text)).toEqual({ text: once.text, kinds: [] });
      }),
    );
  });
});
