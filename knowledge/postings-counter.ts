/** Counts the terms of documents one after another; `layOutPostings()` makes postings of it. */
export interface PostingsCounter {
  /** By entry: the term, and how often the document has it, at most 255. */
  terms: Uint32Array;
  counts: Uint8Array;
  entries: number;
  /** By document: its first entry, and its length in terms. */
  readonly firsts: number[];
  readonly lengths: number[];
  /** Working space of one document: two entries a slot, the term, and its entry plus one. */
  slots: Uint32Array;
}

/** A counter of no documents. */
export function createPostingsCounter(): PostingsCounter {
  return {
    terms: new Uint32Array(1 << 12),
    counts: new Uint8Array(1 << 12),
    entries: 0,
    firsts: [],
    lengths: [],
    slots: new Uint32Array(0),
  };
}

/**
 * Counts one document more; only the first `length` of `read` count. Repetitions are found in a table of this document
 * alone, which stays in the nearest cache; the table of all terms is filled afterwards, in one go.
 */
export function countDocument(counter: PostingsCounter, read: Uint32Array, length: number): void {
  counter.firsts.push(counter.entries);
  counter.lengths.push(length);
  const slotEntries = 2 * slotsFor(length);
  const mask = slotEntries - 2;
  reserve(counter, length, slotEntries);
  const { slots, terms, counts } = counter;
  const first = counter.entries;
  let entries = first;
  for (let at = 0; at < length; at += 1) {
    const term = read[at] ?? 0;
    const mixed = Math.imul(term, 0x9e3779b1);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    // A slot of an earlier document counts as free: its entry is below the first of this one.
    while ((slots[slot + 1] ?? 0) > first && slots[slot] !== term) slot = (slot + 2) & mask;
    const known = slots[slot + 1] ?? 0;
    if (known > first) {
      counts[known - 1] = Math.min(COUNT_MAX, (counts[known - 1] ?? 0) + 1);
      continue;
    }
    terms[entries] = term;
    counts[entries] = 1;
    entries += 1;
    slots[slot] = term;
    slots[slot + 1] = entries;
  }
  counter.entries = entries;
}

/** More changes nothing in a saturated weight. */
const COUNT_MAX = 255;

/** At most half full, and no more than that, so that a short document after a long one stays in the nearest cache. */
function slotsFor(terms: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(64, terms * 2)));
}

function reserve(counter: PostingsCounter, more: number, slotEntries: number): void {
  if (counter.slots.length < slotEntries) counter.slots = new Uint32Array(slotEntries);
  if (counter.entries + more <= counter.terms.length) return;
  const size = Math.max(counter.entries + more, counter.terms.length * 2);
  const terms = new Uint32Array(size);
  terms.set(counter.terms);
  counter.terms = terms;
  const counts = new Uint8Array(size);
  counts.set(counter.counts);
  counter.counts = counts;
}
