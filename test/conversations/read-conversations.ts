import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { z } from 'zod';
import { readYaml } from '../../knowledge/read-yaml.ts';

const kind = z.enum([
  'answer',
  'abstention',
  'clarification',
  'smalltalk',
  'refusal',
  'interview',
  'recommendation',
  'notice',
]);
const words = z.array(z.string().min(1)).default([]);

const expectation = z.strictObject({
  /** What the first reply is; one of several where a list is given. Not to be seen in the terminal. */
  kind: z.union([kind.transform((one) => [one]), z.array(kind).min(1)]).default([]),
  /** Sections that must be cited, such as Q7. */
  cites: words,
  /** Words that must be seen, and words that must not. */
  says: words,
  not_says: words,
  /** Labels of buttons that must be offered. */
  offers: words,
});
const turn = z
  .strictObject({
    say: z.string().optional(),
    choose: z.string().optional(),
    /** The words so many times in a row, for messages that are too long to be written out. */
    times: z.int().min(1).default(1),
    expect: expectation.default(expectation.parse({})),
  })
  .refine(({ say, choose }) => (say === undefined) !== (choose === undefined), 'a turn either says or chooses');
const conversation = z.strictObject({
  title: z.string().min(1),
  as_of: z.iso.date().default('2026-11-21'),
  turns: z.array(turn).min(1),
});

/** A conversation as HR wrote it, from one of the YAML files beside this one. */
export type Conversation = z.infer<typeof conversation> & { readonly file: string };

/** What must be seen after a turn. */
export type Expectation = z.infer<typeof expectation>;

/** Reads every conversation. Throws a `ZodError` that names the place where one is not of this form. */
export function readConversations(): readonly Conversation[] {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  return globSync('*.yaml', { cwd: folder })
    .sort()
    .flatMap((file) => {
      const read = z.array(conversation).parse(readYaml(readFileSync(`${folder}/${file}`, 'utf8')));
      return read.map((one) => ({ ...one, file }));
    });
}
