import type { BotFramework } from './framework.ts';
import type { Scene } from './scene.ts';

/** Shows that an answer is being made. */
export interface Typing {
  /** Begins and is not waited for; whether it comes to be seen is of no matter. */
  show(scene: Scene): void;
  /** Resolves once nothing of this kind is on its way to the conversation: after the answer it would announce another one. */
  settled(conversationId: string): Promise<void>;
}

/** An answer never waits longer for its own announcement, milliseconds. */
const typingTimeoutMs = 2_000;

/** The typing indicator; Teams takes it away with the next message, or by itself after some seconds. */
export function createTyping(framework: BotFramework): Typing {
  const underway = new Map<string, Promise<unknown>>();
  return {
    show({ serviceUrl, conversationId, botId }) {
      const activity = { type: 'typing', from: { id: botId }, conversation: { id: conversationId } };
      const done = framework.post({ serviceUrl, conversationId }, activity, typingTimeoutMs).then(() => {
        if (underway.get(conversationId) === done) underway.delete(conversationId);
      });
      underway.set(conversationId, done);
    },
    async settled(conversationId) {
      await underway.get(conversationId);
    },
  };
}
