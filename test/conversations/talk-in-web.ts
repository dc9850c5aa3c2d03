import { once } from 'node:events';
import type { Server } from 'node:http';
import { compose } from '../../adapters/compose.ts';
import { readConfig } from '../../adapters/config.ts';
import { listen } from '../../adapters/http.ts';
import { notOffered, type Shown, type Surface, sectionOf, type Talk } from './talk.ts';

/** The whole program on a free port of loopback, used as a browser without JavaScript does: pages and forms. */
export function createWebSurface(): Surface {
  const servers = new Map<string, Promise<Served>>();
  return {
    name: 'web',
    async open(asOf) {
      const starting = servers.get(asOf) ?? serve(asOf);
      servers.set(asOf, starting);
      return openBrowser(`http://127.0.0.1:${(await starting).port}`);
    },
    async close() {
      for (const { server, stop } of await Promise.all(servers.values())) {
        server.closeAllConnections();
        server.close();
        await once(server, 'close');
        await stop();
      }
    },
  };
}

interface Served {
  readonly server: Server;
  readonly port: number;
  stop(): Promise<void>;
}

async function serve(asOf: string): Promise<Served> {
  const config = readConfig({ LOG_LEVEL: 'silent', AS_OF: asOf, DATA_DIR: ':memory:' });
  const { app, stop } = await compose(config);
  return { ...(await listen(app, '127.0.0.1', 0)), stop };
}

async function openBrowser(url: string): Promise<Talk> {
  let cookie = '';
  const request = async (path: string, fields: Record<string, string> | null): Promise<string> => {
    const response = await fetch(`${url}${path}`, {
      redirect: 'manual',
      headers: { cookie, accept: 'text/html' },
      ...(fields === null ? {} : { method: 'POST', body: new URLSearchParams(fields) }),
    });
    const given = response.headers.getSetCookie().map((line) => line.split(';', 1)[0] ?? '');
    if (given.length > 0) cookie = given.join('; ');
    if (response.status === 303) return request('/', null);
    return response.text();
  };
  let page = await request('/', null);
  const send = async (fields: Record<string, string>): Promise<Shown> => {
    page = await request('/messages', fields);
    return show(page);
  };
  return {
    say: (words) => send({ text: words }),
    async choose(label) {
      const buttons = buttonsIn(page);
      const button = buttons.findLast((one) => one.label === label);
      if (button === undefined)
        throw notOffered(
          label,
          buttons.map((one) => one.label),
        );
      return send({ choice: button.value });
    },
  };
}

/** The newest turn of the page; a page that refuses a message has none and is shown whole. */
function show(page: string): Shown {
  const newest = page.indexOf('id="newest"');
  const turn =
    newest === -1 ? page : page.slice(page.indexOf('class="reply reply-', newest), page.indexOf('id="live"', newest));
  const sources = [...turn.matchAll(/<summary>([^<]*《[^<]*)<\/summary>/g)].map(([, line = '']) => decode(line));
  return {
    kinds: newest === -1 ? ['notice'] : [...turn.matchAll(/class="reply reply-(\w+)"/g)].map(([, kind = '']) => kind),
    text: textOf(turn.replace(/<form[\s\S]*?<\/form>/g, '').replace(/\u2060?<a class="mark"[\s\S]*?<\/a>/g, '')),
    cites: sources.flatMap((line) => sectionOf(line) ?? []),
    offers: buttonsIn(page).map(({ label }) => label),
  };
}

function buttonsIn(page: string): readonly { readonly label: string; readonly value: string }[] {
  return [...page.matchAll(/<button[^>]*\bname="choice" value="([^"]*)"[^>]*>([^<]*)<\/button>/g)].map(
    ([, value = '', label = '']) => ({
      label: decode(label),
      value: decode(value),
    }),
  );
}

function textOf(markup: string): string {
  return decode(markup.replace(/<[^>]*>/g, '\n'));
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function decode(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => entities[name] ?? whole);
}
