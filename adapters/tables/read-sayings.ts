import { courseKey, type HoursEntry, hoursCategories } from '../../bot/index.ts';
import { tablesWording } from '../../prompts/index.ts';
import { headerKey } from './find-header.ts';
import type { OperatorNames } from './map-columns.ts';
import { isMeaning, type Meaning } from './meanings.ts';
import type { CategoryNames } from './read-category.ts';
import { type Reading, read, refuse } from './reading.ts';

/** What the operator said on the command line: what headers mean, and what values of a category mean. */
export interface OperatorSayings {
  readonly names: OperatorNames;
  readonly categories: CategoryNames;
}

/** Reads `課程名稱=course` and `AI素養=aiBasic`; the last `=` divides, because a header can hold one. No two headers mean one thing. */
export function readSayings(maps: readonly string[], categories: readonly string[]): Reading<OperatorSayings> {
  const names = new Map<string, Meaning | null>();
  for (const map of maps) {
    const [header, word] = divide(map);
    const meaning = word === 'ignore' ? null : meaningOf(word);
    const twice = meaning !== null && [...names.values()].includes(meaning ?? null);
    if (headerKey(header) === '' || meaning === undefined || twice)
      return refuse(
        [
          tablesWording.report.mapWrong(map),
          tablesWording.report.mapNames(Object.keys(tablesWording.meanings).join('、')),
        ].join('\n'),
      );
    names.set(headerKey(header), meaning);
  }
  const values = new Map<string, HoursEntry['category']>();
  for (const one of categories) {
    const [value, word] = divide(one);
    const category = hoursCategories.find((name) => name === word);
    if (category === undefined || !one.includes('=')) return refuse(tablesWording.report.categoryWrong(one));
    values.set(courseKey(value), category);
  }
  return read({ names, categories: values });
}

function divide(saying: string): readonly [string, string] {
  const at = saying.lastIndexOf('=');
  return at === -1 ? [saying, ''] : [saying.slice(0, at), saying.slice(at + 1).trim()];
}

/** Both 課程名稱=course and 課程名稱=課程名稱 are understood. */
function meaningOf(word: string): Meaning | undefined {
  if (isMeaning(word)) return word;
  const named = Object.entries(tablesWording.meanings).find(([, label]) => label === word)?.[0] ?? '';
  return isMeaning(named) ? named : undefined;
}
