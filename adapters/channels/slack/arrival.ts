import type { Message } from '../../../bot/index.ts';
import type { Address } from '../../conversations.ts';

/** Where a reply is sent. */
export interface Target {
  readonly team: string;
  readonly user: string;
  /** A channel, a direct message, or a person's id for the direct message with them. */
  readonly channel: string;
  /** The message under which the replies stand; null for a message of its own. */
  readonly threadTs: string | null;
  /** Takes a few messages that only this person sees, for half an hour; null where there is none. */
  readonly responseUrl: string | null;
}

/** Who did something, and where. */
export interface Place {
  /** The person's own workspace, where that is known; another one than `target.team` in a channel that two share. */
  readonly homeTeam: string;
  readonly audience: Address['audience'];
  readonly target: Target;
}

/** A message with buttons of which one was taken. */
export interface Shown {
  readonly channel: string;
  readonly ts: string;
  readonly text: string;
  readonly blocks: readonly unknown[];
}

/** A response URL for a word that only whoever tapped sees; null where there is none. */
export type Aside = string | null;

/** A field of a form for words. */
export interface Field {
  readonly block: string;
  readonly text: string;
}

/** Something that came in, as the channel understands it; the reason of what is ignored quotes nobody. */
export type Arrival =
  | {
      readonly type: 'said';
      readonly place: Place;
      readonly text: string;
      readonly event: string;
      /** Names under which its earlier words came, where they were changed. */
      readonly replaces: readonly string[];
    }
  /** A message was taken back; all the names under which it may have been received. */
  | { readonly type: 'withdrawn'; readonly place: Place; readonly events: readonly string[] }
  | { readonly type: 'opened'; readonly place: Place; readonly tab: 'home' | 'messages' }
  /** Somebody joined the workspace, or with a channel that channel. */
  | { readonly type: 'arrived'; readonly place: Place; readonly channel: string | null }
  | {
      readonly type: 'command';
      readonly place: Place;
      readonly command: string;
      readonly text: string;
      readonly event: string;
    }
  | {
      readonly type: 'chose';
      readonly place: Place;
      readonly message: Message;
      readonly event: string;
      readonly shown: Shown | null;
      readonly aside: Aside;
    }
  | {
      readonly type: 'sources';
      readonly place: Place;
      readonly passages: readonly string[];
      readonly trigger: string;
      readonly aside: Aside;
    }
  | {
      readonly type: 'rated';
      readonly place: Place;
      readonly receipt: string;
      readonly thought: 'useful' | 'not_useful';
      readonly trigger: string;
      readonly aside: Aside;
    }
  /** The shortcut for a question of one's own. */
  | { readonly type: 'asking'; readonly place: Place; readonly trigger: string }
  /** The shortcut on a message that is to be handed over. */
  | { readonly type: 'handing'; readonly place: Place; readonly text: string; readonly trigger: string }
  | {
      readonly type: 'submitted';
      readonly place: Place;
      readonly form: 'ask' | 'handoff';
      readonly field: Field;
      readonly event: string;
    }
  | {
      readonly type: 'explained';
      readonly place: Place;
      readonly receipt: string;
      readonly reason: string;
      /** For what is wrong with it. */
      readonly field: Field;
    }
  | Ignored;

/** What nobody has to do anything about. */
export interface Ignored {
  readonly type: 'ignored';
  readonly reason: string;
}

/** Ignored for this reason: one of a closed list, so that it can be counted, and quotes nothing that came in. */
export function ignored(reason: string): Ignored {
  return { type: 'ignored', reason };
}
