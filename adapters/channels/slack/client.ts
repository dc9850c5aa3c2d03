import type { z } from 'zod';

/** What came of a call. */
export type Called<Data = unknown> = { readonly type: 'done'; readonly data: Data } | Failed;

/** A call that did not do what it should. */
export interface Failed {
  readonly type: 'failed';
  /** Slack's word for it, or `ratelimited`, `http` with the status, `unreachable`, `unreadable`. */
  readonly code: string;
  /** What Slack asks to wait, milliseconds; null where it does not say. */
  readonly afterMs: number | null;
  /** Whether it is certain that nothing was done: an answer that was lost may hide that it was. */
  readonly done: 'no' | 'unknown';
}

/** Parameters of a method; what is no string is sent as JSON. */
export type Parameters = Readonly<Record<string, unknown>>;

/** The Web API, with failures as values. */
export interface Client {
  /** Contract: one request, never repeated here; never rejects; over within `callMsMax`. */
  call(method: string, parameters: Parameters): Promise<Called>;
  /** The same for an answer that is read. */
  ask<Data>(method: string, parameters: Parameters, schema: z.ZodType<Data>): Promise<Called<Data>>;
}

/** The longest that a call may take, milliseconds: two of them fit into the time for which a reply is leased. */
const callMsMax = 3_500;

const slackApi = 'https://slack.com/api/';

/**
 * Slack's Web API under this token; `apiUrl` null is Slack itself. Slack's own client repeats in memory what the outbox repeats
 * durably, and writes out whole bodies for logs that nobody may have.
 */
export function createClient(token: string, apiUrl: string | null): Client {
  const address = `${(apiUrl ?? slackApi).replace(/\/$/, '')}/`;
  const headers = { authorization: `Bearer ${token}` };
  const call: Client['call'] = async (method, parameters) => {
    const posted = await post(`${address}${method}`, headers, formOf(parameters));
    return posted.type === 'failed' ? posted : readAnswer(posted.data);
  };
  return {
    call,
    async ask(method, parameters, schema) {
      const called = await call(method, parameters);
      if (called.type === 'failed') return called;
      const read = schema.safeParse(called.data);
      return read.success ? { type: 'done', data: read.data } : unreadable;
    },
  };
}

/** Sends a request to Slack and tells the text of the answer. Contract: as `Client.call()`. */
export async function post(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string | URLSearchParams,
): Promise<Called<string>> {
  try {
    const signal = AbortSignal.timeout(callMsMax);
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'error', signal });
    const text = await response.text();
    if (response.ok) return { type: 'done', data: text };
    const { status } = response;
    if (status === 429)
      return { type: 'failed', code: 'ratelimited', afterMs: secondsOf(response) * 1_000, done: 'no' };
    return { type: 'failed', code: `http ${status}`, afterMs: null, done: status < 500 ? 'no' : 'unknown' };
  } catch {
    // Whatever broke, nobody can tell whether it was done.
    return { type: 'failed', code: 'unreachable', afterMs: null, done: 'unknown' };
  }
}

/** There is no time left for a call in this attempt; the next one looks for what stands there. */
export const tooSlow: Failed = { type: 'failed', code: 'too_slow', afterMs: null, done: 'unknown' };
const unreadable: Failed = { type: 'failed', code: 'unreadable', afterMs: null, done: 'unknown' };

function formOf(parameters: Parameters): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters))
    if (value !== undefined) form.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  return form;
}

function readAnswer(text: string): Called {
  const answer = parseObject(text);
  if (answer === null) return unreadable;
  if ('ok' in answer && answer.ok === true) return { type: 'done', data: answer };
  const code = 'error' in answer ? answer.error : null;
  if (typeof code !== 'string' || !/^\w{1,60}$/.test(code)) return unreadable;
  return { type: 'failed', code, afterMs: null, done: halfDone.has(code) ? 'unknown' : 'no' };
}

function parseObject(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function secondsOf({ headers }: Response): number {
  const seconds = Number(headers.get('retry-after') ?? 1);
  return Number.isFinite(seconds) ? seconds : 1;
}

/** Slack says of these that some of it may have been done. */
const halfDone: ReadonlySet<string> = new Set([
  'fatal_error',
  'internal_error',
  'request_timeout',
  'service_unavailable',
]);
