import { z } from 'zod';
import { OperatorError } from '../bot/index.ts';

const environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  AS_OF: z.iso.date().optional(),
});

/** How the program was set up by its environment; the README has the table. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly logLevel: string;
  /** Tells everything as of this day instead of today, ISO date. */
  readonly asOf: string | null;
}

/** Reads the environment. Throws an `OperatorError` that names the variable and its value. */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const read = environment.safeParse(variables);
  if (!read.success) {
    const issue = read.error.issues[0];
    const name = String(issue?.path[0] ?? '');
    throw new OperatorError('configInvalid', `${name}=${variables[name] ?? ''} (${issue?.message ?? ''})`);
  }
  return { host: read.data.HOST, port: read.data.PORT, logLevel: read.data.LOG_LEVEL, asOf: read.data.AS_OF ?? null };
}
