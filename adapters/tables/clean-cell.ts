/** The text of a cell as it is compared and kept: one line, no characters that are not seen, no spaces around it. */
export function cleanCell(text: string): string {
  return text.replace(unseen, '').replace(breaks, ' ').trim();
}

const unseen = /[\u200B-\u200D\u2060\uFEFF\u00AD]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters in a cell are noise of the system that wrote it.
const breaks = /[\u0000-\u001F\u007F-\u009F\u00A0\u2028\u2029]+/g;
