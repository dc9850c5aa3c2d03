import { describe, expect, it } from 'vitest';
import { codeRules } from './layers/code-rules.ts';
import { importRules } from './layers/import-rules.ts';
import { maskSource } from './layers/mask-source.ts';
import { parseSource } from './layers/parse-source.ts';
import { createProject, readProject } from './layers/read-project.ts';

/** The rules of the house. Each one must first find what is wrong in a small project that breaks it. */

const project = readProject();

describe('the house', () => {
  it('has source files in each of its five folders', () => {
    const folders = new Set([...project.sources.keys()].map((path) => path.split('/', 1)[0]));
    expect(folders).toEqual(new Set(['knowledge', 'prompts', 'bot', 'adapters', 'test']));
  });

  for (const rule of [...importRules, ...codeRules]) {
    it(`${rule.name}: the rule finds what breaks it`, () => {
      const found = rule.find(createProject(rule.twin, rule.scripts));
      expect(found).toHaveLength(rule.broken.length);
      for (const part of rule.broken)
        expect(
          found.filter((line) => line.startsWith(part)),
          part,
        ).toHaveLength(1);
    });

    it(rule.name, () => {
      expect(rule.find(project)).toEqual([]);
    });
  }
});

describe('parseSource()', () => {
  it('reads every form of import and export', () => {
    const source = parseSource(
      'bot/a.ts',
      [
        "import one, { two as second, type Three } from './b.ts';",
        "import * as all from '../knowledge/index.ts';",
        "import './effect.ts';",
        "export { four as five } from './c.ts';",
        "export * from './d.ts';",
        "const late = import('./e.ts');",
        "// import { no } from './comment.ts';",
        'const text = `import { no } from \x24{"x"}`;',
        '/** Doc. */',
        'export async function six() {}',
        'const seven = 7;',
        'export { seven };',
      ].join('\n'),
    );
    expect(source.imports.map(({ path, names }) => [path, names])).toEqual([
      ['bot/b.ts', ['default', 'two', 'Three']],
      ['knowledge/index.ts', ['*']],
      ['bot/effect.ts', []],
      ['bot/c.ts', ['four']],
      ['bot/d.ts', ['*']],
      ['bot/e.ts', ['*']],
    ]);
    expect(source.exports.map(({ name }) => name)).toEqual(['five', '*', 'six', 'seven']);
  });
});

describe('maskSource()', () => {
  it('keeps places and takes out comments, strings, templates and regular expressions', () => {
    const text = "a('x/*'); // b\n`c\x24{d({ e: `f` })}g`; h = /[/'\"]`/g / i; /* j */ k";
    const { code, uncommented } = maskSource(text);
    expect(code).toHaveLength(text.length);
    expect(code.replace(/\s+/g, ' ')).toBe("a(' '); ` \x24{d({ e: ` ` })} `; h = / /g / i; k");
    expect(uncommented).toContain("'x/*'");
    expect(uncommented).not.toMatch(/\/\/ b|j/);
  });
});
