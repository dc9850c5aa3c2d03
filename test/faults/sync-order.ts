import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { DatabaseSync } from 'node:sqlite';
import { randomIds, systemClock } from '../../adapters/clock.ts';
import { openStore, type StorePlace } from '../../adapters/stores/open-store.ts';

/** What happened around the disk, in order: what was written, when it was committed, when a sync of the log began and ended. */
type Step =
  | { readonly type: 'insert'; readonly event: string }
  | { readonly type: 'commit' | 'syncBegins' | 'syncEnds' }
  | { readonly type: 'acknowledged'; readonly event: string };

const eventsAtOnce = 8;
const rounds = 40;

/**
 * Events whose acknowledgement came before the end of an `fdatasync` of the write-ahead log that began after their commit; empty
 * where durability holds as far as it can be seen from inside: a power cut is not made. `acknowledge` is when the sender is told.
 */
export async function findEarlyAcknowledgements(
  place: StorePlace,
  acknowledge: 'durable' | 'received',
): Promise<{ readonly events: number; readonly syncs: number; readonly early: readonly string[] }> {
  const steps: Step[] = [];
  const stop = record(steps);
  try {
    const store = await openStore(place, { clock: systemClock, ids: randomIds, leaseMs: 10_000, onProblem: ignore });
    for (let round = 0; round < rounds; round++)
      await Promise.all(
        Array.from({ length: eventsAtOnce }, async (_, at) => {
          const event = `sync-${round}-${at}`;
          const received = store.turns.receive({
            agency: 'faults',
            thread: `push:${at}`,
            event,
            audience: 'private',
            speaker: { channel: 'push', account: String(at) },
            body: { type: 'message', message: { text: event, choice: null } },
            target: null,
            privately: null,
          });
          if (acknowledge === 'durable') await received;
          steps.push({ type: 'acknowledged', event });
          await received;
        }),
      );
    await store.engine.close();
  } finally {
    stop();
  }
  const events = steps.flatMap((step) => (step.type === 'insert' ? [step.event] : []));
  const syncs = steps.filter(({ type }) => type === 'syncEnds').length;
  return { events: events.length, syncs, early: events.filter((event) => !isDurable(steps, event)) };
}

function isDurable(steps: readonly Step[], event: string): boolean {
  const after = (from: number, type: Step['type']) =>
    from === -1 ? -1 : steps.findIndex((step, at) => at > from && step.type === type);
  const inserted = steps.findIndex((step) => step.type === 'insert' && step.event === event);
  const synced = after(after(after(inserted, 'commit'), 'syncBegins'), 'syncEnds');
  const told = steps.findIndex((step) => step.type === 'acknowledged' && step.event === event);
  return synced !== -1 && synced < told;
}

/** Listens to Node's own `fdatasync` and SQLite, until it is told to stop. Syncs of one file do not overlap. */
function record(steps: Step[]): () => void {
  const { fdatasync } = fs;
  const { prepare } = DatabaseSync.prototype;
  const listened = (file: number, done: (error: NodeJS.ErrnoException | null) => void): void => {
    steps.push({ type: 'syncBegins' });
    fdatasync(file, (error) => {
      steps.push({ type: 'syncEnds' });
      done(error);
    });
  };
  fs.fdatasync = Object.assign(listened, { __promisify__: fdatasync.__promisify__ });
  syncBuiltinESMExports();
  DatabaseSync.prototype.prepare = function (text, ...options) {
    const statement = prepare.call(this, text, ...options);
    for (const name of ['run', 'all'] as const) {
      const original = statement[name].bind(statement);
      Object.defineProperty(statement, name, {
        value: (...values: readonly string[]) => {
          const event = values.find((value) => String(value).startsWith('sync-'));
          const made = original(...values);
          if (/^insert into "inbox"/i.test(text) && event !== undefined) steps.push({ type: 'insert', event });
          if (/^commit/i.test(text)) steps.push({ type: 'commit' });
          return made;
        },
      });
    }
    return statement;
  };
  return () => {
    fs.fdatasync = fdatasync;
    syncBuiltinESMExports();
    DatabaseSync.prototype.prepare = prepare;
  };
}

function ignore(): void {
  // Nothing is cut here.
}
