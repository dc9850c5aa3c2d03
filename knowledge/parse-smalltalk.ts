import { z } from 'zod';
import { type GuardedPattern, guardPattern, mayMatch, unitsOf } from './guarded-pattern.ts';
import { normaliseQuery, normaliseText } from './normalise.ts';
import { readYaml } from './read-yaml.ts';

/** What is said besides questions, and the courtesies that stand around a question. */
export interface Smalltalk {
  readonly talks: readonly Talk[];
  /** Each takes one courtesy off the beginning or the end of a normalised text. */
  readonly courtesies: readonly GuardedPattern[];
}

/** One kind of small talk: a greeting, thanks, a joke. */
export interface Talk {
  readonly id: string;
  /** Whole messages, as people type them. */
  readonly phrasings: readonly string[];
  /** The same as `signsOf()` gives them. */
  readonly asks: ReadonlySet<string>;
  /** Match such a whole message from its beginning to its end. */
  readonly patterns: readonly GuardedPattern[];
  /** Fixed replies that take turns; at least one in each language. */
  readonly replies: readonly string[];
  readonly repliesEn: readonly string[];
}

const words = z.string().min(1);
const texts = z.array(words).min(1);

const smalltalkFile = z.strictObject({
  prefixes: texts,
  suffixes: texts,
  talk: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
      asks: texts,
      patterns: z.array(words).default([]),
      replies: texts,
      repliesEn: texts,
    }),
  ),
});

/** Reads `content/smalltalk.yaml`. Throws a `ZodError`, a YAML error, or a `SyntaxError` that names the pattern. */
export function parseSmalltalk(text: string): Smalltalk {
  const file = smalltalkFile.parse(readYaml(text));
  return {
    courtesies: [
      ...file.prefixes.map((prefix) => guardPattern(new RegExp(`^(?:${prefix})`, 'u'))),
      ...file.suffixes.map((suffix) => guardPattern(new RegExp(`(?:${suffix})$`, 'u'))),
    ],
    talks: file.talk.map((talk) => ({
      ...talk,
      phrasings: talk.asks,
      asks: new Set(talk.asks.map((ask) => signsIn(normaliseText(ask)))),
      patterns: talk.patterns.map((pattern) => guardPattern(new RegExp(`^(?:${pattern})$`, 'u'))),
    })),
  };
}

/**
 * The small talk that a whole message is, courtesies around it aside; null for everything that asks something.
 * Contract: pure. 「你好」 is a greeting, 「請問你是誰？謝謝」 asks who the assistant is, 「你好，3小時怎麼算」 is null.
 */
export function findTalk(smalltalk: Smalltalk, text: string): Talk | null {
  const signs = signsOf(text);
  const whole = findWhole(smalltalk, signs);
  if (whole !== null) return whole;
  const bare = signsOf(stripCourtesy(smalltalk, text));
  return bare === signs ? null : findWhole(smalltalk, bare);
}

/**
 * The normalised text without the courtesies at its beginning and end; empty where nothing else is in it.
 * Contract: pure. 「您好，請問3小時怎麼算？謝謝」 → 「3小時怎麼算」
 */
function stripCourtesy(smalltalk: Smalltalk, text: string): string {
  const normal = trimMarks(normaliseQuery(text));
  const units = unitsOf(normal);
  const rest = smalltalk.courtesies.reduce(
    (left, courtesy) => (mayMatch(courtesy, units) ? trimMarks(left.replace(courtesy.expression, '')) : left),
    normal,
  );
  return rest === normal ? rest : stripCourtesy(smalltalk, rest);
}

function findWhole({ talks }: Smalltalk, signs: string): Talk | null {
  if (signs === '') return null;
  const units = unitsOf(signs);
  const matches = (pattern: GuardedPattern): boolean => mayMatch(pattern, units) && pattern.expression.test(signs);
  return talks.find((talk) => talk.asks.has(signs)) ?? talks.find((talk) => talk.patterns.some(matches)) ?? null;
}

/** Letters and digits in one spelling; where there are none, what there is without white space. */
function signsOf(text: string): string {
  return signsIn(normaliseQuery(text));
}

function signsIn(normal: string): string {
  const plain = normal.replace(/[^\p{L}\p{N}]/gu, '');
  return plain === '' ? normal.replace(/\s/g, '') : plain;
}

/** Without marks at its ends that end a sentence or a part of it; brackets and quotation marks belong to what is said. */
function trimMarks(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && MARK.test(text.charAt(from))) from += 1;
  while (to > from && MARK.test(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to);
}

const MARK = /[\s,.!?;:~、。…]/;
