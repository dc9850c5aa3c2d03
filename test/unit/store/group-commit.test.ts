import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { Kysely, SqliteDialect } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGroupCommit } from '../../../adapters/stores/group-commit.ts';
import type { Database } from '../../../adapters/stores/schema.ts';

type Numbers = { number: { value: number } };

let file: DatabaseSync;
let db: Kysely<Database>;
let statements: string[];

beforeEach(() => {
  file = new DatabaseSync(':memory:');
  file.exec('create table number (value integer primary key)');
  statements = [];
  db = new Kysely<Database>({
    dialect: new SqliteDialect({
      database: {
        close: () => file.close(),
        prepare(text) {
          statements.push(text);
          // As the engine does: what SQLite has undone by itself is not undone again.
          const undone = text === 'rollback' && !file.isTransaction;
          const statement = file.prepare(undone ? 'select 1' : text);
          return {
            reader: statement.columns().length > 0,
            all: (values) => statement.all(...(values as number[])),
            run: (values) => statement.run(...(values as number[])),
            iterate: (values) => statement.iterate(...(values as number[])),
          };
        },
      },
    }),
  });
});

afterEach(() => db.destroy());

const kept = (): readonly unknown[] =>
  file
    .prepare('select value from number order by value')
    .all()
    .map(({ value }) => value);

function createWriter() {
  const together = createGroupCommit(db, (statement) => file.exec(statement));
  return (values: readonly number[], end: 'done' | 'throws' | 'undoesAll') =>
    together(async (transaction) => {
      const numbers = transaction.withTables<Numbers>();
      for (const value of values) await numbers.insertInto('number').values({ value }).execute();
      if (end === 'undoesAll') file.exec('rollback');
      if (end !== 'done') throw new Error(`${end} ${values.join()}`);
      return values.length;
    });
}

describe('createGroupCommit()', () => {
  it('keeps what the works that end well wrote, nothing of the others, and tells each its own end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            size: fc.integer({ min: 0, max: 3 }),
            end: fc.constantFrom('done' as const, 'throws' as const),
            waits: fc.boolean(),
          }),
          { maxLength: 150 },
        ),
        async (works) => {
          file.exec('delete from number');
          const write = createWriter();
          const expected: number[] = [];
          const ends: Promise<unknown>[] = [];
          for (const [at, { size, end, waits }] of works.entries()) {
            const values = Array.from({ length: size }, (_, place) => at * 10 + place);
            if (end === 'done') expected.push(...values);
            ends.push(
              write(values, end).then(
                (count) => count === size && end === 'done',
                (error: Error) => error.message === `throws ${values.join()}`,
              ),
            );
            if (waits) await new Promise((resolve) => setImmediate(resolve));
          }
          expect(await Promise.all(ends)).toEqual(works.map(() => true));
          expect(kept()).toEqual(expected);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('takes one transaction for those who wait together', async () => {
    const write = createWriter();
    await Promise.all(Array.from({ length: 40 }, (_, value) => write([value], 'done')));
    expect(kept()).toHaveLength(40);
    expect(statements.filter((text) => text === 'begin').length).toBeLessThanOrEqual(2);
  });

  it('rejects all with the cause where the engine undid the transaction, and goes on', async () => {
    const write = createWriter();
    const ends = await Promise.allSettled([
      write([0], 'done'),
      write([1], 'done'),
      write([2], 'undoesAll'),
      write([3], 'done'),
    ]);
    expect(ends[0]?.status).toBe('fulfilled');
    for (const end of ends.slice(1)) expect(end).toMatchObject({ reason: { message: 'undoesAll 2' } });
    await write([4], 'done');
    expect(kept()).toEqual([0, 4]);
  });
});
