import { z } from 'zod';
import { readYaml } from './read-yaml.ts';
import { variants } from './variants.ts';

/** A matter that is answered with a fixed text, or a request that is refused, and how it is recognised. */
export interface SafetyLane {
  readonly id: string;
  readonly kind: SafetyKind;
  /** `end`: the reply is all that is said. `answer`: it is said first, and what was asked is still answered. */
  readonly then: 'end' | 'answer';
  readonly title: string;
  readonly titleEn: string;
  readonly reply: string;
  readonly replyEn: string;
  /** Kinds of office, nearest first; may be empty. */
  readonly offices: readonly string[];
  readonly officesEn: readonly string[];
  readonly patterns: readonly RegExp[];
  /** What is taken out of a text before `patterns` are looked for; global. */
  readonly unless: readonly RegExp[];
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
  return file.lanes.map((lane) => ({
    ...lane,
    patterns: lane.patterns.map((pattern) => readPattern(pattern, file.words, 'u')),
    unless: [...file.unless, ...lane.unless].map((pattern) => readPattern(pattern, file.words, 'gu')),
  }));
}

/** Whether a text belongs to the lane. Contract: pure; `text` is as `normaliseQuery()` gives it. */
export function matchesLane(lane: SafetyLane, text: string): boolean {
  const meant = lane.unless.reduce((rest, pattern) => rest.replace(pattern, TAKEN_OUT), joinCharacters(text));
  return lane.patterns.some((pattern) => pattern.test(meant));
}

/** Whether the lane's matter is only mentioned: the name of a course, a use of AI, a duty. Contract as `matchesLane()`. */
export function isOnlyMentioned(lane: SafetyLane, text: string): boolean {
  return lane.unless.some((pattern) => text.search(pattern) !== -1);
}

/** The first lane that ends the turn, else the first that goes before an answer, else null. Contract as `matchesLane()`. */
export function findLane(lanes: readonly SafetyLane[], text: string): SafetyLane | null {
  const found = lanes.filter((lane) => matchesLane(lane, text));
  return found.find((lane) => lane.then === 'end') ?? found[0] ?? null;
}

/** Ends a sentence, so that no pattern reaches over what was taken out. */
const TAKEN_OUT = '。';
/** What `…` stands for. */
const GAP = '[^。!?\\n]{0,10}';

/** Spaces between Chinese characters and invisible characters are how a word is hidden. */
function joinCharacters(text: string): string {
  return text.replace(/\p{Cf}/gu, '').replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '');
}

function readPattern(pattern: string, lists: Readonly<Record<string, readonly string[]>>, flags: string): RegExp {
  const source = foldVariants(pattern)
    .replaceAll('…', GAP)
    .replace(/\{(\p{Script=Han}+)\}/gu, (_, name: string) => {
      const list = lists[name];
      if (list === undefined) throw new Error(`the pattern "${pattern}" names the unknown list ${name}`);
      return `(?:${list.map(foldVariants).join('|')})`;
    });
  try {
    return new RegExp(source, flags);
  } catch (cause) {
    throw new Error(`the pattern "${pattern}" cannot be read`, { cause });
  }
}

/** Writers may use 臺 or 證照 as they like: the text that is matched has one spelling. */
function foldVariants(text: string): string {
  return [...text].map((one) => variants.get(one) ?? one).join('');
}
