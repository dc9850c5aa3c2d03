import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { createFakeChats, type FakeChats, type Outcome } from './fake-chats.ts';

/** What goes wrong with a request; `after` means that it was done, and only its answer is lost. */
export type Fault = 'ratelimited' | 'error500' | 'closeBefore' | 'closeAfter' | 'hangBefore' | 'hangAfter';

/** A request as it came over the wire. */
export interface FakeRequest {
  readonly method: string;
  readonly path: string;
  readonly authorization: string;
  /** The bytes of the body, as text. */
  readonly text: string;
  /** The HTTP status of the answer, also where it was lost. */
  status: number;
}

/** The connector of Teams in this process, on loopback; refuses what Teams refuses. */
export interface FakeConnector {
  /** To be put into what is posted to the bot. */
  readonly serviceUrl: string;
  readonly chats: FakeChats;
  readonly requests: readonly FakeRequest[];
  /** Asked before each request; null lets it through. */
  fault: (request: FakeRequest) => Fault | null;
  stop(): Promise<void>;
}

/** What `Retry-After` says under the fault `ratelimited`. */
export const retryAfterSeconds = 7;

/** Listens on loopback on a free port; `clock` tells how far the messages of a stream are apart. */
export async function createFakeConnector(clock: { now(): number }): Promise<FakeConnector> {
  const chats = createFakeChats(clock);
  const requests: FakeRequest[] = [];
  const server = createServer((request, response) => void answer(request, response));
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = '', url = '' } = request;
    const path = decodeURIComponent(url.replace(/^\/amer\//, ''));
    const authorization = request.headers.authorization ?? '';
    const made: FakeRequest = { method, path, authorization, text: await readText(request), status: 0 };
    requests.push(made);
    const fault = connector.fault(made);
    if (fault === 'closeBefore') return void request.socket.destroy();
    if (fault === 'hangBefore') return;
    const outcome = fault === 'ratelimited' || fault === 'error500' ? faulty[fault] : perform(chats, made);
    made.status = outcome.status;
    if (fault === 'closeAfter') return void request.socket.destroy();
    if (fault === 'hangAfter') return;
    response.writeHead(outcome.status, {
      'content-type': 'application/json',
      ...(fault === 'ratelimited' && { 'retry-after': String(retryAfterSeconds) }),
    });
    response.end(JSON.stringify(outcome.body));
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const connector: FakeConnector = {
    serviceUrl: `http://127.0.0.1:${portOf(server.address())}/amer/`,
    chats,
    requests,
    fault: () => null,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return connector;
}

const faulty: Readonly<Record<'ratelimited' | 'error500', Outcome>> = {
  ratelimited: { status: 429, body: { error: { code: 'TooManyRequests', message: 'API calls quota exceeded' } } },
  error500: { status: 500, body: { error: { code: 'ServiceError', message: 'Unknown' } } },
};

function perform(chats: FakeChats, { method, path, authorization, text }: FakeRequest): Outcome {
  if (!/^Bearer \S+$/.test(authorization))
    return { status: 401, body: { message: 'Authorization has been denied for this request.' } };
  const body: unknown = text === '' ? null : JSON.parse(text);
  const [, chat, id] = /^v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/.exec(path) ?? [];
  if (method === 'POST' && path === 'v3/conversations') return chats.create(body);
  if (chat === undefined) return { status: 404, body: { message: `no ${method} ${path}` } };
  if (method === 'POST' && id === undefined) return chats.post(chat, body);
  if (method === 'PUT' && id !== undefined) return chats.update(chat, id, body);
  if (method === 'DELETE' && id !== undefined) return chats.remove(chat, id);
  return { status: 405, body: {} };
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(z.instanceof(Buffer).parse(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

function portOf(address: ReturnType<ReturnType<typeof createServer>['address']>): number {
  return typeof address === 'object' && address !== null ? address.port : 0;
}
