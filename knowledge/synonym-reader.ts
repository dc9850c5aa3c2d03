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

/** Longest match from each place; English words match whole words only. The text must be normalised. */
export function createSynonymReader(synonyms: Synonyms): SynonymReader {
  const byFirst = new Map<number, Word[]>();
  synonyms.forEach((words, group) => {
    for (const word of words) {
      const text = normaliseText(word);
      const first = text.charCodeAt(0);
      const list = byFirst.get(first) ?? [];
      list.push({ text, group });
      byFirst.set(first, list);
    }
  });
  for (const list of byFirst.values()) list.sort((a, b) => b.text.length - a.text.length);
  return { read: (text) => readGroups(byFirst, text) };
}

/** Eighteen thousand phrasings are read at every start, hence units instead of strings, and no look inside a Latin word. */
function readGroups(byFirst: ReadonlyMap<number, readonly Word[]>, text: string): readonly number[] {
  const found = new Set<number>();
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at);
    let length = 0;
    if (!isLatin(unit) || !isLatin(text.charCodeAt(at - 1)))
      for (const word of byFirst.get(unit) ?? []) {
        if (word.text.length < length) break;
        if (!text.startsWith(word.text, at)) continue;
        if (isLatin(unit) && isLatin(text.charCodeAt(at + word.text.length))) continue;
        length = word.text.length;
        found.add(word.group);
      }
    // A word that contains another one hides it: 教育訓練 is not also 訓練 at its end.
    at += Math.max(1, length);
  }
  return [...found].sort((a, b) => a - b);
}

/** NaN, before the first and behind the last unit, is none. */
function isLatin(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}
