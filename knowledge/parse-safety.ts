import { z } from 'zod';
import { type GuardedPattern, guardPattern, indexPatterns, mayMatch, unitsOf } from './guarded-pattern.ts';
import { readYaml } from './read-yaml.ts';
import { variants } from './variants.ts';

/** A matter that is answered with a fixed text, or a request that is refused, and how it is recognised. */
export interface SafetyLane {
  readonly id: string;
  readonly kind: SafetyKind;
  /** `end`: the reply is all that is said. `answer`: it is said first, and what was asked is still answered. */
  readonly then: 'end' | 'answer';
  /** Whether a message that only sounds like its `asks` belongs to it too; `none` where its words are those of plain questions. */
  readonly likeness: 'counts' | 'none';
  readonly title: string;
  readonly titleEn: string;
  readonly reply: string;
  readonly replyEn: string;
  /** Kinds of office, nearest first; may be empty. */
  readonly offices: readonly string[];
  readonly officesEn: readonly string[];
  readonly patterns: readonly GuardedPattern[];
  /** What is taken out of a text before `patterns` are looked for; global. First what holds for all lanes, then the lane's own. */
  readonly unless: readonly GuardedPattern[];
  /** Texts that must match, and texts that are near and must not; a test holds both against the lane. */
  readonly asks: readonly string[];
  readonly near: readonly string[];
}

/** What a lane is about; `crisis` means danger to life. */
export type SafetyKind = z.infer<typeof kinds>;

const kinds = z.enum(['crisis', 'sensitive', 'medical', 'privacy', 'refusal', 'injection']);

/** The only telephone numbers that may be told; any other would be a fact that no document holds. */
const hotlines = new Set(['1925', '119', '110', '113']);

const words = z.string().min(1);
const told = words.refine((text) => (text.match(/\d{3,}/g) ?? []).every((number) => hotlines.has(number)), {
  error: 'tells a number that is none of the four hotlines',
});
const texts = z.array(words).min(1);
const patterns = z.array(words);

const safetyFile = z.strictObject({
  words: z.record(z.string().regex(/^\p{Script=Han}+$/u), texts),
  unless: patterns,
  lanes: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
      kind: kinds,
      // biome-ignore lint/suspicious/noThenProperty: the word that HR writes; its value is no function, so nothing awaits it
      then: z.enum(['end', 'answer']).default('end'),
      likeness: z.enum(['counts', 'none']).default('counts'),
      title: words,
      titleEn: words,
      reply: told,
      replyEn: told,
      offices: z.array(told),
      officesEn: z.array(told),
      patterns: patterns.min(1),
      unless: patterns.default([]),
      asks: texts,
      near: texts,
    }),
  ),
});

/**
 * Reads `content/safety.yaml`: lists of `words`, an `unless` that holds for all lanes, and `lanes` in the order in which
 * they are tried. A pattern is a regular expression over text as `normaliseQuery()` gives it; `{詞}` in it stands for one
 * of the words of that list, and `…` for up to ten characters of the same sentence.
 * Throws a `ZodError`, a YAML error, or an `Error` that names the pattern which cannot be read.
 */
export function parseSafetyLanes(text: string): readonly SafetyLane[] {
  const file = safetyFile.parse(readYaml(text));
  const unless = file.unless.map((pattern) => readPattern(pattern, file.words, 'gu'));
  return file.lanes.map((lane) => ({
    ...lane,
    patterns: lane.patterns.map((pattern) => readPattern(pattern, file.words, 'u')),
    unless: [...unless, ...lane.unless.map((pattern) => readPattern(pattern, file.words, 'gu'))],
  }));
}

/** Whether a text belongs to the lane. Contract: pure; `text` is as `normaliseQuery()` gives it. */
export function matchesLane(lane: SafetyLane, text: string): boolean {
  return belongsTo(lane, joinCharacters(text), new Set([...lane.patterns, ...lane.unless]));
}

/** Whether the lane's matter is only mentioned: the name of a course, a use of AI, a duty. Contract as `matchesLane()`. */
export function isOnlyMentioned(lane: SafetyLane, text: string): boolean {
  const units = unitsOf(text);
  return lane.unless.some((pattern) => mayMatch(pattern, units) && text.search(pattern.expression) !== -1);
}

/** The first lane that ends the turn, else the first that goes before an answer, else null. Contract as `matchesLane()`. */
export function findLane(lanes: readonly SafetyLane[], text: string): SafetyLane | null {
  const candidatesOf = prepared.get(lanes) ?? indexLanes(lanes);
  prepared.set(lanes, candidatesOf);
  const joined = joinCharacters(text);
  const candidates = candidatesOf(joined + TAKEN_OUT);
  const found = lanes.filter((lane) => belongsTo(lane, joined, candidates));
  return found.find((lane) => lane.then === 'end') ?? found[0] ?? null;
}

const prepared = new WeakMap<readonly SafetyLane[], ReturnType<typeof indexPatterns>>();

function indexLanes(lanes: readonly SafetyLane[]): ReturnType<typeof indexPatterns> {
  return indexPatterns([...new Set(lanes.flatMap(({ patterns, unless }) => [...patterns, ...unless]))]);
}

/** Whether one of the lane's patterns stands in the text, once what is meant otherwise is taken out; only `candidates` may. */
function belongsTo({ patterns, unless }: SafetyLane, joined: string, candidates: ReadonlySet<GuardedPattern>): boolean {
  const left = patterns.filter((pattern) => candidates.has(pattern));
  if (left.length === 0) return false;
  const meant = unless
    .filter((pattern) => candidates.has(pattern))
    .reduce((rest, { expression }) => rest.replace(expression, TAKEN_OUT), joined);
  return left.some(({ expression }) => expression.test(meant));
}

/** Ends a sentence, so that no pattern reaches over what was taken out. */
const TAKEN_OUT = '。';
/** What `…` stands for. */
const GAP = '[^。!?\\n]{0,10}';

/** Spaces between Chinese characters and invisible characters are how a word is hidden. */
function joinCharacters(text: string): string {
  if (!/[\s\p{Cf}]/u.test(text)) return text;
  return text.replace(/\p{Cf}/gu, '').replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '');
}

function readPattern(
  pattern: string,
  lists: Readonly<Record<string, readonly string[]>>,
  flags: string,
): GuardedPattern {
  const source = foldVariants(pattern)
    .replaceAll('…', GAP)
    .replace(/\{(\p{Script=Han}+)\}/gu, (_, name: string) => {
      const list = lists[name];
      if (list === undefined) throw new Error(`the pattern "${pattern}" names the unknown list ${name}`);
      return `(?:${list.map(foldVariants).join('|')})`;
    });
  try {
    return guardPattern(new RegExp(source, flags));
  } catch (cause) {
    throw new Error(`the pattern "${pattern}" cannot be read`, { cause });
  }
}

/** Writers may use 臺 or 證照 as they like: the text that is matched has one spelling. */
function foldVariants(text: string): string {
  return [...text].map((one) => variants.get(one) ?? one).join('');
}
