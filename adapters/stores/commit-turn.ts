import type { Transaction } from 'kysely';
import { profileOf, type Reply } from '../../bot/index.ts';
import type { Way } from '../conversations.ts';
import type { Claim, Outcome, ThreadKey } from '../store.ts';
import { applyChanges } from './apply-changes.ts';
import type { Engine } from './engine.ts';
import { addToInbox } from './inbox.ts';
import { setLease } from './leases.ts';
import { holdPerson } from './people.ts';
import { prepare } from './prepared.ts';
import type { Database, SessionTable, TurnTable } from './schema.ts';

/** Another replica took the thread since, or its events are answered, or the person is gone: the transaction is undone. */
export class Fenced extends Error {
  override readonly name = 'Fenced';
}

const addingTurn = prepare<Pick<TurnTable, keyof TurnTable>, unknown>(
  (db, { agency, thread, version, person, record, at }) =>
    db.insertInto('turn').values({ agency, thread, version, person, record, at }),
);

const savingSession = prepare<Pick<SessionTable, keyof SessionTable> & { readonly before: number }, unknown>(
  (db, { agency, thread, person, audience, version, state, last_at, target, before }) =>
    db
      .insertInto('session')
      .values({ agency, thread, person, audience, version, state, last_at, target })
      .onConflict((conflict) =>
        conflict
          .columns(['agency', 'thread'])
          .doUpdateSet({ version, state, last_at, target })
          .where('session.version', '=', before),
      ),
);

/** Everything that a turn made, within one transaction. Throws `Fenced` where the claim no longer holds. */
export async function commitTurn(
  transaction: Transaction<Database>,
  engine: Engine['name'],
  claim: Claim,
  outcome: Outcome,
  now: number,
): Promise<void> {
  const { agency, thread } = claim.thread;
  // Held first and by everybody, so that nothing is written for a person who is being linked to another or erased.
  if ((await holdPerson(transaction, engine, agency, claim.person)) === 'gone') throw new Fenced();
  if (claim.fence !== null && !(await setLease(transaction, claim.thread, claim.fence, 0))) throw new Fenced();
  await saveSession(transaction, claim, outcome, now);
  const answered = outcome.record === null ? 0 : (outcome.session?.version ?? 0);
  if (claim.unsaved === null) await markAnswered(transaction, claim.thread, outcome.events, answered);
  // Received by another replica in the meantime, which waits for the thread: it is theirs to answer.
  else if ((await addToInbox(transaction, claim.unsaved, now, answered)) === 'known') throw new Fenced();
  if (outcome.changes.some((change) => change.type === 'transcriptCleared'))
    await transaction.deleteFrom('turn').where('agency', '=', agency).where('thread', '=', thread).execute();
  if (outcome.record !== null)
    await addingTurn(transaction, {
      agency,
      thread,
      version: answered,
      person: claim.person,
      record: JSON.stringify(outcome.record),
      at: now,
    });
  await saveProfile(transaction, claim, outcome);
  await queueReplies(transaction, claim, outcome, now);
  await handOver(transaction, claim, outcome, now);
  const context = { agency, person: claim.person, actor: claim.person, now };
  await applyChanges(transaction, context, outcome.changes);
}

/**
 * Notes what answered these events. Throws `Fenced` where one does not wait: a commit whose acknowledgement was lost is tried
 * again, and must not be done twice.
 */
export async function markAnswered(
  transaction: Transaction<Database>,
  { agency, thread }: ThreadKey,
  events: readonly string[],
  answered: number,
): Promise<void> {
  const marked = await transaction
    .updateTable('inbox')
    .set({ answered, body: '' })
    .where('agency', '=', agency)
    .where('thread', '=', thread)
    .where('event', 'in', events)
    .where('answered', 'is', null)
    .executeTakeFirst();
  if (marked.numUpdatedRows !== BigInt(events.length)) throw new Fenced();
}

async function saveSession(
  transaction: Transaction<Database>,
  { thread: { agency, thread }, person, audience, session, target: last }: Claim,
  { session: after, delivery }: Outcome,
  now: number,
): Promise<void> {
  if (after === null) return;
  const { version } = after;
  const kept = {
    version,
    state: JSON.stringify(after),
    last_at: now,
    target: delivery?.target ?? last,
    before: session.version,
  };
  // Another turn of the thread was committed since this one began.
  if ((await savingSession(transaction, { agency, thread, person, audience, ...kept })).changed !== 1)
    throw new Fenced();
}

/** Written only where the person said something that they take along; among others nobody says anything of themselves. */
async function saveProfile(transaction: Transaction<Database>, claim: Claim, outcome: Outcome): Promise<void> {
  if (outcome.session === null || claim.audience === 'public') return;
  const { at, ...said } = profileOf(outcome.session);
  const { at: _, ...before } = profileOf(claim.session);
  if (JSON.stringify(said) === JSON.stringify(before)) return;
  await transaction
    .updateTable('person')
    .set({ profile: JSON.stringify({ ...said, at }) })
    .where('agency', '=', claim.thread.agency)
    .where('id', '=', claim.person)
    .execute();
}

async function queueReplies(
  transaction: Transaction<Database>,
  { thread: here, fence, events, person }: Claim,
  { replies, delivery, published, session }: Outcome,
  now: number,
): Promise<void> {
  const { agency, thread } = here;
  const version = session?.version ?? 0;
  // The fence belongs to this one commit, so that no other message ever has the same key.
  const of = `${thread}/${fence ?? events[0]?.event ?? ''}`;
  const add = async (key: string, to: Way, reply: Reply): Promise<void> => {
    await transaction
      .insertInto('outbox')
      .values({
        agency,
        key,
        thread: to.thread,
        channel: to.thread.split(':', 1)[0] ?? '',
        person,
        reply: JSON.stringify(reply),
        state: 'waiting',
        attempts: 0,
        next_at: 0,
        lease_until: 0,
        receipt: null,
        problem: null,
        at: now,
        target: to.target,
        occasion: delivery?.occasion ?? 'asked',
        version: to.thread === thread ? version : 0,
      })
      .execute();
  };
  if (delivery !== null)
    for (const [at, reply] of replies.entries()) await add(`${of}/${at}`, { thread, target: delivery.target }, reply);
  for (const [at, reply] of (published?.replies ?? []).entries())
    if (published !== null) await add(`${of}/shared/${at}`, published.to, reply);
}

/** What is answered in private waits there from the moment at which the public turn is over. */
async function handOver(
  transaction: Transaction<Database>,
  { thread: { agency }, speaker }: Claim,
  { handedOver }: Outcome,
  now: number,
): Promise<void> {
  if (handedOver === null) return;
  const { event, to, body } = handedOver;
  const inbound = { agency, thread: to.thread, event, audience: 'private', speaker, body } as const;
  await addToInbox(transaction, { ...inbound, target: to.target, privately: null }, now, null);
}
