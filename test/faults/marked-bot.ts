import type { Bot, Change, PersonRecords, Reply, Session, Turn } from '../../bot/index.ts';
import { type Mark, readMarks } from './marks.ts';

/** Jobs of marked messages have keys that begin so. */
export const jobPrefix = 'faults-';
const thinkMsMax = 40;
const jobDelayMsMax = 2_000;

/**
 * A bot around which every turn leaves traces that can be counted: the marks of its messages as topics and in the first reply, a
 * new line of the ledger for each `count` (it counts the lines that are there, so that a turn that was lost, doubled or run
 * beside another one shows), and a job for each `job`.
 */
export function createMarkedBot(inner: Bot): Bot {
  return {
    ...inner,
    async turn(session, message, moment, records) {
      const turn = await inner.turn(session, message, moment, records);
      const marks = readMarks(message.text);
      await think(marks[0]?.number ?? 0);
      const changes = [...turn.changes, ...(await countAgain(marks, records)), ...jobsOf(marks, moment.now)];
      return { ...mark(turn, marks.flatMap(topicsOf)), changes };
    },
    async due(session, job, { now }) {
      const turn = speak(session, '', now);
      return mark(turn, [`due:${job.detail}`]);
    },
  };
}

/** A bot that only says that it heard: it starts at once, so that a program can be killed often. */
export function createEchoBot(welcome: Reply): Bot {
  return {
    turn: async (session, message, { now }) => speak(session, message.text, now),
    turnInPublic: async (session, message, { now }) => speak(session, message.text, now),
    turnFromPublic: async (session, message, _origin, { now }) => speak(session, message.text, now),
    join: async (session, _how, { now }) => speak(session, '', now),
    due: async (session, _job, { now }) => speak(session, '', now),
    overview: async () => welcome,
    prompts: () => [],
    find: () => [],
    quotes: () => [],
    recall: (session) => session,
    welcome: () => welcome,
  };
}

function speak(session: Session, said: string, at: number): Turn {
  const reply = {
    kind: 'notice',
    language: 'zh-TW',
    parts: [],
    citations: [],
    choices: [],
    role: null,
    progress: null,
  };
  const replies = [reply as Reply];
  const after = { ...session, version: session.version + 1, lastAt: at };
  const record = { said, standalone: '', topics: [], replies, at };
  return { session: after, record, replies, changes: [], place: 'here', published: null };
}

function mark(turn: Turn, topics: readonly string[]): Turn {
  const [first, ...others] = turn.replies;
  if (first === undefined || turn.record === null) return turn;
  const replies = [{ ...first, parts: [...first.parts, { type: 'text', text: topics.join(' ') } as const] }, ...others];
  return { ...turn, record: { ...turn.record, topics, replies }, replies };
}

function topicsOf({ number, kind }: Mark): readonly string[] {
  return kind === 'plain' ? [`mark:${number}`] : [`mark:${number}`, `${kind}:${number}`];
}

async function countAgain(marks: readonly Mark[], records: PersonRecords | null): Promise<readonly Change[]> {
  const counted = marks.filter(({ kind }) => kind === 'count');
  if (counted.length === 0 || records === null) return [];
  const before = (await records.hours()).length;
  return counted.map((_, at) => ({
    type: 'hoursPut',
    entry: {
      course: `第${before + at + 1}次`,
      date: '2026-03-05',
      hours: 1,
      category: 'other',
      provider: null,
      state: 'reported',
    },
  }));
}

function jobsOf(marks: readonly Mark[], now: number): readonly Change[] {
  return marks
    .filter(({ kind }) => kind === 'job')
    .map(({ number }) => ({
      type: 'jobPut',
      job: {
        key: `${jobPrefix}${number}`,
        kind: 'hours',
        dueAt: now + ((number * 7_919) % jobDelayMsMax),
        detail: String(number),
      },
    }));
}

/** Turns take some time, so that kills hit them. */
function think(number: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, (number * 7_919) % thinkMsMax));
}
