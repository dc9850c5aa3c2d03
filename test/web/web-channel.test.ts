import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpClient, type HttpClient } from './http-client.ts';

/** The web chat over HTTP, as a browser without JavaScript uses it and as the script of the page does. */

let client: HttpClient;

beforeAll(async () => {
  client = await createHttpClient();
});

afterAll(() => client.chat.close());

describe('the page', () => {
  it('shows the service, the starters, the composer and the way to a person before anything was said', async () => {
    const page = await (await client.getPage()).text();
    expect(page).toContain('<html lang="zh-Hant-TW">');
    expect(page).toContain('自動回覆，依兩份文件、附出處');
    expect(page).toContain('value="interview:start"');
    expect(page).toMatch(/<label for="text">/);
    expect(page.match(/value="handoff:"/g)).toHaveLength(1);
  });

  it('allows no inline script or style and has none', async () => {
    const response = await client.getPage();
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|upgrade-insecure-requests/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('same-origin');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).not.toMatch(/<style|style=|onclick=|<script(?! src="\/assets\/chat\.js")/);
  });

  it('serves its three files and nothing beside them', async () => {
    for (const [file, type] of [
      ['chat.css', 'text/css'],
      ['chat.js', 'text/javascript'],
      ['icon.svg', 'image/svg'],
    ] as const) {
      const response = await client.getPage(`/assets/${file}`);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toContain(type);
      expect(response.headers.get('etag')).not.toBeNull();
    }
    expect((await client.getPage('/assets/%2e%2e/channel.ts')).status).not.toBe(200);
    expect((await client.getPage('/assets/')).status).toBe(404);
  });

  it('explains itself at /help', async () => {
    const page = await (await client.getPage('/help')).text();
    expect(page).toContain('不能做的事');
    expect(page).toContain('清除對話');
  });
});

describe('the cookie', () => {
  it('is HttpOnly, SameSite=Lax and for the session; Secure where the page came by https', async () => {
    const plain = (await client.getPage()).headers.getSetCookie()[0] ?? '';
    expect(plain).toMatch(/^thread=[\w-]+; Path=\/; HttpOnly; SameSite=Lax$/);
    const secure = (await client.getPage('/', { 'x-forwarded-proto': 'https' })).headers.getSetCookie()[0] ?? '';
    expect(secure).toMatch(/; Secure/);
  });

  it('is kept by a browser that has one and replaced where it is not one of ours', async () => {
    expect((await client.getPage('/', { cookie: await client.newCookie() })).headers.getSetCookie()).toEqual([]);
    for (const cookie of ['thread=', 'thread=a:b', 'thread=../x', `thread=${'a'.repeat(101)}`])
      expect((await client.getPage('/', { cookie })).headers.getSetCookie()).toHaveLength(1);
  });

  it('cannot name a thread of another channel', async () => {
    await client.postForm({ text: '你好' }, { cookie: 'thread=C01GEN' });
    expect(client.chat.conversations.sent.at(-1)?.thread).toMatch(/^web:[\w-]{22}$/);
  });

  it('parts the conversations of two browsers', async () => {
    const [mine, theirs] = [await client.newCookie(), await client.newCookie()];
    await client.postForm({ text: '只有我看得到' }, { cookie: mine });
    expect(await (await client.getPage('/', { cookie: mine })).text()).toContain('只有我看得到');
    expect(await (await client.getPage('/', { cookie: theirs })).text()).not.toContain('只有我看得到');
  });
});

describe('without JavaScript', () => {
  it('a typed question leads back to the page at the newest turn', async () => {
    const cookie = await client.newCookie();
    const response = await client.postForm({ text: '陞任會加幾分？' }, { cookie, accept: 'text/html' });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/#newest');
    const page = await (await client.getPage('/', { cookie })).text();
    expect(page).toContain('陞任會加幾分？');
    expect(page).toContain('依據 1：《AI公務人才認定指引：人事推動實務問答集》115年6月版・Q5');
    expect(page.match(/id="newest"/g)).toHaveLength(1);
  });

  it('each mark leads to the quoted passage of its source', async () => {
    const cookie = await client.newCookie();
    await client.postForm({ text: '陞任會加幾分？' }, { cookie });
    const page = await (await client.getPage('/', { cookie })).text();
    const targets = [...page.matchAll(/class="mark" href="#([^"]+)"/g)].map((match) => match[1]);
    expect(targets).toHaveLength(4);
    for (const target of targets)
      expect(page).toMatch(new RegExp(`<details><summary>[^<]+</summary><blockquote id="${target}"`));
  });

  it('a button sends its value, and the conversation learns what it said', async () => {
    const cookie = await client.newCookie();
    await client.postForm({ choice: 'interview:start' }, { cookie });
    expect(client.chat.conversations.sent.at(-1)?.message).toEqual({
      text: '我是哪一種AI人才？',
      choice: 'interview:start',
    });
    const page = await (await client.getPage('/', { cookie })).text();
    expect(page).toMatch(/<label[^>]*>第 2 題（最多 6 題）<\/label><progress [^>]*value="2" max="6">/);
    await client.postForm({ choice: 'interview:2:b' }, { cookie });
    expect(client.chat.conversations.sent.at(-1)?.message.text).toBe('委外廠商做，我負責需求、採購和驗收');
  });

  it('only the newest turn offers buttons', async () => {
    const cookie = await client.newCookie();
    await client.postForm({ choice: 'interview:start' }, { cookie });
    await client.postForm({ choice: 'interview:2:b' }, { cookie });
    const page = await (await client.getPage('/', { cookie })).text();
    expect(page).not.toContain('value="interview:2:b"');
    expect(page).toContain('value="recommend:policy"');
  });

  it('shows what was kept, with personal data masked, and how a follow-up was read', async () => {
    const cookie = await client.newCookie();
    await client.postForm({ text: '我是A123456789' }, { cookie });
    await client.postForm({ text: '那進階的呢？' }, { cookie });
    const page = await (await client.getPage('/', { cookie })).text();
    expect(page).not.toContain('A123456789');
    expect(page).toContain('我怎麼理解這個問題</summary><p>一般行政的進階證照是哪些？');
  });

  it('a turn that failed is shown and can be sent again without typing', async () => {
    const cookie = await client.newCookie();
    const response = await client.postForm({ text: '沒存' }, { cookie });
    expect(response.status).toBe(200);
    const page = await response.text();
    expect(page).toContain('這次沒有處理成功。');
    expect(page).toContain('<input type="hidden" name="text" value="沒存">');
  });

  it('「清除對話」 clears the thread, and whoever is kept with the browser stays', async () => {
    const cookie = await client.newCookie();
    await client.postForm({ text: '要清掉的話' }, { cookie });
    const response = await client.post('/clear', { headers: { cookie } });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/');
    expect(response.headers.getSetCookie()).toEqual([]);
    const page = await (await client.getPage('/', { cookie })).text();
    expect(page).not.toContain('要清掉的話');
    expect(page).toContain('可以這樣開始');
  });

  it('「記住我」 keeps the browser for half a year, 「忘記我」 ends it at once', async () => {
    const cookie = await client.newCookie();
    const remembered = await client.post('/remember', { headers: { cookie } });
    expect(remembered.headers.getSetCookie()[0]).toMatch(/^thread=[\w-]+; Max-Age=15552000; .*HttpOnly; SameSite=Lax$/);
    const forgotten = await client.post('/forget', { headers: { cookie } });
    expect(forgotten.headers.getSetCookie()[0]).toMatch(/^thread=; .*Expires=Thu, 01 Jan 1970/);
    for (const path of ['/remember', '/forget'])
      expect((await client.post(path, { headers: { cookie, origin: 'https://else.example' } })).status).toBe(403);
  });

  it('a form that is sent twice is one message', async () => {
    const cookie = await client.newCookie();
    const id = /name="id" value="([^"]+)"/.exec(await (await client.getPage('/', { cookie })).text())?.[1] ?? '';
    for (const _ of [1, 2]) await client.postForm({ text: '陞任會加幾分', id }, { cookie });
    expect(client.chat.conversations.sent.slice(-2).map((sent) => sent.event)).toEqual([id, id]);
  });

  it('the address of a form leads to the page', async () => {
    for (const path of ['/messages', '/clear', '/remember', '/forget']) {
      const response = await client.getPage(path);
      expect([response.status, response.headers.get('location')]).toEqual([303, '/']);
    }
  });
});

describe('for the script of the page', () => {
  it('answers JSON with the rendered turn and what is read out', async () => {
    const cookie = await client.newCookie();
    const response = await client.postJson({ text: '陞任會加幾分？' }, { cookie, accept: 'application/json' });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      html: expect.stringContaining('<article class="turn"'),
      announcement: expect.stringMatching(/^回覆\n加幾分沒有統一規定[^[]*\n[\s\S]*附4項依據。\n有1個選項可以選。$/),
      replaces: true,
    });
    const second = await client.postJson({ text: '你好' }, { cookie });
    expect(await second.json()).toMatchObject({ replaces: false });
  });

  it('draws the same turn as the page', async () => {
    const cookie = await client.newCookie();
    const body: unknown = await (await client.postJson({ choice: 'recommend:' }, { cookie })).json();
    const page = await (await client.getPage('/', { cookie })).text();
    expect(body).toMatchObject({ html: expect.any(String) });
    if (typeof body === 'object' && body !== null && 'html' in body) expect(page).toContain(String(body.html));
  });

  it('keeps ids apart when the same is asked twice', async () => {
    const cookie = await client.newCookie();
    await client.postForm({ text: '陞任會加幾分？' }, { cookie });
    await client.postForm({ text: '陞任會加幾分？' }, { cookie });
    const ids = [...(await (await client.getPage('/', { cookie })).text()).matchAll(/ id="([^"]+)"/g)].map(
      (match) => match[1],
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('what a reply says is never markup', () => {
  it('escapes texts, headings, tables, sources and buttons', async () => {
    const cookie = await client.newCookie();
    await client.postForm({ text: '惡意' }, { cookie });
    await client.postForm({ text: '</p><script>alert(3)</script>' }, { cookie });
    const page = await (await client.getPage('/', { cookie })).text();
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toMatch(/<img|<title>》|"onload|<u>/);
    expect(page).toContain('&lt;script&gt;alert(3)&lt;/script&gt;');
  });

  it('makes links of https addresses only, and marks of numbers that have a source', async () => {
    const cookie = await client.newCookie();
    await client.postForm({ text: '惡意' }, { cookie });
    const page = await (await client.getPage('/', { cookie })).text();
    expect(page).toContain('<a href="https://example.gov.tw/a?b=1&amp;c=" rel="noreferrer">');
    expect(page.match(/class="mark"/g)).toHaveLength(1);
    expect(page).toContain('[9]');
    expect(page).not.toMatch(/href="javascript/);
  });
});
