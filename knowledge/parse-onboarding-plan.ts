import { z } from 'zod';
import type { Offset, OnboardingPlan } from './onboarding-plan.ts';
import { readYaml } from './read-yaml.ts';

/** A plan that asks more of a newcomer is no help. */
const stagesMax = 8;
const tasksPerStageMax = 12;
/** Characters of a text that is read in a chat. */
const textMax = 300;
const titleMax = 40;
/** Two questions: more are not answered. */
const questionsMax = 2;

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,30}$/);
const title = z.string().trim().min(1).max(titleMax);
const text = z.string().trim().min(1).max(textMax);
const count = (max: number) => z.int().min(0).max(max).default(0);
const offset = z.strictObject({ days: count(365), weeks: count(52), months: count(12) });

const task = z
  .strictObject({
    id,
    title,
    titleEn: text.optional(),
    text,
    textEn: text.optional(),
    facts: z.array(z.string().regex(/^[A-Z]\d{3}$/)).default([]),
    names: z.array(title).default([]),
    due: offset,
    kind: z.enum(['read', 'do', 'interview', 'hours', 'course']),
    hours: z.number().positive().max(100).nullable().default(null),
    evidence: z.enum(['none', 'optional']).default('none'),
    link: z
      .url({ protocol: /^https$/ })
      .nullable()
      .default(null),
  })
  .refine(({ kind, hours }) => (kind === 'hours') === (hours !== null), {
    error: 'a task of the kind hours says how many hours, and no other does',
  })
  .transform(({ titleEn, textEn, ...rest }) => ({
    ...rest,
    titleEn: titleEn ?? rest.title,
    textEn: textEn ?? rest.text,
  }));

const stage = z
  .strictObject({
    id,
    title,
    titleEn: text.optional(),
    intro: text,
    introEn: text.optional(),
    begins: offset,
    tasks: z.array(task).min(1).max(tasksPerStageMax),
  })
  .transform(({ titleEn, introEn, ...rest }) => ({
    ...rest,
    titleEn: titleEn ?? rest.title,
    introEn: introEn ?? rest.intro,
  }));

const option = z
  .strictObject({ id, label: title, labelEn: text.optional() })
  .transform(({ labelEn, ...rest }) => ({ ...rest, labelEn: labelEn ?? rest.label }));
const question = z
  .strictObject({ id, text, textEn: text.optional(), options: z.array(option).min(2).max(7) })
  .transform(({ textEn, ...rest }) => ({ ...rest, textEn: textEn ?? rest.text }));

const plan = z
  .strictObject({
    id,
    title,
    titleEn: text.optional(),
    stages: z.array(stage).min(1).max(stagesMax),
    pulse: z.strictObject({ begins: offset, questions: z.array(question).max(questionsMax) }),
  })
  .transform(({ titleEn, ...rest }) => ({ ...rest, titleEn: titleEn ?? rest.title }));

/**
 * Reads a plan: YAML text as in `content/onboarding-plan.yaml`, or the value that such a text stands for. English may be left out
 * and is then told in Chinese. Throws a `ZodError` or YAML error that names the place, or an `Error` that names what stands twice
 * or in the wrong order.
 */
export function parseOnboardingPlan(source: unknown): OnboardingPlan {
  const read = plan.parse(typeof source === 'string' ? readYaml(source) : source);
  const named = {
    stage: read.stages.map((one) => one.id),
    task: read.stages.flatMap((one) => one.tasks.map((task) => task.id)),
    question: read.pulse.questions.map((one) => one.id),
  };
  for (const [what, ids] of Object.entries(named)) {
    const twice = ids.find((one, at) => ids.indexOf(one) !== at);
    if (twice !== undefined) throw new Error(`the ${what} ${twice} stands twice`);
  }
  read.stages.forEach(({ id: name, begins }, at) => {
    const before = read.stages[at - 1];
    if (at === 0 && roughDays(begins) > 0) throw new Error(`the first stage ${name} must begin on the first day`);
    if (before !== undefined && roughDays(begins) <= roughDays(before.begins))
      throw new Error(`the stage ${name} begins before ${before.id}`);
  });
  return read;
}

/** Every fact that the plan rests on, so that unknown ids can be told. */
export function factsOfPlan({ stages }: OnboardingPlan): readonly string[] {
  return stages.flatMap(({ tasks }) => tasks.flatMap(({ facts }) => facts));
}

function roughDays({ days, weeks, months }: Offset): number {
  return days + weeks * 7 + months * 30;
}
