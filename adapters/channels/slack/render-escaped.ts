/** The three characters that the platform reads as its own, written as it wants them in formatted text. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Characters of a text, or of whole blocks, as the platform may count them: as JSON, and its own three characters escaped. */
export function countedLength(content: unknown): number {
  const json = JSON.stringify(content);
  return /[&<>]/.test(json) ? escapeText(json).length : json.length;
}
