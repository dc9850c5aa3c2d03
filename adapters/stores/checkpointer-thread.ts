import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';

// The thread of checkpointer.ts: a connection of its own that does nothing but checkpoint.

/** Often enough that the log stays a few megabytes under load, rarely enough that a page written often is moved once. */
const everyMs = 250;

const file = new DatabaseSync(String(workerData));
file.exec('PRAGMA synchronous = NORMAL');
file.exec('PRAGMA cache_size = -500');
const beat = setInterval(() => {
  try {
    // Passive: it never waits for anybody, and nobody for it.
    file.exec('PRAGMA wal_checkpoint(PASSIVE)');
  } catch {
    // A full disk, or a file that is being restored: the next beat tries again, and who writes meets the same and reports it.
  }
}, everyMs);
parentPort?.once('message', () => {
  clearInterval(beat);
  file.close();
});
