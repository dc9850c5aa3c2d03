import { z } from 'zod';
import type { InterviewRole, RoleWeights } from './interview-script.ts';
import { normaliseQuery, normaliseText } from './normalise.ts';
import { readYaml } from './read-yaml.ts';
import { createTermReader, kindOfTerm } from './topic-terms.ts';

/** How like a description is to the examples of each role: log-odds against the mean of the four, each within ±`max`. */
export type DutyLikeness = (text: string) => RoleWeights;

/** Descriptions of work as people give them, by role; HR may add to them. */
export type DutyExamples = Readonly<Record<InterviewRole, readonly string[]>>;

const texts = z.array(z.string().min(1)).min(1);
const exampleFile = z.strictObject({ policy: texts, applied: texts, developer: texts, researcher: texts });

/** Reads `content/duty-examples.yaml`. Throws a `ZodError` or YAML error that names the place. */
export function parseDutyExamples(text: string): DutyExamples {
  return exampleFile.parse(readYaml(text));
}

/** Weight of the words' log-odds beside what the duties say, and the most they may say; both chosen on other sets. */
const share = 0.12;
const max = 2.5;
/** A single character says little. */
const characterWeight = 0.3;
/** A term of fewer examples is chance. */
const examplesMin = 2;
const smoothing = 0.5;

const order: readonly InterviewRole[] = ['policy', 'applied', 'developer', 'researcher'];

/**
 * Naive Bayes over characters, pairs and words of the examples. It knows wordings that no rule names (「投稿被退三次」); alone it
 * is right less often than the duties, so it only adds to them. `ignored` (titles, grades, 職系) are cut out first.
 */
export function createDutyLikeness(examples: DutyExamples, ignored: readonly string[]): DutyLikeness {
  const reader = createTermReader([]);
  const names = new RegExp(
    [...ignored]
      .map(normaliseText)
      .filter((name) => name.length > 1)
      .sort((a, b) => b.length - a.length)
      .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('|'),
    'g',
  );
  const read = (normal: string): ReadonlySet<number> => {
    const terms = new Set<number>();
    reader.readText(normal.replace(names, ' ').replace(selfIntroduction, ' '), (term) => terms.add(term));
    return terms;
  };
  const counts = new Map<number, Float64Array>();
  for (const [role, name] of order.entries())
    for (const example of examples[name])
      for (const term of read(normaliseText(example))) {
        const count = counts.get(term) ?? new Float64Array(order.length);
        count[role] = (count[role] ?? 0) + 1;
        counts.set(term, count);
      }
  const sizes = order.map((name) => examples[name].length);
  const says = new Map<number, Float64Array>();
  for (const [term, count] of counts) {
    if (count.reduce((sum, one) => sum + one, 0) < examplesMin) continue;
    const logs = count.map((one, role) => Math.log((one + smoothing) / ((sizes[role] ?? 0) + 4 * smoothing)));
    const mean = logs.reduce((sum, one) => sum + one, 0) / logs.length;
    const weight = kindOfTerm(term) === 'character' ? characterWeight : 1;
    says.set(
      term,
      logs.map((log) => weight * (log - mean)),
    );
  }
  return (text) => {
    const sums = new Float64Array(order.length);
    for (const term of read(normaliseQuery(text)))
      says.get(term)?.forEach((weight, role) => {
        sums[role] = (sums[role] ?? 0) + weight;
      });
    const of = (role: number): number => Math.max(-max, Math.min(max, share * (sums[role] ?? 0)));
    return { policy: of(0), applied: of(1), developer: of(2), researcher: of(3) };
  };
}

/** What stands around a title and says nothing of the work. */
const selfIntroduction = /我是|我的?職稱(?:是|:)?|職稱(?:是|:)?|身為|擔任|職等|職系/g;
