import type { Kysely } from 'kysely';
import type { TurnRecord } from '../../bot/index.ts';
import type { Answered, ThreadKey } from '../store.ts';
import { prepare } from './prepared.ts';
import { readTurn } from './rows.ts';
import type { Database } from './schema.ts';

/** What a turn begins with. */
export interface Seen {
  /** The session as text; null for a new thread. */
  readonly state: string | null;
  readonly target: string | null;
  readonly profile: string | null;
  /** Not null where the inbox has the event. */
  readonly known: string | null;
  /** Not null where something waits in the thread. */
  readonly waits: number | null;
}

const looking = prepare<
  { readonly agency: string; readonly thread: string; readonly person: string; readonly event: string },
  Seen
>((db, place) =>
  db.selectNoFrom(({ selectFrom }) => [
    selectFrom('session')
      .select('state')
      .where('agency', '=', place.agency)
      .where('thread', '=', place.thread)
      .as('state'),
    selectFrom('session')
      .select('target')
      .where('agency', '=', place.agency)
      .where('thread', '=', place.thread)
      .as('target'),
    selectFrom('person')
      .select('profile')
      .where('agency', '=', place.agency)
      .where('id', '=', place.person)
      .as('profile'),
    selectFrom('inbox')
      .select('event')
      .where('agency', '=', place.agency)
      .where('thread', '=', place.thread)
      .where('event', '=', place.event)
      .as('known'),
    selectFrom('inbox')
      .select('seq')
      .where('agency', '=', place.agency)
      .where('thread', '=', place.thread)
      .where('answered', 'is', null)
      .limit(1)
      .as('waits'),
  ]),
);

/** All that a turn needs to know before it thinks, in one question to the database. */
export async function lookAt(
  db: Kysely<Database>,
  { agency, thread }: ThreadKey,
  person: string,
  event: string | null,
): Promise<Seen> {
  const [seen] = (await looking(db, { agency, thread, person, event: event ?? '' })).rows;
  return seen ?? { state: null, target: null, profile: null, known: null, waits: null };
}

/** Where a new session goes on counting: turns and answers of the thread may be kept longer than its session was. */
export async function lastVersion(db: Kysely<Database>, { agency, thread }: ThreadKey): Promise<number> {
  const last = await db
    .selectNoFrom(({ selectFrom }) => [
      selectFrom('turn')
        .select(({ fn }) => fn.max('version').as('last'))
        .where('agency', '=', agency)
        .where('thread', '=', thread)
        .as('turn'),
      selectFrom('inbox')
        .select(({ fn }) => fn.max('answered').as('last'))
        .where('agency', '=', agency)
        .where('thread', '=', thread)
        .as('answer'),
    ])
    .executeTakeFirst();
  return Math.max(last?.turn ?? 0, last?.answer ?? 0);
}

/** The version of the session that the answer to an event made, 0 where the turn failed; null while it waits or is not known. */
export async function findVersion(
  db: Kysely<Database>,
  { agency, thread }: ThreadKey,
  event: string,
): Promise<number | null> {
  const row = await db
    .selectFrom('inbox')
    .select('answered')
    .where('agency', '=', agency)
    .where('thread', '=', thread)
    .where('event', '=', event)
    .executeTakeFirst();
  return row?.answered ?? null;
}

/** The turn that answered an event; null while it waits or where it is not known. */
export async function findAnswer(
  db: Kysely<Database>,
  { agency, thread }: ThreadKey,
  event: string,
): Promise<Answered | null> {
  const answered = await findVersion(db, { agency, thread }, event);
  if (answered === null) return null;
  const turn = await db
    .selectFrom('turn')
    .select('record')
    .where('agency', '=', agency)
    .where('thread', '=', thread)
    .where('version', '=', answered)
    .executeTakeFirst();
  return turn === undefined ? { kept: false, replies: [] } : { kept: true, replies: readTurn(turn.record).replies };
}

/** Threads of all agencies in which something waits and which nobody holds, longest waiting first. */
export async function findWaitingThreads(
  across: Kysely<Database>,
  now: number,
  limit: number,
): Promise<readonly ThreadKey[]> {
  const rows = await across
    .selectFrom('inbox')
    .leftJoin('lease', (join) =>
      join.onRef('lease.agency', '=', 'inbox.agency').onRef('lease.thread', '=', 'inbox.thread'),
    )
    .select(['inbox.agency', 'inbox.thread', (expression) => expression.fn.min('inbox.seq').as('first')])
    .where('inbox.answered', 'is', null)
    .where((expression) =>
      expression.or([expression('lease.lease_until', 'is', null), expression('lease.lease_until', '<', now)]),
    )
    .groupBy(['inbox.agency', 'inbox.thread'])
    .orderBy('first')
    .limit(limit)
    .execute();
  return rows.map(({ agency, thread }) => ({ agency, thread }));
}

/** The newest turns of a thread, oldest first. */
export async function readTranscript(
  db: Kysely<Database>,
  { agency, thread }: ThreadKey,
  limit: number,
): Promise<readonly TurnRecord[]> {
  const rows = await db
    .selectFrom('turn')
    .select('record')
    .where('agency', '=', agency)
    .where('thread', '=', thread)
    .orderBy('version', 'desc')
    .limit(limit)
    .execute();
  return rows.toReversed().map((row) => readTurn(row.record));
}
