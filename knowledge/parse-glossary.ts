import { z } from 'zod';
import type { Glossary } from './glossary.ts';
import { readYaml } from './read-yaml.ts';

const words = z.array(z.union([z.string(), z.number()]).transform(String).pipe(z.string().min(1))).min(1);
const glossarySchema = z.array(
  z.strictObject({ say: words, mean: words, weight: z.number().min(0).max(1).optional() }),
);

/** Reads `content/glossary.yaml`, a list of `{say, mean, weight?}`. Throws a `ZodError` that names the entry. */
export function parseGlossary(text: string): Glossary {
  return glossarySchema.parse(readYaml(text));
}
