import { z } from 'zod';
import type { Scene } from './scene.ts';

const schema = z.object({
  serviceUrl: z.string(),
  tenantId: z.string(),
  botId: z.string(),
  userId: z.string(),
  /** Null for somebody's one-to-one chat that is not known yet. */
  conversation: z.object({ id: z.string(), kind: z.enum(['personal', 'group', 'channel']) }).nullable(),
});

/** Where replies go: what is needed of a conversation to send something there later. */
export type Target = z.infer<typeof schema>;

/** Where something was said. */
export function targetOf({ serviceUrl, tenant, botId, userId, conversationId, kind }: Scene): string {
  const target: Target = { serviceUrl, tenantId: tenant, botId, userId, conversation: { id: conversationId, kind } };
  return JSON.stringify(target);
}

/** The one-to-one chat of whoever said it. */
export function privateTargetOf(scene: Scene): string {
  if (scene.kind === 'personal') return targetOf(scene);
  const { serviceUrl, tenant, botId, userId } = scene;
  const target: Target = { serviceUrl, tenantId: tenant, botId, userId, conversation: null };
  return JSON.stringify(target);
}

/** Null for what is no target of this channel. */
export function readTarget(text: string): Target | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
