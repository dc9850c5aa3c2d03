import type { FakeSlack } from './fake-slack.ts';
import type { FakeMessage, FakeView } from './fake-workspace.ts';
import { type Answered, type Oddity, postSigned } from './sign.ts';

/** How a payload gets to the app. */
export type Send = (payload: object, oddity?: Oddity) => Promise<Answered>;

/** Somebody in the workspace, who does things as one does in Slack's window; each tells what the app answered to it. */
export interface FakePerson {
  readonly id: string;
  /** The direct message with the assistant. */
  readonly direct: string;
  says(text: string, thread?: string): Promise<Said>;
  /** In a channel, with the mention before it. */
  mentions(text: string, channel?: string, thread?: string): Promise<Said>;
  edits(said: Said, text: string): Promise<Answered>;
  deletes(said: Said): Promise<Answered>;
  opens(tab: 'home' | 'messages'): Promise<Answered>;
  commands(text: string): Promise<Answered>;
  /** A button in a message, or of App Home with null. */
  taps(message: FakeMessage | null, action: FakeAction): Promise<Answered>;
  /** The global shortcut, or with a message the one on it. */
  calls(shortcut: string, message?: FakeMessage): Promise<Answered>;
  submits(form: FakeView, values: Readonly<Record<string, FakeInput>>): Promise<Answered>;
  joins(channel: string | null): Promise<Answered>;
}

/** A message that somebody sent, and the payload in which it went. */
export interface Said {
  readonly message: FakeMessage;
  readonly payload: object;
  readonly answered: Answered;
}

/** A button as a payload has it. */
export type FakeAction = Readonly<Record<string, unknown>> & { readonly action_id: string };

type FakeInput = { readonly text: string } | { readonly option: string };

/** A way to the app's endpoint. */
export function sendTo(slack: FakeSlack, url: string): Send {
  return (payload, oddity) => postSigned(url, slack.signingSecret, payload, oddity);
}

/** The envelope of the Events API around an event. */
export function envelope({ workspace }: FakeSlack, event: object): object {
  return {
    token: 'verification-token',
    team_id: workspace.team,
    api_app_id: 'A0APP',
    event,
    type: 'event_callback',
    event_id: workspace.nextId('Ev'),
    event_time: Math.floor(Date.now() / 1_000),
    authorizations: [{ enterprise_id: null, team_id: workspace.team, user_id: workspace.botUser, is_bot: true }],
  };
}

/** Somebody who talks to the app over `send`. */
export function createPerson(slack: FakeSlack, id: string, send: Send): FakePerson {
  const { workspace } = slack;
  const direct = workspace.direct(id);
  const person = { team: { id: workspace.team }, user: { id, team_id: workspace.team } };
  const inDirect = { channel: direct, channel_type: 'im' };
  const tell = (event: object) => send(envelope(slack, event));
  const say = async (message: FakeMessage, event: object): Promise<Said> => {
    const { ts, threadTs, text, channel } = message;
    const thread = threadTs === null ? {} : { thread_ts: threadTs };
    const payload = envelope(slack, { ...event, user: id, ts, text, channel, event_ts: ts, ...thread });
    return { message, payload, answered: await send(payload) };
  };
  return {
    id,
    direct,
    says: (text, thread) =>
      say(workspace.add({ channel: direct, user: id, text, threadTs: thread ?? null }), {
        type: 'message',
        ...inDirect,
        client_msg_id: workspace.nextId('m'),
      }),
    mentions: (text, channel = 'C01GEN', thread) =>
      say(workspace.add({ channel, user: id, text: `<@${workspace.botUser}> ${text}`, threadTs: thread ?? null }), {
        type: 'app_mention',
      }),
    edits({ message }, text) {
      const before = { user: id, type: 'message', ts: message.ts, text: message.text };
      message.text = text;
      const edited = { user: id, ts: workspace.nextTs() };
      return tell({
        type: 'message',
        subtype: 'message_changed',
        ...inDirect,
        message: { ...before, text, edited },
        previous_message: before,
        ts: workspace.nextTs(),
      });
    },
    deletes({ message }) {
      const before = { user: id, type: 'message', ts: message.ts, text: message.text };
      const answered = workspace.messages.some((one) => one.threadTs === message.ts);
      const stone = { ...before, subtype: 'tombstone', user: 'USLACKBOT', text: 'This message was deleted.' };
      if (!answered) workspace.messages.splice(workspace.messages.indexOf(message), 1);
      const event = answered
        ? { subtype: 'message_changed', message: stone }
        : { subtype: 'message_deleted', deleted_ts: message.ts };
      return tell({ type: 'message', ...event, ...inDirect, previous_message: before, ts: workspace.nextTs() });
    },
    opens: (tab) => tell({ type: 'app_home_opened', user: id, channel: direct, tab, event_ts: workspace.nextTs() }),
    commands: (text) =>
      send({
        command: '/hr',
        text,
        team_id: workspace.team,
        user_id: id,
        channel_id: 'C01GEN',
        response_url: slack.responseUrl(id, 'C01GEN'),
        trigger_id: workspace.newTrigger(id),
      }),
    taps: (message, action) =>
      send({
        type: 'block_actions',
        ...person,
        ...whereOf(slack, id, message),
        actions: [{ ...action, action_ts: workspace.nextTs() }],
      }),
    calls: (shortcut, message) =>
      send({
        type: message === undefined ? 'shortcut' : 'message_action',
        callback_id: shortcut,
        trigger_id: workspace.newTrigger(id),
        ...person,
        ...(message === undefined
          ? {}
          : { channel: { id: message.channel }, message: { user: message.user, ts: message.ts, text: message.text } }),
      }),
    submits: ({ id: viewId, view }, values) =>
      send({
        type: 'view_submission',
        ...person,
        view: { ...view, id: viewId, hash: `${viewId}.hash`, state: { values: stateOf(values) } },
      }),
    joins: (channel) =>
      tell(
        channel === null
          ? { type: 'team_join', user: { id, team_id: workspace.team, is_bot: false } }
          : { type: 'member_joined_channel', user: id, channel, channel_type: 'C', team: workspace.team },
      ),
  };
}

/** Where a button stands, as its payload tells. */
function whereOf(slack: FakeSlack, user: string, message: FakeMessage | null): object {
  const trigger_id = slack.workspace.newTrigger(user);
  if (message === null)
    return { trigger_id, container: { type: 'view', view_id: 'V0HOME' }, view: { id: 'V0HOME', type: 'home' } };
  const { channel, ts, threadTs, text, blocks, onlyFor } = message;
  const thread = threadTs === null ? {} : { thread_ts: threadTs };
  const container = { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: onlyFor !== null, ...thread };
  const shown = onlyFor === null ? { message: { type: 'message', ts, text, blocks, ...thread } } : {};
  return {
    trigger_id,
    container,
    channel: { id: channel },
    response_url: slack.responseUrl(user, channel),
    ...shown,
  };
}

function stateOf(values: Readonly<Record<string, FakeInput>>) {
  return Object.fromEntries(
    Object.entries(values).map(([block, input]) => [
      block,
      'text' in input
        ? { text: { type: 'plain_text_input', value: input.text } }
        : { [block]: { type: 'static_select', selected_option: { value: input.option } } },
    ]),
  );
}
