import type { Handled } from '../handled.ts';
import type { PersonTurn } from '../person-turn.ts';
import type { Choice } from '../vocabulary.ts';
import { keep } from './keep.ts';
import { applyOnboardingEvent, type Onboarding, type OnboardingTask } from './onboarding.ts';
import type { TaskRef } from './read-task-ref.ts';
import {
  composeList,
  composeProgress,
  composeTasks,
  doneChoice,
  numberOf,
  type OnboardingScene,
  taskChoices,
  titleOf,
  wordsOf,
} from './reply.ts';
import { countDone } from './schedule.ts';
import { aiHours, planTaskOf, withKnownDone } from './setup.ts';

/** Marks tasks as done or open again, and says which one comes next; asks where it is not clear which one is meant. */
export async function markTasks(
  scene: OnboardingScene,
  turn: PersonTurn,
  state: Onboarding,
  { type, ref }: { readonly type: 'done' | 'undone'; readonly ref: TaskRef },
): Promise<Handled | null> {
  const words = wordsOf(scene);
  const tasks = tasksMeant(turn, state, ref, type === 'done' ? 'open' : 'any');
  if (tasks === null) return null;
  if (tasks.length === 0) return askWhich(scene, turn, state, ref);
  const link = turn.session.onboarding?.link ?? null;
  if (link !== null && type === 'done' && tasks.length === 1)
    return attachEvidence(scene, turn, state, { ref, text: link });
  const sentences: string[] = [];
  let after = state;
  for (const task of tasks) {
    const [number, title] = [numberOf(state, task), titleOf(scene, task)];
    if (type === 'done' && task.doneAt !== null) {
      sentences.push(words.wasDone(number, title));
      continue;
    }
    after = applyOnboardingEvent(
      after,
      type === 'done' ? { type, task: task.id, at: turn.moment.now } : { type, task: task.id },
    );
    sentences.push(
      type === 'done' ? words.done(number, title, countDone(after), state.tasks.length) : words.undone(number, title),
    );
    if (type === 'done') sentences.push(...(await besides(scene, turn, task)));
  }
  if (type === 'undone') {
    const known = await withKnownDone(turn, scene.plan, after);
    for (const task of tasks)
      if (known.tasks.some(({ id, doneAt }) => id === task.id && doneAt !== null))
        sentences.splice(0, sentences.length, words.byRecord(numberOf(state, task), titleOf(scene, task)));
    after = known;
  }
  if (countDone(after) === after.tasks.length) sentences.push(words.allDone);
  const [only, ...others] = tasks;
  const undo: readonly Choice[] =
    type === 'done' && only !== undefined && others.length === 0
      ? [{ label: words.button.undo, value: `onboarding:undone:${only.id}`, emphasis: 'plain' }]
      : [];
  return keep(scene, turn, after, composeProgress(scene, after, sentences, undo), { task: tasks.at(-1)?.id ?? null });
}

/** Says how tasks are done. */
export async function explainTasks(
  scene: OnboardingScene,
  turn: PersonTurn,
  state: Onboarding,
  ref: TaskRef,
): Promise<Handled | null> {
  const tasks = tasksMeant(turn, state, ref, 'any');
  if (tasks === null) return null;
  const [task] = tasks;
  if (task === undefined) return askWhich(scene, turn, state, ref);
  const choices = task.doneAt === null ? taskChoices(scene, state, task) : [];
  return keep(scene, turn, state, composeTasks(scene, state, tasks, [], [], choices), { task: task.id });
}

/** Keeps a link with a task, which is done by that. */
export async function attachEvidence(
  scene: OnboardingScene,
  turn: PersonTurn,
  state: Onboarding,
  { ref, text }: { readonly ref: TaskRef; readonly text: string },
): Promise<Handled | null> {
  const words = wordsOf(scene);
  const tasks = tasksMeant(turn, state, ref, 'any');
  if (tasks === null) return null;
  const [task] = tasks;
  if (task === undefined) return askWhich(scene, turn, state, ref, text);
  const [number, title] = [numberOf(state, task), titleOf(scene, task)];
  const done = applyOnboardingEvent(state, { type: 'done', task: task.id, at: turn.moment.now });
  const takes = planTaskOf(scene.plan, task.id)?.evidence !== 'none';
  const after = takes ? applyOnboardingEvent(done, { type: 'evidence', task: task.id, text }) : done;
  const sentences = [
    ...(task.doneAt === null ? [words.done(number, title, countDone(after), after.tasks.length)] : []),
    takes ? words.attached(number, title) : words.noEvidenceNeeded(number, title),
  ];
  return keep(scene, turn, after, composeProgress(scene, after, sentences), { task: task.id });
}

/** The tasks; empty where it must be asked which, null where the words say nothing about the plan at all. */
function tasksMeant(
  { session }: PersonTurn,
  state: Onboarding,
  ref: TaskRef,
  which: 'open' | 'any',
): readonly OnboardingTask[] | null {
  const byId = (id: string | null): readonly OnboardingTask[] => state.tasks.filter((task) => task.id === id);
  if (ref.by === 'name') return byId(ref.id).length === 0 ? null : byId(ref.id);
  if (ref.by === 'numbers') {
    const found = ref.numbers.map((number) => state.tasks[number - 1]).filter((task) => task !== undefined);
    return found.length === ref.numbers.length ? found : [];
  }
  const focus = byId(session.onboarding?.task ?? null);
  const [spoken] = focus;
  if (spoken !== undefined && (which === 'any' || spoken.doneAt === null)) return focus;
  // 「做完了」, hours after a reminder: what was reminded of is meant.
  const reminded = state.tasks.filter(({ doneAt, nudges }) => doneAt === null && nudges > 0);
  if (reminded.length === 1) return reminded;
  return reminded.length > 1 || session.onboarding !== null ? [] : null;
}

async function askWhich(
  scene: OnboardingScene,
  turn: PersonTurn,
  state: Onboarding,
  ref: TaskRef,
  link: string | null = null,
): Promise<Handled> {
  const words = wordsOf(scene);
  const wrong = ref.by === 'numbers' ? ref.numbers.find((number) => state.tasks[number - 1] === undefined) : undefined;
  const sentence = wrong === undefined ? words.which : words.noSuchTask(wrong, state.tasks.length);
  const reply = composeList(scene, state, [sentence]);
  const open = state.tasks.filter(({ doneAt }) => doneAt === null).map((task) => doneChoice(scene, state, task));
  return keep(scene, turn, state, { ...reply, choices: open }, { link });
}

/** What there is to say about a task that was just done. */
async function besides(
  scene: OnboardingScene,
  { records }: PersonTurn,
  { id }: OnboardingTask,
): Promise<readonly string[]> {
  const words = wordsOf(scene);
  const task = planTaskOf(scene.plan, id);
  if (task === undefined) return [];
  const hours = task.kind === 'hours' ? await aiHours(records, scene.today) : null;
  return [
    ...(hours !== null && task.hours !== null && hours < task.hours ? [words.hoursSoFar(hours, task.hours)] : []),
    ...(task.evidence === 'optional' ? [words.canAttach] : []),
  ];
}
