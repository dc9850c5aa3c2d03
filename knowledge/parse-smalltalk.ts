import { z } from 'zod';
import { normaliseQuery, normaliseText } from './normalise.ts';
import { readYaml } from './read-yaml.ts';

/** What is said besides questions, and the courtesies that stand around a question. */
export interface Smalltalk {
  readonly talks: readonly Talk[];
  /** Each takes one courtesy off the beginning or the end of a normalised text. */
  readonly prefixes: readonly RegExp[];
  readonly suffixes: readonly RegExp[];
}

/** One kind of small talk: a greeting, thanks, a joke. */
export interface Talk {
  readonly id: string;
  /** Whole messages, as people type them. */
  readonly phrasings: readonly string[];
  /** The same as `signsOf()` gives them. */
  readonly asks: ReadonlySet<string>;
  /** Match such a whole message from its beginning to its end. */
  readonly patterns: readonly RegExp[];
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
    prefixes: file.prefixes.map((prefix) => new RegExp(`^(?:${prefix})`, 'u')),
    suffixes: file.suffixes.map((suffix) => new RegExp(`(?:${suffix})$`, 'u')),
    talks: file.talk.map((talk) => ({
      ...talk,
      phrasings: talk.asks,
      asks: new Set(talk.asks.map((ask) => signsIn(normaliseText(ask)))),
      patterns: talk.patterns.map((pattern) => new RegExp(`^(?:${pattern})$`, 'u')),
    })),
  };
}

/**
 * The small talk that a whole message is, courtesies around it aside; null for everything that asks something.
 * Contract: pure. 「你好」 is a greeting, 「請問你是誰？謝謝」 asks who the assistant is, 「你好，3小時怎麼算」 is null.
 */
export function findTalk(smalltalk: Smalltalk, text: string): Talk | null {
  const signs = signsOf(text);
  return findWhole(smalltalk, signs) ?? findWhole(smalltalk, signsOf(stripCourtesy(smalltalk, text)));
}

/**
 * The normalised text without the courtesies at its beginning and end; empty where nothing else is in it.
 * Contract: pure. 「您好，請問3小時怎麼算？謝謝」 → 「3小時怎麼算」
 */
function stripCourtesy(smalltalk: Smalltalk, text: string): string {
  const normal = trimMarks(normaliseQuery(text));
  const courtesies = [...smalltalk.prefixes, ...smalltalk.suffixes];
  const rest = courtesies.reduce((left, courtesy) => trimMarks(left.replace(courtesy, '')), normal);
  return rest === normal ? rest : stripCourtesy(smalltalk, rest);
}

function findWhole(smalltalk: Smalltalk, signs: string): Talk | null {
  if (signs === '') return null;
  const phrased = smalltalk.talks.find((talk) => talk.asks.has(signs));
  return phrased ?? smalltalk.talks.find((talk) => talk.patterns.some((pattern) => pattern.test(signs))) ?? null;
}

/** Letters and digits in one spelling; where there are none, what there is without white space. */
function signsOf(text: string): string {
  return signsIn(normaliseQuery(text));
}

function signsIn(normal: string): string {
  const plain = normal.replace(/[^\p{L}\p{N}]/gu, '');
  return plain === '' ? normal.replace(/\s/g, '') : plain;
}

/** Marks that end a sentence or a part of it; brackets and quotation marks belong to what is said. */
function trimMarks(text: string): string {
  return text.replace(/^[\s,.!?;:~、。…]+|[\s,.!?;:~、。…]+$/g, '');
}
