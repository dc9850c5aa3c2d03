import { courseKey, type HoursEntry } from '../../bot/index.ts';
import { tablesWording } from '../../prompts/index.ts';
import { type Reading, read, refuse } from './reading.ts';

type Category = HoursEntry['category'];

/** What the operator says that a value means, by `courseKey`; the empty key is for cells without a value. */
export type CategoryNames = ReadonlyMap<string, Category>;

/** Values as exports have them; one that is in no list counts as other. */
const names: Readonly<Record<Category, readonly string[]>> = {
  aiBasic: [
    'AI基礎',
    '基礎',
    'AI基礎課程',
    '人工智慧基礎',
    'AI基礎研習',
    '基礎課程',
    '基礎研習',
    'AI入門',
    'aiBasic',
    'basic',
  ],
  aiAdvanced: [
    'AI進階',
    '進階',
    'AI進階課程',
    '人工智慧進階',
    'AI進階研習',
    '進階課程',
    '進階研習',
    'aiAdvanced',
    'advanced',
  ],
  other: ['其他', '一般', '非AI', 'other', '無'],
};
/** Values that say AI and not which: they would be counted wrongly either way. */
const undecided = ['AI', '人工智慧', 'AI課程', '人工智慧課程', 'AI研習', 'AI學習', '人工智慧AI', 'AI訓練'].map(
  courseKey,
);

const known: CategoryNames = new Map(
  Object.entries({ ...names }).flatMap(([category, values]) =>
    values.map((value): [string, Category] => [courseKey(value), toCategory(category)]),
  ),
);

/** Reads what a course counts as. The operator's names go first; a value that says AI and not which is refused. */
export function readCategory(text: string, operators: CategoryNames): Reading<Category> {
  const key = courseKey(text);
  const said = operators.get(key) ?? known.get(key);
  if (said !== undefined) return read(said);
  return undecided.includes(key) ? refuse(tablesWording.category.undecided) : read('other');
}

/** True for a value that no list has and that therefore counts as other: the report tells of it. */
export function isUnlistedCategory(text: string, operators: CategoryNames): boolean {
  const key = courseKey(text);
  return key !== '' && !operators.has(key) && !known.has(key) && !undecided.includes(key);
}

function toCategory(name: string): Category {
  return name === 'aiBasic' || name === 'aiAdvanced' ? name : 'other';
}
