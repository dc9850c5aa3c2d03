import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { agencyGuard } from '../../../adapters/stores/agency-guard.ts';
import type { Database } from '../../../adapters/stores/schema.ts';

/** Compiles, and runs nothing. */
const db = new Kysely<Database>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (one) => new PostgresIntrospector(one),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
  plugins: [agencyGuard],
});

const hours = { person: 'p', course_key: 'k', date: 'd', course: 'c', hours: 1, category: 'other', state: 'reported' };
const row = { ...hours, agency: 'a', provider: null };
const mine = db.selectFrom('hours').selectAll().where('agency', '=', 'a');
const everybodys = db.selectFrom('hours').select('person');

/** For each kind of statement one that is bound, and those next to it that are not. */
const statements: readonly {
  readonly kind: string;
  readonly bound: () => { compile(): unknown };
  readonly broken: Readonly<Record<string, () => { compile(): unknown }>>;
}[] = [
  {
    kind: 'select',
    bound: () => mine.where('person', '=', 'p'),
    broken: {
      'no condition': () => db.selectFrom('hours').selectAll(),
      'another condition': () => db.selectFrom('hours').selectAll().where('person', '=', 'p'),
      'another operator': () => db.selectFrom('hours').selectAll().where('agency', '!=', 'a'),
      'several agencies': () => db.selectFrom('hours').selectAll().where('agency', 'in', ['a', 'b']),
      'the column with itself': () => db.selectFrom('hours').selectAll().whereRef('agency', '=', 'agency'),
      'the opposite': () =>
        db
          .selectFrom('hours')
          .selectAll()
          .where(({ not, eb }) => not(eb('agency', '=', 'a'))),
      'raw text': () => db.selectFrom('hours').selectAll().where(sql<boolean>`agency = 'a'`),
    },
  },
  {
    kind: 'or',
    bound: () => mine.where(({ or, eb }) => or([eb('person', '=', 'p'), eb('person', '=', 'q')])),
    broken: {
      'beside the agency': () =>
        db
          .selectFrom('hours')
          .selectAll()
          .where(({ or, eb }) => or([eb('agency', '=', 'a'), eb('person', '=', 'p')])),
      'of two agencies': () =>
        db
          .selectFrom('hours')
          .selectAll()
          .where(({ or, eb }) => or([eb('agency', '=', 'a'), eb('agency', '=', 'b')])),
    },
  },
  {
    kind: 'update',
    bound: () => db.updateTable('person').set({ unit: 'u' }).where('agency', '=', 'a').where('id', '=', 'p'),
    broken: {
      'no condition': () => db.updateTable('person').set({ unit: 'u' }),
      'another condition': () => db.updateTable('person').set({ unit: 'u' }).where('id', '=', 'p'),
      'into another agency': () => db.updateTable('person').set({ agency: 'b' }).where('agency', '=', 'a'),
      'from a second table': () =>
        db.updateTable('person').from('hours').set({ unit: 'u' }).where('person.agency', '=', 'a'),
    },
  },
  {
    kind: 'delete',
    bound: () => db.deleteFrom('hours').where('agency', '=', 'a'),
    broken: {
      'no condition': () => db.deleteFrom('hours'),
      'another condition': () => db.deleteFrom('hours').where('person', '=', 'p'),
      'using a second table': () => db.deleteFrom('hours').using('person').where('hours.agency', '=', 'a'),
    },
  },
  {
    kind: 'insert',
    bound: () =>
      db
        .insertInto('hours')
        .values(row)
        .onConflict((conflict) =>
          conflict.columns(['agency', 'person', 'course_key', 'date']).doUpdateSet({ hours: 2 }),
        ),
    broken: {
      'no agency': () =>
        db
          .insertInto('job')
          .columns(['person', 'key'])
          .expression(mine.select(['person', 'course_key'])),
      'from an unbound query': () =>
        db
          .insertInto('hours')
          .columns(['agency', 'person'])
          .expression(db.selectFrom('hours').select(['agency', 'person'])),
    },
  },
  {
    kind: 'join',
    bound: () => mine,
    broken: {
      'of two tables': () =>
        db
          .selectFrom('hours')
          .innerJoin('person', 'person.id', 'hours.person')
          .select('hours.course')
          .where('hours.agency', '=', 'a'),
      'of two tables by a comma': () =>
        db.selectFrom(['hours', 'person']).select('hours.course').where('hours.agency', '=', 'a'),
    },
  },
  {
    kind: 'subquery',
    bound: () => mine.where('person', 'in', everybodys.where('agency', '=', 'a')),
    broken: {
      'in a condition': () => mine.where('person', 'in', ({ selectFrom }) => selectFrom('hours').select('person')),
      'deep in a condition': () =>
        mine.where(({ or, exists, eb, selectFrom }) =>
          or([eb('hours', '>', 1), exists(selectFrom('hours').select('person'))]),
        ),
      'among the columns': () =>
        mine.select(({ selectFrom }) => selectFrom('person').select('id').limit(1).as('other')),
      'as a table': () =>
        db.selectFrom(db.selectFrom('hours').selectAll().as('all')).selectAll().where('agency', '=', 'a'),
      'as a union': () => mine.union(db.selectFrom('hours').selectAll()),
      'named before': () =>
        db
          .with('everything', (one) => one.selectFrom('hours').selectAll())
          .selectFrom('everything')
          .selectAll()
          .where('agency', '=', 'a'),
    },
  },
  {
    kind: 'several questions in one',
    bound: () =>
      db.selectNoFrom(({ selectFrom }) => [
        selectFrom('hours').select('person').where('agency', '=', 'a').limit(1).as('one'),
      ]),
    broken: {
      'one of them unbound': () =>
        db.selectNoFrom(({ selectFrom }) => [
          selectFrom('hours').select('person').where('agency', '=', 'a').limit(1).as('one'),
          selectFrom('hours').select('person').limit(1).as('other'),
        ]),
    },
  },
];

describe.each(statements)('agencyGuard, $kind', ({ bound, broken }) => {
  it('lets a statement of one agency through', () => {
    expect(() => bound().compile()).not.toThrow();
  });

  it.each(Object.entries(broken))('refuses: %s', (_what, query) => {
    expect(() => query().compile()).toThrow('not bound to an agency');
  });
});

describe('agencyGuard', () => {
  it('refuses raw statements and changes of tables', async () => {
    await expect(sql`select * from hours`.execute(db)).rejects.toThrow('not bound to an agency');
    expect(() => db.schema.dropTable('hours').compile()).toThrow('not bound to an agency');
  });
});
