/** Every text that a person can see in blocks, in order and without white space, so that what was split is whole again. */
export function wordsShown(blocks: unknown): string {
  return squeeze(collect(blocks).join(''));
}

/** A text as `wordsShown()` has it: without white space, and without what no platform takes. */
export function squeeze(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a platform takes none of them
  return text.toWellFormed().replace(/[\s\u0000-\u001f\u007f\u200b\u2060\ufeff]/g, '');
}

function collect(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(collect);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' ? (key === 'text' || key === 'url' ? [inner] : []) : collect(inner),
  );
}
