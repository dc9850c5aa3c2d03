import { addDays, type Knowledge, type LearningRule, readLearningRules } from '../../knowledge/index.ts';
import { placeInPeriod } from '../calendar.ts';

/** The rule of a year, and whether the agency set it. */
export interface RuleOfYear {
  readonly rule: LearningRule;
  readonly setBy: 'documents' | 'agency';
}

/**
 * The rule that holds at the end of the year: the agency's own, else the shipped one; null where neither speaks of that year.
 * `setting` is what the agency wrote; what cannot be read is passed over, because the command that sets it says so.
 */
export function ruleOfYear(knowledge: Knowledge, setting: unknown, year: number): RuleOfYear | null {
  const end = `${year}-12-31`;
  const holding = (rules: readonly LearningRule[]): LearningRule | undefined =>
    rules.find(({ valid }) => placeInPeriod(end, valid) === 'running');
  const own = holding(rulesSet(setting));
  if (own !== undefined) {
    const facts = own.facts.filter((fact) => knowledge.passages.has(fact));
    return { rule: { ...own, facts }, setBy: 'agency' };
  }
  const shipped = holding(knowledge.learningRules);
  return shipped === undefined ? null : { rule: shipped, setBy: 'documents' };
}

function rulesSet(setting: unknown): readonly LearningRule[] {
  if (setting === null) return [];
  try {
    return readLearningRules(setting);
  } catch {
    return [];
  }
}

/** The last day on which a course can end so that its hours count for the year, ISO date: the cut-off less the upload lag. */
export function lastDayOf({ cutOff, uploadLagDays }: LearningRule, year: number): string {
  return addDays(`${year}-${cutOff ?? '12-31'}`, -uploadLagDays);
}

/** Days before the last day on which somebody is reminded. */
const reminderDaysBefore = [90, 60, 30] as const;

/** A reminder of hours: the job's `detail`, and the day on which it falls, ISO date. */
export interface HoursReminder {
  readonly detail: string;
  readonly day: string;
}

/** The reminders of a year, earliest first; none for a year without a rule. */
export function hoursReminders(knowledge: Knowledge, setting: unknown, year: number): readonly HoursReminder[] {
  const found = ruleOfYear(knowledge, setting, year);
  if (found === null) return [];
  const last = lastDayOf(found.rule, year);
  return reminderDaysBefore.map((days) => ({ detail: `${year}:${days}`, day: addDays(last, -days) }));
}
