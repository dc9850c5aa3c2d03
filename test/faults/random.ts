/** Numbers that look random and are the same again for the same seed. */
export interface Random {
  /** From 0, below `limit`, whole. */
  below(limit: number): number;
  /** True in this share of the calls. */
  chance(share: number): boolean;
}

/** The generator "mulberry32": 32 bits of state are enough to spread kills and failures. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    below: (limit) => Math.floor(next() * limit),
    chance: (share) => next() < share,
  };
}
