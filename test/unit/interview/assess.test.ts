import { describe, expect, test } from 'vitest';
import { assess, probabilities } from '../../../bot/interview/assess.ts';
import { readDuties } from '../../../bot/interview/read-duties.ts';
import { script } from './script.ts';

describe('assess()', () => {
  test('says applied but is not sure when nothing was said', () => {
    const { role, confident, reasons } = assess(script, [], []);
    expect([role, confident, reasons]).toEqual(['applied', false, []]);
  });

  test('is not sure of somebody who does two things', () => {
    const { confident } = assess(script, readDuties(script, '一半時間寫程式串API，一半時間規劃AI策略、編預算'), []);
    expect(confident).toBe(false);
  });

  test('is not sure of somebody who only names a field', () => {
    for (const text of ['我負責AI相關業務', '我在資訊室負責系統', '負責AI專案']) {
      expect(assess(script, readDuties(script, text), []).confident).toBe(false);
    }
  });

  test('gives the weightiest reason first and quotes the person', () => {
    const text = '我整天寫程式，偶爾收發公文';
    const [first] = assess(script, readDuties(script, text), []).reasons;
    expect(first?.role).toBe('developer');
    expect(text).toContain(first?.evidence);
  });

  test('names an answer that really flips the result', () => {
    const evidence = readDuties(script, '我收發公文，也寫一點Python');
    const answers = [{ question: 'time', option: 'service' }];
    const { role, flip } = assess(script, evidence, answers);
    expect(flip).not.toBeNull();
    if (flip === null) return;
    const others = answers.filter(({ question }) => question !== flip.question);
    const flipped = assess(script, evidence, [...others, { question: flip.question, option: flip.to }]);
    expect([flipped.role, flipped.role === role]).toEqual([flip.role, false]);
  });

  test('weighs "unsure" as nothing, in every question', () => {
    const evidence = readDuties(script, '我管AI系統的採購');
    const plain = assess(script, evidence, []);
    const answers = script.questions.map(({ id }) => ({ question: id, option: 'unsure' }));
    expect(assess(script, evidence, answers).scores).toEqual(plain.scores);
  });

  test('probabilities() sum to one', () => {
    const shares = Object.values(probabilities({ policy: 900, applied: -900, developer: 3, researcher: 0 }));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
  });
});
