const addresses = /(https:\/\/[\w.~:/?#@!$&*+,;=%-]*[\w/=])/;

/**
 * A text as the markdown of a message that shows exactly these characters: what documents and people wrote formats
 * nothing and links nowhere, but for whole addresses. Only `[1]` up to `marks` stays: Teams makes a source of it.
 */
export function escapeMarkdown(text: string, marks: number): string {
  return text
    .split(addresses)
    .map((piece, index) => (index % 2 === 1 ? linkTo(piece) : escapeMarked(piece, marks)))
    .join('');
}

/** Shows the address itself, so that it can deceive nobody; inside the brackets clients change nothing. */
function linkTo(address: string): string {
  return `[${escapePlain(address)}](${address.replaceAll('&', '&amp;')})`;
}

/** A mark before `(` or `:` would be a link; a word joiner parts them and is not seen. */
function escapeMarked(text: string, marks: number): string {
  return text
    .split(/(\[\d{1,2}\])/)
    .map((piece, index) => {
      const n = index % 2 === 1 ? Number(piece.slice(1, -1)) : 0;
      return n >= 1 && n <= marks ? piece : escapePlain(piece).replace(/^[(:]/, '\u2060$&');
    })
    .join('');
}

/** What would begin a list, a heading, a rule or a table at the start of a line. */
const atStart = /^[-+=#|]/;
const numberAtStart = /^(\d{1,9})([.)])/;

function escapePlain(text: string): string {
  return text
    .replace(/[\\`*_~[\]]/g, '\\$&')
    .replace(/!$/, '\\!')
    .replace(atStart, '\\$&')
    .replace(numberAtStart, '$1\\$2')
    .replace(/&(?=[#\w]+;)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
