import type { HoursRule, Knowledge } from '../../knowledge/index.ts';
import { learningWordings, wordings } from '../../prompts/index.ts';
import type { CitationList } from '../cite.ts';
import { tellLeft } from '../learning/totals.ts';
import type { Language, Part } from '../vocabulary.ts';
import type { HoursLeft, Recommendation, RecommendationRequest } from './recommend.ts';

/** What every part is told with. */
export interface Telling {
  readonly knowledge: Knowledge;
  readonly language: Language;
  /** The day in words. */
  readonly today: string;
  readonly citations: CitationList;
}

/** The rule for each person, what is left of it, and apart from both the appraisal figure. */
export function tellHours({ request, hours }: Recommendation, telling: Telling): readonly Part[] {
  const words = wordings[telling.language].recommendation;
  const rules = (kind: HoursRule['kind']): Part[] =>
    hours
      .filter((rule) => rule.kind === kind)
      .map((rule) => ({ type: 'text', text: `${tellRule(rule, telling)}${telling.citations.mark(rule.facts)}` }));
  const left = request.hoursLeft === null ? [] : tellHoursLeft(request.hoursLeft, request.hoursFrom, telling);
  const told: Part[] =
    left.length === 0 ? [] : [{ type: 'text', text: [...left, words.hoursCounting].join(between(telling)) }];
  return [...rules('person'), ...told, ...rules('appraisal')];
}

function tellRule(rule: HoursRule, telling: Telling): string {
  const words = wordings[telling.language].recommendation;
  const year = Number(rule.valid.from?.slice(0, 4));
  return rule.kind === 'person'
    ? words.hours(year, rule.total, rule.ai)
    : words.hoursNote(year, rule.basic, rule.advanced, rule.total);
}

function tellHoursLeft(
  { total, ai }: HoursLeft,
  from: RecommendationRequest['hoursFrom'],
  telling: Telling,
): readonly string[] {
  if (from === 'ledger') return [tellLeft(learningWordings[telling.language], { total: total ?? 0, ai })];
  const words = wordings[telling.language].recommendation;
  return [
    ...(total === null ? [] : [total === 0 ? words.hoursTotalFull : words.hoursTotalLeft(total)]),
    ...(ai === null ? [] : [ai === 0 ? words.hoursAiFull : words.hoursAiLeft(ai)]),
  ];
}

function between({ language }: Telling): string {
  return language === 'en' ? ' ' : '';
}
