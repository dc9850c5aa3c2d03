import type { CatalogueItem } from '../../knowledge/index.ts';
import { draftsMax } from '../limits.ts';
import { type Draft, emptyDraft } from './dialogue.ts';
import { courseKey } from './ledger.ts';
import { readAmount } from './read-amount.ts';
import { categoryOfCourse, isNamed, readNamedCategory } from './read-category.ts';
import { readDay } from './read-day.ts';
import { readName, readProvider } from './read-name.ts';

/** What could not be taken of a message: an amount or a day that is out of bounds. */
export type Trouble = 'tooMany' | 'notPositive' | 'unclear' | 'future' | 'tooLongAgo' | 'noSuchDay';

/** Entries as far as a message tells them (none where it lists too many), and what of it could not be taken. */
export interface ReadDrafts {
  readonly drafts: readonly Draft[];
  readonly trouble: Trouble | null;
}

/** Reads courses with their hours: one, or several that are listed, each with its own hours. */
export function readHoursDrafts(items: Iterable<CatalogueItem>, text: string, today: string): ReadDrafts {
  const all = [...items];
  const pieces = cutEntries(text);
  if (pieces.length > draftsMax) return { drafts: [], trouble: null };
  if (pieces.length < 2) {
    const one = readHoursDraft(all, text, today);
    return { drafts: [one.draft], trouble: one.trouble };
  }
  const common = readDay(text.replace(/\d{1,2}:\d{2}/g, ''), today);
  const read = pieces.map((piece) => readHoursDraft(all, piece, today));
  const drafts = read.map(({ draft }) => ({
    ...draft,
    date: draft.date ?? (common === null ? null : dateOf(common.day)),
  }));
  return { drafts, trouble: read.find(({ trouble }) => trouble !== null)?.trouble ?? null };
}

/** Each piece ends with its amount: 「AI倫理，2小時、資安3小時」 are two. What stands behind the last one belongs to none. */
function cutEntries(text: string): readonly string[] {
  const pieces: string[] = [];
  let waiting = '';
  for (const part of text.split(/[、，,；;\n]|(?<=[時hr鐘])(?:和|跟|還有|以及)/)) {
    const whole = waiting === '' ? part : `${waiting}，${part}`;
    const ends = readAmount(part) !== null;
    if (ends) pieces.push(whole);
    waiting = ends ? '' : whole;
  }
  return pieces;
}

function readHoursDraft(items: readonly CatalogueItem[], text: string, today: string) {
  const day = readDay(text, today);
  const amount = readAmount(day?.rest ?? text);
  const category = readNamedCategory(amount?.rest ?? day?.rest ?? text);
  const left = category?.rest ?? amount?.rest ?? day?.rest ?? text;
  const provider = readProvider(left);
  const name = readName(provider?.rest ?? left);
  const draft: Draft = {
    ...emptyDraft,
    name,
    date: day === null ? null : dateOf(day.day),
    hours: typeof amount?.hours === 'number' ? amount.hours : null,
    category: category?.category ?? (name === null ? null : categoryOfCourse(items, name)),
    by: provider?.by ?? null,
  };
  return { draft, trouble: troubleOf(amount?.hours) ?? troubleOf(day?.day) };
}

/** Reads a certificate: its name, and where they were told the day, who issued it and where the proof is. */
export function readCertificateDraft(items: Iterable<CatalogueItem>, text: string, today: string): ReadDrafts {
  const day = readDay(text, today);
  const proof = readEvidence(day?.rest ?? text);
  const left = proof?.rest ?? day?.rest ?? text;
  const provider = readProvider(left);
  const name = readName(provider?.rest ?? left);
  const draft: Draft = {
    ...emptyDraft,
    kind: 'certificate',
    date: day === null ? null : dateOf(day.day),
    by: provider?.by ?? null,
    evidence: proof?.evidence ?? null,
  };
  return { drafts: [name === null ? draft : withCertificate(items, draft, name)], trouble: troubleOf(day?.day) };
}

/** The draft with this name, and the certificate of the catalogue that is called so or could be meant. */
export function withCertificate(items: Iterable<CatalogueItem>, draft: Draft, name: string): Draft {
  const plain = name.replace(/(?<=.{4})(?:證書|證照)$/, '');
  const item = [...items].find((one) => one.kind === 'certificate' && (isNamed(one, plain) || isNamed(one, name)));
  if (item === undefined) return { ...draft, name, catalogue: null };
  const sure = isSurely(item, plain);
  return { ...draft, name: sure ? item.name.zh : name, catalogue: { id: item.id, sure: sure ? 'yes' : 'ask' } };
}

/** A part of the full name that no other certificate shares; 「iPAS」 and 「資策會」 have several. */
function isSurely(item: CatalogueItem, name: string): boolean {
  const key = courseKey(name);
  const isShared = item.confusedWith.some((other) => courseKey(other).includes(key));
  return courseKey(item.name.zh).includes(key) && !isShared;
}

function readEvidence(text: string): { readonly evidence: string; readonly rest: string } | null {
  const match =
    /(?:證書?(?:字號|編號|號碼)|證號|文號|字號|佐證|證明文件|連結|網址)\s*[是為在:：]?\s*([^\s，,。；;\n]{3,120})/.exec(
      text,
    ) ?? /(https?:\/\/[^\s，。；\n]{3,120})/.exec(text);
  const evidence = match?.[1];
  return match === null || evidence === undefined ? null : { evidence, rest: text.replace(match[0], '\n') };
}

function dateOf(day: string): string | null {
  return /^\d/.test(day) ? day : null;
}

/** Why an amount or a day cannot be taken; null where it can, or where none was named. */
export function troubleOf(read: number | string | null | undefined): Trouble | null {
  switch (read) {
    case 'tooMany':
    case 'notPositive':
    case 'unclear':
    case 'future':
    case 'tooLongAgo':
    case 'noSuchDay':
      return read;
    default:
      return null;
  }
}
