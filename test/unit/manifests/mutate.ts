/** A copy of JSON in which the value at `path` is another; undefined takes it out. */
export function withValue(json: unknown, path: readonly (string | number)[], value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  const entries = new Map(Object.entries(typeof json === 'object' && json !== null ? json : {}));
  const changed = withValue(entries.get(String(step)), rest, value);
  if (changed === undefined) entries.delete(String(step));
  else entries.set(String(step), changed);
  return Array.isArray(json) ? [...entries.values()] : Object.fromEntries(entries);
}
