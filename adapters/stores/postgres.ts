import { Socket } from 'node:net';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { agencyGuard } from './agency-guard.ts';
import { type Engine, writeProbe } from './engine.ts';
import { migrate } from './migrate.ts';
import type { Database } from './schema.ts';
import { isTransient, storeProblem } from './store-problem.ts';

/** Connections of one replica: a turn holds one only while it reads or commits, never while it thinks. */
const connectionsMax = 8;
const tries = 3;
/** The server gives up a statement after so long, milliseconds; one that is silent for longer is no longer there. */
const statementMs = 15_000;
const silentMs = 20_000;

/**
 * Opens the PostgreSQL of this address and brings it up to date. Throws an `OperatorError` where it does not answer or was written
 * by a newer version. `onProblem` is told of a connection that broke while nobody used it; the next query takes another.
 */
export async function openPostgres(url: string, onProblem: (error: unknown) => void): Promise<Engine> {
  const pool = new pg.Pool({
    connectionString: url,
    max: connectionsMax,
    connectionTimeoutMillis: 3_000,
    statement_timeout: statementMs,
    // Whatever the server's default is: an answer means that it is on the disk.
    options: '-c synchronous_commit=on',
    idle_in_transaction_session_timeout: statementMs,
    keepAlive: true,
    stream: openSocket,
    types: {
      getTypeParser: (id, format) => (id === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(id, format)),
    },
  });
  pool.on('error', onProblem);
  // Without this the end of a connection that is in use ends the whole process.
  pool.on('connect', (client) => client.on('error', onProblem));
  const across = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  const db = across.withPlugin(agencyGuard);
  const write: Engine['write'] = async (work) => {
    for (let attempt = 1; ; attempt++)
      try {
        return await db.transaction().execute(work);
      } catch (error) {
        // Two replicas got in each other's way: nothing was written, and the next try goes through.
        if (attempt === tries || !isTransient(error)) throw error;
      }
  };
  try {
    await migrate(across, 'postgres');
  } catch (cause) {
    await pool.end();
    throw storeProblem(url, cause);
  }
  return {
    name: 'postgres',
    db,
    across,
    write,
    stage: write,
    // A commit is answered once it is on the disk (synchronous_commit).
    durable: () => Promise.resolve(),
    ping: () => write(writeProbe),
    close: () => across.destroy(),
  };
}

/** A machine that lost its power closes no connection: without an end of its own, who asked would wait for a quarter of an hour. */
function openSocket(): Socket {
  const socket = new Socket();
  socket.setTimeout(silentMs, () => socket.destroy(new Error('The database fell silent')));
  return socket;
}
