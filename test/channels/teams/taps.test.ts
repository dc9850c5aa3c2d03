import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { Conversations } from '../../../adapters/conversations.ts';
import { cardSchema } from '../../unit/teams-render/card-schema.ts';
import { actionsOf, checkCard } from '../../unit/teams-render/check-card.ts';
import { wordsOfCard } from '../../unit/teams-render/read-activity.ts';
import { activityOf, alice, bob, ownChat, type Person, type Room, tapOf } from './people.ts';
import { createTeamsWorld, useTeamsWorld } from './teams-world.ts';

const world = useTeamsWorld();
const group: Room = { id: '19:group@thread.v2', conversationType: 'groupChat' };

function invoke(person: Person, room: Room, fields: object) {
  const { connector, post } = world();
  connector.chats.chatOf(person.id);
  return post(activityOf(connector.serviceUrl, person, room, fields));
}

const cardAnswer = z.object({
  status: z.literal(200),
  body: z.strictObject({
    statusCode: z.literal(200),
    type: z.literal('application/vnd.microsoft.card.adaptive'),
    value: z.unknown(),
  }),
});

/** The card of an answer, which has to be one that Teams draws. */
function cardOf(answer: unknown) {
  const { value } = cardAnswer.parse(answer).body;
  expect(checkCard(value)).toEqual([]);
  return cardSchema.parse(value);
}

describe('adaptiveCard/action', () => {
  it('takes the interview from card to card, each in place of the last one, and labels the result', async () => {
    const { connector, post } = world();
    const chat = connector.chats.chatOf(alice.id);
    await post(activityOf(connector.serviceUrl, alice, ownChat(alice), { text: '我是哪一種AI人才？' }));
    await vi.waitFor(() => expect(connector.chats.messages(chat)).toHaveLength(1), 5_000);
    const [message] = connector.chats.messages(chat);
    let card = cardSchema.parse(message?.activity.attachments?.[0]?.content);
    const words: string[] = [];
    for (let step = 0; step < 12 && !words.at(-1)?.includes('初步建議'); step++) {
      const next = actionsOf(card).find((action) => action.type === 'Action.Execute');
      if (next?.type !== 'Action.Execute') throw new Error('the card has no button');
      const tap = tapOf(String(next.data['choice']), String(next.data['label']));
      card = cardOf(await invoke(alice, ownChat(alice), { ...tap, replyToId: message?.id }));
      words.push(wordsOfCard(card));
    }
    expect(words.length).toBeGreaterThan(2);
    expect(words.at(-1)).toContain('初步建議');
    // An answer to a tap brings a card and nothing else: the label of generated text comes after it.
    const labelled = () => connector.chats.messages(chat)[0]?.activity.entities?.[0];
    await vi.waitFor(() => expect(labelled()?.['additionalType']).toEqual(['AIGeneratedContent']));
    expect(connector.chats.messages(chat)).toHaveLength(1);
    // What was drawn in place stands on the card alone: a further tap must not take it away.
    const next = actionsOf(card).find((action) => action.type === 'Action.Execute');
    if (next?.type !== 'Action.Execute') throw new Error('the result has no button');
    const [choice, label] = [String(next.data['choice']), String(next.data['label'])];
    const chosen = cardOf(await invoke(alice, ownChat(alice), { ...tapOf(choice, label), replyToId: message?.id }));
    expect(wordsOfCard(chosen)).toContain('初步建議');
    expect(wordsOfCard(chosen)).toContain(`已選：${label}`);
    expect(actionsOf(chosen).every(({ type }) => type === 'Action.ToggleVisibility')).toBe(true);
    await vi.waitFor(() => expect(connector.chats.messages(chat).length).toBeGreaterThan(1), 5_000);
    // Another process does not know what stands on the card, and leaves it as it is.
    const unknown = await invoke(alice, ownChat(alice), tapOf(choice, label));
    expect(unknown.body).toMatchObject({ type: 'application/vnd.microsoft.activity.message', value: `已選：${label}` });
  });

  it('says on the card of an answer what was chosen; the replies follow as messages with sources', async () => {
    const { connector, post } = world();
    const question = '一定要上3小時AI課程嗎？';
    const chat = connector.chats.chatOf(bob.id);
    await post(activityOf(connector.serviceUrl, bob, ownChat(bob), { text: '說明' }));
    await vi.waitFor(() => expect(connector.chats.messages(chat)).toHaveLength(1), 5_000);
    const card = cardOf(await invoke(bob, ownChat(bob), tapOf(`say:${question}`, question)));
    expect(wordsOfCard(card)).toContain(`已選：${question}`);
    const answers = () => connector.chats.messages(chat).filter(({ activity }) => activity.text !== undefined);
    await vi.waitFor(() => expect(answers()).toHaveLength(2), 5_000);
    const answer = answers()[1]?.activity;
    expect(JSON.stringify(answer?.entities)).toContain('citation');
    expect(answer?.channelData).toMatchObject({ feedbackLoop: { type: 'default' } });
  });

  it('answers a tap that is posted twice with the same card, and does nothing the second time', async () => {
    const tap = { ...tapOf('interview:start', '我是哪一種AI人才？'), id: 'f:twice' };
    const first = await invoke(bob, ownChat(bob), tap);
    expect(await invoke(bob, ownChat(bob), tap)).toEqual(first);
  });

  it('says among others only what was chosen; the replies follow', async () => {
    const { connector } = world();
    connector.chats.install(group.id, 'group');
    const card = cardOf(await invoke(bob, group, tapOf('say:陞任會加幾分？', '陞任會加幾分？')));
    expect(wordsOfCard(card)).toContain('已選：陞任會加幾分？');
    await vi.waitFor(() => expect(connector.chats.messages(group.id).length).toBeGreaterThan(0), 5_000);
  });

  const tampered: Readonly<Record<string, unknown>> = {
    'an unknown verb': { action: { type: 'Action.Execute', verb: 'delete', data: { choice: 'x', label: 'x' } } },
    'no data': { action: { type: 'Action.Execute', verb: 'choose' } },
    'data of another kind': {
      action: { type: 'Action.Execute', verb: 'choose', data: { choice: { x: 1 }, label: 'x' } },
    },
    'far too much data': { action: { verb: 'choose', data: { choice: 'x'.repeat(100_000), label: 'x' } } },
    'no action': 'choose',
    nothing: undefined,
  };
  for (const [name, value] of Object.entries(tampered))
    it(`answers ${name} with a sentence, and does nothing`, async () => {
      const { ignored, problems } = world();
      const before = ignored.length;
      const answer = await invoke(bob, ownChat(bob), { type: 'invoke', name: 'adaptiveCard/action', value });
      expect(answer).toEqual({
        status: 200,
        body: {
          statusCode: 200,
          type: 'application/vnd.microsoft.activity.message',
          value: expect.stringContaining('看不懂'),
        },
      });
      expect(ignored.slice(before)).toEqual(['unknownInvoke']);
      expect(problems).toEqual([]);
    });

  it('answers a value that no version of the assistant offers plainly', async () => {
    const { connector } = world();
    const before = connector.chats.messages('a:bob').length;
    expect(wordsOfCard(cardOf(await invoke(bob, ownChat(bob), tapOf('nonsense:1', '亂按'))))).toContain('已選：亂按');
    await vi.waitFor(() => expect(connector.chats.messages('a:bob').length).toBeGreaterThan(before), 5_000);
  });

  it('says what was chosen where the next step is late, and sends it as soon as it is there', async () => {
    const gate = Promise.withResolvers<void>();
    const slowly = (conversations: Conversations): Conversations => ({
      ...conversations,
      send: (address, message, event) => gate.promise.then(() => conversations.send(address, message, event)),
    });
    const slow = await createTeamsWorld({ answerWithinMs: 20, around: slowly });
    const { connector } = slow;
    const chat = connector.chats.chatOf(alice.id);
    const at = (fields: object) => slow.post(activityOf(connector.serviceUrl, alice, ownChat(alice), fields));
    await at({ text: '我是哪一種AI人才？' });
    await vi.waitFor(() => expect(connector.chats.messages(chat)).toHaveLength(1), 5_000);
    const content = connector.chats.messages(chat)[0]?.activity.attachments?.[0]?.content;
    const button = actionsOf(cardSchema.parse(content)).find((action) => action.type === 'Action.Execute');
    if (button?.type !== 'Action.Execute') throw new Error('the card has no button');
    const [choice, label] = [String(button.data['choice']), String(button.data['label'])];
    expect(wordsOfCard(cardOf(await at(tapOf(choice, label))))).toContain(`已選：${label}`);
    const before = connector.requests.length;
    connector.fault = () => (connector.requests.length === before + 1 ? 'ratelimited' : null);
    gate.resolve();
    await vi.waitFor(() => expect(connector.chats.messages(chat)).toHaveLength(2), 5_000);
    expect(slow.problems).toEqual([]);
    await slow.stop();
  });
});
