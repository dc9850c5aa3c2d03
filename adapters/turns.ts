import {
  type Bot,
  type Clock,
  countBurst,
  failedReply,
  joinBurst,
  type Message,
  type Reply,
  receiveMessage,
  unavailableReply,
  wakeSession,
} from '../bot/index.ts';
import type { Address, Conversations } from './conversations.ts';
import type { Claim, Inbound, Outcome, ThreadKey, TurnStore } from './store.ts';

/** What happened, for logs and metrics: never what was said. */
export interface TurnEvent {
  readonly kind: string;
  readonly milliseconds: number;
  /** Set where the turn failed. */
  readonly error: unknown;
}

/** What turns are made of. */
export interface TurnParts {
  readonly bot: Bot;
  readonly store: TurnStore;
  readonly clock: Clock;
  /** Channels to which replies are sent; from the others they are fetched. */
  readonly pushed: ReadonlySet<string>;
  onTurn(event: TurnEvent): void;
  /** Told when replies wait to be sent. */
  onOutgoing(): void;
}

/** Conversations, and what keeps them going. */
export interface Turns extends Conversations {
  /** Begins to answer what waits and nobody holds: after a crash, and what another replica received. */
  sweep(): Promise<void>;
  /** Resolves once no turn runs in this process. */
  settle(): Promise<void>;
}

/** Threads that are answered at the same time in one process: more only wait for the same processor. */
const threadsAtOnce = 32;
/** Turns of the transcript that a page shows. */
const transcriptTurns = 100;
/** How soon a sender asks whether another replica has answered, how rarely in the end, and for how long, milliseconds. */
const lookEveryMs = 40;
const lookRarelyMs = 640;
const waitAtMostMs = 40_000;
/** How often the lease of a slow turn is renewed, milliseconds: several times before it ends. */
export const renewEveryMs = 3_000;

/** Joins bot, store and clock: inbox → lease → think → commit under the fence, thread by thread. */
export function createTurns(parts: TurnParts): Turns {
  const { bot, store } = parts;
  const running = new Map<string, Promise<unknown>>();
  const arriving = new Map<string, Promise<unknown>>();
  const waiting = new Map<string, (replies: readonly Reply[]) => void>();
  /** Claims that could not be given back while the store was gone: nobody needs to wait for their leases. */
  const stranded = new Set<Claim>();
  const sending = new Map<string, Promise<readonly Reply[]>>();
  const unavailable = (error: unknown): void => parts.onTurn({ kind: 'unavailable', milliseconds: 0, error });

  const keepOrStrand = (claim: Claim, outcome: Outcome): Promise<Outcome | null> =>
    keep(store, claim, outcome).catch((error: unknown) => {
      stranded.add(claim);
      throw error;
    });

  /** Answers what waits in a thread until nothing does; one at a time in this process. */
  const drain = (thread: ThreadKey, first: () => Promise<Claim | null>): Promise<void> => {
    const name = nameOf(thread);
    const work = async (): Promise<void> => {
      let claim = await first();
      while (claim !== null) {
        const outcome = await keepOrStrand(claim, await think(parts, claim));
        // Whoever has the thread now answers; to try at once could go on for ever.
        if (outcome === null) return;
        for (const event of outcome.events) waiting.get(`${name} ${event}`)?.(outcome.replies);
        if (outcome.delivery === 'push' && outcome.replies.length > 0) parts.onOutgoing();
        // What came in while the thread was held is found only by looking again after the commit.
        claim = claim.fence === null ? null : await store.claim(thread);
      }
    };
    return afterLast(running, name, work);
  };

  /** One after the other within a thread: on several connections what came later could be kept first. */
  const inOrder = <T>(thread: ThreadKey, arrive: () => Promise<T>): Promise<T> =>
    afterLast(arriving, nameOf(thread), arrive);

  /** Waits for an answer that another replica gives, and takes over where that one died. */
  const awaitElsewhere = async (event: Inbound): Promise<readonly Reply[]> => {
    for (
      let waited = 0, next = lookEveryMs;
      waited < waitAtMostMs;
      waited += next, next = Math.min(next * 2, lookRarelyMs)
    ) {
      const answered = await store.answer(event, event.event);
      if (answered !== null) return answered.kept ? answered.replies : [failedReply('zh-TW')];
      await new Promise((resolve) => setTimeout(resolve, next));
      await drain(event, () => store.claim(event));
    }
    return [unavailableReply('zh-TW')];
  };

  const answer = async (event: Inbound, name: string): Promise<readonly Reply[]> => {
    let replies: readonly Reply[] | null = null;
    waiting.set(name, (given) => {
      replies = given;
    });
    try {
      if (running.has(nameOf(event))) {
        // Received at once, so that a burst is seen as one.
        await inOrder(event, () => store.receive(event));
        await drain(event, () => store.claim(event));
      } else {
        const arrived = inOrder(event, async () => {
          const claim = await store.claimFor(event);
          // Something waits before it, or it is known: then it waits as well, or was answered already.
          if (claim === null) await store.receive(event);
          return claim;
        });
        await drain(event, async () => (await arrived) ?? store.claim(event));
      }
      return replies ?? (await awaitElsewhere(event));
    } catch (error) {
      unavailable(error);
      return [unavailableReply('zh-TW')];
    } finally {
      waiting.delete(name);
    }
  };

  /** Begins what waits and does not wait for its end, so that one slow turn holds up no other; where one ends, the next begins. */
  const sweep = async (): Promise<void> => {
    for (const claim of stranded) {
      await store.release(claim);
      stranded.delete(claim);
    }
    const free = threadsAtOnce - running.size;
    if (free <= 0) return;
    const found = await store.waiting(free);
    for (const thread of found)
      if (!running.has(nameOf(thread)))
        drain(thread, () => store.claim(thread))
          .then(() => (found.length === free ? sweep() : undefined))
          .catch(unavailable);
  };

  return {
    send(address, message, eventId) {
      const event = toInbound(address, message, eventId);
      const name = `${nameOf(event)} ${eventId}`;
      // Somebody who tapped twice waits for the one turn.
      const answering = sending.get(name) ?? answer(event, name).finally(() => sending.delete(name));
      sending.set(name, answering);
      return answering;
    },
    async accept(address, message, eventId) {
      const event = toInbound(address, message, eventId);
      const received = await inOrder(event, () => store.receive(event));
      if (received === 'new') drain(event, () => store.claim(event)).catch(unavailable);
      return received;
    },
    transcript: (address) => store.transcript(address, transcriptTurns),
    welcome: () => bot.welcome('zh-TW'),
    sweep,
    async settle() {
      while (running.size > 0) await Promise.allSettled(running.values());
    },
  };
}

/** Begins the work once the last one of this name has ended, however it ended. */
function afterLast<T>(last: Map<string, Promise<unknown>>, name: string, work: () => Promise<T>): Promise<T> {
  const done = (last.get(name) ?? Promise.resolve()).then(work, work);
  last.set(name, done);
  const forget = () => {
    if (last.get(name) === done) last.delete(name);
  };
  done.then(forget, forget);
  return done;
}

/** One turn, with no transaction open. Never rejects: a turn that fails is answered as such, so that it does not come back. */
async function think({ bot, store, clock, pushed, onTurn }: TurnParts, claim: Claim): Promise<Outcome> {
  const startedAt = performance.now();
  const moment = { now: clock.now(), today: clock.today() };
  const session = wakeSession(claim.session, claim.profile, moment.now);
  const delivery = pushed.has(claim.thread.thread.split(':', 1)[0] ?? '') ? 'push' : 'pull';
  const [first] = claim.events;
  const messages = claim.events.flatMap(({ body, receivedAt }) =>
    body.type === 'message' ? [{ message: body.message, at: receivedAt }] : [],
  );
  const due = first?.body.type === 'due' ? first.body.job : null;
  const firstDue = claim.events.findIndex(({ body }) => body.type === 'due');
  const together = due === null ? countBurst(firstDue === -1 ? messages : messages.slice(0, firstDue)) : 1;
  const events = claim.events.slice(0, together).map(({ event }) => event);
  const beat = setInterval(() => {
    store.renew(claim).catch((error: unknown) => onTurn({ kind: 'unavailable', milliseconds: 0, error }));
  }, renewEveryMs);
  const kind = (replies: readonly Reply[]): string => replies[0]?.kind ?? 'silent';
  try {
    const records = store.records(claim);
    const turn =
      due === null
        ? await bot.turn(session, joinBurst(messages.slice(0, together).map(({ message }) => message)), moment, records)
        : await bot.due(session, due, moment, records);
    onTurn({ kind: kind(turn.replies), milliseconds: performance.now() - startedAt, error: null });
    return { events, ...turn, delivery };
  } catch (error) {
    onTurn({ kind: 'failed', milliseconds: performance.now() - startedAt, error });
    return failed(claim, events, delivery);
  } finally {
    clearInterval(beat);
  }
}

/**
 * Commits what a turn made: what was kept, or null where somebody else answers. A commit in doubt, because its acknowledgement
 * was lost, is settled by a second one; what the database refuses is answered as failed. Rejects where the store is gone.
 */
async function keep(store: TurnStore, claim: Claim, outcome: Outcome): Promise<Outcome | null> {
  const kept = await store.commit(claim, outcome).catch(() => store.commit(claim, outcome));
  if (kept === 'committed') return outcome;
  if (kept === 'refused' && outcome.session !== null)
    return keep(store, claim, failed(claim, outcome.events, outcome.delivery));
  if (claim.unsaved !== null) await store.receive(claim.unsaved);
  await store.release(claim);
  return null;
}

/** The turn is over, and the session stays as it was. */
function failed({ session }: Claim, events: readonly string[], delivery: Outcome['delivery']): Outcome {
  return { events, session: null, record: null, replies: [failedReply(session.language)], changes: [], delivery };
}

function toInbound(address: Address, message: Message, event: string): Inbound {
  const { agency, thread, audience, channel, account } = address;
  const body = { type: 'message' as const, message: receiveMessage(message) };
  return { agency, thread, event, audience, speaker: { channel, account }, body };
}

function nameOf({ agency, thread }: ThreadKey): string {
  return `${agency} ${thread}`;
}
