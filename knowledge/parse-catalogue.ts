import { z } from 'zod';
import type { Catalogue, CatalogueItem, PathEntry } from './catalogue.ts';
import { periodSchema } from './period.ts';
import { readYaml } from './read-yaml.ts';

const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/);
const factId = z.string().regex(/^[A-Z]\d{3}$/);
const facts = z.array(factId).min(1);
const words = z.string().min(1);
const bilingual = z.strictObject({ zh: words, en: words });
const role = z.enum(['policy', 'applied', 'developer', 'researcher']);
const stage = z.enum(['basic', 'advanced', 'practice']);
const mode = z.enum(['online', 'inPerson', 'unknown']);
const hours = z.number().positive();

const status = z.strictObject({
  from: z.iso.date(),
  status: z.enum(['listed', 'recognised', 'expected', 'announced']),
  fact: factId,
  text: bilingual,
});
const item = z.strictObject({
  id,
  name: bilingual,
  aliases: z.array(words),
  confusedWith: z.array(words).default([]),
  facts,
  status: z.array(status).min(1),
});
const platform = item.extend({ mode, url: z.url().nullable() });
const course = item.extend({
  mode,
  audience: z.strictObject({ group: z.enum(['everyone', 'managers', 'policy']), name: bilingual }),
  level: stage.nullable(),
  provider: words.nullable(),
  hours: hours.nullable(),
  knownAsOf: z.iso.date(),
});
const certificate = item.extend({
  issuer: words.nullable(),
  sector: z.enum(['public', 'industry']),
  level: z.enum(['basic', 'advanced']).nullable(),
  sequence: z.enum(['general', 'practical']).nullable(),
  caution: bilingual.nullable(),
});
const pathEntry = z.strictObject({
  item: id,
  for: z.array(z.enum([...role.options, 'unknown'])).min(1),
  coveredBy: z.enum(['basic', 'advanced']).nullable().default(null),
  reason: bilingual,
  facts,
});
const claim = { facts, also: z.array(factId).default([]) };
const rule = { id, valid: periodSchema, total: hours, ...claim };
const nextStep = z.strictObject({ id, text: bilingual, ...claim });

const catalogueFile = z.strictObject({
  roles: z.array(z.strictObject({ id: role, keyword: words, facts, unknown: bilingual })).length(role.options.length),
  platforms: z.array(platform),
  courses: z.array(course),
  certificates: z.array(certificate),
  path: z.strictObject({ basic: z.array(pathEntry), advanced: z.array(pathEntry), practice: z.array(pathEntry) }),
  sequence: z.strictObject(claim),
  modules: z.strictObject(claim),
  hours: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('person'), ...rule, ai: hours }),
      z.strictObject({ kind: z.literal('appraisal'), ...rule, basic: hours, advanced: hours }),
    ]),
  ),
  nextSteps: z.array(nextStep),
  incentives: z.array(nextStep.extend({ hedge: words })),
});

/**
 * Reads `content/catalogue.yaml`. Throws a `ZodError` or YAML error that names the place, or an `Error` that names the
 * entry which contradicts another.
 */
export function parseCatalogue(text: string): Catalogue {
  const { platforms, courses, certificates, path, ...rest } = catalogueFile.parse(readYaml(text));
  const items = byId([
    ...platforms.map((entry) => ({ ...entry, kind: 'platform' as const })),
    ...courses.map((entry) => ({ ...entry, kind: 'course' as const })),
    ...certificates.map((entry) => ({ ...entry, kind: 'certificate' as const })),
  ]);
  const entries = stage.options.flatMap((name) => path[name].map((entry) => ({ ...entry, stage: name })));
  checkPath(entries, items);
  for (const { id, hedge, text } of rest.incentives)
    if (!text.zh.includes(hedge)) throw new Error(`incentive ${id}: its text leaves out the hedge 「${hedge}」`);
  return { ...rest, items, path: entries };
}

/** Every fact that the catalogue rests on, with the entry that names it, so that unknown ids can be told. */
export function factsOfCatalogue(catalogue: Catalogue): readonly NamedFact[] {
  const items = [...catalogue.items.values()];
  const claims = [...catalogue.hours, ...catalogue.nextSteps, ...catalogue.incentives];
  return [
    ...catalogue.roles.flatMap((role) => named(`role ${role.id}`, role.facts)),
    ...items.flatMap((item) => named(item.id, [...item.facts, ...item.status.map(({ fact }) => fact)])),
    ...catalogue.path.flatMap((entry) => named(`path ${entry.item}`, entry.facts)),
    ...claims.flatMap((entry) => named(entry.id, [...entry.facts, ...entry.also])),
    ...named('sequence', [...catalogue.sequence.facts, ...catalogue.sequence.also]),
    ...named('modules', [...catalogue.modules.facts, ...catalogue.modules.also]),
  ];
}

/** A fact and the entry that names it. */
export interface NamedFact {
  readonly entry: string;
  readonly fact: string;
}

function named(entry: string, facts: readonly string[]): readonly NamedFact[] {
  return facts.map((fact) => ({ entry, fact }));
}

function byId(list: readonly CatalogueItem[]): ReadonlyMap<string, CatalogueItem> {
  const items = new Map<string, CatalogueItem>();
  for (const entry of list) {
    if (items.has(entry.id)) throw new Error(`the id ${entry.id} stands twice`);
    const days = entry.status.map(({ from }) => from);
    if (days.some((day, at) => day <= (days[at - 1] ?? '')))
      throw new Error(`${entry.id}: its status is not in the order of dates`);
    items.set(entry.id, entry);
  }
  return items;
}

/** One entry for an item and a person, and 先通識後實務: no general certificate behind a practical one. */
function checkPath(path: readonly PathEntry[], items: ReadonlyMap<string, CatalogueItem>): void {
  const seen = new Set<string>();
  let practical: string | null = null;
  for (const entry of path) {
    const item = items.get(entry.item);
    if (item === undefined) throw new Error(`path: the item ${entry.item} is unknown`);
    for (const person of entry.for) {
      const key = `${entry.item} for ${person}`;
      if (seen.has(key)) throw new Error(`path: ${key} stands twice`);
      seen.add(key);
    }
    if (item.kind !== 'certificate') continue;
    if (item.sequence === 'practical') practical = item.id;
    if (item.sequence === 'general' && practical !== null)
      throw new Error(`path: the general ${item.id} stands behind the practical ${practical}`);
  }
}
