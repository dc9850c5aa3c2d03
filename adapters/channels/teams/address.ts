import type { Address } from '../../conversations.ts';
import type { Scene } from './scene.ts';
import { privateTargetOf } from './target.ts';

/** The channel's name, with which its threads begin. */
export const channelName = 'teams';

/** Where something was said: one thread for everything private of a person, and one for each conversation with others. */
export function addressOf(scene: Scene, agency: string): Address {
  if (scene.kind === 'personal') return privateAddressOf(scene, agency);
  const inPrivate = privateAddressOf(scene, agency);
  return {
    ...inPrivate,
    thread: `${channelName}:${scene.tenant}:${scene.conversationId}`,
    audience: 'public',
    privately: { thread: inPrivate.thread, target: privateTargetOf(scene) },
  };
}

/** The private thread of whoever said it, wherever that was. */
export function privateAddressOf({ tenant, person }: Scene, agency: string): Address {
  return {
    agency,
    channel: channelName,
    account: `${tenant}/${person}`,
    thread: `${channelName}:${tenant}:@${person}`,
    audience: 'private',
    privately: null,
  };
}
