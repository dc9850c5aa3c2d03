import type { Transaction } from 'kysely';
import type { Rating } from '../conversations.ts';
import type { ThreadKey } from '../store.ts';
import type { Database } from './schema.ts';

/** Characters of a reason that are kept; the form asks for a sentence. */
const reasonCharactersMax = 1_000;

/**
 * Keeps what a person thought of the turn whose reply was sent under this receipt; a later rating of theirs replaces it, but one
 * without a reason never takes away a reason that was given for the same verdict. `unknown` where nothing was sent under it.
 */
export async function rateTurn(
  transaction: Transaction<Database>,
  { agency, thread }: ThreadKey,
  person: string,
  receipt: string,
  { useful, reason }: Rating,
  now: number,
): Promise<'kept' | 'unknown'> {
  const sent = await transaction
    .selectFrom('outbox')
    .select('version')
    .where('agency', '=', agency)
    .where('thread', '=', thread)
    .where('receipt', '=', receipt)
    .executeTakeFirst();
  const version = sent?.version ?? 0;
  if (version === 0) return 'unknown';
  const mine = await transaction
    .selectFrom('feedback')
    .selectAll()
    .where('agency', '=', agency)
    .where('thread', '=', thread)
    .where('version', '=', version)
    .where('person', '=', person)
    .executeTakeFirst();
  const verdict = useful ? 1 : 0;
  const kept = reason === '' && mine?.useful === verdict ? mine.reason : reason.slice(0, reasonCharactersMax);
  const said = { useful: verdict, reason: kept, at: now };
  await transaction
    .insertInto('feedback')
    .values({ agency, thread, version, person, ...said })
    .onConflict((conflict) => conflict.columns(['agency', 'thread', 'version', 'person']).doUpdateSet(said))
    .execute();
  return 'kept';
}

/** What one person thought becomes what the other thought, who keeps their own where both rated a turn. */
export async function mergeFeedback(
  transaction: Transaction<Database>,
  agency: string,
  from: string,
  to: string,
): Promise<void> {
  const given = await transaction
    .deleteFrom('feedback')
    .where('agency', '=', agency)
    .where('person', '=', from)
    .returningAll()
    .execute();
  for (const row of given)
    await transaction
      .insertInto('feedback')
      .values({ ...row, person: to })
      .onConflict((conflict) => conflict.columns(['agency', 'thread', 'version', 'person']).doNothing())
      .execute();
}
