/** CPU time of this process so far in milliseconds; wall time says little on a machine that is shared. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** CPU milliseconds that `work` takes, and what it gives. */
export function timed<T>(work: () => T): { readonly ms: number; readonly value: T } {
  const start = cpuMs();
  const value = work();
  return { ms: cpuMs() - start, value };
}

/** The value below which `share` of the values lie. */
export function quantile(values: readonly number[], share: number): number {
  const rising = values.toSorted((one, other) => one - other);
  return rising[Math.min(rising.length - 1, Math.floor(share * rising.length))] ?? 0;
}
