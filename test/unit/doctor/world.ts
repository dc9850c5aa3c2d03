import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { expect } from 'vitest';
import { loadKnowledge } from '../../../adapters/content.ts';
import type { Request } from '../../../adapters/doctor/ask-server.ts';
import { diagnose, renderFinding } from '../../../adapters/doctor.ts';

/** Secrets that nothing may print. */
export const secrets = {
  botToken: 'xoxb-111111111111-MARKED-BOT',
  appToken: 'xapp-1-A01APP-MARKED-APP',
  signingSecret: '0123456789abcdef0123456789abcdef',
  appPassword: 'MARKED~PASSWORD',
} as const;

/** An installation with both channels, as its administrator set it up. */
export const variables = {
  DATA_DIR: ':memory:',
  DATABASE_URL: '',
  SLACK_BOT_TOKEN: secrets.botToken,
  SLACK_SIGNING_SECRET: secrets.signingSecret,
  SLACK_TEAM_ID: 'T01TEST',
  TEAMS_APP_ID: '11111111-2222-4333-8444-555555555555',
  TEAMS_APP_PASSWORD: secrets.appPassword,
  TEAMS_TENANT_ID: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
  TEAMS_SECRET_EXPIRES: '2027-06-30',
  PUBLIC_URL: 'https://hr.test.example',
} as const;

/** A Sunday in November 2026, in Taipei at noon. */
export const noon = Date.UTC(2026, 10, 22, 4);

/** What the servers answer with; each test changes what it is about. */
export interface Answers {
  scopes: string | null;
  team: string;
  clock: number;
  healthz: string;
  /** Takes the place of a whole answer: by path, what is written instead. */
  readonly instead: Map<string, (response: ServerResponse) => void>;
}

/** What is set differently in a test. */
export type Changes = Readonly<Record<string, string | undefined>>;

const loaded = loadKnowledge();
/** The content, read once. */
export const knowledge = () => loaded;

/** Slack, Microsoft's login and the program's own address, on loopback. They refuse what the real ones refuse. */
export async function openWorld() {
  const answers: Answers = {
    scopes: 'app_mentions:read,assistant:write,channels:read,chat:write,commands,im:history,im:write,users:read',
    team: 'T01TEST',
    clock: noon,
    healthz: 'ok\n',
    instead: new Map(),
  };
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(`${request.method} ${path}`);
    response.sendDate = false;
    response.setHeader('date', new Date(answers.clock).toUTCString());
    const instead = answers.instead.get(path);
    if (instead !== undefined) instead(response);
    else void answer(request, response, path, answers);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  // As the name service would: every name of the world leads to the one server, under its own path.
  const request: Request = (url, options) => {
    const { host, pathname } = new URL(url);
    return fetch(`http://127.0.0.1:${port}/${host}${pathname}`, options);
  };
  const look = (changes: Changes = {}, way: 'online' | 'offline' = 'online') =>
    diagnose({
      variables: { ...variables, ...changes },
      request: way === 'online' ? request : null,
      nodeVersion: '24.21.0',
      knowledge,
      now: () => noon,
    });
  return {
    answers,
    asked,
    port,
    look,
    /** The one line on this matter. */
    async lineAbout(about: string, changes: Changes = {}): Promise<string> {
      const found = (await look(changes)).filter((finding) => finding.about === about);
      expect(found.length, `one finding about ${about}`).toBe(1);
      return found.map(renderFinding).join('');
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  answers: Answers,
): Promise<void> {
  const body = await readBody(request);
  switch (path) {
    case '/slack.com/api/auth.test':
      return slackAnswer(request, response, secrets.botToken, answers.scopes, {
        team_id: answers.team,
        user_id: 'U0BOT',
      });
    case '/slack.com/api/apps.connections.open':
      return slackAnswer(request, response, secrets.appToken, null, { url: 'wss://slack.test.example/link' });
    case `/login.microsoftonline.com/${variables.TEAMS_TENANT_ID}/oauth2/v2.0/token`:
      return loginAnswer(request, response, new URLSearchParams(body));
    case '/hr.test.example/healthz':
      response.end(answers.healthz);
      return;
    default:
      response.writeHead(404).end();
  }
}

function slackAnswer(
  { method, headers }: IncomingMessage,
  response: ServerResponse,
  token: string,
  scopes: string | null,
  more: object,
): void {
  if (scopes !== null) response.setHeader('x-oauth-scopes', scopes);
  const right = method === 'POST' && headers.authorization === `Bearer ${token}`;
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(right ? { ok: true, ...more } : { ok: false, error: 'invalid_auth' }));
}

function loginAnswer({ method, headers }: IncomingMessage, response: ServerResponse, form: URLSearchParams): void {
  const asForm = /^application\/x-www-form-urlencoded/.test(headers['content-type'] ?? '');
  const asked =
    form.get('grant_type') === 'client_credentials' && form.get('scope') === 'https://api.botframework.com/.default';
  if (method !== 'POST' || !asForm || !asked) refuseLogin(response, 900144);
  else if (form.get('client_id') !== variables.TEAMS_APP_ID) refuseLogin(response, 700016);
  else if (form.get('client_secret') !== variables.TEAMS_APP_PASSWORD) refuseLogin(response, 7000215);
  else response.end(JSON.stringify({ token_type: 'Bearer', expires_in: 3599, access_token: 'MARKED-ACCESS-TOKEN' }));
}

/** As Microsoft refuses: a description that repeats what was sent, and a code. */
export function refuseLogin(response: ServerResponse, code: number): void {
  const described = { error: 'invalid_client', error_description: `AADSTS${code}: MARKED`, error_codes: [code] };
  response.writeHead(401, { 'content-type': 'application/json' }).end(JSON.stringify(described));
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}
