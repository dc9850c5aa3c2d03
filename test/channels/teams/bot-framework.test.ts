import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createBotFramework } from '../../../adapters/channels/teams/bot-framework.ts';
import { isServiceUrl } from '../../../adapters/channels/teams/service-url.ts';
import { createFakeConnector, type FakeConnector, type Fault, retryAfterSeconds } from './fake-connector.ts';
import { alice, bot, tenantId } from './people.ts';
import { localSettings } from './teams-world.ts';

const framework = createBotFramework(localSettings);
let connector: FakeConnector;
let chat: string;

beforeAll(async () => {
  connector = await createFakeConnector({ now: () => Date.now() });
  chat = connector.chats.chatOf(alice.id);
});
afterAll(() => connector.stop());

const place = () => ({ serviceUrl: connector.serviceUrl, conversationId: chat });
const citation = {
  '@type': 'Claim',
  position: 1,
  appearance: { '@type': 'DigitalDocument', name: '《問答集》Q5', abstract: '配分由各機關自訂。' },
};
const root = {
  type: 'https://schema.org/Message',
  '@type': 'Message',
  '@context': 'https://schema.org',
  '@id': '',
  additionalType: ['AIGeneratedContent'],
  citation: [citation],
};
const streamInfo = { type: 'streaminfo', streamType: 'informative', streamSequence: 1 };
const message = {
  type: 'message',
  text: '配分由各機關自訂。[1]',
  textFormat: 'markdown',
  summary: '配分由各機關自訂。',
  from: { id: bot.id },
  conversation: { id: 'a:alice' },
  entities: [root],
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: {
        type: 'AdaptiveCard',
        $schema: 'https://adaptivecards.io/schemas/adaptive-card.json',
        version: '1.5',
        lang: 'zh',
        fallbackText: '依據',
        body: [{ type: 'TextBlock', text: '依據', wrap: true }],
      },
    },
  ],
  channelData: { feedbackLoop: { type: 'default' }, notification: { alert: true } },
};

describe('post()', () => {
  it('puts citations, the label of generated text, cards and channel data on the wire as they are', async () => {
    expect(await framework.post(place(), message, 5_000)).toEqual({ type: 'done', id: null });
    const { text, method, path, authorization } = connector.requests.at(-1) ?? { text: '{}' };
    expect({ method, path, authorization }).toEqual({
      method: 'POST',
      path: `v3/conversations/${chat}/activities`,
      authorization: 'Bearer local',
    });
    expect(text).toContain(`"citation":${JSON.stringify([citation])}`);
    expect(text).toContain('"additionalType":["AIGeneratedContent"]');
    expect(JSON.parse(text)).toEqual(message);
  });

  it('puts the order of a stream on the wire', async () => {
    const chunk = { type: 'typing', text: '正在查指引…', from: message.from, conversation: message.conversation };
    await framework.post(place(), { ...chunk, entities: [streamInfo] }, 5_000);
    const sent = z
      .object({ entities: z.array(z.unknown()) })
      .loose()
      .parse(JSON.parse(connector.requests.at(-1)?.text ?? ''));
    expect(sent.entities).toEqual([streamInfo]);
  });

  const failures: Readonly<Record<Fault, object>> = {
    ratelimited: { status: 429, afterMs: retryAfterSeconds * 1_000, code: 'TooManyRequests' },
    error500: { status: 500, afterMs: null, code: 'ServiceError' },
    closeBefore: { status: null, afterMs: null },
    closeAfter: { status: null, afterMs: null },
    hangBefore: { status: null, afterMs: null },
    hangAfter: { status: null, afterMs: null },
  };
  for (const [fault, failure] of Object.entries(failures))
    it(`asks once and tells what came of it: ${fault}`, async () => {
      const before = connector.requests.length;
      connector.fault = () => z.custom<Fault>().parse(fault);
      expect(await framework.post(place(), message, 150)).toMatchObject({ type: 'failed', ...failure });
      connector.fault = () => null;
      expect(connector.requests).toHaveLength(before + 1);
    });

  it('tells the word of the platform for what it refuses', async () => {
    const nowhere = { serviceUrl: connector.serviceUrl, conversationId: 'a:nobody' };
    expect(await framework.post(nowhere, message, 5_000)).toMatchObject({ status: 404, code: 'ConversationNotFound' });
  });

  it('follows no redirection: our token would go along', async () => {
    const server = createServer((_request, response) =>
      response.writeHead(307, { location: `${connector.serviceUrl}v3/conversations/${chat}/activities` }).end(),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = z.object({ port: z.number() }).parse(server.address());
    const before = connector.requests.length;
    const there = { serviceUrl: `http://127.0.0.1:${address.port}/`, conversationId: chat };
    expect(await framework.post(there, message, 5_000)).toMatchObject({ type: 'failed', status: 307 });
    expect(connector.requests).toHaveLength(before);
    server.close();
  });

  it('sends nothing to an address that is not the platform’s', async () => {
    const real = createBotFramework({ ...localSettings, tokens: 'verified', appPassword: 'x' });
    const before = connector.requests.length;
    for (const serviceUrl of [connector.serviceUrl, 'https://attacker.example/', 'not an address', ''])
      expect(await real.post({ serviceUrl, conversationId: chat }, message, 5_000)).toMatchObject({
        type: 'failed',
        code: 'ServiceUrlNotTrusted',
      });
    const platform = { serviceUrl: 'https://smba.trafficmanager.net/amer/', conversationId: chat };
    expect(await framework.post(platform, message, 5_000)).toMatchObject({ code: 'ServiceUrlNotTrusted' });
    expect(connector.requests).toHaveLength(before);
  });
});

describe('open() and update()', () => {
  it('opens the same chat each time, and changes a message in place', async () => {
    const to = { serviceUrl: connector.serviceUrl, tenantId, botId: bot.id, userId: alice.id };
    expect(await framework.open(to, 5_000)).toEqual({ type: 'done', id: chat });
    expect(await framework.open(to, 5_000)).toEqual({ type: 'done', id: chat });
    const id = connector.chats.messages(chat).at(-1)?.id ?? '';
    const changed = {
      ...message,
      text: '已更新。',
      attachments: undefined,
      entities: [{ ...root, citation: undefined }],
    };
    expect(await framework.update(place(), id, changed, 5_000)).toEqual({ type: 'done', id });
    expect(connector.chats.messages(chat).at(-1)?.activity.text).toBe('已更新。');
  });
});

describe('isServiceUrl()', () => {
  const trusted = [
    'https://smba.trafficmanager.net/amer/',
    'https://smba.trafficmanager.net/apac/a1b2c3d4-e5f6-7890-abcd-ef1234567890/',
    'https://canary.botframework.com/',
    'https://smba.infra.gcc.teams.microsoft.com/gcc',
  ];
  const forged = [
    'http://smba.trafficmanager.net/amer/',
    'https://smba.trafficmanager.net.attacker.example/',
    'https://attacker.example/smba.trafficmanager.net',
    'https://smba.trafficmanager.net@attacker.example/',
    'https://someone@smba.trafficmanager.net/',
    'https://smba.trafficmanager.net:8443/',
    'https://xsmba.trafficmanager.net/',
    'https://botframework.com.attacker.example/',
    'https://evilbotframework.com/',
    'http://127.0.0.1:3978/',
    'https://localhost/',
    'ftp://smba.trafficmanager.net/',
    `https://smba.trafficmanager.net/${'x'.repeat(400)}`,
    '',
  ];
  for (const url of trusted) it(`takes ${url}`, () => expect(isServiceUrl(url, 'platform')).toBe(true));
  for (const url of forged) it(`refuses ${url.slice(0, 60)}`, () => expect(isServiceUrl(url, 'platform')).toBe(false));
  it('stays on this machine with peers of this machine', () => {
    expect(isServiceUrl('http://127.0.0.1:3978/', 'local')).toBe(true);
    expect(isServiceUrl('http://localhost:56150/_connector', 'local')).toBe(true);
    expect(isServiceUrl('http://127.0.0.1.attacker.example/', 'local')).toBe(false);
    expect(isServiceUrl('https://smba.trafficmanager.net/amer/', 'local')).toBe(false);
  });
});
