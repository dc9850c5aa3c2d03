import { type RawBuilder, sql } from 'kysely';
import type { OutboxStore, Outgoing } from '../store.ts';
import type { Engine } from './engine.ts';
import { readReply } from './rows.ts';

/** Written out instead of bound, so that the index of what waits is used, and not the whole table read. */
const waiting = sql.lit('waiting' as const);

/** Outgoing replies on this database; a claimed one whose sender died is handed out again after `leaseMs`. */
export function createOutboxStore(
  engine: Engine,
  { clock, leaseMs }: { readonly clock: { now(): number }; readonly leaseMs: number },
): OutboxStore {
  const { across } = engine;
  const finish = (
    message: Outgoing,
    to: {
      state: 'waiting' | 'sent' | 'dead';
      reply?: string;
      receipt?: string | null;
      problem?: string;
      next_at?: number;
    },
  ) =>
    engine.write((transaction) =>
      transaction
        .updateTable('outbox')
        .set({ ...to, lease_until: 0 })
        .where('agency', '=', message.agency)
        .where('key', '=', message.idempotencyKey)
        .where('state', '=', 'waiting')
        .execute(),
    );
  return {
    async claimOutgoing(channels, limit) {
      if (channels.length === 0) return [];
      const now = clock.now();
      // The head of each thread, and only it: what comes later waits until the head is sent or dead.
      const heads = await across
        .selectFrom('outbox as head')
        .select(['head.agency', 'head.key'])
        .where('head.state', '=', waiting)
        .where('head.channel', 'in', channels)
        .where('head.next_at', '<=', now)
        .where('head.lease_until', '<', now)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('outbox as earlier')
                .select('earlier.key')
                .where('earlier.state', '=', waiting)
                .whereRef('earlier.agency', '=', 'head.agency')
                .whereRef('earlier.thread', '=', 'head.thread')
                .whereRef('earlier.seq', '<', 'head.seq'),
            ),
          ),
        )
        // By time first, as the index of what is due has it; by number alone SQLite reads all that was ever sent.
        .orderBy('head.next_at')
        .orderBy('head.seq')
        .limit(limit)
        .execute();
      const claimed: Outgoing[] = [];
      for (const { agency, key } of heads) {
        const row = await engine.stage((transaction) =>
          transaction
            .updateTable('outbox')
            .set((expression) => ({ lease_until: now + leaseMs, attempts: expression('attempts', '+', 1) }))
            .where('agency', '=', agency)
            .where('key', '=', key)
            .where('state', '=', 'waiting')
            .where('lease_until', '<', now)
            .where('next_at', '<=', now)
            .returning(['thread', 'channel', 'reply', 'attempts', 'target', 'occasion', 'version'])
            .executeTakeFirst(),
        );
        if (row !== undefined)
          claimed.push({
            agency,
            thread: row.thread,
            channel: row.channel,
            target: row.target ?? '',
            occasion: row.occasion ?? 'asked',
            version: row.version ?? 0,
            idempotencyKey: key,
            reply: readReply(row.reply),
            attempt: row.attempts,
          });
      }
      return claimed;
    },
    async markSent(message, receipt) {
      await finish(message, { state: 'sent', reply: '', receipt });
    },
    async markFailed(message, problem, nextAt) {
      await finish(
        message,
        nextAt === null ? { state: 'dead', problem } : { state: 'waiting', problem, next_at: nextAt },
      );
    },
    async countOutgoing() {
      const count = async (state: RawBuilder<'waiting' | 'dead'>): Promise<number> => {
        const query = across.selectFrom('outbox').select(({ fn }) => fn.countAll<number>().as('rows'));
        return Number((await query.where('state', '=', state).executeTakeFirst())?.rows ?? 0);
      };
      return { waiting: await count(waiting), dead: await count(sql.lit('dead')) };
    },
  };
}
