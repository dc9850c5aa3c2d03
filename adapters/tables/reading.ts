/** What came of reading a cell: its value, or a sentence in zh-TW that says why there is none. */
export type Reading<Value> = { readonly value: Value } | { readonly reason: string };

/** A value that was read. */
export function read<Value>(value: Value): { readonly value: Value } {
  return { value };
}

/** A cell that could not be read, and why. */
export function refuse(reason: string): { readonly reason: string } {
  return { reason };
}
