/** The words of a message without the marks that Slack puts around links, names and its own three characters. */
export function plainWords(text: string): string {
  return text
    .replaceAll(/<([^<>]*)>/g, (_, inside: string) => nameInside(inside))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}

/** The same without the mentions of these accounts. */
export function withoutMentions(text: string, accounts: ReadonlySet<string>): string {
  return text.replaceAll(/[ \t]?<@(\w+)(?:\|[^<>]*)?>/g, (mention, account: string) =>
    accounts.has(account) ? '' : mention,
  );
}

/** Whether one of these accounts is mentioned. */
export function mentions(text: string, accounts: ReadonlySet<string>): boolean {
  return [...text.matchAll(/<@(\w+)(?:\|[^<>]*)?>/g)].some(([, account]) => accounts.has(account ?? ''));
}

/** `@U1|name`, `#C1|name`, `!here`, `https://…|label`. */
function nameInside(inside: string): string {
  const at = inside.indexOf('|');
  const [target, label] = at === -1 ? [inside, ''] : [inside.slice(0, at), inside.slice(at + 1)];
  const sign = /^[@#!]/.exec(target)?.[0];
  if (sign === undefined) return label === '' ? target.replace(/^mailto:/, '') : label;
  const name = label === '' ? target.slice(1) : label;
  const shown = sign === '#' ? '#' : '@';
  return name.startsWith(shown) ? name : `${shown}${name}`;
}
