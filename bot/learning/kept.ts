import type { Knowledge } from '../../knowledge/index.ts';
import type { PersonRecords } from '../ports.ts';
import { entriesOf, loadLedger } from './entries.ts';
import { isNamed } from './read-category.ts';
import { ruleOfYear } from './rules.ts';
import { type Missing, missingHours, totalsOf } from './totals.ts';

/** What the ledger says for a recommendation. */
export interface KeptLearning {
  /** Of this year; null where no rule speaks of it, or no hours were entered for it. */
  readonly missing: Missing | null;
  /** Ids of the catalogue. */
  readonly done: readonly string[];
}

/** Reads it; null where nothing was entered, so that a recommendation is what it was without a ledger. */
export async function keptLearning(
  knowledge: Knowledge,
  records: PersonRecords,
  today: string,
): Promise<KeptLearning | null> {
  const ledger = await loadLedger(records);
  if (entriesOf(ledger).length === 0) return null;
  const year = Number(today.slice(0, 4));
  const found = ruleOfYear(knowledge, await records.setting('learningRules'), year);
  const totals = totalsOf(ledger.hours, year);
  const items = [...knowledge.catalogue.items.values()].filter(({ kind }) => kind !== 'platform');
  const courses = items.filter((item) => ledger.hours.some(({ course }) => isNamed(item, course)));
  const certificates = ledger.certificates.flatMap(({ catalogueId }) => catalogueId ?? []);
  return {
    missing: found === null || totals.total === 0 ? null : missingHours(totals, found.rule),
    done: [...new Set([...courses.map(({ id }) => id), ...certificates])],
  };
}
