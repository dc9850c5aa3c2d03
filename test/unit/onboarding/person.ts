import { loadKnowledge } from '../../../adapters/content.ts';
import {
  type Change,
  createBot,
  emptySession,
  type Language,
  orderChoices,
  type Reply,
  renderPlainText,
  type Session,
  type SettingName,
  wakeSession,
} from '../../../bot/index.ts';
import { taipeiDay } from '../../../bot/taipei.ts';
import { createScriptedRecords, type ScriptedRecords } from '../scripted-records.ts';

/** The shipped content, read once. */
export const knowledge = loadKnowledge();
const bot = createBot(knowledge);

/** Somebody who talks with the bot, whose changes are kept after each turn and whose jobs run when they are due. */
export interface TestPerson {
  readonly records: ScriptedRecords;
  /** Milliseconds since 1970. */
  now(): number;
  wait(untilMs: number): void;
  say(text: string): Promise<Shown>;
  /** Takes a button of the last turn by its label; rejects where none has it. */
  tap(label: string): Promise<Shown>;
  /** Runs every job that is due until a moment; what was said, with when. */
  runJobs(untilMs: number): Promise<readonly Told[]>;
  /** Runs the job again as it was when it ran last, as a store does after a crash. */
  runLastJobAgain(): Promise<readonly Reply[]>;
  setRole(role: Session['role']): void;
}

/** What is seen after a turn. */
export interface Shown {
  readonly text: string;
  readonly kinds: readonly string[];
  readonly offers: readonly string[];
  readonly cites: readonly string[];
  readonly changes: readonly Change[];
}

/** A message that nobody asked for. */
export interface Told {
  readonly at: number;
  readonly text: string;
  readonly offers: readonly string[];
}

/** Somebody of whom nothing is kept yet. */
export function createPerson(
  start: number,
  settings: Partial<Record<SettingName, unknown>> = {},
  language: Language = 'zh-TW',
): TestPerson {
  const records = createScriptedRecords(settings);
  let session: Session = { ...emptySession, language };
  let now = start;
  let last: Parameters<typeof bot.due>[1] | null = null;
  const moment = () => ({ now, today: taipeiDay(now) });
  const turn = async (text: string, choice: string | null): Promise<Shown> => {
    now += 20_000;
    const result = await bot.turn(wakeSession(session, null, now), { text, choice }, moment(), records);
    records.apply(result.changes);
    session = result.session;
    return {
      text: result.replies.map(renderPlainText).join('\n\n'),
      kinds: result.replies.map(({ kind }) => kind),
      offers: orderChoices(result.replies).map(({ label }) => label),
      cites: result.replies.flatMap(({ citations }) => citations.map(({ section }) => section)),
      changes: result.changes,
    };
  };
  const due = async (job: Parameters<typeof bot.due>[1]): Promise<readonly Reply[]> => {
    const result = await bot.due(wakeSession(session, null, now), job, moment(), records);
    records.apply(result.changes);
    if (result.replies.length > 0) session = result.session;
    return result.replies;
  };
  return {
    records,
    now: () => now,
    wait: (untilMs) => {
      now = Math.max(now, untilMs);
    },
    say: (text) => turn(text, null),
    async tap(label) {
      const open = orderChoices(session.history.at(-1)?.replies ?? []);
      const choice = open.find((one) => one.label === label);
      if (choice === undefined)
        throw new Error(`「${label}」 is not offered, but ${open.map((one) => one.label).join('、')}`);
      return turn(label, choice.value);
    },
    async runJobs(untilMs) {
      const told: Told[] = [];
      for (let runs = 0; runs < 400; runs += 1) {
        const job = [...records.jobs.values()].sort((one, other) => one.dueAt - other.dueAt)[0];
        if (job === undefined || job.dueAt > untilMs) break;
        now = Math.max(now, job.dueAt);
        last = job;
        const replies = await due(job);
        if (replies.length > 0)
          told.push({
            at: now,
            text: replies.map(renderPlainText).join('\n\n'),
            offers: orderChoices(replies).map(({ label }) => label),
          });
        if (records.jobs.get(job.key)?.dueAt === job.dueAt) throw new Error('the job was not moved on');
      }
      now = Math.max(now, untilMs);
      return told;
    },
    runLastJobAgain: async () => (last === null ? [] : due(last)),
    setRole(role) {
      session = { ...session, role };
    },
  };
}
