import { normaliseQuery } from './normalise.ts';
import { isWordUnit } from './terms.ts';

/** What people say → what the rule says, as HR writes it. */
export type Glossary = readonly GlossaryEntry[];

/** Whoever says one of `say` may mean what the documents call `mean`. */
interface GlossaryEntry {
  readonly say: readonly string[];
  readonly mean: readonly string[];
  /** How much a meaning counts beside the words that were typed, 0…1; `GLOSSARY_WEIGHT` where it is left out. */
  readonly weight?: number | undefined;
}

/** Measured on public sets: less finds little, more pushes out what was typed. */
export const GLOSSARY_WEIGHT = 0.3;

/** A meaning that a query calls for; `mean` is normalised. */
export interface Meaning {
  readonly mean: string;
  readonly weight: number;
}

/** Finds the meanings of a `normaliseQuery()`d text: at each place the longest saying, none inside another. */
export type GlossaryReader = (query: string) => readonly Meaning[];

/** Prepares a glossary for many queries; a query costs one look-up for each of its characters. */
export function createGlossaryReader(glossary: Glossary): GlossaryReader {
  const meanings = new Map<string, Meaning[]>();
  for (const entry of glossary) {
    for (const saying of entry.say.map(normaliseQuery)) {
      const known = meanings.get(saying) ?? [];
      known.push(
        ...entry.mean.map((mean) => ({ mean: normaliseQuery(mean), weight: entry.weight ?? GLOSSARY_WEIGHT })),
      );
      meanings.set(saying, known);
    }
  }
  const lengths = sayingLengths(meanings.keys());
  return (query) => {
    const found: Meaning[] = [];
    for (let at = 0; at < query.length; ) {
      const saying = longestSaying(query, at, meanings, lengths);
      found.push(...(meanings.get(saying) ?? []));
      at += Math.max(1, saying.length);
    }
    return found;
  };
}

/** First unit → the lengths of the sayings that begin with it, longest first. */
function sayingLengths(sayings: Iterable<string>): ReadonlyMap<number, readonly number[]> {
  const lengths = new Map<number, number[]>();
  for (const saying of sayings) {
    if (saying === '') continue;
    const known = lengths.get(saying.charCodeAt(0)) ?? [];
    if (!known.includes(saying.length)) known.push(saying.length);
    lengths.set(
      saying.charCodeAt(0),
      known.sort((one, other) => other - one),
    );
  }
  return lengths;
}

/** The longest saying that stands at `at`, empty where none does. */
function longestSaying(
  query: string,
  at: number,
  meanings: ReadonlyMap<string, unknown>,
  lengths: ReadonlyMap<number, readonly number[]>,
): string {
  for (const length of lengths.get(query.charCodeAt(at)) ?? []) {
    const saying = query.slice(at, at + length);
    if (meanings.has(saying) && !cutsWord(query, at) && !cutsWord(query, at + length)) return saying;
  }
  return '';
}

/** True where letters or digits stand on both sides of a place: `ai` is not said in `training`. */
function cutsWord(query: string, at: number): boolean {
  if (at === 0 || at >= query.length) return false;
  return isWordUnit(query.charCodeAt(at - 1)) && isWordUnit(query.charCodeAt(at));
}
