/**
 * One sync for all who wait: who asks while a sync runs shares the next one, because theirs may have been written after the
 * running one began. Contract: resolves once everything written before the call is on the disk. After a sync that failed nothing
 * is known of what was written, so that every later call fails as well, until the program is started again.
 */
export function createJointSync(sync: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  let failure: { readonly cause: unknown } | null = null;
  const start = (): Promise<void> => {
    const begun = (failure === null ? sync() : Promise.reject(failure.cause))
      .catch((cause: unknown) => {
        failure = { cause };
        throw cause;
      })
      .finally(() => {
        if (running === begun) running = null;
      });
    running = begun;
    return begun;
  };
  return () => {
    if (running === null) return start();
    next ??= running.then(beginNext, beginNext);
    return next;
  };
  function beginNext(): Promise<void> {
    next = null;
    return start();
  }
}
