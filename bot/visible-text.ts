/** Code points that show nothing, from and to, both included; a regular expression of them would read as one character. */
const invisible: readonly (readonly [number, number])[] = [
  [0x00ad, 0x00ad],
  [0x034f, 0x034f],
  [0x061c, 0x061c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xe0000, 0xe0fff],
];

/**
 * The text as a person sees it: characters that show nothing (tags, zero width, direction marks, variation selectors,
 * control characters) are taken out, so that nobody can hide an instruction in a message. Line ends and tabs stay.
 */
export function keepVisible(text: string): string {
  let visible = '';
  for (const character of text) if (isVisible(character.codePointAt(0) ?? 0)) visible += character;
  return visible;
}

function isVisible(code: number): boolean {
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return code === 0x09 || code === 0x0a || code === 0x0d;
  return !invisible.some(([from, to]) => code >= from && code <= to);
}
