import type { Router } from 'express';
import type { Conversations } from './conversations.ts';
import type { Outlet } from './outlet.ts';

/** A chat platform joined to the conversations: what comes in by `router`, what goes out by `outlet`. */
export interface Channel {
  /** Mounted before everything that reads bodies: signatures are over the bytes. */
  readonly router: Router;
  readonly outlet: Outlet;
  /** Opens what the channel keeps open itself; requests may come before. */
  start(): Promise<void>;
  /** Contract: nothing comes in any more when it resolves. */
  stop(): Promise<void>;
}

/** What every channel is made of, beside its own settings. */
export interface ChannelParts {
  readonly agency: string;
  readonly conversations: Conversations;
  readonly clock: { now(): number };
  /** Told what failed, for an operator; never what somebody typed. */
  onProblem(what: string, error: unknown): void;
  /** Told why an event was not for us: a closed list of short reasons. */
  onIgnored(reason: string): void;
}
