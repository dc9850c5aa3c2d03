import type { Reply } from '../../../bot/index.ts';

/** What the cards show that were drawn in place of others: such a message has no text of its own. */
export interface DrawnCards {
  remember(messageId: string, replies: readonly Reply[]): void;
  /** Null for a message whose card was never replaced, or long ago. */
  shownOn(messageId: string): readonly Reply[] | null;
}

/** Cards that are remembered: those of the guided conversations of a busy hour. A forgotten one is treated with care. */
const cardsMax = 500;

/** Empty; this process knows its own only. */
export function createDrawnCards(): DrawnCards {
  const cards = new Map<string, readonly Reply[]>();
  return {
    remember(messageId, replies) {
      cards.delete(messageId);
      cards.set(messageId, replies);
      const [oldest] = cards.keys();
      if (cards.size > cardsMax && oldest !== undefined) cards.delete(oldest);
    },
    shownOn: (messageId) => cards.get(messageId) ?? null,
  };
}
