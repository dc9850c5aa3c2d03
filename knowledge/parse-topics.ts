import { z } from 'zod';
import type { OutsideMatter, Question, Unknown } from './question.ts';
import { readYaml } from './read-yaml.ts';

const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/);
const factId = z.string().regex(/^[A-Z]\d{3}$/);
const asks = z.array(z.string().min(1)).min(1);
const words = z.string().min(1);

const questionFile = z.strictObject({
  document: id,
  section: words,
  context: z.array(factId),
  questions: z.array(
    z.strictObject({
      id,
      title: words,
      titleEn: words,
      facts: z.array(factId).min(1),
      lead: words,
      leadEn: words,
      context: z.array(factId).optional(),
      note: words.nullable().default(null),
      noteEn: words.nullable().default(null),
      valid: z
        .strictObject({ from: z.iso.date().nullable().default(null), to: z.iso.date().nullable().default(null) })
        .default({ from: null, to: null }),
      nowAnsweredBy: words.nullable().default(null),
      ask: words.nullable().default(null),
      askEn: words.nullable().default(null),
      asks,
    }),
  ),
});

const unknownFile = z.array(
  z.strictObject({
    id,
    title: words,
    titleEn: words,
    says: words,
    saysEn: words,
    near: z.array(factId),
    stance: z.enum(['open', 'refused']).default('open'),
    ask: words,
    askEn: words,
    asks,
  }),
);

const outsideFile = z.array(
  z.strictObject({
    id,
    title: words,
    titleEn: words,
    ask: words,
    askEn: words,
    words: z.array(words),
    asks,
  }),
);

/** Reads one file of `content/questions`. Throws a `ZodError` or YAML error that names the place. */
export function parseQuestions(text: string): readonly Question[] {
  const file = questionFile.parse(readYaml(text));
  return file.questions.map((question) => ({
    ...question,
    kind: 'question',
    id: `${file.document}/${file.section}/${question.id}`,
    document: file.document,
    section: file.section,
    context: question.context ?? file.context,
  }));
}

/** Reads `content/unknowns.yaml`. Throws as `parseQuestions()` does. */
export function parseUnknowns(text: string): readonly Unknown[] {
  return unknownFile
    .parse(readYaml(text))
    .map((unknown) => ({ ...unknown, kind: 'unknown', id: `unknown/${unknown.id}` }));
}

/** Reads `content/outside.yaml`. Throws as `parseQuestions()` does. */
export function parseOutsideMatters(text: string): readonly OutsideMatter[] {
  return outsideFile
    .parse(readYaml(text))
    .map((matter) => ({ ...matter, kind: 'outside', id: `outside/${matter.id}` }));
}
