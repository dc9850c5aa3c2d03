import { describe, expect, it, vi } from 'vitest';
import { activityOf, alice, bob, ownChat, type Person, type Room, tapOf, tenantId } from './people.ts';
import { createTeamsWorld, useTeamsWorld } from './teams-world.ts';

/** What the conversations are told, beside what they do. */
const rated: unknown[] = [];
const world = useTeamsWorld({
  around: (conversations) => ({
    ...conversations,
    rate(address, receipt, rating) {
      rated.push({ thread: address.thread, receipt, rating });
      return conversations.rate(address, receipt, rating);
    },
  }),
});
const group: Room = { id: '19:group@thread.v2', conversationType: 'groupChat' };
const privateThread = (person: Person) => `teams:${tenantId}:@${person.aadObjectId}`;

function invoke(person: Person, room: Room, fields: object) {
  const { connector, post } = world();
  connector.chats.chatOf(person.id);
  return post(activityOf(connector.serviceUrl, person, room, fields));
}

describe('message/submitAction', () => {
  const feedback = (actionValue: unknown, replyToId?: string) => ({
    type: 'invoke',
    name: 'message/submitAction',
    value: { actionName: 'feedback', actionValue },
    replyToId,
  });

  it('keeps what somebody thinks of an answer with the turn', async () => {
    const { connector, post } = world();
    connector.chats.chatOf(bob.id);
    await post(activityOf(connector.serviceUrl, bob, ownChat(bob), { text: '陞任會加幾分？' }));
    const asking = () =>
      connector.chats.messages('a:bob').find(({ activity }) => activity.channelData?.['feedbackLoop'] !== undefined);
    await vi.waitFor(() => expect(asking()).toBeDefined(), 5_000);
    const receipt = asking()?.id;
    const actionValue = { reaction: 'dislike', feedback: '{"feedbackText":"看不懂"}' };
    await vi.waitFor(async () => {
      expect(await invoke(bob, ownChat(bob), feedback(actionValue, receipt))).toEqual({ status: 200, body: {} });
      expect(rated.at(-1)).toEqual({
        thread: privateThread(bob),
        receipt,
        rating: { useful: false, reason: '看不懂' },
      });
      expect(world().ignored.at(-1)).not.toBe('unknownFeedback');
    });
  });

  const reasons: readonly (readonly [string, unknown, string])[] = [
    ['bare words', '很好', '很好'],
    ['an object', { feedbackText: '很好' }, '很好'],
    ['JSON without words', '{}', ''],
    ['nothing', undefined, ''],
    ['far too many words', JSON.stringify({ feedbackText: '好'.repeat(5_000) }), '好'.repeat(1_000)],
  ];
  for (const [name, given, reason] of reasons)
    it(`reads a reason that comes as ${name}`, async () => {
      const actionValue = { reaction: 'like', feedback: given };
      expect(await invoke(bob, ownChat(bob), feedback(actionValue, '1'))).toEqual({ status: 200, body: {} });
      expect(rated.at(-1)).toMatchObject({ rating: { useful: true, reason } });
    });

  it('answers what is no feedback, and feedback on nothing, with the same empty answer', async () => {
    for (const fields of [feedback({ reaction: 'meh' }, '1'), feedback({ reaction: 'like' }), feedback(null, '1')])
      expect(await invoke(bob, ownChat(bob), fields)).toEqual({ status: 200, body: {} });
  });
});

describe('other invokes', () => {
  it('are answered with a sentence where Teams shows one, and with nothing elsewhere', async () => {
    const sentence = expect.stringContaining('看不懂');
    const answers: Readonly<Record<string, object>> = {
      'task/fetch': { task: { type: 'message', value: sentence } },
      'task/submit': { task: { type: 'message', value: sentence } },
      'composeExtension/queryLink': { composeExtension: { type: 'message', text: sentence } },
      'signin/verifyState': {},
      'signin/tokenExchange': {},
      'fileConsent/invoke': {},
      'something/new': {},
    };
    for (const [name, body] of Object.entries(answers))
      expect(await invoke(bob, ownChat(bob), { type: 'invoke', name, value: {} }), name).toEqual({ status: 200, body });
  });

  it('are answered in the language of Teams', async () => {
    const fields = { type: 'invoke', name: 'task/fetch', locale: 'en-US' };
    expect(JSON.stringify(await invoke(bob, ownChat(bob), fields))).not.toMatch(/[\u4e00-\u9fff]/);
  });
});

describe('where the store is gone', () => {
  it('says to try again, keeps no feedback silently, and has messages posted again', async () => {
    const broken = async () => Promise.reject(new Error('store is down'));
    const down = await createTeamsWorld({
      around: (all) => ({ ...all, accept: broken, rate: broken, prompts: broken }),
    });
    const { serviceUrl } = down.connector;
    const at = (room: Room, fields: object) => down.post(activityOf(serviceUrl, alice, room, fields));
    expect((await at(ownChat(alice), { text: '你好' })).status).toBe(503);
    const query = { type: 'invoke', name: 'composeExtension/query', value: {} };
    expect(JSON.stringify(await at(group, query))).toContain('再試一次');
    expect(JSON.stringify(await at(group, tapOf('x', 'x')))).toContain('再試一次');
    const value = { actionName: 'feedback', actionValue: { reaction: 'like' } };
    const feedback = { type: 'invoke', name: 'message/submitAction', value, replyToId: '1' };
    expect(await at(ownChat(alice), feedback)).toEqual({ status: 503, body: null });
    expect(down.problems).toHaveLength(4);
    await down.stop();
  });
});
