/** Markup that is safe to send: only `html` makes it, and `html` escapes what it is given. */
class Markup {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/** Safe markup; `String(markup)` is what is sent. */
export type Html = Markup;

/** What may stand in a template: text is escaped, markup is kept, null is nothing. */
export type HtmlValue = string | number | null | Html | readonly Html[];

/** `` html`<p>${text}</p>` `` is markup in which every text is escaped, in element content and in quoted attributes. */
export function html(literals: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Markup(literals.map((literal, index) => literal + write(values[index] ?? null)).join(''));
}

function write(value: HtmlValue): string {
  if (value === null) return '';
  if (value instanceof Markup) return value.toString();
  if (typeof value === 'object') return value.map(write).join('');
  return escapeText(String(value));
}

// Control characters are not allowed in HTML; a lone surrogate cannot be sent as UTF-8.
function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n]/gu, '')
    .replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
