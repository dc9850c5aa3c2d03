/**
 * Takes plural, `-ing` and `-ed` from an English word, so that `courses`, `training` and `trained` meet their base form.
 * Light on purpose: a stem need not be a word, it only has to be the same on both sides. Lower case in and out.
 */
export function stemEnglish(word: string): string {
  if (word.length < 4 || !ENGLISH.test(word)) return word;
  const singular = stripPlural(word);
  const base = stripEnding(singular, 'ing') ?? stripEnding(singular, 'ed') ?? singular;
  return base.length > 4 && base.endsWith('e') ? base.slice(0, -1) : base;
}

const ENGLISH = /^[a-z]+$/;
const VOWEL = /[aeiouy]/;

function stripPlural(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return /[^suia]s$/.test(word) ? word.slice(0, -1) : word;
}

/** The word without the ending where a syllable is left (not `ring`, `need`); a doubled consonant is made single. */
function stripEnding(word: string, ending: string): string | undefined {
  if (!word.endsWith(ending)) return undefined;
  const rest = word.slice(0, -ending.length);
  if (rest.length < 3 || !VOWEL.test(rest) || rest.endsWith('e')) return undefined;
  return /([bdgmnprt])\1$/.test(rest) ? rest.slice(0, -1) : rest;
}
