import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createKeyServer, type KeyServer } from './key-server.ts';
import { activityOf, alice, ownChat, tapOf } from './people.ts';
import { createTeamsWorld, type TeamsWorld } from './teams-world.ts';

let keys: KeyServer;
let world: TeamsWorld;

beforeAll(async () => {
  // The SDK tells the console of every bad token.
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  keys = await createKeyServer();
  world = await createTeamsWorld({ settings: { tokens: 'verified', openIdMetadataUrl: keys.metadataUrl } });
});
afterAll(async () => {
  await world.stop();
  await keys.stop();
  vi.restoreAllMocks();
});

const hour = 3_600;
const now = Math.floor(Date.now() / 1_000);

/** What is wrong with each request; its `Authorization`, and the fields that the activity has instead of the usual ones. */
const refused: Readonly<Record<string, (serviceUrl: string) => { authorization: string; fields?: object }>> = {
  'no token': () => ({ authorization: '' }),
  'no bearer': (url) => ({ authorization: keys.tokenFor(url) }),
  'no token but words': () => ({ authorization: 'Bearer hello' }),
  'a token that is no JSON': () => ({ authorization: 'Bearer aaaa.bbbb.cccc' }),
  'an unsigned token': (url) => ({ authorization: `Bearer ${keys.unsignedTokenFor(url)}` }),
  'a token that another key signed': (url) => ({ authorization: `Bearer ${keys.tokenFor(url, {}, 'other')}` }),
  'a token for another audience': (url) => ({ authorization: `Bearer ${keys.tokenFor(url, { aud: 'another-app' })}` }),
  'a token of another issuer': (url) => ({
    authorization: `Bearer ${keys.tokenFor(url, { iss: 'https://issuer.example' })}`,
  }),
  'a token of the emulator': (url) => ({
    authorization: `Bearer ${keys.tokenFor(url, { iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' })}`,
  }),
  'a token for another service URL': () => ({
    authorization: `Bearer ${keys.tokenFor('https://smba.trafficmanager.net/emea/')}`,
  }),
  'a token without a service URL': (url) => ({
    authorization: `Bearer ${keys.tokenFor(url, { serviceurl: undefined })}`,
  }),
  'an expired token': (url) => ({ authorization: `Bearer ${keys.tokenFor(url, { exp: now - hour })}` }),
  'a token that is not valid yet': (url) => ({ authorization: `Bearer ${keys.tokenFor(url, { nbf: now + hour })}` }),
  'an activity without a service URL': (url) => ({
    authorization: `Bearer ${keys.tokenFor(url)}`,
    fields: { serviceUrl: undefined },
  }),
  'a key that may not speak for the channel': (url) => ({
    authorization: `Bearer ${keys.tokenFor(url)}`,
    fields: { channelId: 'webchat' },
  }),
};

describe('POST /api/messages', () => {
  for (const [name, make] of Object.entries(refused))
    it(`answers 401 to ${name}, and keeps nothing`, async () => {
      const { serviceUrl } = world.connector;
      const { authorization, fields = {} } = make(serviceUrl);
      const activity = activityOf(serviceUrl, alice, ownChat(alice), { text: '陞任會加幾分？', ...fields });
      const headers = authorization === '' ? {} : { authorization };
      expect(await world.post(activity, headers)).toEqual({ status: 401, body: null });
      expect(
        await world.post(activityOf(serviceUrl, alice, ownChat(alice), { ...tapOf('x', 'x'), ...fields }), headers),
      ).toEqual({
        status: 401,
        body: null,
      });
      expect(world.connector.requests).toEqual([]);
    });

  it('takes a good token, and answers the platform under a token', async () => {
    const { connector, post } = world;
    const chat = connector.chats.chatOf(alice.id);
    const authorization = `Bearer ${keys.tokenFor(connector.serviceUrl)}`;
    const activity = activityOf(connector.serviceUrl, alice, ownChat(alice), { text: '你好' });
    expect(await post(activity, { authorization })).toEqual({ status: 200, body: null });
    await vi.waitFor(() => expect(connector.chats.messages(chat).length).toBeGreaterThan(0));
    expect(connector.requests.every((request) => request.authorization.startsWith('Bearer '))).toBe(true);
    expect(world.ignored.every((reason) => reason === 'token')).toBe(true);
  });

  it('answers 503 where the keys of the platform cannot be had, and tells an operator', async () => {
    const silent = await createKeyServer();
    silent.answers = false;
    const other = await createTeamsWorld({ settings: { tokens: 'verified', openIdMetadataUrl: silent.metadataUrl } });
    const { serviceUrl } = other.connector;
    const authorization = `Bearer ${silent.tokenFor(serviceUrl)}`;
    const activity = activityOf(serviceUrl, alice, ownChat(alice), { text: '你好' });
    expect(await other.post(activity, { authorization })).toEqual({ status: 503, body: null });
    expect(other.problems).toHaveLength(1);
    await other.stop();
    await silent.stop();
  });
});
