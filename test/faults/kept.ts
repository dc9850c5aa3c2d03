import type { Engine } from '../../adapters/stores/engine.ts';
import { jobPrefix } from './marked-bot.ts';

/** What a store holds after all kills, as far as its promises are about it. */
export interface Kept {
  readonly inbox: readonly { readonly thread: string; readonly event: string; readonly answered: number | null }[];
  /** By thread and version. */
  readonly turns: readonly KeptTurn[];
  readonly sessions: readonly { readonly thread: string; readonly version: number; readonly person: string }[];
  /** In the order in which they were queued. */
  readonly outbox: readonly { readonly thread: string; readonly key: string; readonly state: string }[];
  /** The person of each line of the ledger. */
  readonly hours: readonly string[];
  readonly jobs: readonly string[];
  /** How many lines of the ledger the audit log tells of, each time that one was written. */
  readonly hoursAudited: number;
}

/** A turn of the transcript. */
export interface KeptTurn {
  readonly thread: string;
  readonly version: number;
  readonly person: string;
  readonly topics: readonly string[];
  readonly replies: number;
}

/** Reads everything. */
export async function loadKept({ across }: Engine): Promise<Kept> {
  const inbox = await across.selectFrom('inbox').select(['thread', 'event', 'answered']).orderBy('seq').execute();
  const turns = await across
    .selectFrom('turn')
    .select(['thread', 'version', 'person', 'record'])
    .orderBy('thread')
    .orderBy('version')
    .execute();
  const sessions = await across.selectFrom('session').select(['thread', 'version', 'person']).execute();
  const outbox = await across.selectFrom('outbox').select(['thread', 'key', 'state']).orderBy('seq').execute();
  const hours = await across.selectFrom('hours').select('person').execute();
  const jobs = await across.selectFrom('job').select('key').where('key', 'like', `${jobPrefix}%`).execute();
  const audit = await across.selectFrom('audit').select('seq').where('action', '=', 'hoursPut').execute();
  return {
    inbox,
    turns: turns.map(({ record, ...turn }) => ({ ...turn, ...readRecord(record) })),
    sessions,
    outbox,
    hours: hours.map(({ person }) => person),
    jobs: jobs.map(({ key }) => key),
    hoursAudited: audit.length,
  };
}

function readRecord(record: string): Pick<KeptTurn, 'topics' | 'replies'> {
  const { topics, replies } = JSON.parse(record) as { topics: readonly string[]; replies: readonly unknown[] };
  return { topics, replies: replies.length };
}
