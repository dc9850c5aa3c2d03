import { checkBlocks, checkMessage, checkView } from '../../unit/slack-render/check-blocks.ts';
import type { FakeMessage, FakeWorkspace } from './fake-workspace.ts';

/** What a method was called with: strings, and what they hold where they are JSON. */
export type Parameters = Readonly<Record<string, unknown>>;
/** What it answers, beside `ok`; or why it refuses. */
type Answered = Readonly<Record<string, unknown>> | { readonly error: string };

const streamedCharactersMax = 12_000;
const promptsMax = 4;

/** The methods that the channel uses, as strict as Slack: what Slack refuses, they refuse with Slack's word. */
export const fakeMethods: Readonly<Record<string, (workspace: FakeWorkspace, parameters: Parameters) => Answered>> = {
  'auth.test': ({ team, botUser, botId }) => ({ team_id: team, user_id: botUser, bot_id: botId }),
  'chat.postMessage': postMessage,
  'chat.update': (workspace, parameters) => {
    const message = ownMessage(workspace, parameters);
    if ('error' in message) return message;
    const { text = '', blocks = [] } = parameters;
    const [problem] = checkMessage({ text, blocks });
    if (problem !== undefined) return { error: problem.error };
    Object.assign(message, { text, blocks });
    return { ts: message.ts };
  },
  'chat.delete': (workspace, parameters) => {
    const message = ownMessage(workspace, parameters);
    if ('error' in message) return message;
    workspace.messages.splice(workspace.messages.indexOf(message), 1);
    return {};
  },
  'chat.startStream': startStream,
  'chat.appendStream': (workspace, parameters) => {
    const message = streamedMessage(workspace, parameters);
    if ('error' in message) return message;
    const text = message.text + String(parameters['markdown_text'] ?? '');
    if (text.length > streamedCharactersMax) return { error: 'msg_too_long' };
    message.text = text;
    return { ts: message.ts };
  },
  'chat.stopStream': (workspace, parameters) => {
    const message = streamedMessage(workspace, parameters);
    if ('error' in message) return message;
    const blocks = listOf(parameters['blocks']);
    const [problem] = checkBlocks(blocks, 'message');
    if (problem !== undefined) return { error: problem.error };
    const metadata = metadataOf(parameters['metadata']);
    if (metadata === 'invalid') return { error: 'invalid_metadata_format' };
    message.text += String(parameters['markdown_text'] ?? '');
    message.blocks = blocks;
    message.metadata = metadata;
    message.streaming = 'completed';
    clearStatus(workspace, message.channel, message.threadTs);
    return { ts: message.ts };
  },
  'conversations.open': ({ users, direct, scopes }, { users: user }) => {
    if (!scopes.has('im:write')) return { error: 'missing_scope' };
    return users.has(String(user)) ? { channel: { id: direct(String(user)) } } : { error: 'user_not_found' };
  },
  'conversations.history': (workspace, parameters) =>
    read(workspace, parameters, ({ threadTs }) => threadTs === null).reversed(),
  'conversations.replies': (workspace, parameters) => {
    const { channel, ts } = parameters;
    if (workspace.find(String(channel), String(ts)) === undefined) return { error: 'thread_not_found' };
    return read(workspace, parameters, (one) => one.ts === ts || one.threadTs === ts).asIs();
  },
  'views.open': (workspace, { trigger_id: trigger, view }) => {
    const used = workspace.useTrigger(String(trigger));
    if ('error' in used) return used;
    const [problem] = checkView(view);
    if (problem !== undefined || !isRecord(view) || view['type'] !== 'modal') return { error: 'invalid_arguments' };
    const id = workspace.nextId('V');
    workspace.opened.push({ id, user: used.user, view });
    return { view: { id, ...view } };
  },
  'views.publish': (workspace, { user_id: user, view }) => {
    if (!workspace.users.has(String(user))) return { error: 'user_not_found' };
    const [problem] = checkView(view);
    if (problem !== undefined || !isRecord(view) || view['type'] !== 'home') return { error: 'invalid_arguments' };
    workspace.homes.set(String(user), view);
    return {};
  },
  'assistant.threads.setStatus': (workspace, { channel_id: channel, thread_ts: ts, status }) => {
    if (!workspace.scopes.has('assistant:write')) return { error: 'missing_scope' };
    if (workspace.find(String(channel), String(ts)) === undefined) return { error: 'invalid_thread_ts' };
    if (status === '') workspace.statuses.delete(`${channel} ${ts}`);
    else workspace.statuses.set(`${channel} ${ts}`, String(status));
    workspace.statusesEver.push(String(status));
    return {};
  },
  'assistant.threads.setSuggestedPrompts': (workspace, { channel_id: channel, thread_ts: ts, prompts }) => {
    const list = listOf(prompts);
    if (list.length === 0 || list.length > promptsMax || !list.every(isPrompt)) return { error: 'invalid_arguments' };
    if (!workspace.channels.has(String(channel))) return { error: 'channel_not_found' };
    // Under `agent_view` a thread makes it silently do nothing.
    if (ts === undefined) workspace.prompts.set(String(channel), list);
    return {};
  },
};

function postMessage(workspace: FakeWorkspace, parameters: Parameters): Answered {
  const channel = resolveChannel(workspace, String(parameters['channel']));
  if (typeof channel !== 'string') return channel;
  const [problem] = checkMessage({ text: parameters['text'], blocks: parameters['blocks'] });
  if (problem !== undefined) return { error: problem.error };
  const threadTs = parameters['thread_ts'] === undefined ? null : String(parameters['thread_ts']);
  if (threadTs !== null && workspace.find(channel, threadTs) === undefined) return { error: 'thread_not_found' };
  const metadata = metadataOf(parameters['metadata']);
  if (metadata === 'invalid') return { error: 'invalid_metadata_format' };
  const { botUser: user } = workspace;
  const content = { text: String(parameters['text']), blocks: listOf(parameters['blocks']), metadata };
  const { ts } = workspace.add({ channel, user, threadTs, ...content });
  clearStatus(workspace, channel, threadTs);
  return { channel, ts };
}

function startStream(workspace: FakeWorkspace, parameters: Parameters): Answered {
  const { thread_ts: thread, recipient_user_id: user, recipient_team_id: team, markdown_text: text } = parameters;
  const channel = resolveChannel(workspace, String(parameters['channel']));
  if (typeof channel !== 'string') return channel;
  if (thread === undefined || workspace.find(channel, String(thread)) === undefined)
    return { error: 'invalid_thread_ts' };
  if (!channel.startsWith('D') && (user === undefined || team === undefined))
    return { error: 'missing_recipient_user_id' };
  if (String(text ?? '').length > streamedCharactersMax) return { error: 'msg_too_long' };
  const { botUser } = workspace;
  const streaming = 'in_progress';
  const begun = { channel, user: botUser, threadTs: String(thread), text: String(text ?? ''), streaming } as const;
  return { channel, ts: workspace.add(begun).ts };
}

function resolveChannel({ users, channels, archived, direct, botUser }: FakeWorkspace, id: string) {
  const channel = users.has(id) ? direct(id) : id;
  const members = channels.get(channel);
  if (members === undefined) return { error: 'channel_not_found' };
  if (archived.has(channel)) return { error: 'is_archived' };
  return members.has(botUser) ? channel : { error: 'not_in_channel' };
}

function ownMessage(workspace: FakeWorkspace, { channel, ts }: Parameters): FakeMessage | { readonly error: string } {
  const message = workspace.find(String(channel), String(ts));
  if (message === undefined) return { error: 'message_not_found' };
  return message.isBot ? message : { error: 'cant_update_message' };
}

function streamedMessage(workspace: FakeWorkspace, parameters: Parameters): FakeMessage | { readonly error: string } {
  const message = ownMessage(workspace, parameters);
  if ('error' in message) return message;
  return message.streaming === 'in_progress' ? message : { error: 'message_not_in_streaming_state' };
}

/** A page of a conversation that the token may read. */
function read(workspace: FakeWorkspace, parameters: Parameters, belongs: (message: FakeMessage) => boolean) {
  const channel = String(parameters['channel']);
  const scope = channel.startsWith('D') ? 'im:history' : 'channels:history';
  const all = workspace.messages.filter((one) => one.channel === channel && one.onlyFor === null && belongs(one));
  const answer = (messages: readonly FakeMessage[]): Answered => {
    if (!workspace.scopes.has(scope)) return { error: 'missing_scope' };
    if (!workspace.channels.has(channel)) return { error: 'channel_not_found' };
    const limit = Math.min(Number(parameters['limit'] ?? 100), 999);
    const from = Number(parameters['cursor'] ?? 0);
    const withMetadata = parameters['include_all_metadata'] === 'true';
    const page = messages.slice(from, from + limit).map((one) => showMessage(workspace, one, withMetadata));
    const isMore = messages.length > from + limit;
    return { messages: page, has_more: isMore, response_metadata: isMore ? { next_cursor: `${from + limit}` } : {} };
  };
  return { asIs: () => answer(all), reversed: () => answer(all.toReversed()) };
}

function showMessage({ botId }: FakeWorkspace, message: FakeMessage, withMetadata: boolean) {
  const { ts, threadTs, user, text, blocks, metadata, isBot, streaming } = message;
  return {
    type: 'message',
    ...{ ts, user, text, blocks },
    ...(threadTs === null ? {} : { thread_ts: threadTs }),
    ...(isBot ? { bot_id: botId } : {}),
    ...(streaming === null ? {} : { streaming_state: streaming }),
    ...(metadata === null || !withMetadata ? {} : { metadata }),
  };
}

function clearStatus({ statuses }: FakeWorkspace, channel: string, threadTs: string | null): void {
  statuses.delete(`${channel} ${threadTs}`);
}

function metadataOf(value: unknown): FakeMessage['metadata'] | 'invalid' {
  if (value === undefined) return null;
  if (!isRecord(value) || typeof value['event_type'] !== 'string' || !isRecord(value['event_payload']))
    return 'invalid';
  return { event_type: value['event_type'], event_payload: value['event_payload'] };
}

function isPrompt(value: unknown): boolean {
  return isRecord(value) && typeof value['title'] === 'string' && typeof value['message'] === 'string';
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
