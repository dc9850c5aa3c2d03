import { randomIds, systemClock } from '../../../adapters/clock.ts';
import { loadKnowledge } from '../../../adapters/content.ts';
import { openStore, type Store, type StorePlace } from '../../../adapters/stores/open-store.ts';
import { createTurns, type Turns } from '../../../adapters/turns.ts';
import { createBot } from '../../../bot/index.ts';
import { type Mix, messageOf } from './messages.ts';

/** The whole path of a turn, as the web page takes it: inbox, lease, think, commit, durable. */
export interface Path {
  readonly store: Store;
  readonly turns: Turns;
  /** The turn `at` of a thread; its account is `prefix` and the thread's number, unless it is given. */
  turn(mix: Mix, prefix: string, thread: number, at: number, account?: string): Promise<void>;
  /** Somebody asks for their own hours. */
  askHours(account: string): Promise<void>;
  /** Turns that failed. */
  failed(): number;
}

const bot = createBot(loadKnowledge());

/** Opens the path on a store. */
export async function openPath(place: StorePlace): Promise<Path> {
  let failed = 0;
  const store = await openStore(place, {
    clock: systemClock,
    ids: randomIds,
    leaseMs: 10_000,
    onProblem: (error) => {
      throw error;
    },
  });
  const turns = createTurns({
    bot,
    store: store.turns,
    clock: systemClock,
    onTurn: ({ error }) => {
      if (error !== null) failed += 1;
    },
    onOutgoing: () => undefined,
  });
  const send = (account: string, text: string, event: string) => {
    const thread = `web:${account}`;
    const address = { agency: 'bench', channel: 'web', account, thread, audience: 'private', privately: null } as const;
    return turns.send(address, { text, choice: null }, event);
  };
  return {
    store,
    turns,
    failed: () => failed,
    async turn(mix, prefix, thread, at, account = `${prefix}${thread}`) {
      await send(account, messageOf(mix, thread, at), String(at));
    },
    async askHours(account) {
      await send(account, '我還差幾小時？', randomIds.next());
    },
  };
}
