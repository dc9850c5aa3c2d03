import type { Delivered } from '../../outlet.ts';
import type { Failed } from './client.ts';

/** What Slack will say again however often it is asked: nobody is there, or the message itself is wrong. */
const final: ReadonlySet<string> = new Set([
  'as_user_not_supported',
  'cannot_dm_bot',
  'cannot_message_self',
  'channel_not_found',
  'expired_url',
  'foreign_url',
  'invalid_arguments',
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_metadata_format',
  'invalid_metadata_schema',
  'is_archived',
  'is_inactive',
  'markdown_text_conflict',
  'messages_tab_disabled',
  'metadata_too_large',
  'msg_blocks_too_long',
  'msg_too_long',
  'no_text',
  'not_in_channel',
  'restricted_action',
  'restricted_action_non_threadable_channel',
  'restricted_action_read_only_channel',
  'restricted_action_thread_locked',
  'restricted_action_thread_only_channel',
  'slack_connect_canvas_sharing_blocked',
  'slack_connect_file_link_sharing_blocked',
  'user_disabled',
  'user_not_found',
  'user_not_in_channel',
  'users_not_found',
]);

/** The thread is gone, because the message above it was deleted. */
const threadGone: ReadonlySet<string> = new Set([
  'cannot_reply_to_message',
  'invalid_thread_ts',
  'message_not_found',
  'thread_not_found',
]);

/** What only an operator can mend: the app was removed, lacks a scope, or its token was revoked. */
const forOperator: ReadonlySet<string> = new Set([
  'access_denied',
  'accesslimited',
  'account_inactive',
  'ekm_access_denied',
  'invalid_auth',
  'missing_scope',
  'no_permission',
  'not_allowed_token_type',
  'not_authed',
  'org_login_required',
  'team_access_not_granted',
  'team_added_to_org',
  'token_expired',
  'token_revoked',
]);

/** How long to wait for an operator, milliseconds. */
const operatorMs = 5 * 60_000;

/** What a failed call means for a reply: tried again, or never. What is not known is tried again, as the outbox has an end. */
export function describeDelivery({ code, afterMs }: Failed): Exclude<Delivered, { type: 'sent' }> {
  if (final.has(code) || threadGone.has(code)) return { type: 'refused', problem: code };
  return { type: 'retry', afterMs: forOperator.has(code) ? operatorMs : afterMs, problem: code };
}

/** Whether the message above is gone, so that the reply can only stand by itself. */
export function isThreadGone({ code }: Failed): boolean {
  return threadGone.has(code);
}

/** Whether an operator should be told. */
export function needsOperator({ code }: Failed): boolean {
  return forOperator.has(code);
}
