import { z } from 'zod';
import { checkActivity } from '../../unit/teams-render/check-activity.ts';
import { checkStream, type OpenStream, readStreamInfo } from './check-stream.ts';

/** The answer to a request. */
export interface Outcome {
  readonly status: number;
  readonly body: unknown;
}

/** A message that people see. */
export interface ShownMessage {
  readonly id: string;
  readonly activity: FakeActivity;
}

/** The chats of a tenant, and what people see in them. */
export interface FakeChats {
  /** Makes a conversation known in which the app is installed. */
  install(id: string, kind: 'personal' | 'group' | 'channel'): void;
  /** The app is not installed for this person, or blocked. */
  block(userId: string): void;
  /** The id of the one-to-one chat, made where there is none. */
  chatOf(userId: string): string;
  messages(chat: string): readonly ShownMessage[];
  /** Everything else that was posted: typing and the parts of streams. */
  signals(chat: string): readonly FakeActivity[];
  create(body: unknown): Outcome;
  post(chat: string, body: unknown): Outcome;
  update(chat: string, id: string, body: unknown): Outcome;
  remove(chat: string, id: string): Outcome;
}

interface Chat {
  readonly kind: 'personal' | 'group' | 'channel';
  readonly messages: { id: string; activity: FakeActivity }[];
  readonly signals: FakeActivity[];
  readonly streams: Map<string, OpenStream>;
}

const activitySchema = z.looseObject({
  type: z.string(),
  text: z.string().exactOptional(),
  summary: z.string().exactOptional(),
  from: z.looseObject({ id: z.string() }),
  conversation: z.looseObject({ id: z.string() }),
  attachments: z.array(z.looseObject({ contentType: z.string(), content: z.unknown() })).exactOptional(),
  entities: z.array(z.looseObject({ type: z.string() })).optional(),
  channelData: z.looseObject({}).optional(),
});
/** What was posted, as far as everything that is posted has it. */
export type FakeActivity = z.infer<typeof activitySchema>;

const chatSchema = z.looseObject({
  isGroup: z.literal(false),
  bot: z.looseObject({ id: z.string().regex(/^28:/) }),
  members: z.tuple([z.looseObject({ id: z.string().regex(/^29:/) })]),
  tenantId: z.string().min(1),
  channelData: z.looseObject({ tenant: z.looseObject({ id: z.string() }) }),
});

/** Empty. */
export function createFakeChats(clock: { now(): number }): FakeChats {
  const chats = new Map<string, Chat>();
  const own = new Map<string, string>();
  const blocked = new Set<string>();
  let lastId = 1_767_000_000_000;
  const nextId = (): string => String(++lastId);
  const install = (id: string, kind: Chat['kind']): void =>
    void chats.set(id, { kind, messages: [], signals: [], streams: new Map() });
  const chatOf = (userId: string): string => {
    const known = own.get(userId) ?? `a:${userId.replace('29:', '')}`;
    own.set(userId, known);
    if (!chats.has(known)) install(known, 'personal');
    return known;
  };

  const stream = (chat: Chat, activity: FakeActivity): Outcome | null => {
    const info = readStreamInfo(activity.entities ?? []);
    if (info === null) return null;
    const problem = checkStream(chat, activity, info, clock.now());
    if (problem !== null) return problem;
    const id = info.streamId ?? nextId();
    const text = activity.text ?? '';
    const known = chat.streams.get(id);
    const state = info.streamType === 'final' ? 'ended' : 'open';
    const shown = info.streamType === 'informative' ? '' : text;
    const startedAt = known?.startedAt ?? clock.now();
    chat.streams.set(id, { state, shown, sequence: info.streamSequence ?? 0, startedAt, lastAt: clock.now() });
    if (state === 'ended') chat.messages.push({ id, activity });
    else chat.signals.push(activity);
    return known === undefined ? { status: 201, body: { id } } : { status: 202, body: {} };
  };

  return {
    install,
    block: (userId) => void blocked.add(userId),
    chatOf,
    messages: (chat) => chats.get(chat)?.messages ?? [],
    signals: (chat) => chats.get(chat)?.signals ?? [],
    create(body) {
      const read = chatSchema.safeParse(body);
      if (!read.success) return refuse(400, 'BadSyntax', z.prettifyError(read.error));
      const [member] = read.data.members;
      if (blocked.has(member.id)) return refuse(403, 'MessageWritesBlocked', 'Thread is blocked from message writes.');
      return { status: 201, body: { id: chatOf(member.id) } };
    },
    post(id, body) {
      const chat = chats.get(id);
      const read = activitySchema.safeParse(body);
      if (chat === undefined) return refuse(404, 'ConversationNotFound', 'Conversation not found.');
      if (!read.success) return refuse(400, 'BadSyntax', z.prettifyError(read.error));
      const activity = read.data;
      if (activity.conversation.id !== id) return refuse(400, 'BadSyntax', 'another conversation');
      const problems = activity.type === 'message' ? checkActivity(activity) : [];
      if (problems.length > 0) return refuse(400, 'BadSyntax', problems.join('; '));
      const streamed = stream(chat, activity);
      if (streamed !== null) return streamed;
      const message = { id: nextId(), activity };
      if (activity.type === 'message' && activity.text !== undefined && activity.attachments !== undefined) {
        const { text, attachments, ...both } = activity;
        chat.messages.push({ ...message, activity: { ...both, text } });
        chat.messages.push({ id: nextId(), activity: { ...both, attachments } });
        // Of two messages Teams tells the id of neither.
        return { status: 201, body: {} };
      }
      if (activity.type === 'message') chat.messages.push(message);
      else if (activity.type === 'typing') chat.signals.push(activity);
      else return refuse(400, 'BadSyntax', `unknown type ${activity.type}`);
      return { status: 201, body: { id: message.id } };
    },
    update(id, messageId, body) {
      const message = chats.get(id)?.messages.find((one) => one.id === messageId);
      const read = activitySchema.safeParse(body);
      if (message === undefined) return refuse(404, 'ActivityNotFoundInConversation', 'Activity not found.');
      if (!read.success || checkActivity(read.data).length > 0) return refuse(400, 'BadSyntax', 'no message');
      if (read.data.text !== undefined && read.data.attachments !== undefined)
        return refuse(400, 'BadArgument', 'Text and card would be two messages.');
      message.activity = read.data;
      return { status: 200, body: { id: messageId } };
    },
    remove(id, messageId) {
      const messages = chats.get(id)?.messages ?? [];
      const at = messages.findIndex((one) => one.id === messageId);
      if (at === -1) return refuse(404, 'ActivityNotFoundInConversation', 'Activity not found.');
      messages.splice(at, 1);
      return { status: 200, body: {} };
    },
  };
}

function refuse(status: number, code: string, message: string): Outcome {
  return { status, body: { error: { code, message } } };
}
