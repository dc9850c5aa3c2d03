import type { Kysely } from 'kysely';
import type { TurnRecord } from '../../bot/index.ts';
import type { PersonPlaces } from './find-person.ts';
import { readBody, readReply, readSession, readTurn } from './rows.ts';
import type { Database } from './schema.ts';

/** Everything that a person said and was told, by readable names; times as ISO. */
export async function exportTalk(db: Kysely<Database>, places: PersonPlaces) {
  const { agency, person, accounts, privateThreads, publicThreads } = places;
  const privately = [];
  for (const thread of privateThreads) {
    const query = db.selectFrom('session').selectAll().where('agency', '=', agency).where('thread', '=', thread);
    const session = await query.executeTakeFirst();
    privately.push({
      thread,
      lastAt: session === undefined ? null : iso(session.last_at),
      memory: session === undefined ? null : readSession(session.state),
      turns: (await turnsOf(db, agency, thread)).map(({ turn }) => turn),
    });
  }
  const publicly = [];
  for (const thread of person === null ? [] : publicThreads) {
    const own = (await turnsOf(db, agency, thread)).filter((turn) => turn.person === person);
    // How a message was understood can repeat what somebody else asked before.
    publicly.push({ thread, turns: own.map(({ turn: { said, replies, at } }) => ({ at: iso(at), said, replies })) });
  }
  const inbox = db.selectFrom('inbox').selectAll().where('agency', '=', agency).orderBy('seq');
  const messages = await inbox
    .where((event) =>
      event.or([
        event('thread', 'in', ['', ...privateThreads]),
        ...(person === null ? [] : [event('person', '=', person)]),
        ...accounts.map(({ channel, account }) =>
          event.and([event('channel', '=', channel), event('account', '=', account)]),
        ),
      ]),
    )
    .execute();
  const outbox = db.selectFrom('outbox').selectAll().where('agency', '=', agency).orderBy('seq');
  const replies = await outbox
    .where((reply) =>
      reply.or([
        reply('thread', 'in', ['', ...privateThreads]),
        ...(person === null ? [] : [reply('person', '=', person)]),
      ]),
    )
    .execute();
  return {
    privateThreads: privately,
    publicThreads: publicly,
    messagesReceived: messages.map(({ thread, event, received_at: at, answered, body }) => ({
      thread,
      event,
      receivedAt: iso(at),
      state: answered === null ? 'waiting' : 'answered',
      content: body === '' ? null : readBody(body),
    })),
    repliesSent: replies.map(({ thread, channel, state, at, attempts, receipt, problem, reply }) => ({
      thread,
      channel,
      state,
      at: iso(at),
      attempts,
      receipt,
      problem,
      content: reply === '' ? null : readReply(reply),
    })),
  };
}

async function turnsOf(
  db: Kysely<Database>,
  agency: string,
  thread: string,
): Promise<readonly { readonly person: string; readonly turn: TurnRecord }[]> {
  const rows = await db
    .selectFrom('turn')
    .select(['person', 'record'])
    .where('agency', '=', agency)
    .where('thread', '=', thread)
    .orderBy('version')
    .execute();
  return rows.map(({ person, record }) => ({ person, turn: readTurn(record) }));
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
