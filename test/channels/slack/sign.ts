import { createHmac } from 'node:crypto';

/** What the app answered to a request. */
export interface Answered {
  readonly status: number;
  readonly body: string;
  readonly milliseconds: number;
}

/** How a request differs from an honest one that comes for the first time. */
export interface Oddity {
  readonly secret?: string;
  /** Seconds by which the timestamp lies back. */
  readonly agedSeconds?: number;
  readonly signature?: string | null;
  readonly timestamp?: string;
  /** Which sending again this is, from 1. */
  readonly retry?: number;
}

/** Sends a payload as Slack does: JSON for events, a form for commands, a form with `payload` for all else. */
export function postSigned(url: string, secret: string, payload: object, oddity: Oddity = {}): Promise<Answered> {
  const isEvent = 'event' in payload || ('type' in payload && payload.type === 'url_verification');
  const body = isEvent
    ? JSON.stringify(payload)
    : new URLSearchParams('command' in payload ? fieldsOf(payload) : { payload: JSON.stringify(payload) }).toString();
  return postBody(url, secret, body, isEvent ? 'application/json' : 'application/x-www-form-urlencoded', oddity);
}

function fieldsOf(payload: object): Record<string, string> {
  return Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, String(value)]));
}

/** Sends any body, signed. */
export async function postBody(
  url: string,
  secret: string,
  body: string,
  contentType: string,
  oddity: Oddity = {},
): Promise<Answered> {
  const timestamp = oddity.timestamp ?? String(Math.floor(Date.now() / 1_000) - (oddity.agedSeconds ?? 0));
  const hash = createHmac('sha256', oddity.secret ?? secret)
    .update(`v0:${timestamp}:${body}`)
    .digest('hex');
  const signature = oddity.signature === undefined ? `v0=${hash}` : oddity.signature;
  const retry =
    oddity.retry === undefined
      ? {}
      : { 'x-slack-retry-num': String(oddity.retry), 'x-slack-retry-reason': 'http_error' };
  const startedAt = performance.now();
  const response = await fetch(url, {
    method: 'POST',
    body,
    headers: {
      'content-type': contentType,
      'x-slack-request-timestamp': timestamp,
      ...(signature === null ? {} : { 'x-slack-signature': signature }),
      ...retry,
    },
  });
  const text = await response.text();
  return { status: response.status, body: text, milliseconds: performance.now() - startedAt };
}
