import type { Target } from './target.ts';

/** A message with sender, receiver and conversation, as the connector knows them; the platform fills in their names. */
export function dress(activity: object, target: Target, chat: string): object {
  const { serviceUrl, botId, userId, tenantId, conversation } = target;
  const kind = conversation?.kind ?? 'personal';
  return {
    ...activity,
    channelId: 'msteams',
    serviceUrl,
    from: { id: botId },
    conversation: { id: chat, tenantId, conversationType: kind === 'group' ? 'groupChat' : kind },
    ...(kind === 'personal' && { recipient: { id: userId } }),
  };
}
