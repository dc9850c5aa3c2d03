import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { emptySession, type Session, type SessionStore } from '../../bot/index.ts';

/** What a session store is tested with: a new, empty store on a clock that the checks move. */
export interface SessionStoreSubject {
  readonly store: SessionStore;
  /** How long a thread may be silent before it is forgotten, milliseconds. */
  readonly idleMs: number;
  /** Lets time pass. */
  pass(milliseconds: number): void;
  /** Milliseconds since 1970 on that clock. */
  now(): number;
}

/** One promise of the port. `run` rejects where the store does not keep it. */
export interface SessionStoreCheck {
  readonly name: string;
  readonly run: (subject: SessionStoreSubject) => Promise<void>;
}

/** Every promise that `SessionStore` makes in `bot/ports.ts`, to be run on each implementation, a new store for each. */
export const sessionStoreChecks: readonly SessionStoreCheck[] = [
  {
    name: 'load() of a thread that was never saved is null',
    run: async ({ store }) => {
      strictEqual(await store.load('a'), null);
    },
  },
  {
    name: 'load() gives what was saved last, in every part',
    run: async (subject) => {
      await save(subject, 'a', 1);
      const second = filledSession(subject, 2);
      strictEqual(await subject.store.save('a', second), 'saved');
      deepStrictEqual(await subject.store.load('a'), second);
      deepStrictEqual(await subject.store.load('a'), second, 'loading changes nothing');
    },
  },
  {
    name: 'threads are apart, also where one name begins like the other',
    run: async (subject) => {
      const { store } = subject;
      await save(subject, 'web:a', 1);
      strictEqual(await store.load('web:ab'), null);
      strictEqual(await store.load('web:A'), null);
      await save(subject, 'web:ab', 1);
      await save(subject, 'web:ab', 2);
      strictEqual((await store.load('web:a'))?.version, 1);
      await store.clear('web:ab');
      strictEqual((await store.load('web:a'))?.version, 1);
    },
  },
  {
    name: 'save() of the same version once more is a conflict and changes nothing',
    run: async (subject) => {
      await save(subject, 'a', 1);
      strictEqual(await subject.store.save('a', filledSession(subject, 1)), 'conflict');
      strictEqual((await subject.store.load('a'))?.role, null);
    },
  },
  {
    name: 'save() of an earlier version is a conflict and changes nothing',
    run: async (subject) => {
      for (const version of [1, 2, 3]) await save(subject, 'a', version);
      strictEqual(await subject.store.save('a', filledSession(subject, 2)), 'conflict');
      strictEqual((await subject.store.load('a'))?.version, 3);
    },
  },
  {
    name: 'save() of a version that leaves one out is a conflict: it does not follow the stored one',
    run: async (subject) => {
      await save(subject, 'a', 1);
      strictEqual(await subject.store.save('a', filledSession(subject, 3)), 'conflict');
      strictEqual((await subject.store.load('a'))?.version, 1);
    },
  },
  {
    name: 'of several saves that are based on the same version exactly one is saved, and that one is loaded',
    run: async (subject) => {
      await save(subject, 'a', 1);
      const rivals = [100, 200, 300, 400].map((offset) => ({
        ...plainSession(subject, 2),
        lastAt: subject.now() + offset,
      }));
      const results = await Promise.all(rivals.map((session) => subject.store.save('a', session)));
      strictEqual(results.filter((result) => result === 'saved').length, 1);
      const winner = rivals[results.indexOf('saved')];
      deepStrictEqual(await subject.store.load('a'), winner);
    },
  },
  {
    name: 'after clear() load() is null and the thread can begin anew',
    run: async (subject) => {
      for (const version of [1, 2]) await save(subject, 'a', version);
      await subject.store.clear('a');
      strictEqual(await subject.store.load('a'), null);
      await subject.store.clear('a');
      await save(subject, 'a', 1);
      strictEqual((await subject.store.load('a'))?.version, 1);
    },
  },
  {
    name: 'save() based on a session that was cleared meanwhile is a conflict: what was cleared does not come back',
    run: async (subject) => {
      for (const version of [1, 2]) await save(subject, 'a', version);
      await subject.store.clear('a');
      strictEqual(await subject.store.save('a', filledSession(subject, 3)), 'conflict');
      strictEqual(await subject.store.load('a'), null);
    },
  },
  {
    name: 'a session lives until its time is over, counted from its last turn',
    run: async (subject) => {
      await save(subject, 'a', 1);
      subject.pass(subject.idleMs - 1);
      strictEqual((await subject.store.load('a'))?.version, 1);
      await save(subject, 'a', 2);
      subject.pass(subject.idleMs - 1);
      strictEqual((await subject.store.load('a'))?.version, 2);
    },
  },
  {
    name: 'an expired session is null, and the thread can begin anew',
    run: async (subject) => {
      for (const version of [1, 2]) await save(subject, 'a', version);
      subject.pass(subject.idleMs + 1);
      strictEqual(await subject.store.load('a'), null);
      await save(subject, 'a', 1);
      strictEqual((await subject.store.load('a'))?.version, 1);
    },
  },
];

async function save(subject: SessionStoreSubject, thread: string, version: number): Promise<void> {
  strictEqual(
    await subject.store.save(thread, plainSession(subject, version)),
    'saved',
    `version ${version} of ${thread}`,
  );
}

function plainSession(subject: SessionStoreSubject, version: number): Session {
  return { ...emptySession, version, lastAt: subject.now() };
}

/** A session with something in every part, with characters that a store may spoil. */
function filledSession(subject: SessionStoreSubject, version: number): Session {
  return {
    ...plainSession(subject, version),
    language: 'en',
    role: 'researcher',
    history: [
      {
        said: '臺北＋e等公務園 👩‍💻\n"引號"\\\t',
        standalone: "那進階的呢？'; --",
        topics: ['faq/Q7/first-certificate'],
        replies: [
          {
            kind: 'answer',
            language: 'zh-TW',
            parts: [{ type: 'table', caption: '', columns: ['一'], rows: [[''], ['𠮷']] }],
            citations: [
              {
                document: 'faq',
                title: '問答集',
                edition: '115年6月版',
                section: 'Q7',
                passage: 'F062',
                quote: '先通識',
              },
            ],
            choices: [{ label: '找人事承辦人', value: 'handoff:', emphasis: 'person' }],
            role: null,
            progress: { step: 1, of: 6 },
          },
        ],
        at: subject.now(),
      },
    ],
    interview: {
      stage: 'cancelled',
      texts: ['我管採購'],
      steps: [{ question: 'act', option: null }],
      correcting: null,
    },
    wish: {
      asks: 'weak',
      role: null,
      position: null,
      level: null,
      done: ['ipas'],
      hoursLeft: { total: 0.5, ai: null },
      preference: 'online',
    },
  };
}
