import { emptySession, type Ids, type Session } from '../../bot/index.ts';
import type { Claim, Inbound, ThreadKey, TurnStore } from '../store.ts';
import { commitTurn, Fenced, markAnswered } from './commit-turn.ts';
import type { Engine } from './engine.ts';
import { rateTurn } from './feedback.ts';
import { addToInbox, speakerOf, waitingEvents } from './inbox.ts';
import { setLease, takeLease } from './leases.ts';
import { createPeople } from './people.ts';
import { createPersonRecords } from './person-records.ts';
import { findAnswer, findWaitingThreads, lastVersion, lookAt, readTranscript, type Seen } from './read-threads.ts';
import { readBody, readProfile, readSession, readWay } from './rows.ts';
import { isRefusal } from './store-problem.ts';
import { withdrawEvent } from './withdraw.ts';

/** What the store is set to. */
export interface TurnStoreOptions {
  readonly clock: { now(): number };
  readonly ids: Ids;
  /** Longer than the slowest turn, milliseconds; a replica that died holds its threads for so long. */
  readonly leaseMs: number;
  /** Told why a commit was refused. */
  onProblem(error: unknown): void;
}

/** Events of one claim: a burst, or what gathered while nobody was there. */
const claimEventsMax = 20;

/** Turns on this database. */
export function createTurnStore(engine: Engine, { clock, ids, leaseMs, onProblem }: TurnStoreOptions): TurnStore {
  const { db } = engine;
  const people = createPeople(engine, ids);
  const sessionOf = async (key: ThreadKey, { state }: Seen): Promise<Session> =>
    state === null ? { ...emptySession, version: await lastVersion(db, key) } : readSession(state);
  /** Takes the thread, and gives it back where there is nothing to claim or the store is lost meanwhile. */
  const holding = async (key: ThreadKey, look: (fence: number) => Promise<Claim | null>): Promise<Claim | null> => {
    const fence = await takeLease(db, key, clock.now(), clock.now() + leaseMs);
    if (fence === undefined) return null;
    let claim: Claim | null = null;
    try {
      claim = await look(fence);
      return claim;
    } finally {
      if (claim === null) await setLease(db, key, fence, 0);
    }
  };

  const claimWaiting = async (key: ThreadKey, fence: number): Promise<Claim | null> => {
    const rows = await waitingEvents(db, key, claimEventsMax);
    const [first] = rows;
    if (first === undefined) return null;
    const speaker = speakerOf(first);
    const person = await people.resolve(key.agency, speaker, clock.now());
    if (person === null) {
      await engine.stage((transaction) => markAnswered(transaction, key, [first.event], 0));
      return claimWaiting(key, fence);
    }
    const seen = await lookAt(db, key, person, null);
    const other = rows.findIndex((row) => JSON.stringify(speakerOf(row)) !== JSON.stringify(speaker));
    return {
      thread: key,
      fence,
      speaker,
      person,
      audience: first.audience === 'public' ? 'public' : 'private',
      session: await sessionOf(key, seen),
      profile: readProfile(seen.profile),
      events: rows.slice(0, other === -1 ? rows.length : other).map((row) => ({
        event: row.event,
        body: readBody(row.body),
        target: row.target,
        privately: row.privately === null ? null : readWay(row.privately),
        receivedAt: row.received_at,
      })),
      target: seen.target,
      unsaved: null,
    };
  };

  const claimUnsaved = async (event: Inbound): Promise<Claim | null> => {
    const key = { agency: event.agency, thread: event.thread };
    const person = await people.resolve(key.agency, event.speaker, clock.now());
    if (person === null) return null;
    const seen = await lookAt(db, key, person, event.event);
    if (seen.known !== null || seen.waits !== null) return null;
    return {
      thread: key,
      fence: null,
      speaker: event.speaker,
      person,
      audience: event.audience,
      session: await sessionOf(key, seen),
      profile: readProfile(seen.profile),
      events: [{ ...event, receivedAt: clock.now() }],
      target: seen.target,
      unsaved: event,
    };
  };

  return {
    receive: (event) => engine.write((transaction) => addToInbox(transaction, event, clock.now(), null)),
    async claim({ agency, thread }) {
      const key = { agency, thread };
      // Looked at first without a lease: after most turns nothing waits.
      if ((await waitingEvents(db, key, 1)).length === 0) return null;
      return holding(key, (fence) => claimWaiting(key, fence));
    },
    claimFor: claimUnsaved,
    async commit(claimed, outcome) {
      try {
        await engine.write((transaction) => commitTurn(transaction, engine.name, claimed, outcome, clock.now()));
        return 'committed';
      } catch (error) {
        if (error instanceof Fenced) return 'fenced';
        if (!isRefusal(error)) throw error;
        onProblem(error);
        return 'refused';
      }
    },
    async release({ thread, fence }) {
      if (fence !== null) await setLease(db, thread, fence, 0);
    },
    renew: async ({ thread, fence }) =>
      fence === null || (await setLease(db, thread, fence, clock.now() + leaseMs)) ? 'renewed' : 'fenced',
    async answer(thread, event) {
      const answered = await findAnswer(db, thread, event);
      // Seen before it is on the disk, it could still be lost.
      if (answered !== null) await engine.durable();
      return answered;
    },
    waiting: (limit) => findWaitingThreads(engine.across, clock.now(), limit),
    transcript: (thread, limit) => readTranscript(db, thread, limit),
    records: ({ thread, person }) => createPersonRecords(engine, thread.agency, person, clock),
    async find(agency, speaker) {
      // The empty id is nobody's.
      const person = (await people.find(agency, speaker)) ?? '';
      const seen = await lookAt(db, { agency, thread: '' }, person, null);
      return { profile: readProfile(seen.profile), records: createPersonRecords(engine, agency, person, clock) };
    },
    async rate(thread, speaker, receipt, rating) {
      const person = await people.find(thread.agency, speaker);
      if (person === null) return 'unknown';
      return engine.write((transaction) => rateTurn(transaction, thread, person, receipt, rating, clock.now()));
    },
    withdraw: (thread, event) => engine.write((transaction) => withdrawEvent(transaction, thread, event)),
  };
}
