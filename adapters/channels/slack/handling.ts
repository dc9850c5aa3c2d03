import type { SlackSettings } from '../../channel-settings.ts';
import type { Conversations } from '../../conversations.ts';
import type { Client } from './client.ts';
import type { Respond } from './respond.ts';
import type { Status } from './status.ts';

/** What handling an arrival needs. */
export interface Handling {
  readonly settings: SlackSettings;
  readonly agency: string;
  readonly conversations: Conversations;
  readonly client: Client;
  readonly respond: Respond;
  readonly status: Status;
  onIgnored(reason: string): void;
  /** Tells an operator, once in a while. */
  tell(what: string, error?: unknown): void;
}
