import { type Kysely, type Selectable, sql } from 'kysely';
import type { Inbound, Speaker, ThreadKey } from '../store.ts';
import { prepare } from './prepared.ts';
import type { Database, InboxTable } from './schema.ts';

type Added = Omit<Selectable<InboxTable>, 'seq'> & Record<string, string | number | null>;

const adding = prepare<Added, unknown>((db, place) =>
  db
    .insertInto('inbox')
    .values({
      agency: place.agency,
      thread: place.thread,
      event: place.event,
      channel: place.channel,
      account: place.account,
      person: place.person,
      audience: place.audience,
      body: place.body,
      received_at: place.received_at,
      answered: place.answered,
      target: place.target,
      privately: place.privately,
    })
    .onConflict((conflict) => conflict.columns(['agency', 'thread', 'event']).doNothing()),
);

const waiting = prepare<
  { readonly agency: string; readonly thread: string; readonly limit: number },
  Selectable<InboxTable>
>((db, place) =>
  db
    .selectFrom('inbox')
    .selectAll()
    .where('agency', '=', place.agency)
    .where('thread', '=', place.thread)
    .where('answered', 'is', null)
    .orderBy('seq')
    .limit(sql<number>`${place.limit}`),
);

/** Puts an event into the inbox; `answered` is the version that answered it, null while it waits. */
export async function addToInbox(
  db: Kysely<Database>,
  { agency, thread, event, audience, speaker, body, target, privately }: Inbound,
  now: number,
  answered: number | null,
): Promise<'new' | 'known'> {
  const who =
    'person' in speaker
      ? { channel: null, account: null, person: speaker.person }
      : { channel: speaker.channel, account: speaker.account, person: null };
  const { changed } = await adding(db, {
    agency,
    thread,
    event,
    ...who,
    audience,
    body: answered === null ? JSON.stringify(body) : '',
    received_at: now,
    answered,
    target,
    privately: privately === null ? null : JSON.stringify(privately),
  });
  return changed === 1 ? 'new' : 'known';
}

/** What waits in a thread, in the order in which it was received. */
export async function waitingEvents(
  db: Kysely<Database>,
  { agency, thread }: ThreadKey,
  limit: number,
): Promise<readonly Selectable<InboxTable>[]> {
  return (await waiting(db, { agency, thread, limit })).rows;
}

/** Who a waiting event is from. */
export function speakerOf({ channel, account, person }: Pick<InboxTable, 'channel' | 'account' | 'person'>): Speaker {
  return person === null ? { channel: channel ?? '', account: account ?? '' } : { person };
}
