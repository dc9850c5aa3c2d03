import { type Knowledge, officeDaysBetween, type PlanTask, weekdayOf } from '../../knowledge/index.ts';
import { type OnboardingWording, onboardingWordings } from '../../prompts/index.ts';
import { type CitationList, createCitationList } from '../cite.ts';
import { fixedReply } from '../notices.ts';
import type { Choice, Language, Part, Reply } from '../vocabulary.ts';
import type { Onboarding, OnboardingTask } from './onboarding.ts';
import { countDone } from './schedule.ts';
import { type OnboardingSetup, planTaskOf } from './setup.ts';

/** What everything is told from. */
export interface OnboardingScene extends OnboardingSetup {
  readonly knowledge: Knowledge;
  readonly language: Language;
  /** ISO date. */
  readonly today: string;
}

/** The sentences of the scene's language. */
export function wordsOf({ language }: OnboardingScene): OnboardingWording {
  return onboardingWordings[language];
}

/** A day in a list: 11月3日（二）. */
export function dayText(scene: OnboardingScene, day: string): string {
  const [, month = 1, date = 1] = day.split('-').map(Number);
  return wordsOf(scene).day(month, date, weekdayOf(day));
}

/** All tasks with where they stand, by the numbers by which people name them; `intro` is said before it. */
export function composeList(scene: OnboardingScene, state: Onboarding, intro: readonly string[]): Reply {
  const words = wordsOf(scene);
  const standing = words.standing(
    planTitle(scene),
    dayText(scene, state.startsOn),
    countDone(state),
    state.tasks.length,
  );
  return onboardingReply(
    scene,
    [...[...intro, standing].map((text): Part => ({ type: 'text', text })), tasksPart(scene, state.tasks)],
    listChoices(scene, state),
  );
}

/** The plan as it begins, with how it is used. */
export function composeBegun(scene: OnboardingScene, state: Onboarding, lead: string): Reply {
  return onboardingReply(
    scene,
    [{ type: 'text', text: lead }, tasksPart(scene, state.tasks), { type: 'text', text: wordsOf(scene).how }],
    listChoices(scene, state),
  );
}

/** Some sentences, and the next open task after them. */
export function composeProgress(
  scene: OnboardingScene,
  state: Onboarding,
  sentences: readonly string[],
  choices: readonly Choice[] = [],
): Reply {
  const words = wordsOf(scene);
  const citations = createCitationList(scene.knowledge);
  const next = state.stage === 'running' ? state.tasks.findIndex(({ doneAt }) => doneAt === null) : -1;
  const task = state.tasks[next];
  const said = sentences.map((text): Part => ({ type: 'text', text }));
  if (task === undefined)
    return onboardingReply(scene, said, [
      ...choices,
      { label: words.button.list, value: 'onboarding:list', emphasis: 'plain' },
    ]);
  const head = words.next(next + 1, titleOf(scene, task), dayText(scene, task.dueOn));
  const text = tellText(scene, task, citations);
  const parts: readonly Part[] = [
    ...said,
    { type: 'text', text: text === '' ? head : `${head}${scene.language === 'en' ? ' ' : ''}${text}` },
  ];
  return {
    ...onboardingReply(scene, parts, [
      ...taskChoices(scene, state, task),
      ...choices,
      { label: words.button.list, value: 'onboarding:list', emphasis: 'plain' },
    ]),
    citations: citations.all(),
  };
}

/** How tasks are done, each under its title. */
export function composeTasks(
  scene: OnboardingScene,
  state: Onboarding,
  tasks: readonly OnboardingTask[],
  before: readonly Part[],
  after: readonly Part[],
  choices: readonly Choice[],
): Reply {
  const words = wordsOf(scene);
  const citations = createCitationList(scene.knowledge);
  const items = tasks.map((task) => {
    const head = words.task(numberOf(state, task), titleOf(scene, task), dayText(scene, task.dueOn));
    const text = tellText(scene, task, citations);
    return text === '' ? head : `${head}${scene.language === 'en' ? ': ' : '：'}${text}`;
  });
  const [only = '', ...others] = items;
  const told: Part = others.length === 0 ? { type: 'text', text: only } : { type: 'list', ordered: 'unordered', items };
  const parts: readonly Part[] = [...before, told, ...after];
  return { ...onboardingReply(scene, parts, choices), citations: citations.all() };
}

/** A notice on the onboarding. */
export function onboardingReply(scene: OnboardingScene, parts: readonly Part[], choices: readonly Choice[]): Reply {
  return fixedReply('notice', parts, scene.language, choices);
}

/** The ways on from a task: done, and where it is done. */
export function taskChoices(scene: OnboardingScene, state: Onboarding, task: OnboardingTask): readonly Choice[] {
  const { button } = wordsOf(scene);
  const kind = planTaskOf(scene.plan, task.id)?.kind;
  const ways: readonly Choice[] =
    kind === 'interview'
      ? [{ label: button.interview, value: 'interview:start', emphasis: 'primary' }]
      : kind === 'course'
        ? [{ label: button.courses, value: 'recommend:', emphasis: 'primary' }]
        : [];
  return [...ways, doneChoice(scene, state, task)];
}

/** 「第2項完成了」 */
export function doneChoice(scene: OnboardingScene, state: Onboarding, task: OnboardingTask): Choice {
  const label = wordsOf(scene).button.done(numberOf(state, task));
  return { label, value: `onboarding:done:${task.id}`, emphasis: 'plain' };
}

/** The number by which people name a task, from 1. */
export function numberOf(state: Onboarding, task: OnboardingTask): number {
  return state.tasks.findIndex(({ id }) => id === task.id) + 1;
}

/** The title in the language of the scene. */
export function titleOf({ language }: OnboardingScene, task: Pick<PlanTask, 'title' | 'titleEn'>): string {
  return language === 'en' ? task.titleEn : task.title;
}

/** The plan's title in the language of the scene. */
export function planTitle({ plan, language }: OnboardingScene): string {
  return language === 'en' ? plan.titleEn : plan.title;
}

function tasksPart(scene: OnboardingScene, tasks: readonly OnboardingTask[]): Part {
  return { type: 'list', ordered: 'ordered', items: tasks.map((task) => tellTask(scene, task)) };
}

/** One task with where it stands, as in the list. */
export function tellTask(scene: OnboardingScene, task: OnboardingTask): string {
  const words = wordsOf(scene);
  const title = titleOf(scene, task);
  const due = dayText(scene, task.dueOn);
  if (task.doneAt !== null)
    return `${words.itemDone(title)}${task.evidence === null ? '' : words.evidence(task.evidence)}`;
  if (task.dueOn === scene.today) return words.itemToday(title);
  if (task.dueOn > scene.today) return words.itemOpen(title, due);
  return words.itemOverdue(title, due, officeDaysBetween(scene.calendar, task.dueOn, scene.today));
}

/** How it is done, with its source and address; empty for a task that the plan has no more. */
function tellText(scene: OnboardingScene, { id }: OnboardingTask, citations: CitationList): string {
  const task = planTaskOf(scene.plan, id);
  if (task === undefined) return '';
  const text = scene.language === 'en' ? task.textEn : task.text;
  const link = task.link === null ? '' : ` ${task.link}`;
  return `${text}${citations.mark(task.facts)}${link}`;
}

/** As many open tasks have a button: the next ones. */
const buttonsMax = 3;

function listChoices(scene: OnboardingScene, state: Onboarding): readonly Choice[] {
  const { button } = wordsOf(scene);
  if (state.stage === 'paused' || state.stage === 'optedOut')
    return [{ label: button.resume, value: 'onboarding:resume', emphasis: 'primary' }];
  if (state.stage === 'finished') return [];
  const open = state.tasks.filter(({ doneAt }) => doneAt === null).slice(0, buttonsMax);
  return [
    ...open.map((task) => doneChoice(scene, state, task)),
    { label: button.pause, value: 'onboarding:pause', emphasis: 'plain' },
    { label: button.optOut, value: 'onboarding:optOut', emphasis: 'plain' },
  ];
}
