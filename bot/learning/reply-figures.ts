import { addDays, type LearningRule, yearOf } from '../../knowledge/index.ts';
import type { LearningWording } from '../../prompts/index.ts';
import { formatDay } from '../calendar.ts';
import { handoffChoice } from '../choices.ts';
import { createCitationList } from '../cite.ts';
import type { Part, Reply } from '../vocabulary.ts';
import { evidenceStates, type HoursEntry, hoursCategories } from './ledger.ts';
import { lastDayOf, type RuleOfYear } from './rules.ts';
import type { Scene } from './scene.ts';
import { missingHours, roundHours, type Totals, tellLeft, totalsOf } from './totals.ts';

/** The hours of a year by category and state, the rule with its source, and what is left. `said` may ask for parts of it. */
export function composeFigures(
  scene: Scene,
  entries: readonly HoursEntry[],
  year: number,
  found: RuleOfYear | null,
  said: string,
): Reply {
  const { knowledge, words, language, moment } = scene;
  const citations = createCitationList(knowledge);
  const totals = totalsOf(entries, year);
  const isNow = year === Number(moment.today.slice(0, 4));
  const isEmpty = totals.total === 0;
  const parts: Part[] = [
    isEmpty ? { type: 'text', text: words.nothingYet(year) } : tellTotals(scene, totals),
    {
      type: 'text',
      text: found === null ? words.noRule(year) : tellRule(words, found, year, citations.mark(found.rule.facts)),
    },
    ...(isEmpty || found === null
      ? []
      : [{ type: 'text' as const, text: tellLeft(words, missingHours(totals, found.rule)) }]),
    // The individual rule knows no parts: the 3+3 of the personnel units' evaluation is not anybody's own.
    ...(found !== null && found.rule.ai !== null && /基礎|進階/.test(said)
      ? [{ type: 'text' as const, text: words.noParts(found.rule.ai) }]
      : []),
    ...(isNow && found !== null ? [{ type: 'text' as const, text: tellCutOff(scene, found.rule, year) }] : []),
    ...(isEmpty ? [{ type: 'text' as const, text: words.howToEnter }] : []),
    { type: 'notice', text: words.notOfficial },
  ];
  return {
    kind: isEmpty || citations.all().length === 0 ? 'notice' : 'answer',
    language,
    parts,
    citations: citations.all(),
    choices: [
      { label: words.button.enter, value: 'learning:begin', emphasis: 'plain' },
      ...(isEmpty ? [] : [{ label: words.button.list, value: 'learning:list', emphasis: 'plain' as const }]),
      { label: words.button.courses, value: 'recommend:', emphasis: 'plain' },
      handoffChoice(language),
    ],
    role: null,
    progress: null,
  };
}

function tellTotals({ words, language, moment }: Scene, totals: Totals): Part {
  const states = (by: Totals['byState']['other']): string =>
    evidenceStates
      .filter((state) => by[state] > 0)
      .map((state) => words.byState(words.state[state], by[state]))
      .join(words.and);
  const all = (state: keyof Totals['byState']['other']): number =>
    roundHours(hoursCategories.reduce((sum, category) => sum + totals.byState[category][state], 0));
  const rows = hoursCategories.map((category) => [
    words.category[category],
    words.hours(totals.byCategory[category]),
    states(totals.byState[category]),
  ]);
  const sum = [
    words.total,
    words.hours(totals.total),
    states({ reported: all('reported'), imported: all('imported'), verified: all('verified') }),
  ];
  const caption = words.figuresCaption(totals.year, formatDay(moment.today, language));
  return { type: 'table', caption, columns: words.figuresColumns, rows: [...rows, sum] };
}

/** The rule of a year in one sentence with its mark, by whomever it was set. */
export function tellRule(words: LearningWording, { rule, setBy }: RuleOfYear, year: number, mark: string): string {
  if (setBy === 'agency') return `${words.ruleOfAgency(year, rule.total, rule.ai, rule.source)}${mark}`;
  return `${words.rule(year, rule.total, rule.ai)}${mark}${caveatOf(words, rule, year)}`;
}

/** The documents speak of the years from the first one on, and not of what a later one may change. */
function caveatOf(words: LearningWording, rule: LearningRule, year: number): string {
  const begun = rule.valid.from === null ? year : yearOf(rule.valid.from);
  return year > begun ? words.mayChange(begun, year) : '';
}

/** The same by itself, where the rule is not told in full; nothing for a rule that the agency set. */
export function tellCaveat(
  { words }: Pick<Scene, 'words'>,
  { rule, setBy }: RuleOfYear,
  year: number,
): readonly Part[] {
  const text = setBy === 'agency' ? '' : caveatOf(words, rule, year);
  return text === '' ? [] : [{ type: 'text', text: text.trim() }];
}

/** Until when hours count, and that nobody documented it where nobody did. */
export function tellCutOff({ words, language }: Scene, rule: LearningRule, year: number): string {
  const last = lastDayOf(rule, year);
  if (rule.cutOff === null && rule.uploadLagDays === 0) return words.noCutOff(formatDay(last, language));
  const cutOff = formatDay(addDays(last, rule.uploadLagDays), language);
  return words.cutOff(cutOff, rule.uploadLagDays, formatDay(last, language));
}
