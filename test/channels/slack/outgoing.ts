import { privateTarget, writeTarget } from '../../../adapters/channels/slack/address.ts';
import type { Target } from '../../../adapters/channels/slack/arrival.ts';
import type { Outgoing } from '../../../adapters/store.ts';
import type { Reply } from '../../../bot/index.ts';

let keys = 0;

/** A reply on its way to Alice in private, or where `target` says. */
export function outgoingTo(reply: Reply, target: Partial<Target>, changes: Partial<Outgoing> = {}): Outgoing {
  keys += 1;
  const whole = { ...privateTarget('T01TEST', 'U01ALICE'), ...target };
  return {
    agency: 'test',
    channel: 'slack',
    thread: `slack:${whole.team}:@${whole.user}`,
    target: writeTarget(whole),
    occasion: 'asked',
    version: 1,
    idempotencyKey: `key-${keys}`,
    reply,
    attempt: 1,
    ...changes,
  };
}
