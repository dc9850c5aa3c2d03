/**
 * Term → number of the term (0, 1, 2 … in order of arrival), by open addressing in two typed arrays: a `Map` of the
 * half million terms of a large corpus would take eight times the memory and four times as long to fill.
 */
export interface TermTable {
  /** Number of terms. */
  size: number;
  /** Two entries a slot: the term, and its number plus one, 0 where the slot is free. A power of two of slots. */
  slots: Uint32Array;
}

/** Given for a term that the table does not hold. */
export const ABSENT = -1;

/** An empty table; it grows by itself. */
export function createTermTable(): TermTable {
  return { size: 0, slots: new Uint32Array(2 << 10) };
}

/** The number of the term, or `ABSENT`. */
export function findTerm(table: TermTable, term: number): number {
  return (table.slots[slotOf(table.slots, term) + 1] ?? 0) - 1;
}

/** The number of the term, which is new where the table did not hold it. */
export function addTerm(table: TermTable, term: number): number {
  const slot = slotOf(table.slots, term);
  const known = table.slots[slot + 1] ?? 0;
  if (known !== 0) return known - 1;
  table.slots[slot] = term;
  table.slots[slot + 1] = table.size + 1;
  table.size += 1;
  if (table.size * 2 > table.slots.length * FULL) grow(table);
  return table.size - 1;
}

/** Share of the slots in use at which the table doubles. */
const FULL = 0.8;

/** Place of the slot that holds the term, or of the free one where it belongs. */
function slotOf(slots: Uint32Array, term: number): number {
  const mask = slots.length - 2;
  const mixed = Math.imul(term, 0x9e3779b1);
  let slot = (mixed ^ (mixed >>> 15)) & mask;
  while (slots[slot + 1] !== 0 && slots[slot] !== term) slot = (slot + 2) & mask;
  return slot;
}

function grow(table: TermTable): void {
  const larger = new Uint32Array(table.slots.length * 2);
  for (let slot = 0; slot < table.slots.length; slot += 2) {
    const number = table.slots[slot + 1] ?? 0;
    if (number === 0) continue;
    const term = table.slots[slot] ?? 0;
    const target = slotOf(larger, term);
    larger[target] = term;
    larger[target + 1] = number;
  }
  table.slots = larger;
}
