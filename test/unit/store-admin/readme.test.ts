import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { keeping, keptTables } from '../../../adapters/stores/retention.ts';
import { tableNames } from '../../../adapters/stores/tables.ts';

const readme = readFileSync(new URL('../../../adapters/stores/README.md', import.meta.url), 'utf8');

/** The cells of the first table, by the name in its first cell. */
const rows = new Map(
  [...readme.matchAll(/^\| `([a-z_]+)` \|(.+)\|$/gm)].map(([, name = '', cells = '']) => [
    name,
    cells.split('|').map((cell) => cell.trim()),
  ]),
);

describe('adapters/stores/README.md', () => {
  it('lists every table of the schema, once and in its order', () => {
    expect([...rows.keys()]).toEqual(tableNames);
    for (const [name, cells] of rows)
      expect(
        cells.filter((cell) => cell !== ''),
        name,
      ).toHaveLength(4);
  });

  it('says how long each table is kept, as the retention does', () => {
    for (const name of tableNames) {
      const kept = rows.get(name)?.at(-1) ?? '';
      const days = Object.values(keeping).filter(({ table }) => table === name);
      expect(days.length > 0 || keptTables[name] !== undefined, name).toBe(true);
      for (const one of days) if (one.days > 0) expect(kept, name).toContain(`${one.days} days`);
      expect(kept, name).toContain(keptTables[name] ?? '');
    }
  });
});
