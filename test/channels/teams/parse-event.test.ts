import { describe, expect, it } from 'vitest';
import { activitySchema } from '../../../adapters/channels/teams/activity.ts';
import { type Arrival, parseEvent, type Served } from '../../../adapters/channels/teams/parse-event.ts';
import { activityOf, alice, bob, bot, mentioning, ownChat, type Room, tenantId } from './people.ts';

const serviceUrl = 'https://smba.trafficmanager.net/apac/';
const everybody: Served = { tenantId: null, welcomeTeam: null };
const channel: Room = { id: '19:general@thread.tacv2;messageid=1', conversationType: 'channel' };
const group: Room = { id: '19:group@thread.v2', conversationType: 'groupChat' };

function parse(room: Room, fields: object, served = everybody): Arrival {
  return parseEvent(activitySchema.parse(activityOf(serviceUrl, alice, room, fields)), served);
}

/** What is left of an arrival without its scene. */
function essence(arrival: Arrival): object {
  if (arrival.type === 'ignored') return { ignored: arrival.reason };
  if (arrival.type === 'joined') return { how: arrival.how, people: arrival.scenes.map(({ person }) => person) };
  if (arrival.type === 'invoked') return { invoked: arrival.event.name, kind: arrival.scene.kind };
  const { scene, ...rest } = arrival;
  return { ...rest, kind: scene.kind };
}

const card = { contentType: 'application/vnd.microsoft.card.adaptive', content: {} };
const said = (text: string, choice: string | null = null) => ({ text, choice });

describe('parseEvent()', () => {
  it('knows a person by the Entra object id, and marks what stands for it where there is none', () => {
    const arrival = parse(ownChat(alice), { text: '你好' });
    expect(arrival).toMatchObject({
      scene: { person: alice.aadObjectId, userId: alice.id, botId: bot.id, tenant: tenantId, serviceUrl },
    });
    const guest = parse(ownChat(alice), { text: '你好', from: { id: alice.id, name: '訪客' } });
    expect(guest).toMatchObject({ scene: { person: `id=${alice.id}` } });
  });

  const rows: readonly (readonly [string, Room, object, object])[] = [
    [
      'a typed message',
      ownChat(alice),
      { id: '7', text: ' 陞任會\r\n加幾分？ ' },
      { type: 'said', event: 'm:7', message: said('陞任會\n加幾分？'), kind: 'personal' },
    ],
    [
      'a message without words',
      ownChat(alice),
      { id: '7', text: undefined },
      { type: 'said', event: 'm:7', message: said(''), kind: 'personal' },
    ],
    ['a card that somebody put in', ownChat(alice), { text: '', attachments: [card] }, { ignored: 'cardOnly' }],
    [
      'a card with what holds its place',
      ownChat(alice),
      {
        text: '\n<span class="inline-compose-card" itemid="0">\n <span itemprop="cardId"></span>\n</span>\n',
        attachments: [card],
      },
      { ignored: 'cardOnly' },
    ],
    [
      'a card with words',
      ownChat(alice),
      { id: '7', text: '這是什麼？<span class="inline-compose-card"></span>', attachments: [card] },
      { type: 'said', event: 'm:7', message: said('這是什麼？'), kind: 'personal' },
    ],
    [
      'a mention in a channel',
      channel,
      { id: '7', ...mentioning('陞任會加幾分？') },
      { type: 'said', event: 'm:7', message: said('陞任會加幾分？'), kind: 'channel' },
    ],
    [
      'a mention in a group chat',
      group,
      { id: '7', ...mentioning('你好') },
      { type: 'said', event: 'm:7', message: said('你好'), kind: 'group' },
    ],
    ['talk among others', group, { text: '大家好' }, { ignored: 'notAddressed' }],
    [
      'a mention of somebody else',
      group,
      { text: '<at>測試員乙</at> 好', entities: [{ type: 'mention', text: '<at>測試員乙</at>', mentioned: bob }] },
      { ignored: 'notAddressed' },
    ],
    [
      'the fallback of a button',
      group,
      { id: '7', value: { verb: 'choose', choice: 'handoff:', label: '找人事承辦人' } },
      { type: 'said', event: 'm:7', message: said('找人事承辦人', 'handoff:'), kind: 'group' },
    ],
    ['a button of another card', ownChat(alice), { value: { actionId: 'info' } }, { ignored: 'otherButton' }],
    [
      'a button with too much in it',
      ownChat(alice),
      { value: { verb: 'choose', choice: 'x'.repeat(501), label: 'x' } },
      { ignored: 'otherButton' },
    ],
    [
      'an edit',
      ownChat(alice),
      {
        type: 'messageUpdate',
        id: '7',
        timestamp: 't2',
        text: '新的',
        channelData: { eventType: 'editMessage', tenant: { id: tenantId } },
      },
      { type: 'edited', event: 'm:7:t2', replaces: 'm:7', message: said('新的'), kind: 'personal' },
    ],
    [
      'a message that was put back',
      ownChat(alice),
      { type: 'messageUpdate', channelData: { eventType: 'undeleteMessage' } },
      { ignored: 'messageChanged' },
    ],
    [
      'a deletion',
      ownChat(alice),
      { type: 'messageDelete', id: '7', channelData: { eventType: 'softDeleteMessage' } },
      { type: 'takenBack', event: 'm:7', kind: 'personal' },
    ],
    [
      'the assistant added to one’s chats',
      ownChat(alice),
      { type: 'conversationUpdate', membersAdded: [alice, bot] },
      { how: 'opened', people: [alice.aadObjectId] },
    ],
    [
      'the assistant added to a group',
      group,
      { type: 'conversationUpdate', membersAdded: [bot] },
      { ignored: 'membersChanged' },
    ],
    [
      'a title that changed',
      channel,
      { type: 'conversationUpdate', channelData: { eventType: 'channelRenamed' } },
      { ignored: 'membersChanged' },
    ],
    ['an installation', ownChat(alice), { type: 'installationUpdate', action: 'add' }, { ignored: 'installation' }],
    ['a reaction', channel, { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }, { ignored: 'reaction' }],
    ['somebody who types', ownChat(alice), { type: 'typing' }, { ignored: 'typing' }],
    [
      'an event of nobody knows what',
      ownChat(alice),
      { type: 'event', name: 'application/vnd.microsoft.meetingStart' },
      { ignored: 'unknownEvent' },
    ],
    ['a command of nobody knows what', ownChat(alice), { type: 'handoff' }, { ignored: 'unknownEvent' }],
    [
      'an invoke',
      group,
      { type: 'invoke', name: 'composeExtension/query' },
      { invoked: 'composeExtension/query', kind: 'group' },
    ],
    [
      'another channel of the same bot',
      ownChat(alice),
      { channelId: 'directline', text: '你好' },
      { ignored: 'otherChannel' },
    ],
    ['nobody', ownChat(alice), { from: undefined, text: '你好' }, { ignored: 'incomplete' }],
    ['nowhere', ownChat(alice), { conversation: { id: 7 }, text: '你好' }, { ignored: 'incomplete' }],
  ];
  for (const [name, room, fields, expected] of rows)
    it(`reads ${name}`, () => expect(essence(parse(room, fields))).toEqual(expected));

  it('takes what names no kind of conversation for public', () => {
    const arrival = parse(ownChat(alice), { ...mentioning('你好'), conversation: { id: 'x', tenantId } });
    expect(arrival).toMatchObject({ type: 'said', scene: { kind: 'group' } });
  });

  it('serves one tenant where one is named, however it is written', () => {
    const own = { tenantId: tenantId.toUpperCase(), welcomeTeam: null };
    expect(parse(ownChat(alice), { text: '你好' }, own).type).toBe('said');
    const other = { tenantId: 'ffffffff-0000-4000-8000-00000000000f', welcomeTeam: null };
    expect(essence(parse(ownChat(alice), { text: '你好' }, other))).toEqual({ ignored: 'otherTenant' });
  });

  it('welcomes whoever joins the team that is named, and nobody of another team', () => {
    const fields = (team: string) => ({
      type: 'conversationUpdate',
      membersAdded: [bob, bot],
      channelData: { eventType: 'teamMemberAdded', team: { id: team }, tenant: { id: tenantId } },
    });
    const served = { tenantId: null, welcomeTeam: '19:newcomers' };
    expect(essence(parse(channel, fields('19:newcomers'), served))).toEqual({
      how: 'arrived',
      people: [bob.aadObjectId],
    });
    expect(essence(parse(channel, fields('19:others'), served))).toEqual({ ignored: 'membersChanged' });
    expect(essence(parse(channel, fields('19:newcomers')))).toEqual({ ignored: 'membersChanged' });
  });

  it('is total: odd fields make nothing but an ignored event', () => {
    const odd = [null, 7, 'x', [], {}, [{}], { id: null }];
    const fields = [
      'id',
      'from',
      'recipient',
      'conversation',
      'entities',
      'value',
      'text',
      'channelData',
      'membersAdded',
    ];
    const types = ['message', 'messageUpdate', 'messageDelete', 'conversationUpdate', 'invoke', 'typing', 'x'];
    for (const type of types)
      for (const field of fields)
        for (const value of odd) expect(() => parse(group, { type, [field]: value })).not.toThrow();
  });
});
