import pino from 'pino';
import { clockAsOf } from '../../adapters/clock.ts';
import { type Composition, composeConversations } from '../../adapters/compose.ts';
import type { Address, Conversations } from '../../adapters/conversations.ts';
import { createMetrics } from '../../adapters/metrics.ts';
import { type Reply, renderPlainText } from '../../bot/index.ts';
import { notOffered, type Shown, type Surface, type Talk } from './talk.ts';

/** The bot as `compose.ts` joins it, without any channel. */
export function createProcessSurface(): Surface {
  const composed = new Map<string, Promise<Composition>>();
  let threads = 0;
  return {
    name: 'bot',
    async open(asOf) {
      const composing =
        composed.get(asOf) ??
        composeConversations({
          place: { kind: 'memory' },
          clock: clockAsOf(asOf),
          outlets: [],
          metrics: createMetrics(),
          log: pino({ level: 'silent' }),
        });
      composed.set(asOf, composing);
      threads += 1;
      const [channel, account] = ['test', String(threads)];
      const address = {
        agency: 'test',
        channel,
        account,
        thread: `test:${threads}`,
        audience: 'private',
        privately: null,
      } as const;
      return openThread((await composing).turns, address);
    },
    async close() {
      for (const composition of await Promise.all(composed.values())) await composition.stop();
      composed.clear();
    },
  };
}

function openThread(conversations: Conversations, address: Address): Talk {
  let events = 0;
  let open = conversations.welcome().choices;
  const send = async (text: string, choice: string | null): Promise<Shown> => {
    const replies = await conversations.send(address, { text, choice }, `event-${++events}`);
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
