import type { Surface } from '../../conversations/talk.ts';
import type { Tampering } from './tampering.ts';
import type { Wire } from './wire.ts';

/** A button as the channel drew it. */
export interface Button {
  readonly label: string;
  /** What it carries back. */
  readonly value: string;
}

/** A message of the assistant, as it stands there now. */
export interface SeenMessage {
  /** The platform's name of it. */
  readonly id: string;
  readonly words: string;
  /** Whether it begins a reply, or is more of the one before. */
  readonly place: 'begins' | 'goes on';
  readonly buttons: readonly Button[];
  /** Choices that are listed with a number to be typed, because no button can show them. */
  readonly listed: readonly { readonly number: string; readonly label: string }[];
  /** Whether a button opens what it rests on. */
  readonly sources: 'behind a button' | 'none';
  /** Whether it asks what the person thinks of it. */
  readonly rateable: 'yes' | 'no';
}

/** How many replies these messages are. */
export function countReplies(messages: readonly SeenMessage[]): number {
  return messages.filter(({ place }) => place === 'begins').length;
}

/** Something that somebody did, and what the platform was answered. */
export interface Posted {
  readonly status: number;
  /** The platform sends the very same again. */
  again(): Promise<number>;
  edits(words: string): Promise<number>;
  takesBack(): Promise<number>;
}

/** Where something is said: alone with the assistant, or before others. */
export type Where = 'private' | 'public';

/** Somebody on the platform, who does what one does in its window. */
export interface Account {
  /** As conversations know it. */
  readonly name: string;
  opens(): Promise<number>;
  says(words: string, where?: Where): Promise<Posted>;
  /** A tap on this button, or on one that was tampered with; the answer's status. */
  taps(message: SeenMessage, button: Button, where?: Where): Promise<Posted>;
  /** Something on a button of ours that no button of ours says. */
  tapsUnknown(): Promise<number>;
  /** What they can open of the sources of a message. */
  opensSources(message: SeenMessage): Promise<string>;
  /** What they think of a message, with a reason. */
  rates(message: SeenMessage, thought: 'useful' | 'not useful', reason: string): Promise<void>;
  /** What the assistant has said where they see it. */
  sees(where?: Where): readonly SeenMessage[];
  /** Resolves once all that they asked is answered. */
  settled(): Promise<void>;
}

/** What the platform does to a request; `before` means that nothing of it was done. */
export type PlatformFault = 'rate limited' | 'error 500' | 'closed before';

/** A channel that is pushed to, joined to a strict platform in this process. */
export interface ChannelWorld {
  readonly name: 'slack' | 'teams';
  readonly wire: Wire;
  /** Somebody whom no other check knows. */
  newAccount(): Account;
  /** Somebody of another workspace or tenant says this; the answer's status. */
  strangerSays(words: string): Promise<number>;
  /** Somebody new is met, who asked for nothing. */
  newcomerArrives(account: Account): Promise<void>;
  /** The next requests that bring a message there go wrong like this, one after the other. */
  fail(...faults: readonly PlatformFault[]): void;
  /** What `Retry-After` says where the platform is asked too often, milliseconds. */
  readonly retryAfterMs: number;
  /** Requests that tried to bring a message. */
  tries(): number;
  /** Why events were ignored. */
  readonly ignored: readonly string[];
  stop(): Promise<void>;
}

/** Opens a world as of a day. */
export type OpenWorld = (today: string, tampering: Tampering) => Promise<ChannelWorld>;

/** What a channel promises where it is pushed to, and what breaks just this. */
export interface ChannelCheck {
  readonly name: string;
  check(world: ChannelWorld): Promise<void>;
  readonly twin: Tampering;
  /** Where the twin is opened. */
  readonly twinOn?: ChannelWorld['name'];
}

/** What every place to talk promises, and what breaks just this. */
export interface TalkCheck {
  readonly name: string;
  check(surface: Surface): Promise<void>;
  readonly twin: Tampering;
}
