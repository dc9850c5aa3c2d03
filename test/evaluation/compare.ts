/** How an answer is compared, the same as the evaluation sets say: NFKC, case, variants, white space and quotes folded. */
function foldForComparison(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/臺/g, '台')
    .replace(/佈/g, '布')
    .replace(/裏/g, '裡')
    .replace(/盃/g, '杯')
    .replace(/畵/g, '畫')
    .replace(/[\s「」『』“”"']/g, '');
}

/** What an answer must and must not hold. */
export interface Requirements {
  /** Each group needs one of its alternatives. */
  readonly must_include: readonly (readonly string[])[];
  readonly must_not: readonly string[];
  readonly must_not_regex: readonly string[];
}

/** What is missing from the text or should not be in it; empty for a good one. */
export function findFaults(text: string, wanted: Requirements): readonly string[] {
  const folded = foldForComparison(text);
  const missing = wanted.must_include
    .filter((group) => !group.some((alternative) => folded.includes(foldForComparison(alternative))))
    .map((group) => `missing ${group.join(' / ')}`);
  const present = wanted.must_not
    .filter((word) => folded.includes(foldForComparison(word)))
    .map((word) => `has ${word}`);
  const matched = wanted.must_not_regex
    .filter((pattern) => new RegExp(pattern.replace('(?i)', ''), pattern.startsWith('(?i)') ? 'ui' : 'u').test(text))
    .map((pattern) => `matches ${pattern}`);
  return [...missing, ...present, ...matched];
}
