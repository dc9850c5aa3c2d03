import type { Joining, Message } from '../../../bot/index.ts';
import type { TeamsEvent } from './activity.ts';
import { hasCard, plainTextOf } from './plain-text.ts';
import { readSubmitted } from './read-tap.ts';
import { type Scene, sceneOf, sceneOfMember } from './scene.ts';

/** Something that happened, as the conversations know it. */
export type Arrival =
  | { readonly type: 'said'; readonly scene: Scene; readonly message: Message; readonly event: string }
  | {
      readonly type: 'edited';
      readonly scene: Scene;
      readonly message: Message;
      readonly event: string;
      readonly replaces: string;
    }
  | { readonly type: 'takenBack'; readonly scene: Scene; readonly event: string }
  /** `scenes` are those of each of them. */
  | { readonly type: 'joined'; readonly scenes: readonly Scene[]; readonly how: Joining }
  | { readonly type: 'invoked'; readonly scene: Scene; readonly event: TeamsEvent }
  | { readonly type: 'ignored'; readonly reason: IgnoredReason; readonly event: TeamsEvent };

/** Why something is not for the conversations; few and fixed, so that they can be counted. */
export type IgnoredReason =
  | 'otherChannel'
  | 'otherTenant'
  | 'incomplete'
  | 'notAddressed'
  | 'otherButton'
  | 'cardOnly'
  | 'membersChanged'
  | 'messageChanged'
  | 'reaction'
  | 'typing'
  | 'installation'
  | 'unknownEvent';

/** Whom the channel serves. */
export interface Served {
  /** Null for all tenants. */
  readonly tenantId: string | null;
  /** Whoever joins this team is offered the first weeks; null for no team. */
  readonly welcomeTeam: string | null;
}

const ownChannel = 'msteams';

/** Reads one event. Total: whatever the platform sends is an arrival or is ignored with a reason. */
export function parseEvent(event: TeamsEvent, served: Served): Arrival {
  const ignored = (reason: IgnoredReason): Arrival => ({ type: 'ignored', reason, event });
  // On other channels of the same bot, people can name any person as themselves.
  if (event.channelId !== ownChannel) return ignored('otherChannel');
  const scene = sceneOf(event);
  if (scene === null) return ignored(quietReasons[event.type] ?? 'incomplete');
  if (served.tenantId !== null && served.tenantId.toLowerCase() !== scene.tenant) return ignored('otherTenant');
  switch (event.type) {
    case 'message':
      if (isCardOnly(event)) return ignored('cardOnly');
      return parseMessage(event, scene) ?? ignored(event.value == null ? 'notAddressed' : 'otherButton');
    case 'messageUpdate':
      return parseEdit(event, scene) ?? ignored('messageChanged');
    case 'messageDelete':
      return event.id === undefined ? ignored('incomplete') : { type: 'takenBack', scene, event: messageKey(event.id) };
    case 'conversationUpdate':
      return parseMembers(event, scene, served) ?? ignored('membersChanged');
    case 'invoke':
      return { type: 'invoked', scene, event };
    default:
      return ignored(quietReasons[event.type] ?? 'unknownEvent');
  }
}

const quietReasons: Readonly<Record<string, IgnoredReason>> = {
  messageReaction: 'reaction',
  typing: 'typing',
  installationUpdate: 'installation',
  conversationUpdate: 'membersChanged',
};

/** The name of a message among the events of its thread. */
function messageKey(id: string): string {
  return `m:${id}`;
}

function parseMessage(event: TeamsEvent, scene: Scene): Arrival | null {
  if (event.id === undefined) return null;
  const said = { type: 'said', scene, event: messageKey(event.id) } as const;
  if (event.value != null && event.text === '') {
    const tapped = readSubmitted(event.value);
    return tapped === null ? null : { ...said, message: tapped };
  }
  return isAddressed(event, scene) ? { ...said, message: { text: plainTextOf(event), choice: null } } : null;
}

/** A card alone asks nothing. */
function isCardOnly(event: TeamsEvent): boolean {
  return event.value == null && hasCard(event) && plainTextOf(event) === '';
}

/** Among others only what mentions the assistant is meant for it. */
function isAddressed({ entities, recipient }: TeamsEvent, { kind }: Scene): boolean {
  return kind === 'personal' || entities.some(({ mentioned }) => mentioned.id === recipient?.id);
}

/** The new words count; each edit is an event of its own, told apart by its time. */
function parseEdit(event: TeamsEvent, scene: Scene): Arrival | null {
  const { id, timestamp, channelData } = event;
  if (id === undefined || timestamp === undefined || channelData?.eventType !== 'editMessage') return null;
  if (!isAddressed(event, scene)) return null;
  const replaces = messageKey(id);
  const message = { text: plainTextOf(event), choice: null };
  return { type: 'edited', scene, message, event: `${replaces}:${timestamp}`, replaces };
}

/** The assistant was added to somebody's chats, or people to a team that is welcomed. */
function parseMembers({ membersAdded, recipient, channelData }: TeamsEvent, scene: Scene, served: Served) {
  const added = membersAdded.some(({ id }) => id === recipient?.id);
  if (scene.kind === 'personal') return added ? ({ type: 'joined', scenes: [scene], how: 'opened' } as const) : null;
  const people = membersAdded.filter(({ id }) => id !== recipient?.id);
  if (served.welcomeTeam === null || channelData?.team?.id !== served.welcomeTeam || people.length === 0) return null;
  return { type: 'joined', scenes: people.map((one) => sceneOfMember(scene, one)), how: 'arrived' } as const;
}
