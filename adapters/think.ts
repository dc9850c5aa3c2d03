import {
  type Bot,
  type Clock,
  countBurst,
  failedReply,
  joinBurst,
  type Reply,
  type Turn,
  wakeSession,
} from '../bot/index.ts';
import type { Claim, ClaimedEvent, Outcome, TurnStore } from './store.ts';

/** What happened, for logs and metrics: never what was said. */
export interface TurnEvent {
  readonly kind: string;
  readonly milliseconds: number;
  /** Set where the turn failed. */
  readonly error: unknown;
}

/** What thinking needs. */
export interface ThinkParts {
  readonly bot: Bot;
  readonly store: TurnStore;
  readonly clock: Clock;
  onTurn(event: TurnEvent): void;
}

/** How often the lease of a slow turn is renewed, milliseconds: several times before it ends. */
export const renewEveryMs = 3_000;

/** One turn, with no transaction open. Never rejects: a turn that fails is answered as such, so that it does not come back. */
export async function think(parts: ThinkParts, claim: Claim): Promise<Outcome> {
  const { store, onTurn } = parts;
  const startedAt = performance.now();
  const taken = takeTogether(claim.events);
  const events = taken.map(({ event }) => event);
  const delivery = deliveryOf(claim, taken);
  const beat = setInterval(() => {
    store.renew(claim).catch((error: unknown) => onTurn({ kind: 'unavailable', milliseconds: 0, error }));
  }, renewEveryMs);
  const kind = (replies: readonly Reply[]): string => replies[0]?.kind ?? 'silent';
  try {
    const turn = await turnOn(parts, claim, taken);
    onTurn({ kind: kind(turn.replies), milliseconds: performance.now() - startedAt, error: null });
    const { session, record, replies, changes } = turn;
    const handedOver = handOver(claim, taken, turn);
    return { events, session, record, replies, changes, delivery, handedOver, published: publishedBy(turn) };
  } catch (error) {
    onTurn({ kind: 'failed', milliseconds: performance.now() - startedAt, error });
    return failedOutcome(claim, events, delivery);
  } finally {
    clearInterval(beat);
  }
}

/** The turn is over, and the session stays as it was. */
export function failedOutcome({ session }: Claim, events: readonly string[], delivery: Outcome['delivery']): Outcome {
  const replies = [failedReply(session.language)];
  return { events, session: null, record: null, replies, changes: [], delivery, handedOver: null, published: null };
}

/** The first events that make one turn: a burst of messages that were asked in the same place, or the first event alone. */
function takeTogether(events: readonly ClaimedEvent[]): readonly ClaimedEvent[] {
  const [first] = events;
  if (first?.body.type !== 'message') return events.slice(0, 1);
  const other = events.findIndex(
    ({ body, target }) =>
      body.type !== 'message' || body.origin !== undefined || (target === null) !== (first.target === null),
  );
  const alike = events.slice(0, other === -1 ? events.length : Math.max(1, other));
  return alike.slice(0, countBurst(alike.flatMap(messageOf)));
}

function messageOf({ body, receivedAt }: ClaimedEvent) {
  return body.type === 'message' ? [{ message: body.message, at: receivedAt }] : [];
}

/** Where the replies go: where the newest of the events came from, or for what nobody asked for, where the last ones went. */
function deliveryOf({ target: last }: Claim, taken: readonly ClaimedEvent[]): Outcome['delivery'] {
  const newest = taken.at(-1);
  if (newest?.body.type === 'due') return last === null ? null : { target: last, occasion: 'unasked' };
  if (newest === undefined || newest.target === null) return null;
  return { target: newest.target, occasion: newest.body.type === 'joined' ? 'unasked' : 'asked' };
}

async function turnOn({ bot, store, clock }: ThinkParts, claim: Claim, taken: readonly ClaimedEvent[]): Promise<Turn> {
  const moment = { now: clock.now(), today: clock.today() };
  // What somebody takes along stays out of a place where others read along.
  const session = wakeSession(claim.session, claim.audience === 'public' ? null : claim.profile, moment.now);
  const records = store.records(claim);
  const body = taken[0]?.body;
  if (body?.type === 'due') return bot.due(session, body.job, moment, records);
  if (body?.type === 'joined') return bot.join(session, body.how, moment, records);
  const message = joinBurst(taken.flatMap(messageOf).map(({ message }) => message));
  if (claim.audience === 'public') return bot.turnInPublic(session, message, moment, records);
  if (body?.origin !== undefined) return bot.turnFromPublic(session, message, body.origin, moment, records);
  return bot.turn(session, message, moment, records);
}

/** What was asked in public and is answered in private waits there under the name that it had here. */
function handOver(claim: Claim, taken: readonly ClaimedEvent[], turn: Turn): Outcome['handedOver'] {
  const newest = taken.at(-1);
  if (turn.place !== 'private' || newest === undefined || newest.privately === null) return null;
  const origin = JSON.stringify({ thread: claim.thread.thread, target: newest.target ?? '' });
  const event = `${claim.thread.thread}/${newest.event}`;
  return { event, to: newest.privately, body: { type: 'message', message: turn.handsOver, origin } };
}

function publishedBy({ published }: Turn): Outcome['published'] {
  return published === null ? null : { to: JSON.parse(published.to), replies: published.replies };
}
