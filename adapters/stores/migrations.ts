import type { ColumnDefinitionBuilder, CreateTableBuilder, Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Engine } from './engine.ts';

/** Every step that a database takes from empty to `schema.ts`, by number. A step that was shipped is never changed. */
export function migrations(engine: Engine['name']): Record<string, Migration> {
  return {
    '0001-turns-and-records': { up: (db) => createTables(db, engine) },
    '0002-channels': { up: addChannels },
  };
}

/** Where replies go, and what people thought of them. */
async function addChannels(db: AnyDatabase): Promise<void> {
  const addTexts = async (table: string, ...names: readonly string[]): Promise<void> => {
    for (const name of names) await db.schema.alterTable(table).addColumn(name, 'text').execute();
  };
  await addTexts('inbox', 'target', 'privately');
  await addTexts('session', 'target');
  await addTexts('outbox', 'target', 'occasion');
  await db.schema.alterTable('outbox').addColumn('version', 'bigint').execute();
  await db.schema
    .createTable('feedback')
    .addColumn('agency', 'text', (column) => column.notNull())
    .addColumn('thread', 'text', (column) => column.notNull())
    .addColumn('version', 'bigint', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('useful', 'bigint', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('feedback_key', ['agency', 'thread', 'version', 'person'])
    .execute();
  await db.schema.createIndex('feedback_person').on('feedback').columns(['agency', 'person']).execute();
  // A rating names its message by what the platform called it.
  await sql`create index outbox_receipt on outbox (agency, thread, receipt) where receipt is not null`.execute(db);
}

type Columns = Readonly<Record<string, 'text' | 'text?' | 'integer' | 'integer?' | 'number'>>;
// Kysely's own type for migrations: a schema of the past has no type in the present.
// biome-ignore lint/suspicious/noExplicitAny: see above
type AnyDatabase = Kysely<any>;

async function createTables(db: AnyDatabase, engine: Engine['name']): Promise<void> {
  const define = (name: string, key: readonly string[], columns: Columns): CreateTableBuilder<string, string> => {
    let table: CreateTableBuilder<string, string> = db.schema.createTable(name);
    for (const [column, kind] of Object.entries(columns)) table = addColumn(table, column, kind);
    return table.addPrimaryKeyConstraint(`${name}_key`, [...key]);
  };
  /** A table of small rows: in SQLite the key is the table, which halves the pages that are read and written. */
  const create = async (name: string, key: readonly string[], columns: Columns): Promise<void> => {
    const table = define(name, key, columns);
    await (engine === 'sqlite' ? table.modifyEnd(sql`without rowid`) : table).execute();
  };
  /** A table of rows with long texts, which do not fit into the pages of a key. */
  const createLong = (name: string, key: readonly string[], columns: Columns): Promise<void> =>
    define(name, key, columns).execute();
  /** A table in the order of arrival: `seq` is given by the engine. */
  const createQueue = async (name: string, key: readonly string[], columns: Columns): Promise<void> => {
    let table: CreateTableBuilder<string, string> = db.schema
      .createTable(name)
      .addColumn('seq', engine === 'sqlite' ? 'integer' : 'bigserial', (column) => column.primaryKey());
    for (const [column, kind] of Object.entries(columns)) table = addColumn(table, column, kind);
    await table.addUniqueConstraint(`${name}_key`, [...key]).execute();
  };
  await createLong('person', ['agency', 'id'], {
    agency: 'text',
    id: 'text',
    profile: 'text?',
    preferences: 'text?',
    unit: 'text?',
    created_at: 'integer',
    link_failures: 'integer',
    link_failures_since: 'integer',
  });
  await create('identity', ['agency', 'channel', 'account'], {
    agency: 'text',
    channel: 'text',
    account: 'text',
    person: 'text',
    created_at: 'integer',
  });
  await create('lease', ['agency', 'thread'], {
    agency: 'text',
    thread: 'text',
    fence: 'integer',
    lease_until: 'integer',
  });
  await createLong('session', ['agency', 'thread'], {
    agency: 'text',
    thread: 'text',
    person: 'text',
    audience: 'text',
    version: 'integer',
    state: 'text',
    last_at: 'integer',
  });
  await createQueue('inbox', ['agency', 'thread', 'event'], {
    agency: 'text',
    thread: 'text',
    event: 'text',
    channel: 'text?',
    account: 'text?',
    person: 'text?',
    audience: 'text',
    body: 'text',
    received_at: 'integer',
    answered: 'integer?',
  });
  await createLong('turn', ['agency', 'thread', 'version'], {
    agency: 'text',
    thread: 'text',
    version: 'integer',
    person: 'text',
    record: 'text',
    at: 'integer',
  });
  await createQueue('outbox', ['agency', 'key'], {
    agency: 'text',
    key: 'text',
    thread: 'text',
    channel: 'text',
    person: 'text',
    reply: 'text',
    state: 'text',
    attempts: 'integer',
    next_at: 'integer',
    lease_until: 'integer',
    receipt: 'text?',
    problem: 'text?',
    at: 'integer',
  });
  await create('job', ['agency', 'person', 'key'], {
    agency: 'text',
    person: 'text',
    key: 'text',
    kind: 'text',
    detail: 'text',
    due_at: 'integer',
    lease_until: 'integer',
    fence: 'integer',
    attempts: 'integer',
  });
  await create('hours', ['agency', 'person', 'course_key', 'date'], {
    agency: 'text',
    person: 'text',
    course_key: 'text',
    date: 'text',
    course: 'text',
    hours: 'number',
    category: 'text',
    provider: 'text?',
    state: 'text',
  });
  await create('certificate', ['agency', 'person', 'name_key', 'date'], {
    agency: 'text',
    person: 'text',
    name_key: 'text',
    date: 'text',
    name: 'text',
    catalogue_id: 'text?',
    issuer: 'text?',
    evidence: 'text?',
    state: 'text',
  });
  await createLong('onboarding', ['agency', 'person'], {
    agency: 'text',
    person: 'text',
    stage: 'text',
    starts_on: 'text',
    state: 'text',
  });
  await create('setting', ['agency', 'name'], { agency: 'text', name: 'text', value: 'text', changed_at: 'integer' });
  await create('link_code', ['agency', 'code_hash'], {
    agency: 'text',
    code_hash: 'text',
    person: 'text',
    expires_at: 'integer',
  });
  await create('audit', ['agency', 'seq'], {
    agency: 'text',
    seq: 'integer',
    at: 'integer',
    actor: 'text',
    action: 'text',
    subject: 'text',
    detail: 'text',
    hash: 'text',
  });
  await create('audit_head', ['agency'], { agency: 'text', seq: 'integer', hash: 'text' });
  // What waits, and nothing else: these stay small however many rows are done.
  await sql`create index inbox_waiting on inbox (agency, thread, seq) where answered is null`.execute(db);
  await sql`create index inbox_person on inbox (agency, person) where person is not null`.execute(db);
  await sql`create index outbox_waiting on outbox (agency, thread, seq) where state = 'waiting'`.execute(db);
  await sql`create index outbox_due on outbox (next_at) where state = 'waiting'`.execute(db);
  await sql`create index outbox_dead on outbox (seq) where state = 'dead'`.execute(db);
  await db.schema.createIndex('job_due').on('job').columns(['due_at']).execute();
  for (const table of ['identity', 'session', 'outbox'])
    await db.schema.createIndex(`${table}_person`).on(table).columns(['agency', 'person']).execute();
}

function addColumn(
  table: CreateTableBuilder<string, string>,
  name: string,
  kind: Columns[string],
): CreateTableBuilder<string, string> {
  const type = kind === 'number' ? 'double precision' : kind.startsWith('text') ? 'text' : 'bigint';
  const required = (column: ColumnDefinitionBuilder) => column.notNull();
  return table.addColumn(name, type, kind.endsWith('?') ? (column) => column : required);
}
