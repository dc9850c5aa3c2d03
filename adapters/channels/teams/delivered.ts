import type { Delivered } from '../../outlet.ts';
import type { Sent } from './framework.ts';

/** A request that did not succeed. */
export type Failure = Extract<Sent, { type: 'failed' }>;

/** What a failure means to the outbox. The problem is for an operator and holds nothing but status and the platform's own word. */
export function deliveredOf(failure: Failure): Exclude<Delivered, { type: 'sent' }> {
  const problem = `${failure.status ?? 'no answer'} ${failure.code}`.trim();
  return isPassing(failure) ? { type: 'retry', afterMs: failure.afterMs, problem } : { type: 'refused', problem };
}

/**
 * Whether the same may succeed later: after no answer at all, what the platform asks to repeat (408, 412, 429 and its own
 * failures), and 401, because an operator can mend a secret within the day that the outbox tries.
 */
export function isPassing({ status }: Failure): boolean {
  return status === null || status >= 500 || [401, 408, 412, 429].includes(status);
}
