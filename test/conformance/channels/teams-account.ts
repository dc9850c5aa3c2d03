import { z } from 'zod';
import type { ShownMessage } from '../../channels/teams/fake-chats.ts';
import type { FakeConnector } from '../../channels/teams/fake-connector.ts';
import {
  activityOf,
  bot,
  mentioning,
  ownChat,
  type Person,
  type Room,
  tapOf,
  tenantId,
} from '../../channels/teams/people.ts';
import type { Account, Posted, SeenMessage, Where } from './channel-world.ts';
import { quotesOf, readTeamsMessage } from './teams-sees.ts';

/** The group chat in which others read along. */
export const room: Room = { id: '19:group@thread.v2', conversationType: 'groupChat' };

/** What an account does things with. */
export interface Platform {
  readonly connector: FakeConnector;
  post(activity: object): Promise<{ readonly status: number; readonly body: unknown }>;
  settled(name: string): Promise<void>;
}

const replaced = z.looseObject({
  type: z.literal('application/vnd.microsoft.card.adaptive'),
  value: z.looseObject({}),
});

/** Somebody in the tenant; a card that an answer replaces is replaced before their eyes. */
export function createTeamsAccount({ connector, post, settled }: Platform, person: Person): Account {
  const name = `${tenantId}/${person.aadObjectId}`;
  const cards = new Map<string, unknown>();
  /** Messages in the group chat before this person said something there, and after which they are theirs. */
  let since = Number.MAX_SAFE_INTEGER;
  const chat = connector.chats.chatOf(person.id);
  const roomOf = (where: Where): Room => (where === 'private' ? ownChat(person) : room);
  const send = async (
    where: Where,
    fields: object,
  ): Promise<{ readonly status: number; readonly body: unknown; readonly activity: object }> => {
    const activity = activityOf(connector.serviceUrl, person, roomOf(where), fields);
    return { ...(await post(activity)), activity };
  };
  const withCard = (message: ShownMessage): ShownMessage => {
    const card = cards.get(message.id);
    if (card === undefined) return message;
    const attachment = { contentType: 'application/vnd.microsoft.card.adaptive', content: card };
    return { id: message.id, activity: { ...message.activity, attachments: [attachment] } };
  };
  const shown = (where: Where): readonly ShownMessage[] =>
    (where === 'private' ? connector.chats.messages(chat) : connector.chats.messages(room.id).slice(since)).map(
      withCard,
    );
  const mine = (): void => {
    since = Math.min(since, connector.chats.messages(room.id).length);
  };
  const rawOf = ({ id }: SeenMessage, where: Where): ShownMessage => {
    const message = shown(where).find((one) => one.id === id);
    if (message === undefined) throw new Error(`no message ${id}`);
    return message;
  };
  return {
    name,
    async opens() {
      return (await send('private', { type: 'conversationUpdate', membersAdded: [person, bot] })).status;
    },
    async says(words, where = 'private') {
      if (where === 'public') mine();
      const said = await send(where, where === 'private' ? { text: words } : mentioning(words));
      return postedOf(said, where, post, send);
    },
    async taps(message, { label, value }, where = 'private') {
      const tapped = { ...tapOf(value, label), replyToId: message.id };
      const sent = await send(where, tapped);
      const card = replaced.safeParse(sent.body).data?.value;
      if (card !== undefined) cards.set(message.id, card);
      return postedOf(sent, where, post, send);
    },
    async tapsUnknown() {
      const value = { action: { type: 'Action.Execute', verb: 'deleteEverything', data: {} }, trigger: 'manual' };
      return (await send('private', { type: 'invoke', name: 'adaptiveCard/action', value })).status;
    },
    opensSources: async (message) => quotesOf(rawOf(message, 'private').activity),
    async rates(message, thought, reason) {
      const reaction = thought === 'useful' ? 'like' : 'dislike';
      const actionValue = { reaction, feedback: JSON.stringify({ feedbackText: reason }) };
      const value = { actionName: 'feedback', actionValue };
      await send('private', { type: 'invoke', name: 'message/submitAction', replyToId: message.id, value });
    },
    sees: (where = 'private') => shown(where).map((message, index, all) => readTeamsMessage(message, all[index - 1])),
    settled: () => settled(name),
  };
}

function postedOf(
  sent: { readonly status: number; readonly activity: object },
  where: Where,
  post: Platform['post'],
  send: (where: Where, fields: object) => Promise<{ readonly status: number }>,
): Posted {
  const { id } = z.looseObject({ id: z.string() }).parse(sent.activity);
  return {
    status: sent.status,
    again: async () => (await post(sent.activity)).status,
    async edits(words) {
      const channelData = { eventType: 'editMessage', tenant: { id: tenantId } };
      const told = where === 'private' ? { text: words } : mentioning(words);
      return (await send(where, { ...told, type: 'messageUpdate', id, channelData })).status;
    },
    async takesBack() {
      const channelData = { eventType: 'softDeleteMessage', tenant: { id: tenantId } };
      return (await send(where, { type: 'messageDelete', id, text: '', channelData })).status;
    },
  };
}
