import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { cardSchema } from '../../unit/teams-render/card-schema.ts';
import { actionsOf, checkCard } from '../../unit/teams-render/check-card.ts';
import { wordsOf, wordsOfCard } from '../../unit/teams-render/read-activity.ts';
import { activityOf, alice, type Person, type Room, tenantId } from './people.ts';
import { useTeamsWorld } from './teams-world.ts';

/** What the conversations are told, beside what they do. */
const accepted: unknown[] = [];
const world = useTeamsWorld({
  around: (conversations) => ({
    ...conversations,
    accept(address, message, event, target) {
      accepted.push({ thread: address.thread, message, event });
      return conversations.accept(address, message, event, target);
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

const listed = z.object({
  status: z.literal(200),
  body: z.strictObject({
    composeExtension: z.strictObject({
      type: z.literal('result'),
      attachmentLayout: z.literal('list'),
      attachments: z
        .array(
          z.strictObject({
            contentType: z.literal('application/vnd.microsoft.card.adaptive'),
            content: z.unknown(),
            preview: z.strictObject({
              contentType: z.literal('application/vnd.microsoft.card.thumbnail'),
              content: z.strictObject({ title: z.string().min(1), text: z.string().min(1) }),
            }),
          }),
        )
        .min(1)
        .max(8),
    }),
  }),
});

describe('composeExtension/query', () => {
  const search = (name: string, value: string) => ({
    type: 'invoke',
    name: 'composeExtension/query',
    value: { commandId: 'search', parameters: [{ name, value }], queryOptions: { skip: 0, count: 25 } },
  });

  it('lists answers with their sources, each a card that Teams takes', async () => {
    const answer = listed.parse(await invoke(alice, group, search('query', '陞任 加分')));
    const { attachments } = answer.body.composeExtension;
    for (const { content } of attachments) {
      expect(checkCard(content)).toEqual([]);
      expect(actionsOf(cardSchema.parse(content)).every(({ type }) => type === 'Action.ToggleVisibility')).toBe(true);
    }
    expect(attachments.map(({ content }) => wordsOfCard(cardSchema.parse(content))).join()).toContain('問答集');
  });

  it('lists what one may want to know before anything is typed', async () => {
    listed.parse(await invoke(alice, group, search('initialRun', 'true')));
    listed.parse(await invoke(alice, group, search('query', '  ')));
  });

  it('says so where nothing is found', async () => {
    expect(await invoke(alice, group, search('query', 'qqqqzzzz'))).toEqual({
      status: 200,
      body: { composeExtension: { type: 'message', text: expect.stringContaining('找不到') } },
    });
  });

  it('gives one again that was chosen', async () => {
    const chosen = { type: 'invoke', name: 'composeExtension/selectItem', value: { title: '陞任 加分' } };
    listed.parse(await invoke(alice, group, chosen));
  });
});

const form = z.object({
  status: z.literal(200),
  body: z.strictObject({
    task: z.strictObject({
      type: z.literal('continue'),
      value: z.looseObject({
        title: z.string().min(1),
        card: z.strictObject({ contentType: z.string(), content: z.unknown() }),
      }),
    }),
  }),
});

describe('交給人事 on somebody’s message', () => {
  const messagePayload = {
    id: '1700000000123',
    body: { contentType: 'html', content: '<p>加班費<b>怎麼</b>算？</p>' },
  };
  const fill = (text: string, fields: object = {}) => ({
    type: 'invoke',
    name: 'composeExtension/submitAction',
    value: {
      commandId: 'handOver',
      commandContext: 'message',
      messagePayload,
      data: { verb: 'hand-over', text },
      ...fields,
    },
  });

  it('opens a form with the words of the message in it', async () => {
    const fields = {
      type: 'invoke',
      name: 'composeExtension/fetchTask',
      value: { commandId: 'handOver', messagePayload },
    };
    const { value } = form.parse(await invoke(alice, group, fields)).body.task;
    expect(checkCard(value.card.content)).toEqual([]);
    expect(JSON.stringify(value.card.content)).toContain('"value":"加班費怎麼算？"');
  });

  it('hands it over in private, once, however often the form is sent', async () => {
    const before = accepted.length;
    for (let time = 0; time < 2; time++)
      expect(await invoke(alice, group, fill('加班費怎麼算？'))).toEqual({
        status: 200,
        body: { task: { type: 'message', value: expect.stringContaining('送出') } },
      });
    const [first, second] = accepted.slice(before);
    expect(first).toMatchObject({
      thread: privateThread(alice),
      message: { text: '加班費怎麼算？', choice: 'handoff:' },
    });
    expect(second).toEqual(first);
    const { chats } = world().connector;
    await vi.waitFor(() => expect(chats.messages('a:alice')).toHaveLength(1), 5_000);
    expect(wordsOf(chats.messages('a:alice').map(({ activity }) => activity))).not.toBe('');
  });

  it('shows the form again with what is wrong', async () => {
    for (const [text, problem] of [
      ['  ', '請先輸入'],
      ['字'.repeat(4_001), '太長'],
    ] as const) {
      const { value } = form.parse(await invoke(alice, group, fill(text))).body.task;
      expect(JSON.stringify(value.card.content)).toContain(problem);
    }
  });

  it('answers a form of somebody else with a sentence', async () => {
    expect(await invoke(alice, group, fill('x', { data: { verb: 'delete', text: 'x' } }))).toEqual({
      status: 200,
      body: { task: { type: 'message', value: expect.stringContaining('看不懂') } },
    });
  });
});
