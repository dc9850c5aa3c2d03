import { tablesWording } from '../../prompts/index.ts';
import type { Mapping } from './map-columns.ts';
import { type CategoryNames, isUnlistedCategory, readCategory } from './read-category.ts';
import { showValue } from './show-value.ts';

const { report, category } = tablesWording;
/** Values that are shown; a column with more is no category. */
const valuesMax = 15;

/** How the values of the category are counted and in how many rows, the most frequent first, as lines of the report. */
export function countCategories(mapping: Mapping, operators: CategoryNames): readonly string[] {
  const index = mapping.columns.find(({ meaning }) => meaning === 'category')?.index ?? -1;
  const counts = new Map<string, number>();
  for (const { cells } of mapping.header.rows)
    counts.set(cells[index] ?? '', (counts.get(cells[index] ?? '') ?? 0) + 1);
  const values = [...counts].sort(([, one], [, other]) => other - one);
  const lines = values.slice(0, valuesMax).map(([value, rows]) => renderValue(value, rows, operators));
  const rest = values.length - lines.length;
  return [report.categories, ...lines, ...(rest > 0 ? [report.moreCategories(rest)] : [])];
}

function renderValue(value: string, rows: number, operators: CategoryNames): string {
  const counted = readCategory(value, operators);
  const name = 'value' in counted ? category.names[counted.value] : counted.reason;
  const shown = value === '' ? category.blank : showValue(value);
  return `${report.category(shown, name, rows)}${isUnlistedCategory(value, operators) ? report.categoryUnlisted : ''}`;
}
