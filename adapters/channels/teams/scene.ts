import type { TeamsEvent } from './activity.ts';

/** Who did something, and where. */
export interface Scene {
  readonly tenant: string;
  readonly serviceUrl: string;
  readonly botId: string;
  /** As the connector knows them: `29:…`, one for each person and bot. */
  readonly userId: string;
  /** The Entra object id; where the platform gives none, `userId` with a mark that no object id has. */
  readonly person: string;
  readonly conversationId: string;
  readonly kind: 'personal' | 'group' | 'channel';
}

/** A tenant for peers on this machine that name none. */
const unnamedTenant = 'local';

/** Null where it does not say who did it, or where. */
export function sceneOf({ serviceUrl, from, recipient, conversation, channelData }: TeamsEvent): Scene | null {
  if (from === undefined || recipient === undefined || conversation === undefined) return null;
  return {
    tenant: (conversation.tenantId ?? channelData?.tenant?.id ?? unnamedTenant).toLowerCase(),
    serviceUrl,
    botId: recipient.id,
    userId: from.id,
    person: personOf(from),
    conversationId: conversation.id,
    kind: kindOf(conversation),
  };
}

/** Somebody else of the same place, such as a member who was added. */
export function sceneOfMember(
  scene: Scene,
  member: { readonly id: string; readonly aadObjectId?: string | undefined },
) {
  return { ...scene, userId: member.id, person: personOf(member) };
}

/** Guests and callers from elsewhere have no object id; without the mark one could be passed off as the other. */
function personOf({ id, aadObjectId }: { readonly id: string; readonly aadObjectId?: string | undefined }): string {
  return aadObjectId === undefined ? `id=${id}` : aadObjectId.toLowerCase();
}

function kindOf(conversation: NonNullable<TeamsEvent['conversation']>): Scene['kind'] {
  const { conversationType, isGroup } = conversation;
  if (conversationType === 'channel') return 'channel';
  // What names no kind is public where in doubt, so that nothing personal is said before others.
  return conversationType === 'personal' && isGroup !== true ? 'personal' : 'group';
}
