import type { Engine } from '../../adapters/stores/engine.ts';
import { jobPrefix } from './marked-bot.ts';

/** What is still to be done. */
export interface Waiting {
  readonly inbox: number;
  readonly outbox: number;
  readonly jobs: number;
}

/** Counts what waits in this database, for all agencies. */
export async function countWaiting({ across }: Engine): Promise<Waiting> {
  const all = across.fn.countAll<number | string>().as('rows');
  const inbox = await across.selectFrom('inbox').select(all).where('answered', 'is', null).executeTakeFirst();
  const outbox = await across.selectFrom('outbox').select(all).where('state', '=', 'waiting').executeTakeFirst();
  const jobs = await across.selectFrom('job').select(all).where('key', 'like', `${jobPrefix}%`).executeTakeFirst();
  return { inbox: Number(inbox?.rows), outbox: Number(outbox?.rows), jobs: Number(jobs?.rows) };
}
