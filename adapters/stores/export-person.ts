import { appendAudit } from './audit.ts';
import type { Engine } from './engine.ts';
import { exportRecords } from './export-records.ts';
import { exportTalk } from './export-talk.ts';
import { findPerson, namesOf } from './find-person.ts';

/** Whose records, on whose word. */
export interface ExportRequest {
  readonly agency: string;
  /** A person's id or `channel:account`. */
  readonly name: string;
  readonly actor: string;
  readonly now: number;
}

/**
 * Everything that is kept of somebody, as one object for a JSON file; null where there is nobody. Who took it stands in the audit
 * log. What others said in a public thread is not the person's and is left out.
 */
export async function exportPerson(
  { db, write }: Engine,
  { agency, name, actor, now }: ExportRequest,
): Promise<Readonly<Record<string, unknown>> | null> {
  const places = await findPerson(db, agency, name);
  if (places === null) return null;
  const entry = { actor, action: 'personExported', subject: places.person ?? '', detail: '' };
  await write((transaction) => appendAudit(transaction, agency, entry, now));
  return {
    exportedAt: new Date(now).toISOString(),
    agency,
    person: places.person,
    names: namesOf(places),
    ...(places.person === null ? {} : await exportRecords(db, agency, places.person)),
    ...(await exportTalk(db, places)),
  };
}
