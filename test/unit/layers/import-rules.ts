import { exportUses, findCycle, findReachable } from './graph.ts';
import type { Import, Source } from './parse-source.ts';
import type { Project } from './read-project.ts';
import type { Rule } from './rule.ts';

/** From left to right: a folder imports only itself and what stands on its left. */
const folders: readonly string[] = ['knowledge', 'prompts', 'bot', 'adapters', 'test'];
/** Folders that do no I/O and have a door. */
const inner: readonly string[] = ['knowledge', 'prompts', 'bot'];
/** Packages that compute and touch nothing: what the pure folders may import. */
const purePackages: readonly string[] = ['zod', 'js-yaml', 'opencc-js', 'pinyin-pro'];

/** Rules on who imports whom. */
export const importRules: readonly Rule[] = [
  {
    name: 'a folder imports only what stands on its left',
    find: (project) =>
      eachImport(project, (source, { path }) => {
        if (path === null) return false;
        const [from, to] = [folderOf(source.path), folderOf(path)].map((folder) => folders.indexOf(folder));
        return from === undefined || to === undefined || to === -1 || to > from;
      }),
    twin: {
      'knowledge/a.ts': "import { b } from '../bot/b.ts';",
      'bot/b.ts': "export * from '../adapters/c.ts';",
      'adapters/c.ts': "import { a } from '../knowledge/a.ts';",
    },
    broken: ['knowledge/a.ts', 'bot/b.ts'],
  },
  {
    // Unit tests look at the files behind the door: they are about those files.
    name: 'an inner folder is imported from outside through its index.ts only',
    find: (project) =>
      eachImport(project, (source, { path }) => {
        const from = folderOf(source.path);
        if (path === null || from === 'test') return false;
        const to = folderOf(path);
        return from !== to && inner.includes(to) && path !== `${to}/index.ts`;
      }),
    twin: {
      'bot/b.ts': "import type { A } from '../knowledge/a.ts';\nimport { c } from '../knowledge/index.ts';",
      'adapters/c.ts': "import {\n  b,\n} from '../bot/b.ts';",
    },
    broken: ['bot/b.ts', 'adapters/c.ts'],
  },
  {
    name: 'knowledge, prompts and bot import no part of Node and only packages that compute',
    find: (project) =>
      eachImport(project, (source, { specifier, path }) => {
        if (path !== null || !inner.includes(folderOf(source.path))) return false;
        return !purePackages.includes(
          specifier
            .split('/')
            .slice(0, specifier.startsWith('@') ? 2 : 1)
            .join('/'),
        );
      }),
    twin: {
      'bot/a.ts': "import { readFileSync } from 'node:fs';",
      'prompts/b.ts': "const pino = await import('pino');",
      'knowledge/c.ts': "import { z } from 'zod';",
    },
    broken: ['bot/a.ts', 'prompts/b.ts'],
  },
  {
    name: 'only adapters/compose.ts knows two siblings below adapters',
    find: ({ sources }) =>
      [...sources.values()].flatMap((source) => {
        if (folderOf(source.path) !== 'adapters' || source.path === 'adapters/compose.ts') return [];
        const own = adapterOf(source.path);
        const known = [...new Set(source.imports.map(({ path }) => (path === null ? null : adapterOf(path))))];
        const others = known.filter((adapter) => adapter !== null && adapter !== own);
        return others.length > (own === null ? 1 : 0) ? [`${source.path} knows ${others.join(', ')}`] : [];
      }),
    twin: {
      'adapters/channels/web/a.ts': "import { b } from '../cli/b.ts';",
      'adapters/channels/cli/b.ts': "import { s } from '../../stores/s.ts';",
      'adapters/both.ts': "import './channels/web/a.ts';\nimport './stores/s.ts';",
      'adapters/compose.ts': "import './channels/web/a.ts';\nimport './stores/s.ts';",
    },
    broken: ['adapters/channels/web/a.ts', 'adapters/channels/cli/b.ts', 'adapters/both.ts'],
  },
  {
    name: 'no imports go round in a circle',
    find: ({ sources }) => {
      const cycle = findCycle(sources);
      return cycle === null ? [] : [cycle.join(' → ')];
    },
    twin: {
      'bot/a.ts': "import type { B } from './b.ts';",
      'bot/b.ts': "export { c } from './c.ts';",
      'bot/c.ts': "import { a } from './a.ts';",
    },
    broken: ['bot/a.ts → bot/b.ts → bot/c.ts → bot/a.ts'],
  },
  {
    name: 'every file that is imported or started exists',
    find: (project) => [
      ...eachImport(project, (_, { path }) => path !== null && /\.[jt]s$/.test(path) && !project.sources.has(path)),
      ...project.entries
        .filter((path) => !project.sources.has(path) && !path.includes('*'))
        .map((path) => `package.json starts ${path}`),
    ],
    twin: { 'bot/a.ts': "import { b } from './b.ts';" },
    scripts: ['node adapters/nowhere.ts'],
    broken: ['bot/a.ts imports ./b.ts', 'package.json starts adapters/nowhere.ts'],
  },
  {
    name: 'every file is reached from a script of package.json or from a test',
    find: ({ sources, entries }) => {
      const starts = [...entries, ...[...sources.keys()].filter(isTest)];
      const reached = findReachable(sources, starts);
      // What a browser loads stands below public/ and is named in markup, not imported.
      return [...sources.keys()].filter((path) => !reached.has(path) && !path.includes('/public/'));
    },
    twin: {
      'bot/a.ts': '',
      'bot/b.ts': '',
      'bot/c.ts': '',
      'test/a.test.ts': "import '../bot/a.ts';",
      'adapters/main.ts': "import '../bot/b.ts';",
    },
    scripts: ['node adapters/main.ts'],
    broken: ['bot/c.ts'],
  },
  {
    name: 'every export is imported by somebody',
    find: ({ sources }) => {
      const uses = exportUses(sources);
      return [...sources.values()].flatMap((source) =>
        source.exports
          .filter(({ name, inSignature }) => !inSignature && !(uses.get(source.path)?.has(name) ?? false))
          .map(({ name }) => `${source.path} exports ${name}`),
      );
    },
    twin: {
      'bot/index.ts': "export { used, type Unused } from './a.ts';",
      'bot/a.ts':
        '/** a */\nexport const used: Made = 1;\n/** b */\nexport interface Unused {}\n/** c */\nexport function lonely() {}\n/** d */\nexport type Made = 1;',
      'adapters/main.ts': "import { used } from '../bot/index.ts';",
    },
    broken: ['bot/index.ts exports Unused', 'bot/a.ts exports Unused', 'bot/a.ts exports lonely'],
  },
];

function eachImport(project: Project, breaks: (source: Source, one: Import) => boolean): readonly string[] {
  return [...project.sources.values()].flatMap((source) =>
    source.imports.filter((one) => breaks(source, one)).map((one) => `${source.path} imports ${one.specifier}`),
  );
}

function folderOf(path: string): string {
  return path.split('/', 1)[0] ?? '';
}

/** `adapters/stores`, `adapters/channels/web`; null for a file that stands right in `adapters`. */
function adapterOf(path: string): string | null {
  const parts = path.split('/').slice(0, -1);
  if (parts[0] !== 'adapters' || parts.length < 2) return null;
  return parts.slice(0, parts[1] === 'channels' ? 3 : 2).join('/');
}

/** What the test runner finds by its name: tests, those against real peers, and their configuration. */
function isTest(path: string): boolean {
  return path.startsWith('test/') && /(?:\.test|\.peer|\/vitest\.config)\.ts$/.test(path);
}
