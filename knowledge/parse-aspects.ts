import { z } from 'zod';
import { readYaml } from './read-yaml.ts';

/** What can be asked of a thing, such as its fee or its date, with the words that ask it. */
export interface Aspect {
  readonly id: string;
  /** As it is named where the documents do not say it. */
  readonly title: string;
  readonly titleEn: string;
  /** `never`: no document tells it of anything, so that a documented thing never answers it. */
  readonly documented: 'sometimes' | 'never';
  readonly words: readonly string[];
}

const aspectFile = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    title: z.string().min(1),
    titleEn: z.string().min(1),
    documented: z.enum(['sometimes', 'never']).default('sometimes'),
    words: z.array(z.string().min(1)).min(1),
  }),
);

/** Reads `content/aspects.yaml`. Throws a `ZodError` or YAML error that names the place. */
export function parseAspects(text: string): readonly Aspect[] {
  return aspectFile.parse(readYaml(text));
}
