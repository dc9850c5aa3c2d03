import type { Reply } from '../../../bot/index.ts';
import type { Address } from '../../conversations.ts';
import type { Delivered } from '../../outlet.ts';
import type { TeamsOutlet } from './outlet.ts';

/** What cannot be said in the answer to a request; nothing here is waited for. */
export interface Afterwards {
  /** Sends replies as messages. The same event again sends nothing. */
  send(address: Address, target: string, event: string, replies: Promise<readonly Reply[]>): void;
  /** Changes a message whose card was just replaced: in an answer there is a card and nothing else, such as a label. */
  amend(target: string, messageId: string, activity: object): void;
  /** Resolves once nothing is on its way. */
  settle(): Promise<void>;
}

/** What it is made of. */
export interface AfterwardsParts {
  readonly outlet: TeamsOutlet;
  pause(milliseconds: number): Promise<void>;
  onProblem(what: string, error: unknown): void;
}

/** Tries for one message. These stand in no outbox: what is not sent by then is lost, and the person taps again. */
const triesMax = 4;
const firstDelayMs = 1_000;
/** Longest pause that the platform can ask for here, milliseconds. */
const longestDelayMs = 30_000;
/** The answer to the request has to be drawn before the message is changed, milliseconds. */
const amendAfterMs = 1_500;
/** Events that are known to have been sent. */
const eventsMax = 500;

/** What follows on taps on cards. */
export function createAfterwards({ outlet, pause, onProblem }: AfterwardsParts): Afterwards {
  const events = new Set<string>();
  const underway = new Set<Promise<void>>();
  const begin = (work: Promise<void>): void => {
    const doing = work
      .catch((error: unknown) => onProblem('what follows on a tapped card could not be sent', error))
      .then(() => void underway.delete(doing));
    underway.add(doing);
  };
  const sendAll = async (address: Address, target: string, event: string, replies: readonly Reply[]): Promise<void> => {
    const { agency, thread, channel } = address;
    for (const [index, reply] of replies.entries()) {
      const idempotencyKey = `${thread} ${event} ${index}`;
      const message = {
        agency,
        thread,
        channel,
        target,
        occasion: 'asked',
        version: 0,
        idempotencyKey,
        reply,
      } as const;
      await insist(pause, (attempt) => outlet.deliver({ ...message, attempt }));
    }
  };
  return {
    send(address, target, event, replies) {
      const name = `${address.thread} ${event}`;
      if (events.has(name)) return;
      events.add(name);
      const [oldest] = events;
      if (events.size > eventsMax && oldest !== undefined) events.delete(oldest);
      begin(replies.then((all) => sendAll(address, target, event, all)));
    },
    amend(target, messageId, activity) {
      begin(pause(amendAfterMs).then(() => insist(pause, () => outlet.amend(target, messageId, activity))));
    },
    async settle() {
      await Promise.all(underway);
    },
  };
}

/** Tries a few times, as far apart as the platform asks. Rejects where it was in vain. */
async function insist(
  pause: AfterwardsParts['pause'],
  deliver: (attempt: number) => Promise<Delivered>,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const delivered = await deliver(attempt);
    if (delivered.type === 'sent') return;
    if (delivered.type === 'refused' || attempt === triesMax) throw new Error(delivered.problem);
    const delayMs = Math.max(delivered.afterMs ?? 0, firstDelayMs * 2 ** (attempt - 1));
    await pause(Math.min(delayMs, longestDelayMs));
  }
}
