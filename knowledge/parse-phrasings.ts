import { z } from 'zod';
import { readYaml } from './read-yaml.ts';

/** Further phrasings of topics, by topic id. */
export type Phrasings = Readonly<Record<string, readonly string[]>>;

const phrasingFile = z.record(z.string().min(1), z.array(z.string().min(1)));

/** Reads one file of `content/phrasings`. Throws a `ZodError` or YAML error that names the place. */
export function parsePhrasings(text: string): Phrasings {
  return phrasingFile.parse(readYaml(text));
}
