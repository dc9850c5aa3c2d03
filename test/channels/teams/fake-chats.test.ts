import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createFakeChats, type FakeChats } from './fake-chats.ts';
import { alice, bot, tenantId } from './people.ts';

/** The twin of Teams is worth as much as it refuses. */

let now = 0;
let chats: FakeChats;
let chat: string;
beforeEach(() => {
  now = 1_000_000;
  chats = createFakeChats({ now: () => now });
  chat = chats.chatOf(alice.id);
  chats.install('19:group@thread.v2', 'group');
});

const root = { type: 'https://schema.org/Message', '@type': 'Message', '@context': 'https://schema.org', '@id': '' };
const cardOf = (fields: object) => ({
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: {
    type: 'AdaptiveCard',
    $schema: 'https://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: 'zh',
    fallbackText: '依據',
    body: [],
    ...fields,
  },
});
const usual = () => ({ from: { id: bot.id }, conversation: { id: chat } });
const message = (fields: object = {}) => ({
  type: 'message',
  text: '好。',
  summary: '好。',
  entities: [root],
  ...usual(),
  ...fields,
});
const part = (streamType: string, text: string, info: object, fields: object = {}) => ({
  type: streamType === 'final' ? 'message' : 'typing',
  text,
  ...(streamType === 'final' && { summary: text }),
  ...usual(),
  entities: [...(streamType === 'final' ? [root] : []), { type: 'streaminfo', streamType, ...info }],
  ...fields,
});
const submit = (choice: string) => ({
  type: 'Action.Submit',
  title: choice,
  data: { verb: 'choose', choice, label: choice },
});
const execute = (choice: string) => ({
  type: 'Action.Execute',
  verb: 'choose',
  title: choice,
  data: { choice, label: choice },
  fallback: submit(choice),
});

describe('what Teams refuses of a message', () => {
  const refused: Readonly<Record<string, object>> = {
    'two root entities': { entities: [root, root] },
    'a card of 28 kB': {
      attachments: [cardOf({ body: [{ type: 'TextBlock', text: '字'.repeat(9_400), wrap: true }] })],
    },
    'seven actions': { attachments: [cardOf({ actions: [1, 2, 3, 4, 5, 6, 7].map((n) => execute(String(n))) })] },
    'a card of version 1.6': { attachments: [cardOf({ version: '1.6' })] },
    'a mark without its source': { text: '好。[1]' },
    'a heading in the text': { text: '# 好' },
    'another conversation': { conversation: { id: 'a:other' } },
    'an unknown type': { type: 'trace' },
    'no sender': { from: undefined },
  };
  for (const [name, fields] of Object.entries(refused))
    it(`is ${name}`, () => expect(chats.post(chat, message(fields)).status).toBe(400));

  it('is not a good one', () => expect(chats.post(chat, message()).status).toBe(201));
  it('is anything where it is not installed', () => expect(chats.post('a:nobody', message()).status).toBe(404));
});

describe('what Teams refuses of a stream', () => {
  const begin = () => {
    const { body } = chats.post(chat, part('informative', '正在整理…', { streamSequence: 1 }));
    now += 1_500;
    return z.object({ id: z.string() }).parse(body).id;
  };
  const refused: Readonly<Record<string, (streamId: string) => object>> = {
    'a number that does not rise': (streamId) => part('streaming', '好', { streamId, streamSequence: 1 }),
    'a number that is left out': (streamId) => part('streaming', '好', { streamId, streamSequence: 3 }),
    'a number on the last message': (streamId) => part('final', '好', { streamId, streamSequence: 2 }),
    'a part without number': (streamId) => part('streaming', '好', { streamId }),
    'another stream': () => part('streaming', '好', { streamId: 'other', streamSequence: 2 }),
    'a part without words': (streamId) => part('streaming', '', { streamId, streamSequence: 2 }),
    'feedback before the end': (streamId) =>
      part('streaming', '好', { streamId, streamSequence: 2 }, { channelData: { feedbackLoop: { type: 'default' } } }),
    'a card before the end': (streamId) =>
      part('streaming', '好', { streamId, streamSequence: 2 }, { attachments: [cardOf({})] }),
  };
  for (const [name, make] of Object.entries(refused))
    it(`is ${name}`, () => expect(chats.post(chat, make(begin())).status).toBe(400));

  it('is a part that does not carry the text so far', () => {
    const streamId = begin();
    expect(chats.post(chat, part('streaming', '陞任', { streamId, streamSequence: 2 })).status).toBe(202);
    now += 1_500;
    expect(chats.post(chat, part('final', '加分。', { streamId })).status).toBe(400);
    expect(chats.post(chat, part('final', '陞任加分。', { streamId })).status).toBe(202);
    expect(chats.post(chat, part('final', '陞任加分。', { streamId })).status).toBe(403);
    expect(chats.messages(chat)).toHaveLength(1);
  });

  it('is what comes too fast or too late, a second stream, and one among others', () => {
    const streamId = begin();
    now -= 1;
    expect(chats.post(chat, part('streaming', '好', { streamId, streamSequence: 2 })).status).toBe(429);
    expect(chats.post(chat, part('informative', '…', { streamSequence: 1 })).status).toBe(403);
    now += 120_000;
    expect(chats.post(chat, part('final', '好', { streamId })).status).toBe(403);
    const group = { ...part('informative', '…', { streamSequence: 1 }), conversation: { id: '19:group@thread.v2' } };
    expect(chats.post('19:group@thread.v2', group).status).toBe(403);
  });
});

describe('the other requests', () => {
  it('make the one chat of a person, change and take back messages', () => {
    const members = [{ id: alice.id }];
    const wanted = {
      isGroup: false,
      bot: { id: bot.id },
      members,
      tenantId,
      channelData: { tenant: { id: tenantId } },
    };
    expect(chats.create(wanted)).toEqual({ status: 201, body: { id: chat } });
    expect(chats.create({ ...wanted, members: [] }).status).toBe(400);
    chats.block(alice.id);
    expect(chats.create(wanted).status).toBe(403);
    chats.post(chat, message());
    const [sent] = chats.messages(chat);
    const id = sent?.id ?? '';
    expect(chats.update(chat, id, message({ text: '改。' })).status).toBe(200);
    expect(chats.update(chat, id, message({ entities: [root, root] })).status).toBe(400);
    expect(chats.update(chat, id, message({ attachments: [cardOf({})] })).status).toBe(400);
    expect(chats.remove(chat, id).status).toBe(200);
    expect(chats.remove(chat, id).status).toBe(404);
  });
});
