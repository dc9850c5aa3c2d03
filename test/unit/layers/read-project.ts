import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { parseSource, type Source } from './parse-source.ts';

/** All source files, by path, and the files that `package.json` starts. */
export interface Project {
  readonly sources: ReadonlyMap<string, Source>;
  /** Paths that scripts of `package.json` name; they need not exist. */
  readonly entries: readonly string[];
}

const root = fileURLToPath(new URL('../../../', import.meta.url));
const manifest = z.object({ scripts: z.record(z.string(), z.string()) });

/** Reads this project. Scripts of a web page are sources as well; what is only meant for a browser is reached by no import. */
export function readProject(): Project {
  const paths = globSync('{knowledge,prompts,bot,adapters,test}/**/*.{ts,js}', {
    cwd: root,
    exclude: (path) => path.endsWith('node_modules'),
  }).map((path) => path.replaceAll('\\', '/'));
  const texts = Object.fromEntries(paths.sort().map((path) => [path, readFileSync(`${root}/${path}`, 'utf8')]));
  const { scripts } = manifest.parse(JSON.parse(readFileSync(`${root}/package.json`, 'utf8')));
  return createProject(texts, Object.values(scripts));
}

/** A project of texts by path and of scripts, for the rules' own checks. */
export function createProject(texts: Readonly<Record<string, string>>, scripts: readonly string[] = []): Project {
  const sources = new Map(Object.entries(texts).map(([path, text]) => [path, parseSource(path, text)]));
  return { sources, entries: scripts.flatMap((script) => script.match(/[\w./-]+\.ts\b/g) ?? []) };
}
