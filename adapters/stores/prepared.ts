import type { Compilable, CompiledQuery, Kysely } from 'kysely';
import type { Database } from './schema.ts';

/** What a query can be given. */
export type Parameters = Readonly<Record<string, string | number | null>>;

/** A query whose text is known: run with other parameters on a database or within a transaction. */
export type Prepared<P extends Parameters, Row> = (
  db: Kysely<Database>,
  parameters: P,
) => Promise<{ readonly rows: readonly Row[]; readonly changed: number }>;

/** Stands for a parameter while the query is compiled. */
class Place {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/**
 * Compiles a query once, with its first use, for the few that every turn runs: building and compiling costs more than most of
 * them take. `build` gets places instead of values, one for each parameter; a value that is written into it stays as it is.
 */
export function prepare<P extends Parameters, Row>(
  build: (db: Kysely<Database>, place: P) => Compilable<Row>,
): Prepared<P, Row> {
  // By database: the same program may talk to two of them, and each engine has its own text.
  const compiled = new WeakMap<object, CompiledQuery<Row>>();
  return async (db, parameters) => {
    const dialect = db.getExecutor().adapter;
    let query = compiled.get(dialect);
    if (query === undefined) {
      query = build(db, placesOf<P>()).compile();
      compiled.set(dialect, query);
    }
    const values = query.parameters.map((value) => (value instanceof Place ? parameters[value.name] : value));
    const result = await db.executeQuery<Row>({ ...query, parameters: values });
    return { rows: result.rows, changed: Number(result.numAffectedRows ?? 0) };
  };
}

/** A place for whatever parameter is asked for; only its name is known before there are values. */
function placesOf<P extends Parameters>(): P {
  return new Proxy({}, { get: (_, name) => new Place(String(name)) }) as P;
}
