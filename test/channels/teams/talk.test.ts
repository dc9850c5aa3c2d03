import { describe, expect, it, vi } from 'vitest';
import { buttonsOf, wordsOf } from '../../unit/teams-render/read-activity.ts';
import { activityOf, alice, bob, bot, mentioning, ownChat, type Person, type Room, tenantId } from './people.ts';
import { useTeamsWorld } from './teams-world.ts';

const world = useTeamsWorld();
const group: Room = { id: '19:group@thread.v2', conversationType: 'groupChat' };

function shownIn(chat: string) {
  return world()
    .connector.chats.messages(chat)
    .map(({ activity }) => activity);
}

/** More than this stands in the chat, and nothing is on its way. */
function settled(chat: string, more: number) {
  const { outbox } = world().composition.store;
  return vi.waitFor(async () => {
    expect(shownIn(chat).length).toBeGreaterThan(more);
    expect((await outbox.countOutgoing()).waiting).toBe(0);
  }, 5_000);
}

/** Posts, and gives back what then comes to be seen in the chat: words and cards are messages of their own. */
async function tell(person: Person, room: Room, fields: object) {
  const { connector, post, clock } = world();
  const chat = room.conversationType === 'personal' ? connector.chats.chatOf(person.id) : room.id;
  const before = shownIn(chat).length;
  clock.advance(10_000);
  expect(await post(activityOf(connector.serviceUrl, person, room, fields))).toEqual({ status: 200, body: null });
  await settled(chat, before);
  return shownIn(chat).slice(before);
}

describe('a one-to-one chat', () => {
  it('is welcomed once, however often the app is added', async () => {
    const added = { type: 'conversationUpdate', membersAdded: [bob, bot] };
    const welcome = await tell(bob, ownChat(bob), added);
    expect(wordsOf(welcome)).toContain('問答助理');
    expect(buttonsOf(welcome).length).toBeGreaterThan(1);
    expect(welcome[0]?.channelData).toMatchObject({ notification: { alert: true } });
    const { connector, post } = world();
    expect((await post(activityOf(connector.serviceUrl, bob, ownChat(bob), added))).status).toBe(200);
    await tell(bob, ownChat(bob), { text: '你好' });
    expect(wordsOf(shownIn('a:bob')).split('請直接用平常說話的方式問')).toHaveLength(2);
  });

  it('answers a question with sources: first typing, then what is done, a part, the whole', async () => {
    const { connector } = world();
    const [answer] = await tell(alice, ownChat(alice), { text: '陞任會加幾分？' });
    expect(wordsOf([answer ?? {}])).toContain('配分由各機關自訂');
    expect(answer?.entities?.map(({ type }) => type)).toEqual(['https://schema.org/Message', 'streaminfo']);
    expect(answer?.channelData).toMatchObject({ feedbackLoop: { type: 'default' } });
    const signals = connector.chats.signals('a:alice');
    expect(signals.map(({ entities }) => entities?.[0]?.['streamType'])).toEqual([
      undefined,
      'informative',
      'streaming',
    ]);
  });

  it('is one conversation: the next question is read against the last one', async () => {
    await tell(alice, ownChat(alice), { text: '我是哪一種AI人才？' });
    const [next] = await tell(alice, ownChat(alice), { text: '取消' });
    expect(wordsOf([next ?? {}])).not.toBe('');
  });

  it('answers 你好, 說明, hi and help', async () => {
    for (const text of ['你好', '說明', 'hi', 'help']) {
      const answer = await tell(alice, ownChat(alice), { text });
      expect(wordsOf(answer).length, text).toBeGreaterThan(10);
    }
  });

  it('has no dead end for a picture without words and for 100 kB of text', async () => {
    const picture = { attachments: [{ contentType: 'image/png', contentUrl: 'https://smba.trafficmanager.net/x' }] };
    for (const fields of [{ text: '', ...picture }, { text: '字'.repeat(33_000) }]) {
      const [answer] = await tell(alice, ownChat(alice), fields);
      expect(wordsOf([answer ?? {}]).length).toBeGreaterThan(5);
    }
  });

  it('answers a message that is posted twice only once', async () => {
    const { connector, post } = world();
    const again = activityOf(connector.serviceUrl, alice, ownChat(alice), { text: '三小時怎麼算？' });
    const before = shownIn('a:alice').length;
    for (const answer of await Promise.all([post(again), post(again), post(again)])) expect(answer.status).toBe(200);
    await settled('a:alice', before);
    const answered = shownIn('a:alice').length;
    for (const activity of [again, again]) expect((await post(activity)).status).toBe(200);
    const rest = await tell(alice, ownChat(alice), { text: '你好' });
    expect(shownIn('a:alice')).toHaveLength(answered + rest.length);
    expect(wordsOf(rest)).not.toContain('小時學習時數');
  });

  it('answers the new words of an edited message', async () => {
    const edited = {
      type: 'messageUpdate',
      text: '報名費可以申請補助嗎？',
      channelData: { eventType: 'editMessage', tenant: { id: tenantId } },
    };
    const [answer] = await tell(alice, ownChat(alice), { ...edited, id: '1700000000001' });
    expect(wordsOf([answer ?? {}])).not.toBe('');
  });

  it('forgets the words of a message that is taken back', async () => {
    const { connector, post, conversations } = world();
    await tell(alice, ownChat(alice), { id: '1700000000777', text: '這句話請忘記：證照要自己付錢嗎？' });
    const back = { type: 'messageDelete', id: '1700000000777', channelData: { eventType: 'softDeleteMessage' } };
    expect((await post(activityOf(connector.serviceUrl, alice, ownChat(alice), back))).status).toBe(200);
    const thread = `teams:${tenantId}:@${alice.aadObjectId}`;
    const address = {
      agency: 'test',
      channel: 'teams',
      account: `${tenantId}/${alice.aadObjectId}`,
      thread,
      audience: 'private',
      privately: null,
    } as const;
    expect(JSON.stringify(await conversations.transcript(address))).not.toContain('這句話請忘記');
  });
});

describe('a group chat and a channel', () => {
  it('answers a mention where it was asked, in one message after typing', async () => {
    const { connector } = world();
    connector.chats.install(group.id, 'group');
    const [answer] = await tell(alice, group, mentioning('陞任會加幾分？'));
    expect(wordsOf([answer ?? {}])).toContain('配分由各機關自訂');
    expect(answer?.entities?.map(({ type }) => type)).toEqual(['https://schema.org/Message']);
    expect(connector.chats.signals(group.id).map(({ type, text }) => ({ type, text }))).toEqual([
      { type: 'typing', text: undefined },
    ]);
  });

  it('answers in the thread of a channel', async () => {
    const { connector } = world();
    const thread: Room = { id: '19:general@thread.tacv2;messageid=1767', conversationType: 'channel' };
    connector.chats.install(thread.id, 'channel');
    const [answer] = await tell(bob, thread, mentioning('三小時怎麼算？'));
    expect(wordsOf([answer ?? {}])).not.toBe('');
  });

  it('says a neutral line there and answers a personal matter in private, with a way to share it', async () => {
    const { connector } = world();
    const before = shownIn('a:bob').length;
    const [neutral] = await tell(bob, group, mentioning('我還差幾小時？'));
    expect(wordsOf([neutral ?? {}])).toContain('私下');
    await vi.waitFor(() => expect(shownIn(connector.chats.chatOf(bob.id)).length).toBeGreaterThan(before), 5_000);
    const inPrivate = shownIn('a:bob').slice(before);
    expect(buttonsOf(inPrivate).some((label) => label.startsWith('分享'))).toBe(true);
    expect(connector.requests.some(({ path }) => path === 'v3/conversations')).toBe(true);
  });
});
