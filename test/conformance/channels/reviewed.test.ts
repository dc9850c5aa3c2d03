import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const readme = readFileSync(`${root}adapters/channels/README.md`, 'utf8');
const section = /## What reviewers check\n([\s\S]*?)\n## /.exec(readme)?.[1] ?? '';

/** A file that a row names, and the words that must stand in it. */
interface Named {
  readonly file: string;
  readonly words: readonly string[];
}

/** Each file with the quoted words that follow it, up to the next file. */
function namedIn(row: string): readonly Named[] {
  const parts = row.split(/`((?:test\/)?[\w/.-]+\/[\w.-]+\.(?:ts|yaml))`/).slice(1);
  return parts.flatMap((file, at) => {
    if (at % 2 === 1) return [];
    const words = [...(parts[at + 1] ?? '').matchAll(/“([^”]+)”/g)].map(([, name = '']) => name);
    return [{ file: file.startsWith('test/') ? file : `test/${file}`, words }];
  });
}

describe('what reviewers check, as the README tells', () => {
  const rows = section.split('\n').filter((line) => line.startsWith('| ') && !/^\| (?:---|what \|)/.test(line));

  it('is a list of many lines for each channel', () => {
    expect(rows.length).toBeGreaterThan(50);
  });

  it('has a test, a look or an honest gap behind every line', () => {
    const bare = rows.filter((row) => namedIn(row).length === 0 && !/\*\*Gap|the same/.test(row));
    expect(bare).toEqual([]);
  });

  it('names files that there are, and words that stand in them', () => {
    const wrong = rows.flatMap(namedIn).flatMap(({ file, words }) => {
      if (!existsSync(root + file)) return [`${file} is not there`];
      const text = readFileSync(root + file, 'utf8');
      return words.filter((one) => !text.includes(one)).map((one) => `${file} does not say “${one}”`);
    });
    expect(wrong).toEqual([]);
  });
});
