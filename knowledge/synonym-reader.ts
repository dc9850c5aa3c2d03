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
  const byFirst = new Map<string, Word[]>();
  synonyms.forEach((words, group) => {
    for (const word of words) {
      const text = normaliseText(word);
      const first = text.charAt(0);
      const list = byFirst.get(first) ?? [];
      list.push({ text, group });
      byFirst.set(first, list);
    }
  });
  for (const list of byFirst.values()) list.sort((a, b) => b.text.length - a.text.length);
  return { read: (text) => readGroups(byFirst, text) };
}

function readGroups(byFirst: ReadonlyMap<string, readonly Word[]>, text: string): readonly number[] {
  const found = new Set<number>();
  for (let at = 0; at < text.length; ) {
    let length = 0;
    for (const word of byFirst.get(text.charAt(at)) ?? []) {
      if (word.text.length < length) break;
      if (!standsAt(text, word.text, at)) continue;
      length = word.text.length;
      found.add(word.group);
    }
    // A word that contains another one hides it: 教育訓練 is not also 訓練 at its end.
    at += Math.max(1, length);
  }
  return [...found].sort((a, b) => a - b);
}

function standsAt(text: string, word: string, at: number): boolean {
  if (!text.startsWith(word, at)) return false;
  if (!/^[a-z]/.test(word)) return true;
  return !/[a-z]/.test(text.charAt(at - 1)) && !/[a-z]/.test(text.charAt(at + word.length));
}
