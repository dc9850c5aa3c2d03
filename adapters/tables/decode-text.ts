/** A text and how it was encoded. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: 'UTF-8' | 'UTF-16' | 'Big5';
}

/** Characters that are looked at to tell text from something else. */
const sampleCharacters = 20_000;
/** The share of characters that cannot stand in a text, above which it is none. */
const strangeShareMax = 0.1;

/**
 * Decodes a text by its byte order mark, else as UTF-8 where it is valid, else as Big5 (which Taiwanese systems still export;
 * CP950 differs in signs that no course name has). A file with a few broken bytes is read in the encoding that breaks least,
 * with U+FFFD in their place. Null for what is no text.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const decoded = decode(bytes);
  return isText(decoded.text) ? decoded : null;
}

function decode(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return as('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return as('utf-16be', bytes);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return as('utf-8', bytes);
  const wide = guessWide(bytes);
  if (wide !== null) return as(wide, bytes);
  if (isValid('utf-8', bytes)) return as('utf-8', bytes);
  if (isValid('big5', bytes)) return as('big5', bytes);
  const [one, other] = [as('utf-8', bytes), as('big5', bytes)];
  return countBroken(one.text) <= countBroken(other.text) ? one : other;
}

/** UTF-16 without a mark: zeros on one side of the pairs, as commas, digits and line breaks have them. */
function guessWide(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, 4096) & ~1;
  let [even, odd] = [0, 0];
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) even += 1;
    if (bytes[index + 1] === 0) odd += 1;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.05 && even < pairs * 0.01) return 'utf-16le';
  return even > pairs * 0.05 && odd < pairs * 0.01 ? 'utf-16be' : null;
}

const names = { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16', big5: 'Big5' } as const;

function as(label: keyof typeof names, bytes: Uint8Array): DecodedText {
  return { text: new TextDecoder(label).decode(bytes), encoding: names[label] };
}

function isValid(label: string, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(label, { fatal: true }).decode(bytes);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function countBroken(text: string): number {
  return text.split('\uFFFD').length;
}

function isText(text: string): boolean {
  const sample = text.slice(0, sampleCharacters);
  const strange = sample.match(strangeCharacters)?.length ?? 0;
  return strange <= sample.length * strangeShareMax;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells other files from text.
const strangeCharacters = /[\u0000-\u0008\u000E-\u001F\uFFFD]/g;
