import type { Transaction } from 'kysely';
import type { Session, TurnRecord } from '../../bot/index.ts';
import type { ThreadKey } from '../store.ts';
import { findVersion } from './read-threads.ts';
import { readSession, readTurn } from './rows.ts';
import type { Database } from './schema.ts';

/**
 * The person took a message back: one that waits is never answered; of one that was answered the words go from the transcript
 * and from the memory of the thread. The answer stays where it was sent.
 */
export async function withdrawEvent(
  transaction: Transaction<Database>,
  { agency, thread }: ThreadKey,
  event: string,
): Promise<void> {
  const waiting = await transaction
    .updateTable('inbox')
    .set({ answered: 0, body: '' })
    .where('agency', '=', agency)
    .where('thread', '=', thread)
    .where('event', '=', event)
    .where('answered', 'is', null)
    .executeTakeFirst();
  if (waiting.numUpdatedRows > 0n) return;
  const answered = await findVersion(transaction, { agency, thread }, event);
  if (answered !== null && answered > 0) await forgetWords(transaction, { agency, thread }, answered);
}

async function forgetWords(
  transaction: Transaction<Database>,
  { agency, thread }: ThreadKey,
  version: number,
): Promise<void> {
  const turn = await transaction
    .selectFrom('turn')
    .select('record')
    .where('agency', '=', agency)
    .where('thread', '=', thread)
    .where('version', '=', version)
    .executeTakeFirst();
  if (turn === undefined) return;
  const record = readTurn(turn.record);
  await transaction
    .updateTable('turn')
    .set({ record: JSON.stringify(withoutWords(record)) })
    .where('agency', '=', agency)
    .where('thread', '=', thread)
    .where('version', '=', version)
    .execute();
  const session = await transaction
    .selectFrom('session')
    .select('state')
    .where('agency', '=', agency)
    .where('thread', '=', thread)
    .executeTakeFirst();
  if (session === undefined) return;
  const { history, interview, ...rest } = readSession(session.state);
  const state: Session = {
    ...rest,
    history: history.map((one) => (one.at === record.at ? withoutWords(one) : one)),
    interview:
      interview === null ? null : { ...interview, texts: interview.texts.filter((text) => text !== record.said) },
  };
  await transaction
    .updateTable('session')
    .set({ state: JSON.stringify(state) })
    .where('agency', '=', agency)
    .where('thread', '=', thread)
    .execute();
}

function withoutWords(record: TurnRecord): TurnRecord {
  return { ...record, said: '', standalone: '' };
}
