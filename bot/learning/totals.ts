import type { LearningRule } from '../../knowledge/index.ts';
import type { LearningWording } from '../../prompts/index.ts';
import { courseKey, type EvidenceState, evidenceStates, type HoursCategory, type HoursEntry } from './ledger.ts';

/** Hours of one year, in categories that add up to the total; each by how far it is proven. */
export interface Totals {
  readonly year: number;
  readonly total: number;
  readonly ai: number;
  readonly byCategory: Readonly<Record<HoursCategory, number>>;
  readonly byState: Readonly<Record<HoursCategory, Readonly<Record<EvidenceState, number>>>>;
}

/** What a rule asks and the ledger does not have, never below 0; `ai` is null where the rule has no such part. */
export interface Missing {
  readonly total: number;
  readonly ai: number | null;
}

/** Two decimals: 20 minutes are 0.33 hours, and sums of them show no 0.9899999. */
export function roundHours(hours: number): number {
  return Math.round((hours + Number.EPSILON) * 100) / 100;
}

/** Each course and date once, the best proven one, the order kept. */
export function uniqueHours(entries: readonly HoursEntry[]): readonly HoursEntry[] {
  const best = new Map<string, HoursEntry>();
  for (const entry of entries) {
    const key = `${courseKey(entry.course)} ${entry.date}`;
    const known = best.get(key);
    if (known === undefined || evidenceStates.indexOf(entry.state) > evidenceStates.indexOf(known.state))
      best.set(key, entry);
  }
  return [...best.values()];
}

/** Adds up one year. AI hours count into the total. */
export function totalsOf(entries: readonly HoursEntry[], year: number): Totals {
  const own = uniqueHours(entries).filter(({ date }) => date.startsWith(`${year}-`));
  const sum = (list: readonly HoursEntry[]): number => roundHours(list.reduce((all, { hours }) => all + hours, 0));
  const of = (category: HoursCategory): readonly HoursEntry[] => own.filter((entry) => entry.category === category);
  const states = (category: HoursCategory): Record<EvidenceState, number> => ({
    reported: sum(of(category).filter(({ state }) => state === 'reported')),
    imported: sum(of(category).filter(({ state }) => state === 'imported')),
    verified: sum(of(category).filter(({ state }) => state === 'verified')),
  });
  return {
    year,
    total: sum(own),
    ai: sum([...of('aiBasic'), ...of('aiAdvanced')]),
    byCategory: { aiBasic: sum(of('aiBasic')), aiAdvanced: sum(of('aiAdvanced')), other: sum(of('other')) },
    byState: { aiBasic: states('aiBasic'), aiAdvanced: states('aiAdvanced'), other: states('other') },
  };
}

/** What is left of the rule after these totals. */
export function missingHours(totals: Pick<Totals, 'total' | 'ai'>, rule: LearningRule): Missing {
  const left = (wanted: number, done: number): number => Math.max(0, roundHours(wanted - done));
  return { total: left(rule.total, totals.total), ai: rule.ai === null ? null : left(rule.ai, totals.ai) };
}

/** What is left, in one sentence. */
export function tellLeft(words: Pick<LearningWording, 'missing' | 'noneMissing'>, { total, ai }: Missing): string {
  return total === 0 && (ai === null || ai === 0) ? words.noneMissing : words.missing(total, ai);
}
