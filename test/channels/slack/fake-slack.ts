import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { fakeMethods, type Parameters } from './fake-methods.ts';
import { type FakeSocket, openFakeSocket } from './fake-socket.ts';
import { createFakeWorkspace, type FakeWorkspace } from './fake-workspace.ts';

/** What goes wrong with a call; `after` means that it was done, and only its answer is lost. */
export type Fault = 'ratelimited' | 'error500' | 'closeBefore' | 'closeAfter' | 'hangBefore' | 'hangAfter';

/** A call of the Web API, or of a response URL under the method `response`. */
export interface FakeCall {
  readonly method: string;
  readonly parameters: Parameters;
  /** `ok`, or Slack's word for why not. */
  readonly outcome: string;
}

/** Slack in this process: its Web API on loopback, as strict as Slack. */
export interface FakeSlack {
  readonly workspace: FakeWorkspace;
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly calls: readonly FakeCall[];
  readonly socket: FakeSocket;
  /** Asked before each call; null lets it through. */
  fault: (method: string, parameters: Parameters) => Fault | null;
  /** How many messages a second a channel takes: one, as Slack documents, or any number. */
  pace: 'one a second' | 'any';
  /** Methods that this Slack does not have. */
  readonly missing: Set<string>;
  /** What the token is worth. */
  token: 'valid' | 'token_revoked';
  responseUrl(user: string, channel: string): string;
  stop(): Promise<void>;
}

/** What came of a call, beside what it answers. */
type Result = Readonly<Record<string, unknown>> & { readonly error?: string; readonly retryAfter?: number };

const botToken = 'xoxb-fake-token';
const appToken = 'xapp-fake-token';

/** Listens on loopback on a free port. */
export async function createFakeSlack(): Promise<FakeSlack> {
  const workspace = createFakeWorkspace();
  const calls: FakeCall[] = [];
  const lastAt = new Map<string, number>();
  const server = createServer((request, response) => void answer(request, response));
  const socket = openFakeSocket(server);

  const perform = (method: string, parameters: Parameters, token: string): Result => {
    const refused = refuseToken(method, token, slack.token);
    if (refused !== null) return { error: refused };
    if (method === 'apps.connections.open') return socket.offer(origin());
    const found = fakeMethods[method];
    if (found === undefined || slack.missing.has(method)) return { error: 'unknown_method' };
    if (method === 'chat.postMessage' && slack.pace === 'one a second') {
      const channel = String(parameters['channel']);
      if (Date.now() - (lastAt.get(channel) ?? 0) < 1_000) return { retryAfter: 1 };
      lastAt.set(channel, Date.now());
    }
    return found(workspace, parameters);
  };

  const respondTo = (id: string, body: Parameters): Result => {
    const response = workspace.useResponse(id);
    if (response === null) return { error: 'used_url' };
    const { user, channel } = response;
    const { text, blocks, response_type: type } = body;
    const onlyFor = type === 'in_channel' ? null : user;
    const list = Array.isArray(blocks) ? blocks : [];
    workspace.add({ channel, user: workspace.botUser, text: String(text), blocks: list, onlyFor });
    return {};
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = new URL(request.url ?? '', origin()).pathname;
    const method = path.startsWith('/hooks/') ? 'response' : path.replace('/api/', '');
    const text = await readText(request);
    const parameters = method === 'response' ? JSON.parse(text) : readForm(text);
    const fault = slack.fault(method, parameters);
    const end = (outcome: string) => calls.push({ method, parameters, outcome });
    if (fault === 'ratelimited') {
      end('ratelimited');
      response.writeHead(429, { 'retry-after': '1' }).end();
    } else if (fault === 'error500') {
      end('500');
      response.writeHead(500).end('<html>');
    } else if (fault === 'closeBefore') request.socket.destroy();
    else if (fault !== 'hangBefore') {
      const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
      const result =
        method === 'response' ? respondTo(path.replace('/hooks/', ''), parameters) : perform(method, parameters, token);
      end(result.error ?? (result.retryAfter === undefined ? 'ok' : 'ratelimited'));
      if (fault === 'closeAfter') request.socket.destroy();
      else if (fault !== 'hangAfter') sendResult(response, method, result);
    }
  };

  const origin = () => `http://127.0.0.1:${portOf(server)}`;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const slack: FakeSlack = {
    workspace,
    apiUrl: `${origin()}/api/`,
    botToken,
    appToken,
    signingSecret: 'shh_fake_secret',
    calls,
    socket,
    fault: () => null,
    pace: 'any',
    missing: new Set(),
    token: 'valid',
    responseUrl: (user, channel) => `${origin()}/hooks/${workspace.newResponse(user, channel)}`,
    async stop() {
      socket.break();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return slack;
}

function refuseToken(method: string, token: string, worth: FakeSlack['token']): string | null {
  if (token === '') return 'not_authed';
  if (token !== (method === 'apps.connections.open' ? appToken : botToken)) return 'invalid_auth';
  return worth === 'valid' ? null : worth;
}

function sendResult(response: ServerResponse, method: string, result: Result): void {
  if (result.retryAfter !== undefined) response.writeHead(429, { 'retry-after': String(result.retryAfter) }).end();
  else if (method === 'response') response.writeHead(result.error === undefined ? 200 : 404).end(result.error ?? 'ok');
  else {
    response.setHeader('content-type', 'application/json; charset=utf-8');
    response.end(JSON.stringify({ ok: result.error === undefined, ...result }));
  }
}

/** A form's fields; those that hold JSON are read. */
function readForm(text: string): Parameters {
  const read = ([name, value]: [string, string]) => [name, /^[[{]/.test(value) ? JSON.parse(value) : value];
  return Object.fromEntries([...new URLSearchParams(text)].map(read));
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** The port on which a server listens. */
export function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
