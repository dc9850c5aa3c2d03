import { createBotFramework } from '../../../adapters/channels/teams/bot-framework.ts';
import { createTeamsOutlet, type TeamsOutlet } from '../../../adapters/channels/teams/outlet.ts';
import type { Scene } from '../../../adapters/channels/teams/scene.ts';
import { targetOf } from '../../../adapters/channels/teams/target.ts';
import { createTyping, type Typing } from '../../../adapters/channels/teams/typing.ts';
import type { Outgoing } from '../../../adapters/store.ts';
import type { Reply } from '../../../bot/index.ts';
import * as replies from '../../web/replies.ts';
import { createFakeConnector, type FakeConnector } from './fake-connector.ts';
import { alice, bot, tenantId } from './people.ts';
import { localSettings } from './teams-world.ts';

/** The way out alone, on a connector in this process. */
export interface OutletWorld {
  readonly connector: FakeConnector;
  readonly outlet: TeamsOutlet;
  readonly typing: Typing;
  /** Every wait, milliseconds; nothing waits in truth. */
  readonly pauses: readonly number[];
  pause(milliseconds: number): Promise<void>;
  advance(milliseconds: number): void;
  sceneAt(kind: Scene['kind'], conversationId: string): Scene;
  /** A reply on its way to the one-to-one chat of `alice`, unless another target is given. */
  outgoing(reply: Reply, target?: string, occasion?: Outgoing['occasion']): Outgoing;
  /** The words that `alice` reads; cards are messages of their own. */
  texts(): readonly string[];
  /** What was requested, by its part in a stream, with the status of the answer. */
  steps(): readonly string[];
}

/** Listens until its connector is stopped. */
export async function createOutletWorld(): Promise<OutletWorld> {
  let now = 1_000_000;
  let keys = 0;
  const pauses: number[] = [];
  const clock = { now: () => now };
  const connector = await createFakeConnector(clock);
  const framework = createBotFramework(localSettings);
  const typing = createTyping(framework);
  const pause = async (milliseconds: number): Promise<void> => {
    pauses.push(milliseconds);
    now += milliseconds;
  };
  const sceneAt = (kind: Scene['kind'], conversationId: string): Scene => ({
    tenant: tenantId,
    serviceUrl: connector.serviceUrl,
    botId: bot.id,
    userId: alice.id,
    person: alice.aadObjectId,
    conversationId,
    kind,
  });
  const chat = connector.chats.chatOf(alice.id);
  return {
    connector,
    typing,
    outlet: createTeamsOutlet({ framework, typing, clock, pause, requestTimeoutMs: 200 }),
    pauses,
    pause,
    advance(milliseconds) {
      now += milliseconds;
    },
    sceneAt,
    outgoing(reply, target = targetOf(sceneAt('personal', chat)), occasion = 'asked') {
      keys += 1;
      const thread = `teams:${tenantId}:@${alice.aadObjectId}`;
      const key = `key-${keys}`;
      return {
        agency: 'test',
        thread,
        channel: 'teams',
        target,
        occasion,
        version: 1,
        idempotencyKey: key,
        reply,
        attempt: 1,
      };
    },
    texts: () => connector.chats.messages(chat).flatMap(({ activity }) => activity.text ?? []),
    steps: () =>
      connector.requests.map(({ text, status }) => `${/"streamType":"(\w+)"/.exec(text)?.[1] ?? 'plain'} ${status}`),
  };
}

const sentence = '加幾分沒有統一規定，配分由各機關依業務特性自行訂定，請看本機關的陞任評分表。';

/** One short message without a card. */
export const shortReply: Reply = { ...replies.notice, parts: [{ type: 'text', text: '收到。' }], choices: [] };
/** Words that are worth a stream, and a card. */
export const longReply: Reply = { ...replies.answer, parts: [{ type: 'text', text: `${sentence.repeat(6)}[1][2]` }] };
/** Several messages. */
export const hugeReply: Reply = {
  ...replies.answer,
  citations: [],
  parts: Array.from({ length: 60 }, () => ({ type: 'text', text: sentence.repeat(5) })),
};
