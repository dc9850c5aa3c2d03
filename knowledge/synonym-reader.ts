import { normaliseText } from './normalise.ts';
import type { Synonyms } from './parse-synonyms.ts';

/** Finds which groups of synonyms a normalised text speaks of. */
export interface SynonymReader {
  /** Numbers of the groups, each once, in the order of `Synonyms`. */
  read(text: string): readonly number[];
}

interface Word {
  readonly text: string;
  readonly group: number;
}

/** By the first unit and then by the second, which is 0 for a word of one; the longest first. */
type Words = ReadonlyMap<number, ReadonlyMap<number, readonly Word[]>>;

/** Longest match from each place; English words match whole words only. The text must be normalised. */
export function createSynonymReader(synonyms: Synonyms): SynonymReader {
  const words = new Map<number, Map<number, Word[]>>();
  synonyms.forEach((group, number) => {
    for (const word of group) {
      const text = normaliseText(word);
      const [first, second] = [text.charCodeAt(0), text.length > 1 ? text.charCodeAt(1) : 0];
      const bySecond = words.get(first) ?? new Map<number, Word[]>();
      words.set(first, bySecond.set(second, [...(bySecond.get(second) ?? []), { text, group: number }]));
    }
  });
  for (const bySecond of words.values())
    for (const list of bySecond.values()) list.sort((a, b) => b.text.length - a.text.length);
  return { read: (text) => readGroups(words, text) };
}

/** Eighteen thousand phrasings are read at every start, hence units instead of strings, and no look inside a Latin word. */
function readGroups(words: Words, text: string): readonly number[] {
  const found = new Set<number>();
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at);
    const bySecond = isLatin(unit) && isLatin(text.charCodeAt(at - 1)) ? undefined : words.get(unit);
    // A word that contains another one hides it: 教育訓練 is not also 訓練 at its end.
    at += bySecond === undefined ? 1 : Math.max(1, addWords(bySecond, text, at, found));
  }
  return found.size === 0 ? none : [...found].sort((a, b) => a - b);
}

const none: readonly number[] = [];

/** Adds the groups of the longest words that stand at a place; gives how long they are, 0 where there is none. */
function addWords(
  bySecond: ReadonlyMap<number, readonly Word[]>,
  text: string,
  at: number,
  found: Set<number>,
): number {
  let length = 0;
  for (const list of [bySecond.get(text.charCodeAt(at + 1)), bySecond.get(0)])
    for (const word of list ?? []) {
      if (word.text.length < length) break;
      if (!text.startsWith(word.text, at)) continue;
      if (isLatin(text.charCodeAt(at)) && isLatin(text.charCodeAt(at + word.text.length))) continue;
      length = word.text.length;
      found.add(word.group);
    }
  return length;
}

/** NaN, before the first and behind the last unit, is none. */
function isLatin(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}
