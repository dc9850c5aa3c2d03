import type { Transaction } from 'kysely';
import { emptySession } from '../../bot/index.ts';
import { readSession, readTurn } from './rows.ts';
import type { Database } from './schema.ts';
import type { TableName } from './tables.ts';

/** Rows of a table that went, or that stay without what the person said. */
export interface ErasedRows {
  readonly table: TableName;
  readonly what: 'deleted' | 'cleared';
  readonly rows: number;
}

/** Shorter texts (「謝謝」, 「好」) tell of nobody, and everybody says them. */
const quotedCharactersMin = 4;

/**
 * Takes somebody out of a thread that others see: their turns, every turn and reply of others that quotes them, and the memory of
 * the thread, in which all voices are mixed. The thread keeps its version, and whoever thinks in it now has to begin again.
 */
export async function eraseFromThread(
  transaction: Transaction<Database>,
  agency: string,
  thread: string,
  person: string | null,
): Promise<readonly ErasedRows[]> {
  const memory = await clearMemory(transaction, agency, thread, person);
  const turns = await transaction
    .selectFrom('turn')
    .select(['version', 'person', 'record'])
    .where('agency', '=', agency)
    .where('thread', '=', thread)
    .execute();
  const own = turns.filter((turn) => turn.person === person);
  const said = own
    .flatMap(({ record }) => [readTurn(record).said, readTurn(record).standalone])
    .filter((text) => [...text].length >= quotedCharactersMin);
  const quotes = (text: string): boolean => said.some((one) => text.includes(JSON.stringify(one).slice(1, -1)));
  const others = turns.filter((turn) => turn.person !== person);
  const quoting = others.filter(({ record }) => quotes(JSON.stringify(readTurn(record).replies)));
  const gone = [...own, ...quoting].map(({ version }) => version);
  for (const version of gone)
    await transaction
      .deleteFrom('turn')
      .where('agency', '=', agency)
      .where('thread', '=', thread)
      .where('version', '=', version)
      .execute();
  let cleared = 0;
  for (const { version, record } of others) {
    const { said: own, standalone, ...rest } = readTurn(record);
    // How a follow-up was understood repeats the question before, which may be the person's.
    if (gone.includes(version) || standalone === '' || standalone === own) continue;
    cleared += 1;
    await transaction
      .updateTable('turn')
      .set({ record: JSON.stringify({ said: own, standalone: own, ...rest }) })
      .where('agency', '=', agency)
      .where('thread', '=', thread)
      .where('version', '=', version)
      .execute();
  }
  return [
    { table: 'turn', what: 'deleted', rows: gone.length },
    { table: 'turn', what: 'cleared', rows: cleared },
    { table: 'outbox', what: 'deleted', rows: await eraseReplies(transaction, agency, thread, quotes) },
    { table: 'session', what: 'cleared', rows: memory },
  ];
}

/** Replies to others that quote the person and are not sent. */
async function eraseReplies(
  transaction: Transaction<Database>,
  agency: string,
  thread: string,
  quotes: (text: string) => boolean,
): Promise<number> {
  const replies = await transaction
    .selectFrom('outbox')
    .select(['key', 'reply'])
    .where('agency', '=', agency)
    .where('thread', '=', thread)
    .where('reply', '!=', '')
    .execute();
  const quoting = replies.filter(({ reply }) => quotes(reply));
  for (const { key } of quoting)
    await transaction.deleteFrom('outbox').where('agency', '=', agency).where('key', '=', key).execute();
  return quoting.length;
}

/** Takes the lease first: a commit that is on its way is waited for, and a later one is refused. */
async function clearMemory(
  transaction: Transaction<Database>,
  agency: string,
  thread: string,
  person: string | null,
): Promise<number> {
  await transaction
    .updateTable('lease')
    .set((expression) => ({ fence: expression('fence', '+', 1), lease_until: 0 }))
    .where('agency', '=', agency)
    .where('thread', '=', thread)
    .execute();
  const row = await transaction
    .selectFrom('session')
    .select(['state', 'version', 'person'])
    .where('agency', '=', agency)
    .where('thread', '=', thread)
    .executeTakeFirst();
  if (row === undefined) return 0;
  const state = JSON.stringify({ ...emptySession, version: row.version, language: readSession(row.state).language });
  await transaction
    .updateTable('session')
    .set({ state, person: row.person === person ? '' : row.person })
    .where('agency', '=', agency)
    .where('thread', '=', thread)
    .execute();
  return 1;
}
