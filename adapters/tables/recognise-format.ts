/** What a file is by its first bytes; the ending of its name says little, because systems name pages and old files `.xls`. */
export type Format = 'text' | 'archive' | 'encrypted' | 'oldExcel' | 'markup' | 'otherFormat';

const signatures: readonly (readonly [Format, readonly number[]])[] = [
  ['archive', [0x50, 0x4b, 0x03, 0x04]],
  ['archive', [0x50, 0x4b, 0x05, 0x06]],
  ['otherFormat', [0x25, 0x50, 0x44, 0x46]],
  ['otherFormat', [0x89, 0x50, 0x4e, 0x47]],
  ['otherFormat', [0xff, 0xd8, 0xff]],
  ['otherFormat', [0x1f, 0x8b]],
  ['otherFormat', [0x52, 0x61, 0x72, 0x21]],
  ['otherFormat', [0x37, 0x7a, 0xbc, 0xaf]],
];
/** Both an `.xls` file and an XLSX file with a password stand in this container. */
const container: readonly number[] = [0xd0, 0xcf, 0x11, 0xe0];

/** Recognises a format; what is not known is text, of which the decoder judges. */
export function recogniseFormat(bytes: Uint8Array): Format {
  if (startsWith(bytes, container)) return isEncrypted(bytes) ? 'encrypted' : 'oldExcel';
  const known = signatures.find(([, signature]) => startsWith(bytes, signature));
  if (known !== undefined) return known[0];
  const start = new TextDecoder('latin1')
    .decode(bytes.subarray(0, 1024))
    .replace(/\0/g, '')
    .replace(/^(?:ï»¿|ÿþ|þÿ)/, '');
  return /^\s*<(?:!doctype|html|head|meta|table|style|\?xml|\?mso|!--|body|div)\b/i.test(start) ? 'markup' : 'text';
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return bytes.length >= signature.length && signature.every((byte, index) => bytes[index] === byte);
}

/** The stream of an encrypted workbook is named in UTF-16 in the container's directory. */
function isEncrypted(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
}
