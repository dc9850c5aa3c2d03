import type { Knowledge } from '../../knowledge/index.ts';
import type { Job } from '../changes.ts';
import { type Handled, handled } from '../handled.ts';
import { noticeRulesOf } from '../notice-rules.ts';
import type { PersonTurn } from '../person-turn.ts';
import { mayNotify, withNoticeSent } from '../proactive.ts';
import type { Part, Reply } from '../vocabulary.ts';
import { bare, plain } from './reply-entry.ts';
import { tellCaveat, tellCutOff } from './reply-figures.ts';
import { lastDayOf, type RuleOfYear, ruleOfYear } from './rules.ts';
import { type Scene, sceneOf } from './scene.ts';
import { missingHours, totalsOf } from './totals.ts';

/**
 * Reminds of hours that are missing before the cut-off. `detail` is the year and the days before it, such as `2026:90`. No
 * replies where nothing is missing, the last day is over, or the person muted it; moved where the policy says later.
 */
export async function handleHoursDue(knowledge: Knowledge, turn: PersonTurn, job: Job): Promise<Handled> {
  const { session, records, moment } = turn;
  const nothing = handled([], session);
  const year = Number(/^(\d{4}):\d{1,3}$/.exec(job.detail)?.[1] ?? 0);
  if (year === 0) return nothing;
  const found = ruleOfYear(knowledge, await records.setting('learningRules'), year);
  if (found === null || moment.today > lastDayOf(found.rule, year)) return nothing;
  const totals = totalsOf(await records.hours(), year);
  const missing = missingHours(totals, found.rule);
  if (missing.total === 0 && (missing.ai ?? 0) === 0) return nothing;
  const preferences = await records.preferences();
  const agency = noticeRulesOf(await records.setting('notices'));
  const permission = mayNotify(preferences, 'hours', moment, knowledge.officeCalendar, agency);
  if (permission === 'never') return nothing;
  if (permission !== 'now')
    return { ...nothing, changes: [{ type: 'jobPut', job: { ...job, dueAt: moment.now + permission.later } }] };
  const scene = sceneOf(knowledge, turn);
  const { due } = scene.words;
  const text = totals.total === 0 ? due.empty(year) : due.missing(year, missing.total, missing.ai);
  return {
    ...handled([composeReminder(scene, text, found, year)], session),
    changes: [{ type: 'preferencesPut', preferences: withNoticeSent(preferences, moment.now) }],
  };
}

function composeReminder(scene: Scene, text: string, found: RuleOfYear, year: number): Reply {
  const { words, language } = scene;
  const parts: readonly Part[] = [
    { type: 'text', text },
    { type: 'text', text: tellCutOff(scene, found.rule, year) },
    ...tellCaveat(scene, found, year),
    { type: 'notice', text: words.notOfficial },
  ];
  return {
    ...bare(parts, language),
    choices: [
      { label: words.button.courses, value: 'recommend:', emphasis: 'primary' },
      plain(words.button.enter, 'learning:begin'),
      plain(words.button.mute, 'learning:mute'),
    ],
  };
}
