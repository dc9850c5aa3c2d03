import { sql } from 'kysely';
import { withEngine } from './administration.ts';
import type { Config } from './config.ts';
import { retentionJob } from './stores/run-retention.ts';

/** What an operator wants to know of a store without reading what is in it. */
export interface StoreFacts {
  readonly engine: 'sqlite' | 'postgres';
  /** Replies on their way, and those that could not be sent. */
  readonly waiting: number;
  readonly dead: number;
  /** When what was kept long enough goes next, milliseconds; null where nobody planned it yet. */
  readonly retentionDueAt: number | null;
}

/** Opens the store as the program does, which brings it up to date, and tries to write. Throws as `withEngine`. */
export function inspectStore(config: Config): Promise<StoreFacts> {
  return withEngine(config, async (engine) => {
    await engine.ping();
    const count = async (state: 'waiting' | 'dead'): Promise<number> => {
      const rows = engine.across.selectFrom('outbox').select(({ fn }) => fn.countAll<number>().as('rows'));
      return Number((await rows.where('state', '=', sql.lit(state)).executeTakeFirst())?.rows ?? 0);
    };
    const job = await engine.across
      .selectFrom('job')
      .select('due_at')
      .where('key', '=', retentionJob.key)
      .where('agency', '=', '')
      .executeTakeFirst();
    return {
      engine: engine.name,
      waiting: await count('waiting'),
      dead: await count('dead'),
      retentionDueAt: job === undefined ? null : Number(job.due_at),
    };
  });
}
