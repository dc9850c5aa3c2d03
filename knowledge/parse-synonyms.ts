import { z } from 'zod';
import { readYaml } from './read-yaml.ts';

/** Groups of words that count as the same when a message is held against phrasings. */
export type Synonyms = readonly (readonly string[])[];

const synonymFile = z.array(z.array(z.string().min(1)).min(2));

/** Reads `content/synonyms.yaml`. Throws a `ZodError` or YAML error that names the place. */
export function parseSynonyms(text: string): Synonyms {
  return synonymFile.parse(readYaml(text));
}
