import { posix } from 'node:path';
import { type MaskedSource, maskSource } from './mask-source.ts';

/** One source file as far as the rules look into it. Paths are from the project's root, with slashes. */
export interface Source extends MaskedSource {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
  readonly exports: readonly Export[];
}

/** An import, a re-export, a dynamic import or a `new URL('…', import.meta.url)`. */
export interface Import {
  /** As it is written. */
  readonly specifier: string;
  /** The file that it leads to; null for a package or a part of Node. */
  readonly path: string | null;
  /** Names as the other file exports them; `*` for all of it. */
  readonly names: readonly string[];
  /** True where this file passes the names on. */
  readonly passedOn: 'yes' | 'no';
}

/** A name that a file exports. */
export interface Export {
  readonly name: string;
  /** Where the name comes from, where it is passed on. */
  readonly from: { readonly path: string; readonly name: string } | null;
  /** Whether a doc comment stands right above it; a name that is passed on needs none. */
  readonly documented: 'yes' | 'no';
  /** True for a type that the file itself names elsewhere: it belongs to the signature of something else. */
  readonly inSignature: boolean;
}

/** Reads the imports and exports of one file. */
export function parseSource(path: string, text: string): Source {
  const masked = maskSource(text);
  const statements = readStatements(path, text, masked.code);
  return {
    path,
    text,
    ...masked,
    imports: [...statements.imports, ...readCalls(path, text, masked.code)],
    exports: [...statements.exports, ...readDeclarations(text, masked.code)],
  };
}

const statement = /^(import|export)\s+(?:type\s+)?((?:\{[^}]*\}|[\w$*\s,{}])*?)\s*(?:\bfrom\s*)?'([^'\n]*)'/gm;
const call = /\bimport\(\s*'([^'\n]*)'|\bnew URL\(\s*'([^'\n]*)',\s*import\.meta\.url/g;
const declaration =
  /^export\s+(?:default\s+)?(?:declare\s+)?(?:abstract\s+)?(?:async\s+)?(const|let|function\*?|class|interface|type|enum)\s+([\w$]+)/gm;
const list = /^export\s+(?:type\s+)?\{([^}]*)\}(?!\s*from)/gm;

function readStatements(path: string, text: string, code: string): Pick<Source, 'imports' | 'exports'> {
  const imports: Import[] = [];
  const exports: Export[] = [];
  for (const match of code.matchAll(statement)) {
    const [whole = '', keyword, clause = '', blanked = ''] = match;
    const end = match.index + whole.length - 1;
    const specifier = text.slice(end - blanked.length, end);
    const target = resolve(path, specifier);
    const names = readNames(clause);
    imports.push({
      specifier,
      path: target,
      names: names.map(([name]) => name),
      passedOn: keyword === 'export' ? 'yes' : 'no',
    });
    if (keyword !== 'export' || target === null) continue;
    exports.push(
      ...names.map(([name, as]) => ({
        name: as,
        from: { path: target, name },
        documented: 'yes' as const,
        inSignature: false,
      })),
    );
  }
  return { imports, exports };
}

/** Pairs of the name there and the name here: `{ a, type b as c }`, `* as d`, `e`. */
function readNames(clause: string): readonly (readonly [string, string])[] {
  const braces = /\{([^}]*)\}/.exec(clause)?.[1] ?? '';
  const outside = clause
    .replace(/\{[^}]*\}/, '')
    .replace(/,/g, ' ')
    .trim();
  const named = braces
    .split(',')
    .map((name) => name.trim().replace(/^type\s+/, ''))
    .filter((name) => name !== '')
    .map((name): readonly [string, string] => {
      const [there = '', here = there] = name.split(/\s+as\s+/);
      return [there, here];
    });
  if (outside.startsWith('*')) return [['*', '*'], ...named];
  return outside === '' ? named : [['default', outside], ...named];
}

function readCalls(path: string, text: string, code: string): readonly Import[] {
  return [...code.matchAll(call)].flatMap((match) => {
    const quote = match.index + match[0].indexOf("'");
    const specifier = text.slice(quote + 1, text.indexOf("'", quote + 1));
    const target = resolve(path, specifier);
    if (match[2] !== undefined && !/\.[cm]?[jt]s$/.test(specifier)) return [];
    return [{ specifier, path: target, names: ['*'], passedOn: 'no' as const }];
  });
}

function readDeclarations(text: string, code: string): readonly Export[] {
  const found: Export[] = [];
  for (const match of code.matchAll(declaration)) {
    const [, keyword = '', name = ''] = match;
    const inSignature = /^(?:interface|type)$/.test(keyword) && timesNamed(code, name) > 1;
    found.push({ name, from: null, documented: isDocumented(text, match.index) ? 'yes' : 'no', inSignature });
  }
  for (const match of code.matchAll(list)) {
    const names = readNames(`{${match[1] ?? ''}}`);
    found.push(...names.map(([, as]) => ({ name: as, from: null, documented: 'yes' as const, inSignature: false })));
  }
  // Overloads are several declarations of one name; the first one is documented.
  return found.filter((one, index) => found.findIndex((other) => other.name === one.name) === index);
}

function timesNamed(code: string, name: string): number {
  return code.match(new RegExp(`(?<![\\w$.])${name}(?![\\w$])`, 'g'))?.length ?? 0;
}

function isDocumented(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return /\/\*\*(?:(?!\*\/)[\s\S])*\*\/[ \t]*\n$/.test(before);
}

function resolve(path: string, specifier: string): string | null {
  return specifier.startsWith('.') ? posix.normalize(posix.join(posix.dirname(path), specifier)) : null;
}
