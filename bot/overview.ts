import { type Knowledge, yearOf } from '../knowledge/index.ts';
import { onboardingWordings, overviewWordings, wordings } from '../prompts/index.ts';
import { handoffChoice } from './choices.ts';
import { type CitationList, createCitationList } from './cite.ts';
import { plain } from './learning/reply-entry.ts';
import { tellCutOff, tellRule } from './learning/reply-figures.ts';
import { type RuleOfYear, ruleOfYear } from './learning/rules.ts';
import { type Scene, sceneOf } from './learning/scene.ts';
import { missingHours, type Totals, tellLeft, totalsOf } from './learning/totals.ts';
import { tasksShownMax } from './limits.ts';
import { noticeChoice, tellStanding } from './notice-settings.ts';
import type { Onboarding } from './onboarding/onboarding.ts';
import { type OnboardingScene, planTitle, tellTask } from './onboarding/reply.ts';
import { countDone } from './onboarding/schedule.ts';
import { loadSetup, withKnownDone } from './onboarding/setup.ts';
import type { Moment, PersonTurn } from './person-turn.ts';
import type { PersonRecords } from './ports.ts';
import { emptySession, type Profile } from './session.ts';
import type { Choice, Language, Part, Reply } from './vocabulary.ts';

/** All that an overview is told from. */
interface Sight {
  readonly profile: Profile | null;
  readonly hours: Scene;
  readonly totals: Totals;
  readonly entries: number;
  readonly found: RuleOfYear | null;
  readonly plan: OnboardingScene;
  readonly onboarding: Onboarding | null;
}

/** The person's own things in short parts: role, hours of this year, next steps, cases, settings; and the ways on from there. */
export async function overview(
  knowledge: Knowledge,
  profile: Profile | null,
  language: Language,
  moment: Moment,
  records: PersonRecords,
): Promise<Reply> {
  const sight = await look(knowledge, profile, language, moment, records);
  const words = overviewWordings[language];
  const preferences = await records.preferences();
  const citations = createCitationList(knowledge);
  const heading = (text: string): Part => ({ type: 'heading', text });
  const parts: readonly Part[] = [
    heading(words.role),
    { type: 'text', text: tellRole(profile, language) },
    heading(words.hours),
    ...tellHours(sight, citations),
    heading(words.next),
    ...tellNext(sight),
    heading(words.cases),
    { type: 'text', text: words.noCases },
    heading(words.settings),
    { type: 'text', text: tellStanding(preferences, sight.plan.rules, language) },
    { type: 'notice', text: sight.hours.words.notOfficial },
  ];
  return {
    kind: 'notice',
    language,
    parts,
    citations: citations.all(),
    choices: [...waysOn(sight), noticeChoice(preferences, language), handoffChoice(language)],
    role: profile?.role ?? null,
    progress: null,
  };
}

async function look(
  knowledge: Knowledge,
  profile: Profile | null,
  language: Language,
  moment: Moment,
  records: PersonRecords,
): Promise<Sight> {
  const turn: PersonTurn = { session: { ...emptySession, role: profile?.role ?? null }, records, language, moment };
  const year = yearOf(moment.today);
  const [hours, certificates, setup, kept] = await Promise.all([
    records.hours(),
    records.certificates(),
    loadSetup(knowledge, records),
    records.onboarding(),
  ]);
  return {
    profile,
    hours: sceneOf(knowledge, turn),
    totals: totalsOf(hours, year),
    entries: hours.length + certificates.length,
    found: ruleOfYear(knowledge, await records.setting('learningRules'), year),
    plan: { ...setup, knowledge, language, today: moment.today },
    onboarding: kept === null ? null : await withKnownDone(turn, setup.plan, kept),
  };
}

function tellRole(profile: Profile | null, language: Language): string {
  const words = overviewWordings[language];
  const role = profile?.role ?? null;
  if (role !== null) return words.roleFound(wordings[language].roles[role]);
  return isLeftOff(profile) ? words.roleLeftOff : words.roleUnknown;
}

function isLeftOff(profile: Profile | null): boolean {
  const interview = profile?.interview ?? null;
  return interview !== null && interview.stage !== 'finished' && interview.steps.length + interview.texts.length > 0;
}

function tellHours({ hours, totals, found }: Sight, citations: CitationList): readonly Part[] {
  const { words, language } = hours;
  const { year, total, ai } = totals;
  const texts = [
    total === 0 ? words.nothingYet(year) : overviewWordings[language].hoursOf(year, total, ai),
    ...(found === null
      ? [words.noRule(year)]
      : [
          tellRule(words, found, year, citations.mark(found.rule.facts)),
          ...(total === 0 ? [] : [tellLeft(words, missingHours(totals, found.rule))]),
          tellCutOff(hours, found.rule, year),
        ]),
  ];
  return texts.map((text) => ({ type: 'text', text }));
}

function tellNext(sight: Sight): readonly Part[] {
  const { plan, onboarding, hours } = sight;
  const words = overviewWordings[hours.language];
  if (onboarding?.stage === 'paused') return [{ type: 'text', text: onboardingWordings[hours.language].isPaused }];
  const open = onboarding?.stage === 'running' ? onboarding.tasks.filter(({ doneAt }) => doneAt === null) : [];
  if (onboarding === null || open.length === 0) return [{ type: 'text', text: nextStep(sight) }];
  const shown = open.slice(0, tasksShownMax).map((task) => tellTask(plan, task));
  const others = open.length - shown.length;
  return [
    { type: 'text', text: words.nextTasks(planTitle(plan), countDone(onboarding), onboarding.tasks.length) },
    { type: 'list', ordered: 'unordered', items: shown },
    ...(others === 0 ? [] : [{ type: 'text' as const, text: words.nextOthers(others) }]),
  ];
}

function nextStep({ profile, totals, found, hours }: Sight): string {
  const words = overviewWordings[hours.language];
  if ((profile?.role ?? null) === null) return words.nextRole;
  const missing = found === null ? null : missingHours(totals, found.rule);
  return missing !== null && missing.total === 0 && (missing.ai ?? 0) === 0 ? words.nextCourses : words.nextHours;
}

function waysOn({ profile, hours, entries, onboarding }: Sight): readonly Choice[] {
  const { button } = hours.words;
  const { findRole } = overviewWordings[hours.language];
  const plans = onboardingWordings[hours.language].button;
  const role: readonly Choice[] =
    (profile?.role ?? null) !== null
      ? []
      : isLeftOff(profile)
        ? [{ label: button.resume, value: 'interview:resume', emphasis: 'primary' }]
        : [{ label: findRole, value: 'interview:start', emphasis: 'primary' }];
  return [
    ...role,
    plain(button.courses, 'recommend:'),
    plain(button.enter, 'learning:begin'),
    plain(button.figures, 'learning:figures'),
    ...(entries === 0 ? [] : [plain(button.list, 'learning:list')]),
    ...(onboarding?.stage === 'running' ? [plain(plans.list, 'onboarding:list')] : []),
    ...(onboarding?.stage === 'paused' ? [plain(plans.resume, 'onboarding:resume')] : []),
  ];
}
