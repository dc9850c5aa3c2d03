import { z } from 'zod';
import type { Period } from './document.ts';
import { periodSchema } from './period.ts';
import { readYaml } from './read-yaml.ts';

/** How many hours each person learns in a year, and until when. */
export interface LearningRule {
  readonly id: string;
  readonly valid: Period;
  /** Hours in a year. */
  readonly total: number;
  /** Of them at least so many on AI; null where the rule has no such part. */
  readonly ai: number | null;
  /** `MM-DD` until which hours of a year count; null where nobody said. */
  readonly cutOff: string | null;
  /** Days from the end of a course until its hours arrive. */
  readonly uploadLagDays: number;
  /** Ids of facts; may be empty in an agency's own rule. */
  readonly facts: readonly string[];
  /** What an agency's own rule rests on, in words; null where nothing was named. */
  readonly source: string | null;
}

const dayOfYear = z
  .string()
  .regex(/^\d{2}-\d{2}$/)
  .refine((text) => z.iso.date().safeParse(`2025-${text}`).success, { error: 'is no day of every year (MM-DD)' });

const learningRulesFile = z.strictObject({
  rules: z
    .array(
      z
        .strictObject({
          id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
          valid: periodSchema,
          total: z.number().positive().max(1_000),
          ai: z.number().positive().nullable().default(null),
          cutOff: dayOfYear.nullable().default(null),
          uploadLagDays: z.int().min(0).max(90).default(0),
          facts: z.array(z.string().regex(/^[A-Z]\d{3}$/)).default([]),
          source: z.string().min(1).max(100).nullable().default(null),
        })
        .refine(({ total, ai }) => ai === null || ai <= total, { error: 'asks for more AI hours than hours' }),
    )
    .min(1),
});

/** Reads `content/learning-rules.yaml`. Throws a `ZodError` or YAML error that names the place. */
export function parseLearningRules(text: string): readonly LearningRule[] {
  return readLearningRules(readYaml(text));
}

/**
 * Reads what an agency set as `learningRules`: the same form as the shipped file, already read from YAML or JSON. Throws a
 * `ZodError` that names the place.
 */
export function readLearningRules(value: unknown): readonly LearningRule[] {
  return learningRulesFile.parse(value).rules;
}
