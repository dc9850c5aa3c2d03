import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { OperatorError } from '../bot/index.ts';
import { runCommand } from './contracts/run-command.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const readme = readFileSync(`${root}README.md`, 'utf8');
const scripts: Readonly<Record<string, string>> = JSON.parse(readFileSync(`${root}package.json`, 'utf8')).scripts;

/** Every `npm run X` and `npm X` that a text names. */
function commandsIn(text: string): readonly string[] {
  return [...text.matchAll(/npm (?:run (?:--silent )?)?(start|test|[a-z:-]+)(?=[ `\n])/g)]
    .map(([, name = '']) => name)
    .filter((name) => !['ci', 'run', 'and'].includes(name));
}

describe('README.md', () => {
  it('names only commands that package.json has', () => {
    const unknown = commandsIn(readme).filter((name) => scripts[name] === undefined);
    expect(commandsIn(readme).length).toBeGreaterThan(8);
    expect(unknown).toEqual([]);
    expect(commandsIn('npm run nonsense ')).toEqual(['nonsense']);
  });

  it('shows an example line that is answered as it says', async () => {
    const example = /echo '(\{.*?\})' \| npm run --silent ask -- --jsonl/.exec(readme)?.[1] ?? '';
    const { code, lines } = await runCommand('ask', ['--jsonl'], `${example}\n`);
    expect(code).toBe(0);
    expect(JSON.stringify(lines[0])).toContain('配分由各機關視業務特性自訂');
  });

  it('lists the variables that .env.example and the configuration have', () => {
    const listed = [...readme.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);
    const example = [...readFileSync(`${root}.env.example`, 'utf8').matchAll(/^#? ?([A-Z_]+)=/gm)].map(
      ([, name]) => name,
    );
    expect(listed.toSorted()).toEqual(example.toSorted());
  });

  it('tells the repair of what an operator reads first', () => {
    for (const code of [
      'portInUse',
      'configInvalid',
      'contentInvalid',
      'contentUnreadable',
      'storeCorrupt',
      'storeNewer',
      'storeFull',
      'storeNotWritable',
      'storeUnreachable',
    ] as const) {
      const begins = new OperatorError(code, '').message.split('"')[0] ?? '';
      expect(readme).toContain(begins.trim());
    }
  });
});
