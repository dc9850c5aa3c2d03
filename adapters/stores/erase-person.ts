import type { Transaction } from 'kysely';
import { appendAudit } from './audit.ts';
import type { Engine } from './engine.ts';
import { type ErasedRows, eraseFromThread } from './erase-from-thread.ts';
import { findPerson, namesOf, type PersonPlaces, personalTables } from './find-person.ts';
import { readHolds } from './holds.ts';
import type { Database } from './schema.ts';
import type { TableName } from './tables.ts';

/** Whom to erase, on whose word. */
export interface ErasureRequest {
  readonly agency: string;
  /** A person's id or `channel:account`. */
  readonly name: string;
  readonly actor: string;
  /** `show` counts and changes nothing. */
  readonly mode: 'show' | 'apply';
  readonly now: number;
}

/** What came of it. */
export type Erasure =
  | { readonly outcome: 'nobody' }
  | { readonly outcome: 'held'; readonly reason: string }
  | { readonly outcome: 'shown' | 'erased'; readonly names: readonly string[]; readonly rows: readonly ErasedRows[] };

/** How an erasure is called in the audit log; its subject is the person's id. */
export const erasureAction = 'personErased';

/**
 * Removes everything of somebody in one transaction, with all linked accounts, and writes that it was done. What stays is the
 * random id in the audit log. A turn that is being thought meanwhile is refused at its commit, since its thread is taken.
 */
export async function erasePerson(engine: Engine, request: ErasureRequest): Promise<Erasure> {
  // Reads the whole transcript, and keeps nobody from writing meanwhile.
  const seen = await findPerson(engine.db, request.agency, request.name);
  if (seen === null) return { outcome: 'nobody' };
  try {
    return await engine.write(async (transaction) => {
      const erasure = await erase(transaction, request, seen.publicThreads);
      // The dry run does all of it and takes it back, so that it can never show something else.
      if (erasure.outcome === 'shown') throw new OnlyShown(erasure);
      return erasure;
    });
  } catch (error) {
    if (error instanceof OnlyShown) return error.erasure;
    throw error;
  }
}

class OnlyShown extends Error {
  readonly erasure: Erasure;

  constructor(erasure: Erasure) {
    super();
    this.erasure = erasure;
  }
}

async function erase(
  transaction: Transaction<Database>,
  request: ErasureRequest,
  spokenIn: readonly string[],
): Promise<Erasure> {
  const { agency, name, actor, mode, now } = request;
  const places = await findPerson(transaction, agency, name, spokenIn);
  if (places === null) return { outcome: 'nobody' };
  const holds = await readHolds(transaction, agency);
  const held = holds.everybody || holds.persons.some((one) => namesOf(places).includes(one));
  if (holds.reason !== null && held) return { outcome: 'held', reason: holds.reason };
  const rows = sum([
    ...(await erasePrivateThreads(transaction, places)),
    ...(await erasePublicThreads(transaction, places)),
    ...(await eraseInbox(transaction, places)),
    ...(await eraseRecords(transaction, places)),
  ]);
  const detail = rows.map(({ table, what, rows: count }) => `${table} ${what} ${count}`).join(', ');
  await appendAudit(transaction, agency, { actor, action: erasureAction, subject: places.person ?? '', detail }, now);
  return { outcome: mode === 'show' ? 'shown' : 'erased', names: namesOf(places), rows };
}

/** All of a private thread is the person's, whatever name stands in a row. */
async function erasePrivateThreads(
  transaction: Transaction<Database>,
  { agency, privateThreads }: PersonPlaces,
): Promise<readonly ErasedRows[]> {
  const erased: ErasedRows[] = [];
  // The session first: a commit that is on its way is waited for, and a later one finds no thread.
  // The lease first: a commit that is on its way is waited for, and a later one is refused.
  for (const thread of privateThreads)
    for (const table of ['lease', 'session', 'turn', 'inbox', 'outbox'] as const) {
      const query = transaction.deleteFrom(table).where('agency', '=', agency).where('thread', '=', thread);
      erased.push(deleted(table, await query.executeTakeFirst()));
    }
  return erased;
}

async function erasePublicThreads(
  transaction: Transaction<Database>,
  { agency, person, publicThreads }: PersonPlaces,
): Promise<readonly ErasedRows[]> {
  const erased: ErasedRows[] = [];
  for (const thread of publicThreads) erased.push(...(await eraseFromThread(transaction, agency, thread, person)));
  return erased;
}

/** What the person's accounts sent into threads that others see. */
async function eraseInbox(
  transaction: Transaction<Database>,
  { agency, accounts }: PersonPlaces,
): Promise<readonly ErasedRows[]> {
  const erased: ErasedRows[] = [];
  for (const { channel, account } of accounts) {
    const query = transaction
      .deleteFrom('inbox')
      .where('agency', '=', agency)
      .where('channel', '=', channel)
      .where('account', '=', account);
    erased.push(deleted('inbox', await query.executeTakeFirst()));
  }
  return erased;
}

async function eraseRecords(
  transaction: Transaction<Database>,
  { agency, person }: PersonPlaces,
): Promise<readonly ErasedRows[]> {
  if (person === null) return [];
  const erased: ErasedRows[] = [];
  for (const table of personalTables) {
    const query = transaction.deleteFrom(table).where('agency', '=', agency).where('person', '=', person);
    erased.push(deleted(table, await query.executeTakeFirst()));
  }
  const query = transaction.deleteFrom('person').where('agency', '=', agency).where('id', '=', person);
  return [...erased, deleted('person', await query.executeTakeFirst())];
}

function deleted(table: TableName, { numDeletedRows }: { readonly numDeletedRows: bigint }): ErasedRows {
  return { table, what: 'deleted', rows: Number(numDeletedRows) };
}

/** One line for each table and what was done there, without the empty ones. */
function sum(all: readonly ErasedRows[]): readonly ErasedRows[] {
  const groups = Map.groupBy(all, ({ table, what }) => `${table} ${what}`);
  return [...groups.values()]
    .flatMap(([first, ...more]) =>
      first === undefined ? [] : [{ ...first, rows: more.reduce((rows, one) => rows + one.rows, first.rows) }],
    )
    .filter(({ rows }) => rows > 0);
}
