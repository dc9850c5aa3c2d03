import type { BenchQuery } from './sets.ts';

/** How well a system ranked a set. */
export interface Ranking {
  /** Mean of 1 / rank of the first right text, 0 beyond rank 10. */
  readonly mrr10: number;
  /** Share of queries with a right text at rank 1, among the first 5. */
  readonly hit1: number;
  readonly hit5: number;
}

/** Asks every query for ten ids. */
export function measureRanking(queries: readonly BenchQuery[], ask: (query: string) => readonly string[]): Ranking {
  let mrr10 = 0;
  let hit1 = 0;
  let hit5 = 0;
  for (const query of queries) {
    const rank = ask(query.text).findIndex((id) => query.gold.includes(id)) + 1;
    if (rank === 0 || rank > 10) continue;
    mrr10 += 1 / rank;
    if (rank === 1) hit1 += 1;
    if (rank <= 5) hit5 += 1;
  }
  const count = Math.max(1, queries.length);
  return { mrr10: mrr10 / count, hit1: hit1 / count, hit5: hit5 / count };
}

/** Chance that a value of `inside` is above one of `outside`; equal ones count half. */
export function areaUnderCurve(inside: readonly number[], outside: readonly number[]): number {
  const all = [...inside.map((value) => ({ value, inside: 1 })), ...outside.map((value) => ({ value, inside: 0 }))];
  all.sort((one, other) => one.value - other.value);
  let sum = 0;
  let below = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to < all.length && all[to]?.value === all[from]?.value) to += 1;
    const tied = all.slice(from, to);
    const insideTied = tied.filter((one) => one.inside === 1).length;
    const outsideTied = tied.length - insideTied;
    sum += insideTied * (below + outsideTied / 2);
    below += outsideTied;
    from = to;
  }
  return sum / Math.max(1, inside.length * outside.length);
}

/** Share of `outside` that is accepted at the cut which accepts `recall` of `inside`. */
export function falseAcceptance(inside: readonly number[], outside: readonly number[], recall: number): number {
  const falling = inside.toSorted((one, other) => other - one);
  const cut = falling[Math.ceil(recall * falling.length) - 1] ?? 0;
  return outside.filter((value) => value >= cut).length / Math.max(1, outside.length);
}
