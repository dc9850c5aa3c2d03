import { formatDay } from '../calendar.ts';
import type { Part } from '../vocabulary.ts';
import type { Entry } from './entries.ts';
import type { CertificateEntry, HoursEntry } from './ledger.ts';
import type { Scene } from './scene.ts';

/** Entries as tables under one caption: courses, then certificates; none where there are no entries. */
export function tables(scene: Scene, entries: readonly Entry[], caption: string): readonly Part[] {
  const hours = entries.flatMap((one) => (one.kind === 'hours' ? [one.entry] : []));
  const certificates = entries.flatMap((one) => (one.kind === 'certificate' ? [one.entry] : []));
  return [
    ...(hours.length === 0 ? [] : [hoursTable(scene, hours, caption)]),
    ...(certificates.length === 0 ? [] : [certificateTable(scene, certificates, caption)]),
  ];
}

/** Courses, a line each. */
export function hoursTable({ words, language }: Scene, entries: readonly HoursEntry[], caption: string): Part {
  const rows = entries.map(({ course, date, hours, category, provider, state }) => [
    formatDay(date, language),
    provider === null ? course : `${course}（${provider}）`,
    words.hours(hours),
    words.category[category],
    words.state[state],
  ]);
  return { type: 'table', caption, columns: words.listHoursColumns, rows };
}

/** Certificates, a line each. */
export function certificateTable(
  { words, language }: Scene,
  entries: readonly CertificateEntry[],
  caption: string,
): Part {
  const rows = entries.map(({ name, date, issuer, evidence, state }) => [
    formatDay(date, language),
    name,
    issuer ?? '',
    evidence ?? '',
    words.state[state],
  ]);
  return { type: 'table', caption, columns: words.listCertificatesColumns, rows };
}
