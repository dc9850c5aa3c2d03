import pino from 'pino';
import { composeConversations } from '../../adapters/compose.ts';
import type { Conversations } from '../../adapters/conversations.ts';
import { createMetrics } from '../../adapters/metrics.ts';
import { type Reply, renderPlainText } from '../../bot/index.ts';
import { notOffered, type Shown, type Surface, type Talk } from './talk.ts';

/** The bot as `compose.ts` joins it, without any channel. */
export function createProcessSurface(): Surface {
  const composed = new Map<string, Conversations>();
  let threads = 0;
  return {
    name: 'bot',
    async open(asOf) {
      const conversations =
        composed.get(asOf) ?? composeConversations(asOf, createMetrics(), pino({ level: 'silent' }));
      composed.set(asOf, conversations);
      threads += 1;
      return openThread(conversations, `test:${threads}`);
    },
    async close() {
      composed.clear();
    },
  };
}

function openThread(conversations: Conversations, thread: string): Talk {
  let open = conversations.welcome().choices;
  const send = async (text: string, choice: string | null): Promise<Shown> => {
    const replies = await conversations.send(thread, { text, choice });
    open = replies.flatMap((reply) => reply.choices);
    return show(replies);
  };
  return {
    say: (words) => send(words, null),
    async choose(label) {
      const choice = open.find((offered) => offered.label === label);
      if (choice === undefined)
        throw notOffered(
          label,
          open.map((offered) => offered.label),
        );
      return send(label, choice.value);
    },
  };
}

function show(replies: readonly Reply[]): Shown {
  return {
    kinds: replies.map((reply) => reply.kind),
    text: replies.map(renderPlainText).join('\n\n'),
    cites: replies.flatMap((reply) => reply.citations).map((citation) => citation.section),
    offers: replies.flatMap((reply) => reply.choices).map((choice) => choice.label),
  };
}
