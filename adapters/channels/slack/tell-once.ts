/** After so long the same is told again, milliseconds: it was repaired and broke anew, or nobody has looked. */
const againMs = 60 * 60_000;
/** Problems that are remembered; there are as many as Slack has words for them. */
const problemsMax = 200;

/** Tells each problem once an hour instead of once for each message that meets it. */
export function tellOnce(
  onProblem: (what: string, error: unknown) => void,
  now: () => number,
): (what: string, error?: unknown) => void {
  const told = new Map<string, number>();
  return (what, error = null) => {
    const last = told.get(what);
    if (last !== undefined && now() - last < againMs) return;
    if (told.size >= problemsMax) told.clear();
    told.set(what, now());
    onProblem(what, error);
  };
}
