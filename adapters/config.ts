import { z } from 'zod';
import { OperatorError } from '../bot/index.ts';
import {
  channelVariables,
  type SlackSettings,
  slackSettings,
  type TeamsSettings,
  teamsSettings,
} from './channel-settings.ts';

const environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  AS_OF: z.iso.date().optional(),
  DATA_DIR: z.string().min(1).default('data'),
  // An empty one is the line of `.env.example` that nobody filled in.
  DATABASE_URL: z.union([z.literal(''), z.string().regex(/^postgres(?:ql)?:\/\//)]).default(''),
  AGENCY: z
    .string()
    .regex(/^[\w.-]{1,60}$/)
    .default('default'),
  ...channelVariables,
});

/** Variables whose value is never shown: an address may hold a password as well. */
const secretVariables = [
  'DATABASE_URL',
  'SLACK_BOT_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_APP_TOKEN',
  'TEAMS_APP_PASSWORD',
];

/** How the program was set up by its environment; the README has the table. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly logLevel: string;
  /** Tells everything as of this day instead of today, ISO date. */
  readonly asOf: string | null;
  /** The folder of the embedded database; `:memory:` keeps nothing. */
  readonly dataFolder: string;
  /** Address of a PostgreSQL that is used instead; null for the embedded database. */
  readonly databaseUrl: string | null;
  /** The agency of whoever comes through a channel that does not say which. */
  readonly agency: string;
  /** The address under which the world reaches this program; null where nobody said. */
  readonly publicUrl: string | null;
  /** Null where the channel is off. */
  readonly slack: SlackSettings | null;
  readonly teams: TeamsSettings | null;
}

/** Reads the environment. Throws an `OperatorError` that names the variable and its value. */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const read = environment.safeParse(variables);
  if (!read.success) {
    const issue = read.error.issues[0];
    const name = String(issue?.path[0] ?? '');
    const value = secretVariables.includes(name) ? '…' : (variables[name] ?? '');
    throw new OperatorError('configInvalid', `${name}=${value} (${issue?.message ?? ''})`);
  }
  return {
    publicUrl: read.data.PUBLIC_URL === '' ? null : read.data.PUBLIC_URL,
    slack: complete(slackSettings(read.data)),
    teams: complete(teamsSettings(read.data, read.data.HOST)),
    host: read.data.HOST,
    port: read.data.PORT,
    logLevel: read.data.LOG_LEVEL,
    asOf: read.data.AS_OF ?? null,
    dataFolder: read.data.DATA_DIR,
    databaseUrl: read.data.DATABASE_URL === '' ? null : read.data.DATABASE_URL,
    agency: read.data.AGENCY,
  };
}

/** A channel that is half set up would be silent for no reason that anybody sees. */
function complete<Settings extends object>(settings: Settings | null | { readonly missing: string }): Settings | null {
  if (settings === null || !('missing' in settings)) return settings;
  throw new OperatorError('configInvalid', `${settings.missing}= (missing)`);
}
