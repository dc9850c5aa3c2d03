/** Results of a pure function for the texts that were asked about last. */
export interface Recent<Result> {
  /** Contract: what `find` gives for this key, now or when it was last asked. */
  get(key: string, find: () => Result): Result;
}

/** Remembers up to `max` results in this process; the one that was not asked for longest makes room. */
export function createRecent<Result>(max: number): Recent<Result> {
  // A Map keeps the order of insertion: what is asked for again is inserted anew, and so the first entry is the oldest.
  const known = new Map<string, { readonly result: Result }>();
  return {
    get(key, find) {
      const found = known.get(key);
      if (found !== undefined) {
        known.delete(key);
        known.set(key, found);
        return found.result;
      }
      const result = find();
      if (known.size >= max) known.delete(known.keys().next().value ?? '');
      known.set(key, { result });
      return result;
    },
  };
}

/**
 * The same pure reading of texts, remembered for the last `max` of them: the same is asked by many, and one turn reads its message
 * several times. Contract: `read` depends on nothing but what it is given, and nobody changes what it gives.
 */
export function remember<On extends object, Result>(
  max: number,
  read: (on: On, text: string) => Result,
): (on: On, text: string) => Result {
  const recents = new WeakMap<On, Recent<Result>>();
  return (on, text) => {
    let recent = recents.get(on);
    if (recent === undefined) {
      recent = createRecent(max);
      recents.set(on, recent);
    }
    return recent.get(text, () => read(on, text));
  };
}
