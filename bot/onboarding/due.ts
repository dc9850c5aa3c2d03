import type { Knowledge } from '../../knowledge/index.ts';
import type { Change, Job } from '../changes.ts';
import { type Handled, handled } from '../handled.ts';
import type { PersonTurn } from '../person-turn.ts';
import { mayNotify, noticeOpening, withNoticeSent } from '../proactive.ts';
import { taipeiDay } from '../taipei.ts';
import type { Choice, Part, Reply } from '../vocabulary.ts';
import { nothingOpen } from './dialogue.ts';
import { keepOnboarding, onboardingJobAt } from './keep.ts';
import { applyOnboardingEvent, type Onboarding, type OnboardingTask } from './onboarding.ts';
import { composePulse } from './pulse.ts';
import { composeBegun, composeTasks, dayText, type OnboardingScene, planTitle, taskChoices, wordsOf } from './reply.ts';
import { type AgendaItem, agendaOf, begunStages } from './schedule.ts';
import { loadSetup, withKnownDone } from './setup.ts';

/**
 * What is to be told when the onboarding's job is due: the welcome, the stage that begins, tasks past their date, the questions
 * at the end. All that is due goes into one message, and only when the policy lets it. Contract: the next job is put, or the
 * last one removed; what was told once is in the state and is not told again.
 */
export async function handleOnboardingDue(knowledge: Knowledge, turn: PersonTurn, job: Job): Promise<Handled> {
  const { records, moment, session, language } = turn;
  const nothing = (changes: readonly Change[]): Handled => ({ ...handled([], session), changes });
  const kept = await records.onboarding();
  if (kept?.stage !== 'running') return nothing([{ type: 'jobRemoved', key: job.key }]);
  const today = taipeiDay(moment.now);
  const scene: OnboardingScene = { ...(await loadSetup(knowledge, records)), knowledge, language, today };
  const preferences = await records.preferences();
  const state = await withKnownDone({ ...turn, moment: { now: moment.now, today } }, scene.plan, kept);
  const due = agendaOf(state, scene.plan, scene.calendar).filter(({ day }) => day <= today);
  if (due.some(({ type }) => type === 'finish'))
    return nothing(keepOnboarding(scene, applyOnboardingEvent(state, { type: 'finish' }), preferences));
  if (due.length === 0) return nothing(keepOnboarding(scene, state, preferences));
  const permission = mayNotify(preferences, 'onboarding', moment, scene.calendar, scene.rules);
  if (permission === 'never') return nothing([onboardingJobAt(dayAfter(scene, turn, preferences))]);
  if (permission !== 'now') return nothing([onboardingJobAt(moment.now + permission.later)]);
  const { replies, after, task } = compose(scene, state, due);
  const sent = withNoticeSent(preferences, moment.now);
  return {
    ...handled(replies, { ...session, onboarding: { ...nothingOpen, task, version: session.version + 1 } }),
    changes: [...keepOnboarding(scene, after, sent), { type: 'preferencesPut', preferences: sent }],
  };
}

/** Looked at again on the next day, because somebody who muted the topic can hear it again at any time. */
function dayAfter(
  { calendar, rules }: OnboardingScene,
  { moment }: PersonTurn,
  preferences: Parameters<typeof noticeOpening>[1],
): number {
  return noticeOpening(taipeiDay(moment.now + 86_400_000), preferences, calendar, rules);
}

interface Composed {
  readonly replies: readonly Reply[];
  readonly after: Onboarding;
  /** The task that 「完成了」 means; null where several were told. */
  readonly task: string | null;
}

function compose(scene: OnboardingScene, state: Onboarding, due: readonly AgendaItem[]): Composed {
  const words = wordsOf(scene);
  if (due.some(({ type }) => type === 'welcome')) {
    const lead = words.welcome(planTitle(scene), dayText(scene, state.startsOn), state.tasks.length);
    const what = begunStages(state, scene.plan, scene.today);
    return {
      replies: [withMute(scene, composeBegun(scene, state, lead))],
      after: applyOnboardingEvent(state, { type: 'told', what }),
      task: null,
    };
  }
  const stage = due.findLast((item) => item.type === 'stage')?.stage;
  const late = due.flatMap((item) => (item.type === 'nudge' ? [item.task] : []));
  const ids = stage?.tasks.map(({ id }) => id) ?? [];
  const begun = state.tasks.filter(({ id, doneAt }) => doneAt === null && ids.includes(id));
  const nudged = late.filter(({ id }) => !ids.includes(id));
  const pulse = due.some(({ type }) => type === 'pulse') ? composePulse(scene, state) : null;
  const told = due.flatMap((item) =>
    item.type === 'stage' ? [`stage:${item.stage.id}`] : item.type === 'pulse' ? ['pulse'] : [],
  );
  const replies = [
    ...(stage === undefined ? [] : [composeStage(scene, state, stage, begun)]),
    ...(nudged.length === 0 ? [] : [composeNudge(scene, state, nudged)]),
    ...(pulse === null ? [] : [pulse]),
  ];
  const after = applyOnboardingEvent(applyOnboardingEvent(state, { type: 'told', what: told }), {
    type: 'nudged',
    tasks: late.map(({ id }) => id),
    on: scene.today,
  });
  const spoken = [...begun, ...nudged];
  return {
    replies: replies.map((reply, at) => (at === 0 ? withMute(scene, reply) : reply)),
    after,
    task: spoken.length === 1 ? (spoken[0]?.id ?? null) : null,
  };
}

function composeStage(
  scene: OnboardingScene,
  state: Onboarding,
  stage: Extract<AgendaItem, { type: 'stage' }>['stage'],
  tasks: readonly OnboardingTask[],
): Reply {
  const english = scene.language === 'en';
  const before: readonly Part[] = [
    { type: 'heading', text: wordsOf(scene).stage(english ? stage.titleEn : stage.title) },
    { type: 'text', text: english ? stage.introEn : stage.intro },
  ];
  return composeTasks(scene, state, tasks, before, [], waysOn(scene, state, tasks));
}

function composeNudge(scene: OnboardingScene, state: Onboarding, tasks: readonly OnboardingTask[]): Reply {
  const words = wordsOf(scene);
  const before: readonly Part[] = [{ type: 'text', text: tasks.length === 1 ? words.nudgeOne : words.nudgeMany }];
  const after: readonly Part[] = [{ type: 'text', text: words.nudgeEnd }];
  return composeTasks(scene, state, tasks, before, after, waysOn(scene, state, tasks));
}

function waysOn(scene: OnboardingScene, state: Onboarding, tasks: readonly OnboardingTask[]): readonly Choice[] {
  return [
    ...tasks.flatMap((task) => taskChoices(scene, state, task)),
    { label: wordsOf(scene).button.list, value: 'onboarding:list', emphasis: 'plain' },
  ];
}

/** Every message that nobody asked for can be stopped with one tap. */
function withMute(scene: OnboardingScene, reply: Reply): Reply {
  const mute: Choice = { label: wordsOf(scene).button.mute, value: 'onboarding:mute', emphasis: 'plain' };
  return { ...reply, choices: [...reply.choices, mute] };
}
