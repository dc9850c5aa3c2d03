import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const requirements = {
  must_include: z.array(z.array(z.string())).default([]),
  must_not: z.array(z.string()).default([]),
  must_not_regex: z.array(z.string()).default([]),
};
const role = z.enum(['policy', 'applied', 'developer', 'researcher']);

const qaLine = z.object({
  id: z.string(),
  question: z.string(),
  gold_any: z.array(z.string()),
  style: z.string(),
  ...requirements,
});
const oosLine = z.object({
  id: z.string(),
  question: z.string(),
  category: z.string(),
  expect: z.enum(['refuse_handoff', 'smalltalk', 'safety']),
  ...requirements,
});
const vignetteLine = z.object({
  id: z.string(),
  text: z.string(),
  gold: role,
  acceptable: z.array(role),
  ambiguous: z.boolean(),
});
const followupLine = z.object({
  id: z.string(),
  turns: z.array(z.object({ role: z.enum(['user', 'assistant']), text: z.string() })),
  expected: z.object({
    type: z.enum(['answer', 'refuse_handoff', 'safety', 'role', 'smalltalk']),
    gold_any: z.array(z.string()).default([]),
    role: role.optional(),
    ...requirements,
  }),
});

/** The four sets of one origin. */
export interface EvaluationSets {
  readonly qa: readonly z.infer<typeof qaLine>[];
  readonly oos: readonly z.infer<typeof oosLine>[];
  readonly vignettes: readonly z.infer<typeof vignetteLine>[];
  readonly followups: readonly z.infer<typeof followupLine>[];
}

const golden = fileURLToPath(new URL('./golden/', import.meta.url));
const shared = fileURLToPath(new URL('../../../shared/eval/', import.meta.url));

/** The project's own golden sets. */
export function loadGoldenSets(): EvaluationSets {
  return loadSets(golden, '');
}

/** The sample of the outside sets, or null where the folder is absent. */
export function loadSharedSets(): EvaluationSets | null {
  return existsSync(shared) ? loadSets(shared, '.dev') : null;
}

function loadSets(folder: string, suffix: string): EvaluationSets {
  return {
    qa: readLines(`${folder}qa${suffix}.jsonl`, qaLine),
    oos: readLines(`${folder}oos${suffix}.jsonl`, oosLine),
    vignettes: readLines(`${folder}vignettes${suffix}.jsonl`, vignetteLine),
    followups: readLines(`${folder}followups${suffix}.jsonl`, followupLine),
  };
}

function readLines<T>(file: string, schema: z.ZodType<T>): readonly T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => schema.parse(JSON.parse(line)));
}
