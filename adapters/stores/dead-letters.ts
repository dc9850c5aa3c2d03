import { renderPlainText } from '../../bot/index.ts';
import { appendAudit } from './audit.ts';
import type { Engine } from './engine.ts';
import { readReply } from './rows.ts';

/** A reply that could not be sent and is not tried again by itself. */
export interface DeadLetter {
  readonly key: string;
  readonly channel: string;
  readonly attempts: number;
  readonly problem: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** What it says; null unless it was asked for. */
  readonly text: string | null;
}

/** More are not looked through one by one. */
const lettersMax = 1_000;

/** The agency's dead letters, oldest first. Who reads what they say stands in the audit log. */
export function listDeadLetters(
  engine: Engine,
  { agency, actor, now }: { readonly agency: string; readonly actor: string; readonly now: number },
  content: 'hidden' | 'shown',
): Promise<readonly DeadLetter[]> {
  return engine.write(async (transaction) => {
    const rows = await transaction
      .selectFrom('outbox')
      .selectAll()
      .where('agency', '=', agency)
      .where('state', '=', 'dead')
      .orderBy('seq')
      .limit(lettersMax)
      .execute();
    if (content === 'shown' && rows.length > 0) {
      const entry = { actor, action: 'deadLettersShown', subject: '', detail: String(rows.length) };
      await appendAudit(transaction, agency, entry, now);
    }
    return rows.map(({ key, channel, attempts, problem, at, reply }) => {
      const text = content === 'shown' ? renderPlainText(readReply(reply)) : null;
      return { key, channel, attempts, problem, at, text };
    });
  });
}

/** Has one dead letter sent again, or all where `key` is null; gives how many. The running program sends them within a second. */
export function retryDeadLetters(
  engine: Engine,
  { agency, actor, now }: { readonly agency: string; readonly actor: string; readonly now: number },
  key: string | null,
): Promise<number> {
  return engine.write(async (transaction) => {
    const dead = transaction
      .updateTable('outbox')
      .set({ state: 'waiting', attempts: 0, next_at: now, lease_until: 0 })
      .where('agency', '=', agency)
      .where('state', '=', 'dead');
    const { numUpdatedRows } = await (key === null ? dead : dead.where('key', '=', key)).executeTakeFirst();
    const rows = Number(numUpdatedRows);
    // Not the key: it holds the name of a thread, and an audit row is never erased.
    const entry = { actor, action: 'deadLettersRetried', subject: '', detail: String(rows) };
    if (rows > 0) await appendAudit(transaction, agency, entry, now);
    return rows;
  });
}
