import { courseKey, type HoursEntry } from '../../bot/index.ts';
import { tablesWording } from '../../prompts/index.ts';
import { type CollectedRows, collectRows, type RowFault, type RowReader } from './collect-rows.ts';
import type { Mapping } from './map-columns.ts';
import { readAccount } from './read-account.ts';
import { readAmount } from './read-amount.ts';
import { type CategoryNames, readCategory } from './read-category.ts';
import { readName } from './read-name.ts';
import { readPastDate } from './read-past-date.ts';

/** What holds for a whole import. */
export interface ImportTerms {
  /** ISO date in Taipei; nothing was completed after it. */
  readonly today: string;
  /** `verified` only where the operator says so. */
  readonly state: 'imported' | 'verified';
  readonly categories: CategoryNames;
}

/** Reads entries of the ledger. One account has one entry for a course and a day. */
export function readHours(mapping: Mapping, terms: ImportTerms): CollectedRows<HoursEntry> {
  return collectRows(mapping, hoursReader(terms));
}

function hoursReader({ today, state, categories }: ImportTerms): RowReader<HoursEntry> {
  return {
    read: (cell) => {
      const account = readAccount(cell('account'));
      if ('reason' in account) return { ...account, value: cell('account') };
      const course = readName(cell('course') || cell('courseCode'));
      if ('reason' in course) return { ...course, value: cell('course') };
      if (courseKey(course.value) === '') return missing(tablesWording.row.noCourse, cell('course'));
      const date = readPastDate(cell('date'), today);
      if ('reason' in date) return { ...date, value: cell('date') };
      const hours = readAmount(cell('hours'));
      if ('reason' in hours) return { ...hours, value: cell('hours') };
      const category = readCategory(cell('category'), categories);
      if ('reason' in category) return { ...category, value: cell('category') };
      const provider = readName(cell('provider'));
      if ('reason' in provider) return { ...provider, value: cell('provider') };
      const entry = { course: course.value, date: date.value, hours: hours.value, category: category.value };
      return { account: account.value, entry: { ...entry, provider: provider.value || null, state } };
    },
    key: ({ course, date }) => `${courseKey(course)} ${date}`,
    merge: (earlier, later) =>
      earlier.hours === later.hours && earlier.category === later.category
        ? { ...earlier, provider: earlier.provider ?? later.provider }
        : null,
  };
}

function missing(reason: string, value: string): RowFault {
  return { reason, value };
}
