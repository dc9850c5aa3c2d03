import { type Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Engine } from './engine.ts';
import { migrations } from './migrations.ts';
import type { Database } from './schema.ts';

/**
 * Runs the migrations that this database does not have yet, under a lock: several processes may start at once. Throws where one
 * fails, and where the database has one that this program does not know.
 */
export async function migrate(db: Kysely<Database>, engine: Engine['name']): Promise<void> {
  const provider = { getMigrations: async () => migrations(engine) };
  // Named, because other schemas of the database may have migrations of other programs.
  const schema = engine === 'postgres' ? { migrationTableSchema: await currentSchema(db) } : {};
  const migrator = new Migrator({ db, provider, ...schema });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

async function currentSchema(db: Kysely<Database>): Promise<string> {
  const { rows } = await sql<{ name: string | null }>`select current_schema() as name`.execute(db);
  return rows[0]?.name ?? 'public';
}
