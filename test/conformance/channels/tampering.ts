import type { Conversations } from '../../../adapters/conversations.ts';
import type { Outlet } from '../../../adapters/outlet.ts';
import type { Outgoing } from '../../../adapters/store.ts';
import type { Bot, Message, Reply } from '../../../bot/index.ts';

/** What stands between a channel and the conversation. The honest one changes nothing; a broken twin breaks one promise. */
export interface Tampering {
  readonly bot: (bot: Bot) => Bot;
  readonly conversations: (conversations: Conversations) => Conversations;
  readonly outlet: (outlet: Outlet) => Outlet;
  /** Whom the channel serves. */
  readonly served: 'own' | 'anybody';
  /** What is told of events that are not for us. */
  readonly ignored: 'told' | 'hidden';
}

/** Nothing is changed. */
export const honest: Tampering = {
  bot: (bot) => bot,
  conversations: (conversations) => conversations,
  outlet: (outlet) => outlet,
  served: 'own',
  ignored: 'told',
};

/** Conversations with some functions replaced. */
export function conversing(change: (inner: Conversations) => Partial<Conversations>): Tampering {
  return { ...honest, conversations: (inner) => ({ ...inner, ...change(inner) }) };
}

/** Another message than the one that was said reaches the conversation, whichever way it takes. */
export function hearing(change: (message: Message) => Message): Tampering {
  return conversing((inner) => ({
    accept: (address, message, event, target) => inner.accept(address, change(message), event, target),
    send: (address, message, event) => inner.send(address, change(message), event),
  }));
}

/** Other replies than those that the bot gave reach the channel. */
export function replying(change: (reply: Reply) => Reply): Tampering {
  const changed = (replies: readonly Reply[]): readonly Reply[] => replies.map(change);
  return {
    ...honest,
    conversations: (inner) => ({
      ...inner,
      send: async (address, message, event) => changed(await inner.send(address, message, event)),
    }),
    outlet: (outlet) => ({
      ...outlet,
      deliver: (outgoing) => outlet.deliver({ ...outgoing, reply: change(outgoing.reply) }),
    }),
  };
}

/** An outlet that does something else with a message. */
export function delivering(deliver: (inner: Outlet, outgoing: Outgoing) => ReturnType<Outlet['deliver']>): Tampering {
  return { ...honest, outlet: (outlet) => ({ ...outlet, deliver: (outgoing) => deliver(outlet, outgoing) }) };
}
