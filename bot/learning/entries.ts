import type { CatalogueItem } from '../../knowledge/index.ts';
import type { Change } from '../changes.ts';
import type { PersonRecords } from '../ports.ts';
import { type Draft, type EntryRef, emptyDraft, type Patch } from './dialogue.ts';
import { type CertificateEntry, courseKey, type EvidenceState, type HoursEntry } from './ledger.ts';
import { withCertificate } from './read-certificate.ts';

/** All that is kept of a person's learning. */
export interface Ledger {
  readonly hours: readonly HoursEntry[];
  readonly certificates: readonly CertificateEntry[];
}

/** An entry of either kind. */
export type Entry =
  | { readonly kind: 'hours'; readonly entry: HoursEntry }
  | { readonly kind: 'certificate'; readonly entry: CertificateEntry };

/** Both parts of the ledger. */
export async function loadLedger(records: PersonRecords): Promise<Ledger> {
  const [hours, certificates] = await Promise.all([records.hours(), records.certificates()]);
  return { hours, certificates };
}

/** Every entry, oldest first within its kind. */
export function entriesOf({ hours, certificates }: Ledger): readonly Entry[] {
  return [
    ...hours.map((entry) => ({ kind: 'hours' as const, entry })),
    ...certificates.map((entry) => ({ kind: 'certificate' as const, entry })),
  ];
}

/** What points to the entry. */
export function refOf(one: Entry): EntryRef {
  return { kind: one.kind, name: nameOf(one), date: one.entry.date };
}

/** The course or the certificate. */
export function nameOf(one: Entry): string {
  return one.kind === 'hours' ? one.entry.course : one.entry.name;
}

/** The entry that a pointer means; null where it is gone. */
export function findEntry(ledger: Ledger, ref: EntryRef): Entry | null {
  return entriesOf(ledger).find((one) => isSame(refOf(one), ref)) ?? null;
}

/** One course or certificate on one day, however it is written. */
export function isSame(one: EntryRef, other: EntryRef): boolean {
  return one.kind === other.kind && one.date === other.date && courseKey(one.name) === courseKey(other.name);
}

/** The entries that a name means: one that is called so, else all whose name has it in it, or stands in it. */
export function entriesNamed(entries: readonly Entry[], name: string): readonly Entry[] {
  const key = courseKey(name);
  if (key === '') return [];
  const exact = entries.filter((one) => courseKey(nameOf(one)) === key);
  if (exact.length > 0) return exact;
  return entries.filter((one) => courseKey(nameOf(one)).includes(key) || key.includes(courseKey(nameOf(one))));
}

/** The entry that a draft has become, reported by the person; null while something is lacking. */
export function entryOf(draft: Draft): Entry | null {
  const { name, date, hours, category, by, evidence, catalogue } = draft;
  const state: EvidenceState = 'reported';
  if (name === null || date === null) return null;
  if (draft.kind === 'certificate') {
    if (catalogue?.sure === 'ask') return null;
    const entry = { name, catalogueId: idOf(draft), date, issuer: by, evidence, state };
    return { kind: 'certificate', entry };
  }
  if (hours === null || category === null) return null;
  return { kind: 'hours', entry: { course: name, date, hours, category, provider: by, state } };
}

/** The entry with what is corrected. A certificate has neither hours nor a category. */
export function patched(one: Entry, { name, date, hours, category }: Patch, items: Iterable<CatalogueItem>): Entry {
  if (one.kind === 'certificate') {
    const renamed = name === null ? null : withCertificate(items, emptyDraft, name);
    const certificate = {
      ...one.entry,
      name: renamed?.name ?? one.entry.name,
      date: date ?? one.entry.date,
      catalogueId: renamed === null ? one.entry.catalogueId : idOf(renamed),
    };
    return { kind: 'certificate', entry: certificate };
  }
  const { entry } = one;
  return {
    kind: 'hours',
    entry: {
      ...entry,
      course: name ?? entry.course,
      date: date ?? entry.date,
      hours: hours ?? entry.hours,
      category: category ?? entry.category,
    },
  };
}

function idOf({ catalogue }: Draft): string | null {
  return catalogue?.sure === 'yes' ? catalogue.id : null;
}

/** Adds or replaces it. */
export function put(one: Entry): Change {
  return one.kind === 'hours' ? { type: 'hoursPut', entry: one.entry } : { type: 'certificatePut', entry: one.entry };
}

/** Takes it out. */
export function remove({ kind, name, date }: EntryRef): Change {
  return kind === 'hours' ? { type: 'hoursRemoved', course: name, date } : { type: 'certificateRemoved', name, date };
}

/** The entry that a change is about; null for a change of something else. */
export function refOfChange(change: Change): EntryRef | null {
  switch (change.type) {
    case 'hoursPut':
      return { kind: 'hours', name: change.entry.course, date: change.entry.date };
    case 'hoursRemoved':
      return { kind: 'hours', name: change.course, date: change.date };
    case 'certificatePut':
      return { kind: 'certificate', name: change.entry.name, date: change.entry.date };
    case 'certificateRemoved':
      return { kind: 'certificate', name: change.name, date: change.date };
    default:
      return null;
  }
}
