import type { Engine } from '../../../adapters/stores/engine.ts';
import { moment, say } from './talk.ts';

/** Stands in everything that the person said or that is kept of them. */
export const mark = 'MARKED-TEXT-7319';

/** Somebody of whom every table has something, with a linked browser and among others; gives the person's id. */
export async function fillWithSomebody(engine: Engine): Promise<string> {
  await say(engine, { thread: 'slack:D1', account: 'U1', said: `${mark} first`, changes: [code('CODE1')] });
  await say(engine, {
    thread: 'web:W1',
    account: 'W1',
    said: `${mark} web`,
    changes: [{ type: 'linked', code: 'CODE1' }],
  });
  const person = await say(engine, {
    thread: 'slack:D1',
    account: 'U1',
    said: `${mark} records`,
    changes: [
      code('CODE2'),
      {
        type: 'hoursPut',
        entry: {
          course: `${mark} course`,
          date: '2026-03-01',
          hours: 3,
          category: 'other',
          provider: mark,
          state: 'reported',
        },
      },
      {
        type: 'certificatePut',
        entry: {
          name: `${mark} name`,
          catalogueId: null,
          date: '2026-03-02',
          issuer: mark,
          evidence: mark,
          state: 'reported',
        },
      },
      {
        type: 'onboardingPut',
        onboarding: {
          plan: mark,
          startsOn: '2026-03-01',
          stage: 'running',
          tasks: [],
          pulse: [],
          told: [],
          restsSince: null,
          shiftDays: 0,
          unit: mark,
        },
      },
      { type: 'preferencesPut', preferences: { muted: [], quietFrom: null, quietTo: null, sent: [] } },
      { type: 'jobPut', job: { key: 'j1', kind: 'hours', dueAt: moment, detail: mark } },
    ],
  });
  const others = { thread: 'slack:C1', audience: 'public' } as const;
  await say(engine, { ...others, account: 'U2', said: 'A neutral question' });
  await say(engine, { ...others, account: 'U1', said: `${mark} in public` });
  await say(engine, { ...others, account: 'U2', said: 'And then?', standalone: `${mark} in public And then?` });
  await say(engine, { ...others, account: 'U2', said: 'How so?', answer: `You mean ${mark} in public` });
  await engine.write((transaction) =>
    transaction
      .insertInto('inbox')
      .values({
        agency: 'a1',
        thread: 'slack:C1',
        event: 'late',
        channel: 'slack',
        account: 'U1',
        person: null,
        audience: 'public',
        body: JSON.stringify({ type: 'message', message: { text: mark, choice: null } }),
        received_at: moment,
        answered: null,
      })
      .execute(),
  );
  await engine.write((transaction) =>
    transaction
      .insertInto('feedback')
      .values({ agency: 'a1', thread: 'slack:C1', version: 1, person, useful: 0, reason: `${mark} reason`, at: moment })
      .execute(),
  );
  // The same account at another agency is somebody else.
  await say(engine, { agency: 'a2', thread: 'slack:D1', account: 'U1', said: 'Elsewhere' });
  return person;
}

/** A code that holds at `moment`. */
export function code(value: string) {
  return { type: 'linkCodeMade', code: value, expiresAt: moment + 1 } as const;
}
