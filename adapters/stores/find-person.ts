import type { Kysely } from 'kysely';
import { findOwner, splitAccount } from './holds.ts';
import type { Database } from './schema.ts';

/** Tables with rows of a person by the column `person`, beside the transcript, which goes thread by thread. */
export const personalTables = [
  'identity',
  'session',
  'inbox',
  'outbox',
  'feedback',
  'job',
  'hours',
  'certificate',
  'onboarding',
  'link_code',
] as const;

/** Where something of a person is kept. */
export interface PersonPlaces {
  readonly agency: string;
  /** Null for an account that only ever wrote and was not answered yet. */
  readonly person: string | null;
  readonly accounts: readonly { readonly channel: string; readonly account: string }[];
  /** Threads that only the person and the assistant see. */
  readonly privateThreads: readonly string[];
  /** Threads in which the person spoke among others. */
  readonly publicThreads: readonly string[];
}

/**
 * Finds somebody by their id or by `channel:account`, with all linked accounts; null where nothing is kept of anybody by that name.
 * Reads the whole transcript, unless the public threads in which they spoke are known: `spokenIn`.
 */
export async function findPerson(
  db: Kysely<Database>,
  agency: string,
  name: string,
  spokenIn: readonly string[] | null = null,
): Promise<PersonPlaces | null> {
  const owner = await findOwner(db, agency, name);
  const person = owner ?? ((await isPerson(db, agency, name, spokenIn)) ? name : null);
  const accounts = person === null ? [] : await accountsOf(db, agency, person);
  const [channel, account] = splitAccount(name);
  const known = person === null ? [{ channel, account }] : accounts;
  const events = await eventsOf(db, agency, person, known);
  if (person === null && events.length === 0) return null;
  // The web and the terminal call a thread by its account: known before the first turn in it is committed.
  const threads = new Map(known.map((own) => [`${own.channel}:${own.account}`, 'private']));
  for (const { thread, audience } of events) threads.set(thread, audience);
  for (const thread of person === null ? [] : (spokenIn ?? (await threadsWithTurns(db, agency, person))))
    threads.set(thread, 'public');
  for (const { thread, audience } of person === null ? [] : await sessionsOf(db, agency, person))
    threads.set(thread, audience);
  const of = (privacy: 'private' | 'other') =>
    [...threads]
      .filter(([, audience]) => (audience === 'private') === (privacy === 'private'))
      .map(([thread]) => thread);
  return { agency, person, accounts: known, privateThreads: of('private'), publicThreads: of('other') };
}

/** Every name under which the person can be found: the id and the accounts. */
export function namesOf({ person, accounts }: PersonPlaces): readonly string[] {
  return [...(person === null ? [] : [person]), ...accounts.map(({ channel, account }) => `${channel}:${account}`)];
}

async function isPerson(
  db: Kysely<Database>,
  agency: string,
  id: string,
  spokenIn: readonly string[] | null,
): Promise<boolean> {
  // The agency's own jobs and sessions of nobody have the empty name.
  if (id === '') return false;
  const row = await db
    .selectFrom('person')
    .select('id')
    .where('agency', '=', agency)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row !== undefined) return true;
  for (const table of personalTables) {
    const query = db.selectFrom(table).select('person').where('agency', '=', agency).where('person', '=', id);
    if ((await query.limit(1).executeTakeFirst()) !== undefined) return true;
  }
  return (spokenIn ?? (await threadsWithTurns(db, agency, id))).length > 0;
}

function accountsOf(db: Kysely<Database>, agency: string, person: string) {
  return db
    .selectFrom('identity')
    .select(['channel', 'account'])
    .where('agency', '=', agency)
    .where('person', '=', person)
    .orderBy('channel')
    .orderBy('account')
    .execute();
}

/** Threads in which something of the person came in, was said or goes out, as far as the rows themselves tell who sees them. */
async function eventsOf(
  db: Kysely<Database>,
  agency: string,
  person: string | null,
  accounts: PersonPlaces['accounts'],
): Promise<readonly { readonly thread: string; readonly audience: string }[]> {
  const inbox = () => db.selectFrom('inbox').select(['thread', 'audience']).where('agency', '=', agency).distinct();
  const found = [];
  for (const { channel, account } of accounts)
    found.push(...(await inbox().where('channel', '=', channel).where('account', '=', account).execute()));
  if (person !== null) found.push(...(await inbox().where('person', '=', person).execute()));
  return found;
}

/** Threads in which turns or replies of the person are kept. Somebody else's, whatever it is called, is not all theirs. */
async function threadsWithTurns(db: Kysely<Database>, agency: string, person: string): Promise<readonly string[]> {
  const threads = new Set<string>();
  for (const table of ['turn', 'outbox'] as const) {
    const query = db.selectFrom(table).select('thread').where('agency', '=', agency).where('person', '=', person);
    for (const { thread } of await query.distinct().execute()) threads.add(thread);
  }
  return [...threads];
}

/** Threads whose session is the person's. */
function sessionsOf(db: Kysely<Database>, agency: string, person: string) {
  return db
    .selectFrom('session')
    .select(['thread', 'audience'])
    .where('agency', '=', agency)
    .where('person', '=', person)
    .execute();
}
