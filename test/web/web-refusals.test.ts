import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpClient, type HttpClient, type Sent } from './http-client.ts';

/** What nobody should send to the web chat, and what it answers. */

let client: HttpClient;

beforeAll(async () => {
  client = await createHttpClient();
});

afterAll(() => client.chat.close());

async function readError(response: Response): Promise<string> {
  const body: unknown = await response.json();
  return typeof body === 'object' && body !== null && 'error' in body ? String(body.error) : '';
}

describe('bad input gets a clear Chinese sentence', () => {
  const invalidUtf8 = new Uint8Array([0x74, 0x65, 0x78, 0x74, 0x3d, 0xff, 0xfe, 0xa4]);
  const rows: readonly [string, Sent, number, RegExp][] = [
    ['broken JSON', { body: '{"text":', headers: { 'content-type': 'application/json' } }, 400, /不是正確的 JSON/],
    ['JSON that is a list', { body: '[1]', headers: { 'content-type': 'application/json' } }, 400, /不是正確的 JSON/],
    ['JSON null', { body: 'null', headers: { 'content-type': 'application/json' } }, 400, /不是正確的 JSON/],
    [
      'an unknown key',
      { body: '{"text":"a","role":"hr"}', headers: { 'content-type': 'application/json' } },
      400,
      /不認得「role」/,
    ],
    [
      'a prototype key',
      { body: '{"__proto__":{"a":1}}', headers: { 'content-type': 'application/json' } },
      400,
      /不認得/,
    ],
    [
      'a number as text',
      { body: '{"text":3}', headers: { 'content-type': 'application/json' } },
      400,
      /「text」這個欄位/,
    ],
    ['an empty object', { body: '{}', headers: { 'content-type': 'application/json' } }, 400, /沒有收到內容/],
    [
      'half a character',
      { body: '{"text":"\\ud83d"}', headers: { 'content-type': 'application/json' } },
      400,
      /讀不出來/,
    ],
    ['broken UTF-8 in JSON', { body: invalidUtf8, headers: { 'content-type': 'application/json' } }, 400, /讀不出來/],
    [
      'broken UTF-8 in a form',
      { body: invalidUtf8, headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      400,
      /讀不出來/,
    ],
    [
      'Big5 escapes',
      { body: 'text=%A4%A4%A4%E5', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      400,
      /讀不出來/,
    ],
    [
      'half an escape',
      { body: 'text=%E4%B', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      400,
      /讀不出來/,
    ],
    [
      'a field twice',
      { body: 'text=a&text=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      400,
      /只給一次/,
    ],
    [
      'an unknown field',
      { body: 'text=a&admin=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      400,
      /不認得「admin」/,
    ],
    [
      'an empty form',
      { body: '', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      400,
      /沒有收到內容/,
    ],
    [
      'a button without end',
      { body: JSON.stringify({ choice: 'x'.repeat(2_001) }), headers: { 'content-type': 'application/json' } },
      400,
      /「choice」這個欄位/,
    ],
    ['plain text', { body: 'text=a', headers: { 'content-type': 'text/plain' } }, 415, /不支援這種內容格式/],
    ['no body at all', {}, 415, /不支援這種內容格式/],
    [
      'an unknown encoding',
      { body: 'text=a', headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-encoding': 'rot13' } },
      415,
      /不支援/,
    ],
    [
      'gzip that is none',
      { body: 'text=a', headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-encoding': 'gzip' } },
      400,
      /讀不出來/,
    ],
    [
      '5 MB',
      { body: `text=${'a'.repeat(5 * 1024 * 1024)}`, headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      413,
      /超過 64 kB/,
    ],
    [
      '10,000 characters',
      {
        body: new URLSearchParams({ text: '問'.repeat(10_000) }).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      },
      413,
      /超過 64 kB/,
    ],
  ];

  it.each(rows)('%s', async (_name, sent, status, sentence) => {
    const before = client.chat.conversations.sent.length;
    const asJson = await client.post('/messages', {
      ...sent,
      headers: { ...sent.headers, accept: 'application/json' },
    });
    expect(asJson.status).toBe(status);
    expect(await readError(asJson)).toMatch(sentence);
    const asPage = await client.post('/messages', { ...sent, headers: { ...sent.headers, accept: 'text/html' } });
    expect(asPage.status).toBe(status);
    const page = await asPage.text();
    expect(page).toMatch(sentence);
    expect(page).toContain('回到對話');
    expect(page).not.toMatch(/Error|node_modules|\bat \//);
    expect(client.chat.conversations.sent.length).toBe(before);
    expect(client.chat.errors).toEqual([]);
  });

  it('an unknown key with markup is shown as text and cut', async () => {
    const response = await client.postJson({ ['<script>'.repeat(20)]: 1 }, { accept: 'text/html' });
    const page = await response.text();
    expect(page).not.toContain('<script>');
    expect(page).toContain('&lt;script&gt;');
  });

  it('what the conversation can judge itself reaches it: nothing, symbols, 4,001 characters', async () => {
    for (const text of ['', '🙂🙂', '問'.repeat(4_001)]) {
      expect((await client.postForm({ text })).status).toBe(303);
      expect(client.chat.conversations.sent.at(-1)?.message).toEqual({ text, choice: null });
    }
  });

  it('a broken store is the operator’s matter and shows no stack', async () => {
    const response = await client.postForm({ text: '壞' }, { cookie: await client.newCookie() });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toMatch(/store is down|\bat /);
    expect(client.chat.errors.splice(0)).toHaveLength(1);
  });
});

describe('requests from elsewhere', () => {
  const rows: readonly [string, Record<string, string>, number][] = [
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a sister site', { 'sec-fetch-site': 'same-site' }, 403],
    ['our own page', { 'sec-fetch-site': 'same-origin', origin: 'https://behind-a-proxy.gov.tw' }, 303],
    ['another origin on plain http', { origin: 'http://evil.example' }, 403],
    ['a hidden origin', { origin: 'null' }, 403],
    ['no browser', {}, 303],
  ];

  it.each(rows)('%s', async (_name, headers, status) => {
    expect((await client.postForm({ text: '你好' }, headers)).status).toBe(status);
    expect((await client.post('/clear', { headers })).status).toBe(status);
  });

  it('our own origin on plain http is let in', async () => {
    expect((await client.postForm({ text: '你好' }, { origin: client.chat.url })).status).toBe(303);
  });
});
