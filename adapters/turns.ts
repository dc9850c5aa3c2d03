import {
  failedReply,
  type Language,
  type Message,
  type Profile,
  type Reply,
  receiveMessage,
  unavailableReply,
} from '../bot/index.ts';
import type { Address, Conversations } from './conversations.ts';
import type { Claim, Inbound, InboundBody, Outcome, Speaker, ThreadKey, TurnStore } from './store.ts';
import { failedOutcome, type ThinkParts, think } from './think.ts';

/** What turns are made of. */
export interface TurnParts extends ThinkParts {
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
        if (outcome.delivery !== null || outcome.published !== null) parts.onOutgoing();
        if (outcome.handedOver !== null) beginPrivately(thread.agency, outcome.handedOver.to.thread);
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

  const momentNow = () => ({ now: parts.clock.now(), today: parts.clock.today() });

  /** Keeps an event, whose sender is acknowledged then, and begins to answer it. */
  const take = async (event: Inbound): Promise<'new' | 'known'> => {
    const received = await inOrder(event, () => store.receive(event));
    if (received === 'new') drain(event, () => store.claim(event)).catch(unavailable);
    return received;
  };

  const beginPrivately = (agency: string, thread: string): void => {
    drain({ agency, thread }, () => store.claim({ agency, thread })).catch(unavailable);
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
      const event = toInbound(address, eventId, messageBody(message), null);
      const name = `${nameOf(event)} ${eventId}`;
      // Somebody who tapped twice waits for the one turn.
      const answering = sending.get(name) ?? answer(event, name).finally(() => sending.delete(name));
      sending.set(name, answering);
      return answering;
    },
    accept: (address, message, event, target) => take(toInbound(address, event, messageBody(message), target)),
    join: (address, how, event, target) => take(toInbound(address, event, { type: 'joined', how }, target)),
    rate: (address, receipt, rating) => store.rate(address, speakerOf(address), receipt, rating),
    withdraw: (address, event) => store.withdraw(address, event),
    async overview(address) {
      const person = await store.find(address.agency, speakerOf(address));
      return bot.overview(person.profile, languageOf(person.profile), momentNow(), person.records);
    },
    async prompts(address) {
      const person = await store.find(address.agency, speakerOf(address));
      return bot.prompts(person.profile, parts.clock.today(), languageOf(person.profile));
    },
    find: (query, count) => bot.find(query, parts.clock.today(), count, 'zh-TW'),
    quotes: (passages) => bot.quotes(passages),
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

/**
 * Commits what a turn made: what was kept, or null where somebody else answers. A commit in doubt, because its acknowledgement
 * was lost, is settled by a second one; what the database refuses is answered as failed. Rejects where the store is gone.
 */
async function keep(store: TurnStore, claim: Claim, outcome: Outcome): Promise<Outcome | null> {
  const kept = await store.commit(claim, outcome).catch(() => store.commit(claim, outcome));
  if (kept === 'committed') return outcome;
  if (kept === 'refused' && outcome.session !== null)
    return keep(store, claim, failedOutcome(claim, outcome.events, outcome.delivery));
  if (claim.unsaved !== null) await store.receive(claim.unsaved);
  await store.release(claim);
  return null;
}

function toInbound(address: Address, event: string, body: InboundBody, target: string | null): Inbound {
  const { agency, thread, audience, privately } = address;
  return { agency, thread, event, audience, speaker: speakerOf(address), body, target, privately };
}

function speakerOf({ channel, account }: Address): Speaker {
  return { channel, account };
}

function messageBody(message: Message): InboundBody {
  return { type: 'message', message: receiveMessage(message) };
}

/** In the language in which the person spoke last. */
function languageOf(profile: Profile | null): Language {
  return profile?.language ?? 'zh-TW';
}

function nameOf({ agency, thread }: ThreadKey): string {
  return `${agency} ${thread}`;
}
