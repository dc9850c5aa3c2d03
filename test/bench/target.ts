/** One row of "what to reach" in ../shared/bench/README.md, as a ratio to a peer of the same run where it is one. */
export interface Target {
  readonly what: string;
  readonly reached: boolean;
  /** The figure and the bound, for reading. */
  readonly figure: string;
}

/** A row that is reached when `value` is at least `bound`. */
export function atLeast(what: string, value: number, bound: number, digits = 4): Target {
  return { what, reached: value >= bound, figure: `${value.toFixed(digits)} ≥ ${bound.toFixed(digits)}` };
}

/** A row that is reached when `value` is at most `bound`. */
export function atMost(what: string, value: number, bound: number, digits = 4): Target {
  return { what, reached: value <= bound, figure: `${value.toFixed(digits)} ≤ ${bound.toFixed(digits)}` };
}

/** Prints the rows; gives how many were not reached. */
export function printTargets(targets: readonly Target[]): number {
  for (const { what, reached, figure } of targets) {
    console.log(`${reached ? 'reached    ' : 'NOT REACHED'}  ${figure.padEnd(22)} ${what}`);
  }
  return targets.filter(({ reached }) => !reached).length;
}
