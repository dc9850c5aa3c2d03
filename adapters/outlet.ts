import type { Outgoing } from './store.ts';

/** The way out to one channel. */
export interface Outlet {
  /** The channel's name, as threads begin with it. */
  readonly channel: string;
  /** Contract: never rejects for what the platform says; sends the message's idempotency key along where the platform takes one. */
  deliver(message: Outgoing): Promise<Delivered>;
}

/** What came of it: sent, to be tried again (after what the platform says, milliseconds), or never to be accepted. */
export type Delivered =
  | { readonly type: 'sent'; readonly receipt: string | null }
  | { readonly type: 'retry'; readonly afterMs: number | null; readonly problem: string }
  | { readonly type: 'refused'; readonly problem: string };
