import { z } from 'zod';
import type { Message } from '../../../bot/index.ts';
import { webWording } from '../../../prompts/index.ts';

/** What a body says, or the sentence that tells what is wrong with it. */
export type ReadMessage =
  /** `id` is the page's own name for this message, so that sending it twice is noticed; null where there is none. */
  { readonly message: Message; readonly id: string | null } | { readonly problem: string };

/** Characters of a button's value; ours are below 300. */
const choiceCharactersMax = 2_000;

// A tapped button and typed words are two things; with both, the button counts, as it does where a form sends both.
const schema = z.strictObject({
  text: z.string().refine(isWellFormed).default(''),
  id: z
    .string()
    .regex(/^[\w-]{8,64}$/)
    .nullable()
    .default(null),
  choice: z.string().min(1).max(choiceCharactersMax).refine(isWellFormed).nullable().default(null),
});

/** Reads the body of `POST /messages`, sent by the page's forms or as JSON. UTF-8 only. */
export function readMessage(body: Uint8Array, mediaType: 'form' | 'json'): ReadMessage {
  const { problem } = webWording;
  const text = decode(body);
  if (text === null) return { problem: problem.unreadable };
  const value = mediaType === 'form' ? parseForm(text) : parseJson(text);
  if (value === null) return { problem: mediaType === 'form' ? problem.unreadable : problem.notJson };
  const read = schema.safeParse(value);
  if (!read.success) return { problem: describeIssue(read.error.issues[0]) };
  const { id, ...message } = read.data;
  return Object.keys(value).every((key) => key === 'id') ? { problem: problem.missing } : { message, id };
}

function decode(body: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch (cause) {
    if (cause instanceof TypeError) return null;
    throw cause;
  }
}

/** The fields of a form; one that is given twice becomes a list, which the schema refuses. Null for broken escapes. */
function parseForm(text: string): object | null {
  try {
    const pairs = text.split('&').filter((pair) => pair !== '');
    const fields = pairs.map((pair) => /^([^=]*)=?(.*)$/s.exec(pair)?.slice(1).map(unescapeField) ?? []);
    const groups = Map.groupBy(fields, ([key]) => key ?? '');
    return Object.fromEntries([...groups].map(([key, group]) => [key, group.length > 1 ? group : group[0]?.[1]]));
  } catch (cause) {
    if (cause instanceof URIError) return null;
    throw cause;
  }
}

// Unlike URLSearchParams this throws for escapes that are not UTF-8 instead of putting another character there.
function unescapeField(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '));
}

function parseJson(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && !Array.isArray(value) ? value : null;
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
}

function isWellFormed(text: string): boolean {
  return text.isWellFormed();
}

function describeIssue(issue: z.core.$ZodIssue | undefined): string {
  const { problem } = webWording;
  if (issue?.code === 'unrecognized_keys') return problem.unknownKey([...(issue.keys[0] ?? '')].slice(0, 40).join(''));
  if (issue?.code === 'custom') return problem.unreadable;
  return problem.wrongValue(String(issue?.path[0] ?? ''));
}
