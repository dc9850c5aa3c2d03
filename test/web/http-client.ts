import { type ServedChat, serveChat } from './serve.ts';

/** A request to the chat: a body as it is, and headers. */
export interface Sent {
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Record<string, string>;
}

/** A chat on loopback and the requests that a browser, or nobody, would send to it. Redirects are not followed. */
export interface HttpClient {
  readonly chat: ServedChat;
  post(path: string, sent: Sent): Promise<Response>;
  postForm(fields: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
  postJson(body: unknown, headers?: Record<string, string>): Promise<Response>;
  getPage(path?: string, headers?: Record<string, string>): Promise<Response>;
  /** Begins a conversation and gives its cookie, as a browser would send it. */
  newCookie(): Promise<string>;
}

/** Serves a chat and talks to it; close `chat` at the end. */
export async function createHttpClient(): Promise<HttpClient> {
  const chat = await serveChat();
  const getPage = (path = '/', headers: Record<string, string> = {}) =>
    fetch(`${chat.url}${path}`, { headers, redirect: 'manual' });
  const post = (path: string, { body, headers = {} }: Sent) =>
    fetch(`${chat.url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers,
      ...(body === undefined ? {} : { body }),
    });
  return {
    chat,
    post,
    getPage,
    postForm: (fields, headers = {}) =>
      post('/messages', {
        body: new URLSearchParams(fields).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      }),
    postJson: (body, headers = {}) =>
      post('/messages', { body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } }),
    async newCookie() {
      const response = await getPage();
      return (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
    },
  };
}
