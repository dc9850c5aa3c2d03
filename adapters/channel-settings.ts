import { z } from 'zod';

/** How Slack is reached; the README of the channels says where each value is found. */
export interface SlackSettings {
  readonly botToken: string;
  /** Signs what comes in over HTTP. */
  readonly signingSecret: string | null;
  /** Opens a socket instead of waiting for requests. */
  readonly appToken: string | null;
  /** Workspaces that are served; none for the one that the token belongs to. */
  readonly teams: readonly string[];
  /** Whoever joins this channel is offered the first weeks. */
  readonly welcomeChannel: string | null;
  /** Another address of the Web API, for tests. */
  readonly apiUrl: string | null;
}

/** How Microsoft Teams is reached. */
export interface TeamsSettings {
  readonly appId: string;
  readonly appPassword: string;
  /** The one tenant that is served; null only without tokens. */
  readonly tenantId: string | null;
  /** `none` takes requests without a token: for the local playground, on the loopback address only. */
  readonly tokens: 'verified' | 'none';
  /** Whoever is added to this team is offered the first weeks. */
  readonly welcomeTeam: string | null;
  /** The day on which the password ends, ISO date. */
  readonly secretExpires: string | null;
  /** Another address of the token issuer's metadata, for tests. */
  readonly openIdMetadataUrl: string | null;
}

const text = z.string().default('');
const id = z
  .string()
  .regex(/^[A-Z0-9]*$/)
  .default('');
const guid = z.union([z.literal(''), z.guid()]).default('');
const address = z.union([z.literal(''), z.url()]).default('');

/** The variables of both channels; an empty one is the same as none. */
export const channelVariables = {
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^(?:xoxb-.+)?$/, 'begins with xoxb-')
    .default(''),
  SLACK_SIGNING_SECRET: text,
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^(?:xapp-.+)?$/, 'begins with xapp-')
    .default(''),
  SLACK_TEAM_ID: z
    .string()
    .regex(/^[A-Z0-9, ]*$/)
    .default(''),
  SLACK_WELCOME_CHANNEL: id,
  SLACK_API_URL: address,
  TEAMS_APP_ID: guid,
  TEAMS_APP_PASSWORD: text,
  TEAMS_TENANT_ID: guid,
  TEAMS_WELCOME_TEAM: text,
  TEAMS_TOKENS: z.enum(['verified', 'none']).default('verified'),
  TEAMS_SECRET_EXPIRES: z.union([z.literal(''), z.iso.date()]).default(''),
  TEAMS_OPENID_METADATA_URL: address,
  PUBLIC_URL: address,
};

type Variables = { readonly [Name in keyof typeof channelVariables]: z.infer<(typeof channelVariables)[Name]> };

/** Slack as it is set up, null where it is off; or the variable that is missing. */
export function slackSettings(variables: Variables): SlackSettings | null | { readonly missing: string } {
  const { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: secret, SLACK_APP_TOKEN: appToken } = variables;
  if (botToken === '' && secret === '' && appToken === '') return null;
  if (botToken === '') return { missing: 'SLACK_BOT_TOKEN' };
  if (secret === '' && appToken === '') return { missing: 'SLACK_SIGNING_SECRET' };
  return {
    botToken,
    signingSecret: orNull(secret),
    appToken: orNull(appToken),
    teams: variables.SLACK_TEAM_ID.split(/[, ]+/).filter((team) => team !== ''),
    welcomeChannel: orNull(variables.SLACK_WELCOME_CHANNEL),
    apiUrl: orNull(variables.SLACK_API_URL),
  };
}

/** Teams as it is set up, null where it is off; or the variable that is missing. Without tokens it is for this machine only. */
export function teamsSettings(variables: Variables, host: string): TeamsSettings | null | { readonly missing: string } {
  const { TEAMS_APP_ID: appId, TEAMS_APP_PASSWORD: appPassword, TEAMS_TOKENS: tokens } = variables;
  if (tokens === 'verified') {
    if (appId === '' && appPassword === '') return null;
    if (appId === '') return { missing: 'TEAMS_APP_ID' };
    if (appPassword === '') return { missing: 'TEAMS_APP_PASSWORD' };
    if (variables.TEAMS_TENANT_ID === '') return { missing: 'TEAMS_TENANT_ID' };
  } else if (!['127.0.0.1', '::1', 'localhost'].includes(host)) return { missing: 'HOST=127.0.0.1' };
  return {
    appId,
    appPassword,
    tenantId: orNull(variables.TEAMS_TENANT_ID),
    tokens,
    welcomeTeam: orNull(variables.TEAMS_WELCOME_TEAM),
    secretExpires: orNull(variables.TEAMS_SECRET_EXPIRES),
    openIdMetadataUrl: orNull(variables.TEAMS_OPENID_METADATA_URL),
  };
}

/** An empty value is the line of `.env.example` that nobody filled in. */
function orNull(value: string): string | null {
  return value === '' ? null : value;
}
