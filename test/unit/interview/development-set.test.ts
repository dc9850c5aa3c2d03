import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { assess } from '../../../bot/interview/assess.ts';
import { readDuties } from '../../../bot/interview/read-duties.ts';
import { roles } from '../../../bot/vocabulary.ts';
import { script } from './script.ts';

const vignette = z.strictObject({
  id: z.string(),
  text: z.string(),
  kind: z.enum(['clear', 'ambiguous']),
  roles: z.array(z.enum(roles)).min(1),
  fold: z.number().int().min(1).max(5),
});
const vignettes = readFileSync(new URL('../../evaluation/interview-dev.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => vignette.parse(JSON.parse(line)));

const judged = vignettes.map((one) => ({ ...one, judgement: assess(script, readDuties(script, one.text), []) }));
const share = (right: number, all: number): number => right / Math.max(1, all);

describe('the development set', () => {
  test.each([1, 2, 3, 4, 5])('is judged right in at least 96 % of fold %i', (fold) => {
    const ofFold = judged.filter((one) => one.fold === fold);
    const wrong = ofFold.filter(
      ({ judgement, kind, roles: right }) =>
        !right.includes(judgement.role) || (kind === 'ambiguous' && judgement.confident),
    );
    expect(
      share(ofFold.length - wrong.length, ofFold.length),
      wrong.map(({ text }) => text).join('\n'),
    ).toBeGreaterThanOrEqual(0.96);
  });

  test('has at least 150 descriptions, a fifth of them ambiguous', () => {
    expect(vignettes.length).toBeGreaterThanOrEqual(150);
    expect(share(vignettes.filter(({ kind }) => kind === 'ambiguous').length, vignettes.length)).toBeGreaterThanOrEqual(
      0.2,
    );
  });

  test('is never judged wrong with confidence', () => {
    const wrong = judged.filter(
      ({ judgement, kind, roles: right }) => kind === 'clear' && judgement.confident && !right.includes(judgement.role),
    );
    expect(wrong.map(({ text }) => text)).toEqual([]);
  });
});
