import type { RunResult } from './kill-run.ts';
import type { Harm } from './promises.ts';

/** A column of the table for each run, and below it what was broken. */
export function printRuns(runs: readonly RunResult[]): void {
  const columns = runs.map((run) => [run.plan.name, figuresOf(run)] as const);
  const figures = Object.keys(columns[0]?.[1] ?? {});
  console.table(
    Object.fromEntries(
      figures.map((figure) => [figure, Object.fromEntries(columns.map(([name, of]) => [name, of[figure]]))]),
    ),
  );
  for (const run of runs) {
    for (const { name, found } of run.broken)
      console.log(`${run.plan.name}: ${name}: broken ${found.length} times: ${found.slice(0, 5).join(', ')}`);
    for (const failure of run.failures) console.log(`${run.plan.name}: ${failure}`);
    const problems = run.histories.flatMap(({ problems }) =>
      [...problems].map(([name, times]) => `${times} × ${name}`),
    );
    if (problems.length > 0) console.log(`${run.plan.name}: logged: ${problems.slice(0, 8).join('; ')}`);
  }
}

function figuresOf(run: RunResult): Readonly<Record<string, number>> {
  const { evidence, histories } = run;
  const sum = (of: (history: RunResult['histories'][number]) => number) =>
    histories.reduce((total, history) => total + of(history), 0);
  const harmed = (harm: Harm) =>
    run.broken.filter((one) => one.harm === harm).reduce((total, { found }) => total + found.length, 0);
  const back = histories.flatMap((history) => history.back).sort((one, other) => one - other);
  return {
    seed: run.plan.seed,
    kills: sum(({ kills }) => kills),
    'of them opening': sum(({ killsWhileOpening }) => killsWhileOpening),
    'real bot': sum(({ realStarts }) => realStarts),
    events: evidence.sent.length,
    acknowledged: evidence.sent.filter(({ acknowledgedAt }) => acknowledgedAt !== null).length,
    turns: evidence.kept.turns.length,
    lost: harmed('lost'),
    doubled: harmed('doubled'),
    torn: harmed('torn'),
    'out of order': harmed('order'),
    delivered: evidence.deliveries.length,
    'again, same key': run.duplicates,
    'back ms, median': Math.round(back[Math.floor(back.length / 2)] ?? 0),
    'back ms, most': Math.round(back.at(-1) ?? 0),
    'reply ms, most': Math.round(longestReplyMs(run)),
    'load failures': sum(({ loadFailures }) => loadFailures),
    seconds: Math.round(run.milliseconds / 1_000),
  };
}

/** From the acknowledgement of an event to the arrival of its reply: what a kill costs the person at most. */
function longestReplyMs({ evidence }: RunResult): number {
  const arrived = new Map(
    evidence.deliveries.flatMap(({ thread, topics, at }) => topics.map((topic) => [`${thread} ${topic}`, at] as const)),
  );
  return evidence.sent.reduce((longest, { thread, number, acknowledgedAt }) => {
    const at = arrived.get(`${thread} mark:${number}`);
    return at === undefined || acknowledgedAt === null ? longest : Math.max(longest, at - acknowledgedAt);
  }, 0);
}
