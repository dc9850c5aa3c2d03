import { z } from 'zod';
import type { InterviewScript, RoleWeights } from './interview-script.ts';
import { readYaml } from './read-yaml.ts';

const names = z.array(z.string().min(1));
/** Words with 、 between them; one scalar, because a list of thousands of YAML nodes takes half a second to parse. */
const words = z.string().transform((text) =>
  text
    .split('、')
    .map((word) => word.trim())
    .filter((word) => word !== ''),
);
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const wording = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

/** Beyond this one word would decide everything alone. */
const WEIGHT_MAX = 4;
const weight = z.number().min(-WEIGHT_MAX).max(WEIGHT_MAX).default(0);
const weights = z.strictObject({ policy: weight, applied: weight, developer: weight, researcher: weight });

const question = z
  .strictObject({
    id,
    text: wording,
    help: wording,
    options: z.array(z.strictObject({ id, label: wording, weights })).min(3),
  })
  .refine(
    ({ options }) => new Set(options.map((option) => option.id)).size === options.length,
    'an option stands twice',
  )
  .refine(({ options }) => {
    const unsure = options.find((option) => option.id === 'unsure');
    return unsure !== undefined && Object.values(unsure.weights).every((value) => value === 0);
  }, 'every question needs the option "unsure", without weights');

const about = z.enum(['digital', 'matter', 'any']);
const duty = z.strictObject({
  id,
  reason: wording,
  acts: names,
  things: names.default([]),
  besides: names.default([]),
  about,
  weights,
});

const interviewFile = z
  .strictObject({
    prior: weights,
    questions: z.array(question).min(1),
    acts: z.record(id, words),
    things: z.record(id, words),
    grammar: z.strictObject({
      digital: names,
      forum: names,
      governing: names,
      enclosing: names,
      otherwise: id,
      unspecific: id,
      research: names,
    }),
    told: z.strictObject({ negated: wording, other: wording }),
    duties: z.array(duty),
    bare: z.array(duty),
    marks: z.strictObject({
      self: words,
      other: words,
      givenTo: words,
      handover: words,
      together: words,
      outsourced: words,
      not: words,
      notNegation: words,
      notMine: words,
      past: words,
      present: words,
      wish: words,
      offDuty: words,
      mainly: words,
      rarely: words,
      turn: words,
      and: words,
      whether: words,
      by: words,
    }),
    free: z.string(),
    ignored: z.strictObject({ words, titleEndings: words, unitEndings: words, endingsInWords: words }),
  })
  .superRefine((script, context) => {
    const duties = [...script.duties, ...script.bare];
    const named = {
      act: [...duties.flatMap((duty) => duty.acts), ...script.grammar.governing].filter(
        (name) => !(name in script.acts),
      ),
      thing: [
        ...duties.flatMap((duty) => [...duty.things, ...duty.besides]),
        ...script.grammar.digital,
        ...script.grammar.forum,
        ...script.grammar.research,
        ...script.grammar.enclosing,
      ].filter((name) => !(name in script.things)),
      duty: twice([...duties, ...script.questions].map((one) => one.id)),
    };
    for (const [kind, names] of Object.entries(named)) {
      for (const name of names)
        context.addIssue({ code: 'custom', message: `${kind} "${name}" is unknown or stands twice` });
    }
  });

const unlike: RoleWeights = { policy: 0, applied: 0, developer: 0, researcher: 0 };

/** Reads `content/interview.yaml`. Throws a `ZodError` or YAML error that names the place. */
export function parseInterview(text: string): InterviewScript {
  return { ...interviewFile.parse(readYaml(text)), likeness: () => unlike };
}

function twice(names: readonly string[]): readonly string[] {
  return names.filter((name, at) => names.indexOf(name) !== at);
}
