import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Moves what the write-ahead log holds into the file, beside the work. */
export interface Checkpointer {
  stop(): Promise<void>;
}

/**
 * Starts a thread that checkpoints the embedded database. Within the thread that answers, a checkpoint stops everybody while it
 * syncs pages from all over the file: with 500,000 people that was the slowest turn of each hundred. Where the thread fails
 * nothing is lost: the log is then moved by its writer when it reaches `wal_autocheckpoint`.
 */
export function startCheckpointer(path: string, onProblem: (error: unknown) => void): Checkpointer {
  const worker = new Worker(new URL('./checkpointer-thread.ts', import.meta.url), {
    workerData: path,
    resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 },
  });
  worker.on('error', onProblem);
  worker.unref();
  return {
    async stop() {
      if (worker.threadId === -1) return;
      worker.ref();
      const ended = once(worker, 'exit');
      worker.postMessage('stop');
      await ended;
    },
  };
}
