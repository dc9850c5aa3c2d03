/** How much of a source text is kept: comments go always, what stands inside quotation marks only in `code`. */
export interface MaskedSource {
  /** Without comments. Strings, templates and regular expressions stand as they are written. */
  readonly uncommented: string;
  /** Without comments and without the inside of strings, templates (but for `${…}`) and regular expressions. */
  readonly code: string;
}

/**
 * Blanks out what is no code, one space for one character, so that places and lines stay. TypeScript 7 offers its parser
 * under `unstable` only; imports, exports and a few names need no more than this.
 */
export function maskSource(text: string): MaskedSource {
  const uncommented = [...text.split('')];
  const code = [...text.split('')];
  const blank = (target: string[], from: number, to: number): void => {
    for (let at = from; at < to; at += 1) if (target[at] !== '\n') target[at] = ' ';
  };
  /** How many braces are open inside each `${` that is open. */
  const templates: number[] = [];
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at, at + 2);
    const one = text.charAt(at);
    if (rest === '//' || rest === '/*') {
      const end = endOfComment(text, at);
      blank(uncommented, at, end);
      blank(code, at, end);
      at = end;
    } else if (one === "'" || one === '"') {
      const end = endOfQuoted(text, at, one);
      blank(code, at + 1, end - 1);
      at = end;
    } else if (one === '`' || (one === '}' && templates.at(-1) === 0)) {
      const end = endOfTemplatePiece(text, at + 1);
      if (one === '}') templates.pop();
      if (text.charAt(end - 1) === '{') templates.push(0);
      blank(code, at + 1, end - (text.charAt(end - 1) === '{' ? 2 : 1));
      at = end;
    } else if (one === '/' && beginsExpression(code.slice(Math.max(0, at - 40), at).join(''))) {
      const end = endOfRegularExpression(text, at);
      blank(code, at + 1, end - 1);
      at = end;
    } else {
      const open = templates.at(-1);
      if (open !== undefined && one === '{') templates[templates.length - 1] = open + 1;
      if (open !== undefined && one === '}') templates[templates.length - 1] = open - 1;
      at += 1;
    }
  }
  return { uncommented: uncommented.join(''), code: code.join('') };
}

function endOfComment(text: string, from: number): number {
  const line = text.startsWith('//', from);
  const end = text.indexOf(line ? '\n' : '*/', from + 2);
  if (end === -1) return text.length;
  return line ? end : end + 2;
}

function endOfQuoted(text: string, from: number, mark: string): number {
  let at = from + 1;
  while (at < text.length && text.charAt(at) !== mark && text.charAt(at) !== '\n')
    at += text.charAt(at) === '\\' ? 2 : 1;
  return at + 1;
}

/** Behind the closing back quote, or behind the `${` that comes first. */
function endOfTemplatePiece(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    if (text.charAt(at) === '`') return at + 1;
    if (text.startsWith('\x24{', at)) return at + 2;
    at += text.charAt(at) === '\\' ? 2 : 1;
  }
  return text.length;
}

function endOfRegularExpression(text: string, from: number): number {
  let inClass = false;
  for (let at = from + 1; at < text.length; at += 1) {
    const one = text.charAt(at);
    if (one === '\\') at += 1;
    else if (one === '\n') return at;
    else if (one === '[') inClass = true;
    else if (one === ']') inClass = false;
    else if (one === '/' && !inClass) return at + 1;
  }
  return text.length;
}

/** Whether a slash after this is a regular expression and not a division. */
function beginsExpression(before: string): boolean {
  const last = before.trimEnd();
  return (
    last === '' || /[(,=:[!&|?{};+\-*%<>~^]$/.test(last) || /\b(?:return|typeof|case|in|of|await|yield)$/.test(last)
  );
}
