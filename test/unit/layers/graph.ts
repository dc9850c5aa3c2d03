import type { Source } from './parse-source.ts';

/** The first circle of imports, its beginning named twice, or null. Imports of types count: two files that need each other are one. */
export function findCycle(sources: ReadonlyMap<string, Source>): readonly string[] | null {
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): readonly string[] | null => {
    const at = trail.indexOf(path);
    if (at !== -1) return [...trail.slice(at), path];
    if (done.has(path)) return null;
    for (const next of targetsOf(sources, path)) {
      const cycle = visit(next, [...trail, path]);
      if (cycle !== null) return cycle;
    }
    done.add(path);
    return null;
  };
  for (const path of sources.keys()) {
    const cycle = visit(path, []);
    if (cycle !== null) return cycle;
  }
  return null;
}

/** Every file that is reached from these, themselves included. */
export function findReachable(sources: ReadonlyMap<string, Source>, starts: readonly string[]): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [...starts];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    waiting.push(...targetsOf(sources, path));
  }
  return reached;
}

/** By file, the names that somebody uses. A door that passes a name on uses it only as far as somebody uses the door's. */
export function exportUses(sources: ReadonlyMap<string, Source>): ReadonlyMap<string, ReadonlySet<string>> {
  const uses = new Map<string, Set<string>>();
  const use = (path: string, name: string): void => {
    const names = uses.get(path) ?? new Set<string>();
    uses.set(path, names);
    const source = sources.get(path);
    const wanted = name === '*' ? (source?.exports.map((one) => one.name) ?? []) : [name];
    for (const one of wanted) {
      if (names.has(one)) continue;
      names.add(one);
      const from = source?.exports.find((known) => known.name === one)?.from;
      if (from !== undefined && from !== null) use(from.path, from.name);
      for (const passed of source?.exports.filter((known) => known.name === '*') ?? [])
        if (passed.from !== null) use(passed.from.path, one);
    }
  };
  for (const { imports } of sources.values())
    for (const one of imports)
      if (one.path !== null && one.passedOn === 'no') for (const name of one.names) use(one.path, name);
  return uses;
}

function targetsOf(sources: ReadonlyMap<string, Source>, path: string): readonly string[] {
  return (sources.get(path)?.imports ?? []).flatMap((one) =>
    one.path !== null && sources.has(one.path) ? [one.path] : [],
  );
}
