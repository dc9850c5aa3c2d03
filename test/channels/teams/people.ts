import { appId } from './teams-world.ts';

/** Somebody of the fictitious tenant. */
export interface Person {
  readonly id: string;
  readonly aadObjectId: string;
  readonly name: string;
}

/** 測試員甲. */
export const alice: Person = {
  id: '29:alice',
  aadObjectId: 'aaaaaaaa-0000-4000-8000-00000000000a',
  name: '測試員甲',
};
/** 測試員乙. */
export const bob: Person = { id: '29:bob', aadObjectId: 'bbbbbbbb-0000-4000-8000-00000000000b', name: '測試員乙' };
/** The tenant of both. */
export const tenantId = 'eeeeeeee-0000-4000-8000-00000000000e';
/** The bot as the connector knows it. */
export const bot = { id: `28:${appId}`, name: '人事助理' };

/** Where something is said. */
export interface Room {
  readonly id: string;
  readonly conversationType: 'personal' | 'groupChat' | 'channel';
}

let lastId = 1_767_000_000_000;

/** An activity as Teams posts it; `fields` go over what is usual. */
export function activityOf(serviceUrl: string, from: Person, room: Room, fields: object): object {
  lastId += 1;
  return {
    type: 'message',
    id: String(lastId),
    timestamp: new Date(lastId).toISOString(),
    channelId: 'msteams',
    serviceUrl,
    from,
    recipient: bot,
    conversation: { ...room, tenantId, ...(room.conversationType !== 'personal' && { isGroup: true }) },
    channelData: { tenant: { id: tenantId } },
    locale: 'zh-TW',
    ...fields,
  };
}

/** The one-to-one chat of somebody with the bot. */
export function ownChat(person: Person): Room {
  return { id: `a:${person.id.replace('29:', '')}`, conversationType: 'personal' };
}

/** What Teams adds to a message that mentions the bot. */
export function mentioning(words: string): object {
  const text = `<at>${bot.name}</at>`;
  return { text: `${text}&nbsp;${words}`, entities: [{ type: 'mention', text, mentioned: bot }] };
}

/** A tap on a button, as `Action.Execute` sends it. */
export function tapOf(choice: string, label: string): object {
  return {
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', verb: 'choose', data: { choice, label } }, trigger: 'manual' },
  };
}
