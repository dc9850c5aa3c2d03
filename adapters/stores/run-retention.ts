import { findAgencies } from './agencies.ts';
import { appendAudit } from './audit.ts';
import type { Engine } from './engine.ts';
import { expirers } from './expire-rows.ts';
import type { Expiry } from './expirer.ts';
import { readHolds } from './holds.ts';
import { type ExpiringClass, expiringClasses, keeping } from './retention.ts';

/** Things that are looked up at once, because looking goes through all threads. */
const foundAtOnce = 1_000;
/** Rows of one run of the job: about a second, in which no other job runs. */
const rowsPerRunMax = 20_000;
const dayMs = 24 * 60 * 60_000;
/** Three o'clock in Taipei, as milliseconds of the day in UTC: nobody is at work. */
const nightlyMs = 19 * 60 * 60_000;
/** Until the next part of a run that was not finished, milliseconds: other jobs come in between. */
const restMs = 1_000;

/** The program's own job; `ensureJob` it at the start for the agency '', which is the program itself. */
export const retentionJob = { key: 'retention', kind: 'retention', detail: '' } as const;

/** What went, or would go, of an agency. */
export interface Expired {
  readonly agency: string;
  readonly kind: ExpiringClass;
  readonly rows: number;
}

/** What a run did. */
export interface RetentionReport {
  readonly expired: readonly Expired[];
  /** Agencies with a legal hold, and why. */
  readonly held: readonly { readonly agency: string; readonly everybody: boolean; readonly reason: string }[];
  /** False where the bound was reached and more is left. */
  readonly finished: boolean;
}

/**
 * Deletes what was kept long enough, a few rows at a time, and writes to each agency's audit log how many rows of what. In mode
 * `show` it only counts. Interrupted, or run twice at once, it does no harm and goes on where it was.
 */
export async function runRetention(
  engine: Engine,
  now: number,
  { mode, rowsMax = Number.POSITIVE_INFINITY }: { readonly mode: 'show' | 'apply'; readonly rowsMax?: number },
): Promise<RetentionReport> {
  const expired: Expired[] = [];
  const held: { agency: string; everybody: boolean; reason: string }[] = [];
  let left = rowsMax;
  for (const agency of await findAgencies(engine)) {
    const holds = await readHolds(engine.db, agency);
    if (holds.reason !== null) held.push({ agency, everybody: holds.everybody, reason: holds.reason });
    if (holds.everybody) continue;
    const rows: Expired[] = [];
    for (const kind of expiringClasses) {
      const expiry = { agency, holds, now, before: now - keeping[kind].days * dayMs };
      const gone =
        mode === 'show'
          ? await expirers[kind].count(engine.across, expiry)
          : await expireAll(engine, kind, expiry, left);
      left -= gone;
      if (gone > 0) rows.push({ agency, kind, rows: gone });
    }
    expired.push(...rows);
    if (mode === 'apply' && rows.length > 0) await tellAudit(engine, agency, rows, now);
  }
  return { expired, held, finished: left > 0 };
}

/** One run of the job; gives when the next one is due. */
export async function runRetentionJob(engine: Engine, now: number): Promise<number> {
  const { finished } = await runRetention(engine, now, { mode: 'apply', rowsMax: rowsPerRunMax });
  return finished ? nextNight(now) : now + restMs;
}

/** The next three o'clock in Taipei. */
export function nextNight(now: number): number {
  const night = Math.floor(now / dayMs) * dayMs + nightlyMs;
  return night > now ? night : night + dayMs;
}

/** Round after round, until nothing is found, nothing more can go, or the bound is reached. */
async function expireAll(engine: Engine, kind: ExpiringClass, expiry: Expiry, rowsMax: number): Promise<number> {
  let gone = 0;
  while (gone < rowsMax) {
    const limit = Math.min(foundAtOnce, rowsMax - gone);
    const { found, rows } = await expirers[kind].expire(engine, expiry, limit);
    gone += rows;
    if (found < limit || rows === 0) break;
  }
  return gone;
}

async function tellAudit(engine: Engine, agency: string, rows: readonly Expired[], now: number): Promise<void> {
  const detail = rows.map(({ kind, rows: count }) => `${kind} ${count}`).join(', ');
  const entry = { actor: 'retention', action: 'rowsExpired', subject: '', detail };
  await engine.write((transaction) => appendAudit(transaction, agency, entry, now));
}
