import type { CatalogueItem } from '../../knowledge/index.ts';
import { draftsMax } from '../limits.ts';
import { cutEntries } from './cut-entries.ts';
import { type Draft, emptyDraft } from './dialogue.ts';
import { courseKey } from './ledger.ts';
import { readAmount } from './read-amount.ts';
import { categoryOfCourse, readNamedCategory } from './read-category.ts';
import { readDay } from './read-day.ts';
import { readCourseNames, readProvider } from './read-name.ts';

/** What could not be taken of a message: an amount or a day that is out of bounds. */
export type Trouble = 'tooMany' | 'notPositive' | 'unclear' | 'wholeDays' | 'future' | 'tooLongAgo' | 'noSuchDay';

/** Entries as far as a message tells them (none where it lists too many), and what of it could not be taken. */
export interface ReadDrafts {
  readonly drafts: readonly Draft[];
  readonly trouble: Trouble | null;
}

/** Reads courses with their hours: one, or several that are listed, each with its own hours. */
export function readHoursDrafts(items: Iterable<CatalogueItem>, text: string, today: string): ReadDrafts {
  const all = [...items];
  const pieces = cutEntries(text, today);
  const read = (pieces.length < 2 ? [text] : pieces).map((piece) => readPiece(all, piece, today));
  const common = pieces.length < 2 ? null : readDay(text.replace(/\d{1,2}:\d{2}/g, ''), today);
  const drafts: Draft[] = [];
  for (const draft of read.flatMap((one) => one.drafts)) {
    // A day holds for what follows it, until another one is named.
    const date = draft.date ?? drafts.at(-1)?.date ?? (common === null ? null : dateOf(common.day));
    drafts.push({ ...draft, date });
  }
  if (drafts.length > draftsMax) return { drafts: [], trouble: null };
  return { drafts, trouble: read.find(({ trouble }) => trouble !== null)?.trouble ?? null };
}

const isOfEach = /(?:各|每[門堂個場]|都是|均)\s*(?:上了?|修了?|是|有|為)?\s*(?:大概|大約|約)?\s*$/;
const isTogether = /(?:總共|一共|合計|共計|加起來|合起來|共)\s*(?:上了?|修了?|是|有|為)?\s*(?:大概|大約|約)?\s*$/;

/** One amount and what stands around it: one course, several of so many hours each, or several that share them. */
function readPiece(items: readonly CatalogueItem[], text: string, today: string): ReadDrafts {
  const day = readDay(text, today);
  const undated = day?.rest ?? text;
  const category = readNamedCategory(undated);
  const left = category?.rest ?? undated;
  const provider = readProvider(left);
  const around = provider?.rest ?? left;
  const amount = readAmount(around);
  const front = amount === null ? around : around.slice(0, amount.start);
  const behind = amount === null ? '' : readAmountOut(around.slice(amount.end));
  const joined = isOfEach.test(front) ? 'each' : isTogether.test(front) ? 'together' : 'unsaid';
  const { whole, parts } = readCourseNames(front, behind, (name) => isOneCourse(items, name), joined);
  const hours = typeof amount?.hours === 'number' ? amount.hours : null;
  const draft: Draft = {
    ...emptyDraft,
    date: day === null ? null : dateOf(day.day),
    hours,
    doubt: amount?.doubt ?? null,
    category: category?.category ?? null,
    by: provider?.by ?? null,
  };
  const trouble = troubleOf(amount?.hours) ?? troubleOf(day?.day);
  const called = (name: string | null): Draft => withCourse(items, draft, name);
  if (parts.length < 2) return { drafts: [called(whole)], trouble };
  if (joined === 'each' || hours === null) return { drafts: parts.map(called), trouble };
  return { drafts: [{ ...draft, name: whole, parts }], trouble };
}

/** What is behind an amount may hold more of them, which are no names. */
function readAmountOut(text: string): string {
  return readAmount(text)?.rest ?? text;
}

/** The draft with this name, and the category that the name tells where none was told. */
export function withCourse(items: readonly CatalogueItem[], draft: Draft, name: string | null): Draft {
  return { ...draft, name, category: draft.category ?? (name === null ? null : categoryOfCourse(items, name)) };
}

/** A name of the catalogue is one course, whatever is joined in it. */
function isOneCourse(items: readonly CatalogueItem[], name: string): boolean {
  const key = courseKey(name);
  return items.some((item) => item.kind === 'course' && courseKey(item.name.zh).includes(key));
}

/** The ISO date that was read; null where there is none. */
export function dateOf(day: string): string | null {
  return /^\d/.test(day) ? day : null;
}

/** Why an amount or a day cannot be taken; null where it can, or where none was named. */
export function troubleOf(read: number | string | null | undefined): Trouble | null {
  switch (read) {
    case 'tooMany':
    case 'notPositive':
    case 'unclear':
    case 'wholeDays':
    case 'future':
    case 'tooLongAgo':
    case 'noSuchDay':
      return read;
    default:
      return null;
  }
}
