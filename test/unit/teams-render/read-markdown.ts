/** What a message of Teams shows: its characters, the marks that are sources, and its addresses. */
export interface ReadMarkdown {
  readonly shown: string;
  readonly marks: readonly number[];
  readonly links: readonly { readonly label: string; readonly address: string }[];
  /** Markup that is none of ours: what a document or a person wrote takes effect. */
  readonly loose: readonly string[];
}

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** The first that fits counts; `loose` is what must not be left. */
const tokens = new RegExp(
  [
    /\\(?<escaped>[!-/:-@[-`{-~])/,
    /(?<entity>&(?:lt|gt|amp);)/,
    /\[(?<mark>\d{1,2})\](?![(:])/,
    /\[(?<label>(?:\\.|&amp;|[^\]\\])*)\]\((?<address>[^)]*)\)/,
    /(?<bold>(?:^|(?<=\n\n))\*\*|\*\*(?=$|\n\n))/,
    /(?<loose>[\\`*_~[\]<>]|&[#\w]+;|!(?=\[)|(?:^|(?<=\n))(?:[-+=#]|\d{1,9}[.)](?! )| +))/,
    /\u2060/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

/** Reads the markdown of a message as strictly as any client may. */
export function readMarkdown(text: string): ReadMarkdown {
  const marks: number[] = [];
  const links: { label: string; address: string }[] = [];
  const loose: string[] = [];
  const shown = text.replace(tokens, (...found) => {
    const {
      escaped,
      entity,
      mark,
      label,
      address,
      bold,
      loose: left,
    }: Record<string, string | undefined> = found.at(-1);
    if (escaped !== undefined) return escaped;
    if (entity !== undefined) return entities[entity] ?? '';
    if (mark !== undefined) {
      marks.push(Number(mark));
      return `[${mark}]`;
    }
    if (label !== undefined && address !== undefined) {
      links.push({ label: readMarkdown(label).shown, address: address.replaceAll('&amp;', '&') });
      return readMarkdown(label).shown;
    }
    if (left !== undefined) loose.push(left);
    return bold === undefined && left !== undefined ? left : '';
  });
  return { shown, marks, links, loose };
}
