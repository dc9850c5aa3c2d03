import { sql } from 'kysely';
import type { Engine } from './engine.ts';
import { isLocked } from './store-problem.ts';

/** Writing a larger file anew takes longer than a running program waits to write, bytes. */
const bytesAtOnceMax = 100 * 1024 * 1024;

/**
 * Takes what was deleted out of the file itself: all pages are written anew, without the free ones, and the write-ahead log is
 * emptied. `later` where that would stop a running program for too long, unless it is to be done `now`; `busy` where another
 * program was in the way: what is deleted stays deleted. On PostgreSQL autovacuum does it.
 */
export async function scrubFile(
  { name, across }: Engine,
  when: 'now' | 'whereShort',
): Promise<'clean' | 'busy' | 'later'> {
  if (name === 'postgres') return 'clean';
  const size = sql<{ bytes: number }>`select page_count * page_size as bytes from pragma_page_count, pragma_page_size`;
  const bytes = (await size.execute(across)).rows[0]?.bytes ?? 0;
  if (when === 'whereShort' && bytes > bytesAtOnceMax) return 'later';
  try {
    // Room for the copy is taken on the disk: the database can be larger than the memory.
    await sql`pragma temp_store = file`.execute(across);
    await sql`vacuum`.execute(across);
    const log = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(across);
    return log.rows[0]?.busy === 0 ? 'clean' : 'busy';
  } catch (error) {
    if (isLocked(error)) return 'busy';
    throw error;
  }
}
