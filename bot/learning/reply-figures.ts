import { addDays, type LearningRule } from '../../knowledge/index.ts';
import type { LearningWording } from '../../prompts/index.ts';
import { formatDay } from '../calendar.ts';
import { handoffChoice } from '../choices.ts';
import { createCitationList } from '../cite.ts';
import type { Part, Reply } from '../vocabulary.ts';
import { evidenceStates, type HoursEntry, hoursCategories } from './ledger.ts';
import { lastDayOf, type RuleOfYear } from './rules.ts';
import type { Scene } from './scene.ts';
import { missingHours, roundHours, type Totals, tellLeft, totalsOf } from './totals.ts';

/** The hours of a year by category and state, the rule with its source, and what is left. */
export function composeFigures(
  scene: Scene,
  entries: readonly HoursEntry[],
  year: number,
  found: RuleOfYear | null,
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

function tellRule(words: LearningWording, { rule, setBy }: RuleOfYear, year: number, mark: string): string {
  const text =
    setBy === 'agency'
      ? words.ruleOfAgency(year, rule.total, rule.ai, rule.source)
      : words.rule(year, rule.total, rule.ai);
  return `${text}${mark}`;
}

/** Until when hours count, and that nobody documented it where nobody did. */
export function tellCutOff({ words, language }: Scene, rule: LearningRule, year: number): string {
  const last = lastDayOf(rule, year);
  if (rule.cutOff === null && rule.uploadLagDays === 0) return words.noCutOff(formatDay(last, language));
  const cutOff = formatDay(addDays(last, rule.uploadLagDays), language);
  return words.cutOff(cutOff, rule.uploadLagDays, formatDay(last, language));
}
