/** What is done again and again while the program runs, by name for the log. */
export type Beat = Readonly<Record<string, () => Promise<unknown>>>;

/** The program's own rhythm. */
export interface Heartbeat {
  /** Does this one at once, or right after it if it runs now. */
  nudge(name: string): void;
  /** Resolves once nothing runs any more; nothing begins after. */
  stop(): Promise<void>;
}

/** Runs each task every `everyMs`, one run of a task at a time; a task that fails is run again like any other. */
export function createHeartbeat(
  tasks: Beat,
  everyMs: number,
  onProblem: (name: string, error: unknown) => void,
): Heartbeat {
  const running = new Map<string, Promise<void>>();
  const wanted = new Set<string>();
  let stopped = false;
  const run = (name: string): void => {
    if (stopped) return;
    if (running.has(name)) {
      wanted.add(name);
      return;
    }
    const task = tasks[name];
    if (task === undefined) return;
    const done = Promise.resolve()
      .then(task)
      .catch((error: unknown) => onProblem(name, error))
      .then(() => {
        running.delete(name);
        if (wanted.delete(name)) run(name);
      });
    running.set(name, done);
  };
  const timer = setInterval(() => {
    for (const name of Object.keys(tasks)) run(name);
  }, everyMs);
  return {
    nudge: run,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await Promise.all(running.values());
    },
  };
}
