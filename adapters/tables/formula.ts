/**
 * The text as it stands in a CSV file: what a spreadsheet program would take for a formula begins with an apostrophe.
 * `restoreFormula` is its inverse.
 */
export function neutraliseFormula(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** A cell of a CSV file as it was meant: our own apostrophe is taken away, and `="00123"`, which keeps leading zeros, is 00123. */
export function restoreFormula(text: string): string {
  const quoted = /^="([^"]*)"$/.exec(text)?.[1];
  if (quoted !== undefined) return quoted.trim();
  return neutralised.test(text) ? text.slice(1) : text;
}

/** True for a text that a spreadsheet program computes: there is no value to take over. */
export function isFormula(text: string): boolean {
  return /^[=＝]/.test(text);
}

/** Full-width signs count: in a Chinese locale they start a formula as well. */
const formula = /^'*[=+\-@\t\r＝＋－＠]/;
const neutralised = /^'+[=+\-@\t\r＝＋－＠]/;
