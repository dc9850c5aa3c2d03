import type { Source } from './parse-source.ts';
import type { Project } from './read-project.ts';
import type { Rule } from './rule.ts';

/** Lines from which a file has two ideas in it. */
const linesMax = 250;
/** Files that may be longer, each with its reason. Empty: split the file instead. */
const longFiles: Readonly<Record<string, string>> = {};

const clockAndWorld: readonly (readonly [string, RegExp])[] = [
  ['Date.now', /\bDate\s*\.\s*now\b/],
  ['new Date of now', /\bnew\s+Date\b(?!\s*\(\s*Date\s*\.\s*UTC\b)/],
  ['Date()', /(?<!new\s+|\.)\bDate\s*\(/],
  ['Math.random', /\bMath\s*\.\s*random\b/],
  ['randomness', /\bcrypto\s*[.[]/],
  ['process', /(?<![.\w])process\s*[.[?]/],
  ['fetch', /(?<![.\w])fetch\s*\(/],
  ['a timer', /(?<![.\w])(?:setTimeout|setInterval|setImmediate|queueMicrotask)\s*\(/],
  ['performance', /(?<![.\w])performance\s*\./],
  ['globalThis', /\bglobalThis\b/],
  ['console', /(?<![.\w])console\s*\./],
];

const platforms = /slack|discord|adaptive[ _-]?card|block[ _-]?kit|botbuilder|(?<![A-Za-z])teams(?![a-z])|\bmsteams/i;

/** Rules on what stands in a file and what it is called. */
export const codeRules: readonly Rule[] = [
  {
    name: 'knowledge, prompts and bot use no clock, no randomness, no process and no network',
    find: (project) =>
      eachSource(project, isInner, ({ code }) =>
        clockAndWorld.filter(([, pattern]) => pattern.test(code)).map(([name]) => name),
      ),
    twin: {
      'bot/a.ts': 'const a = Date.now();',
      'bot/b.ts': 'const b = new Date();',
      'prompts/c.ts': 'const c = `\x24{Math.random()}`;',
      'knowledge/d.ts': 'if (/[/]`/.test(x)) await fetch(process.env.URL);',
      'knowledge/right.ts':
        "// Date.now()\nconst a = 'fetch()'; const d = new Date(Date.UTC(year, month, 0)); a.process(b);",
      'adapters/clock.ts': 'export const now = () => Date.now();',
    },
    broken: [
      'bot/a.ts: Date.now',
      'bot/b.ts: new Date of now',
      'prompts/c.ts: Math.random',
      'knowledge/d.ts: process, fetch',
    ],
  },
  {
    name: 'knowledge, prompts and bot name no platform',
    find: (project) =>
      eachSource(project, isInner, ({ path, uncommented }) => {
        const named = platforms.exec(uncommented)?.[0] ?? platforms.exec(path)?.[0];
        return named === undefined ? [] : [named];
      }),
    twin: {
      'bot/a.ts': "if (channel === 'slack') shorten();",
      'bot/slack-reply.ts': '',
      'prompts/b.ts': "const b = { 'zh-TW': '請在Teams回覆' };",
      'knowledge/right.ts': '/* Teams shows six actions */ const steams = 1;',
    },
    broken: ['bot/a.ts', 'bot/slack-reply.ts', 'prompts/b.ts'],
  },
  {
    name: 'no file is called utils, helpers, common, misc, shared or types',
    find: ({ sources }) => [...sources.keys()].filter((path) => path.split('/').some((part) => nameless.test(part))),
    twin: {
      'bot/utils.ts': '',
      'bot/date-helper.ts': '',
      'adapters/shared/a.ts': '',
      'bot/visible-text.ts': '',
      'test/unit/commons.test.ts': '',
    },
    broken: ['bot/utils.ts', 'bot/date-helper.ts', 'adapters/shared/a.ts'],
  },
  {
    name: `no file has more than ${linesMax} lines`,
    find: ({ sources }) =>
      [...sources.values()]
        .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
        .filter(({ path, lines }) => lines > linesMax && longFiles[path] === undefined)
        .map(({ path, lines }) => `${path} has ${lines} lines`),
    twin: { 'bot/a.ts': 'a;\n'.repeat(linesMax + 1), 'bot/b.ts': 'b;\n'.repeat(linesMax) },
    broken: ['bot/a.ts'],
  },
  {
    name: 'every export has a doc comment right above it',
    find: (project) =>
      eachSource(
        project,
        () => true,
        ({ exports }) => exports.filter((one) => one.documented === 'no').map((one) => one.name),
      ),
    twin: {
      'bot/a.ts':
        '/** What it is. */\n\nexport const far = 1;\nexport function bare() {}\n/** One. */\nexport type Right = 1;',
      'bot/b.ts': '// Not a doc comment.\nexport interface Plain {}\n/* Nor this. */\nexport class Neither {}',
    },
    broken: ['bot/a.ts: far, bare', 'bot/b.ts: Plain, Neither'],
  },
];

const nameless = /(?:^|[-.])(?:utils?|helpers?|common|misc|shared|types)(?:[-.]|$)/;

function isInner({ path }: Source): boolean {
  return /^(?:knowledge|prompts|bot)\//.test(path);
}

function eachSource(
  { sources }: Project,
  applies: (source: Source) => boolean,
  find: (source: Source) => readonly string[],
): readonly string[] {
  return [...sources.values()]
    .filter(applies)
    .map((source) => ({ path: source.path, found: find(source) }))
    .filter(({ found }) => found.length > 0)
    .map(({ path, found }) => `${path}: ${found.join(', ')}`);
}
