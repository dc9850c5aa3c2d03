import { randomUUID } from 'node:crypto';
import { randomIds } from '../../adapters/clock.ts';
import type { Claim, Inbound, Outcome } from '../../adapters/store.ts';
import { openStore, type Store, type StorePlace } from '../../adapters/stores/open-store.ts';
import type { Change, Clock, Message, Reply } from '../../bot/index.ts';

/** A clock that stands until it is moved. */
export interface ManualClock extends Clock {
  advance(milliseconds: number): void;
}

/** What a check is made on: a store, and an agency that no other check uses. */
export interface StoreWorld {
  readonly store: Store;
  readonly clock: ManualClock;
  readonly agency: string;
}

/** What a store promises, a check that throws where the promise is broken, and a store that breaks just this one. */
export interface StoreCheck {
  readonly name: string;
  check(world: StoreWorld): Promise<void>;
  twin(world: StoreWorld): StoreWorld;
}

/** The lease of threads in tests, milliseconds; sends and jobs have a longer one. */
export const leaseMs = 10_000;
/** Longer than any lease. */
export const longMs = 100_000;

/** A clock that begins on a Sunday in November 2026. */
function createManualClock(): ManualClock {
  let now = Date.UTC(2026, 10, 22, 1);
  return {
    now: () => now,
    today: () => '2026-11-22',
    advance(milliseconds) {
      now += milliseconds;
    },
  };
}

/** Opens the store of a place under a clock that stands. */
export async function openWorld(place: StorePlace, clock = createManualClock()): Promise<StoreWorld> {
  const store = await openStore(place, { clock, ids: randomIds, leaseMs, onProblem: () => undefined });
  return { store, clock, agency: newAgency() };
}

/** A name that nobody has. */
export function newAgency(): string {
  return `agency-${randomUUID()}`;
}

/** The world with some functions of its stores replaced. */
export function breaking(
  world: StoreWorld,
  broken: { readonly [part in 'turns' | 'outbox' | 'jobs']?: Partial<Store[part]> },
): StoreWorld {
  const { store } = world;
  return {
    ...world,
    store: {
      ...store,
      turns: { ...store.turns, ...broken.turns },
      outbox: { ...store.outbox, ...broken.outbox },
      jobs: { ...store.jobs, ...broken.jobs },
    },
  };
}

/** Somebody says something in a thread; the account is the thread's unless given. */
export function said(
  { agency }: Pick<StoreWorld, 'agency'>,
  thread: string,
  text: string,
  more: Partial<Inbound> = {},
): Inbound {
  const message: Message = { text, choice: null };
  return {
    agency,
    thread,
    event: text,
    audience: 'private',
    speaker: { channel: thread.split(':', 1)[0] ?? '', account: thread },
    body: { type: 'message', message },
    target: null,
    privately: null,
    ...more,
  };
}

/** A reply that says this. */
export function replySaying(text: string): Reply {
  return {
    kind: 'answer',
    language: 'zh-TW',
    parts: [{ type: 'text', text }],
    citations: [],
    choices: [],
    role: null,
    progress: null,
  };
}

/** What a reply says. */
export function textOf(reply: Reply | undefined): string {
  return (reply?.parts ?? []).map((part) => ('text' in part ? part.text : '')).join('');
}

/** A turn on this claim that answers all of its events with `text`. */
export function outcomeOf(claim: Claim, text: string, more: Partial<Outcome> = {}): Outcome {
  const replies = more.replies ?? [replySaying(text)];
  const record = { said: text, standalone: text, topics: [], replies, at: 1 };
  return {
    events: claim.events.map(({ event }) => event),
    session: { ...claim.session, version: claim.session.version + 1 },
    record,
    replies,
    changes: [],
    delivery: null,
    handedOver: null,
    published: null,
    ...more,
  };
}

/** Receives, claims and commits one turn with these changes; gives its claim. */
export async function talk(
  world: StoreWorld,
  thread: string,
  text: string,
  changes: readonly Change[] = [],
  more: Partial<Inbound & Outcome> = {},
): Promise<Claim> {
  const { turns } = world.store;
  const { speaker, audience, ...rest } = more;
  await turns.receive(said(world, thread, text, { ...(speaker && { speaker }), ...(audience && { audience }) }));
  const claim = given(await turns.claim({ agency: world.agency, thread }));
  const kept = await turns.commit(claim, outcomeOf(claim, text, { changes, ...rest }));
  must(kept === 'committed', `a commit was ${kept}`);
  return claim;
}

/** Throws where a promise is broken. */
export function must(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}

/** Throws where two values are not the same as JSON. */
export function mustEqual(found: unknown, expected: unknown, what = 'value'): void {
  const [one, other] = [JSON.stringify(found), JSON.stringify(expected)];
  must(one === other, `${what}: ${one} instead of ${other}`);
}

/** The value, which must be there. */
export function given<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('nothing was given');
  return value;
}
