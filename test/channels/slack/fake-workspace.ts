/** A message as the workspace keeps it. */
export interface FakeMessage {
  readonly channel: string;
  readonly ts: string;
  readonly threadTs: string | null;
  readonly user: string;
  readonly isBot: boolean;
  text: string;
  blocks: readonly unknown[];
  metadata: { readonly event_type: string; readonly event_payload: Readonly<Record<string, unknown>> } | null;
  /** Null for one that was never streamed. */
  streaming: 'in_progress' | 'completed' | null;
  /** Whom alone it is shown to; null for everybody in the channel. */
  readonly onlyFor: string | null;
}

/** Somebody's form. */
export interface FakeView {
  readonly id: string;
  readonly user: string;
  readonly view: Readonly<Record<string, unknown>>;
}

/** What is in a workspace, and what its rules need. */
export interface FakeWorkspace {
  readonly team: string;
  readonly botUser: string;
  readonly botId: string;
  readonly users: ReadonlySet<string>;
  /** Channels by id, with their members. */
  readonly channels: Map<string, Set<string>>;
  readonly archived: Set<string>;
  readonly messages: FakeMessage[];
  readonly opened: FakeView[];
  readonly homes: Map<string, Readonly<Record<string, unknown>>>;
  readonly prompts: Map<string, readonly unknown[]>;
  /** What is shown under a thread, and everything that ever was. */
  readonly statuses: Map<string, string>;
  readonly statusesEver: string[];
  readonly scopes: Set<string>;
  nextTs(): string;
  nextId(prefix: string): string;
  /** The direct message with somebody. */
  direct(user: string): string;
  find(channel: string, ts: string): FakeMessage | undefined;
  add(message: Partial<FakeMessage> & Pick<FakeMessage, 'channel' | 'user'>): FakeMessage;
  /** A trigger of a tap of this person, which opens one form within three seconds. */
  newTrigger(user: string, ageMs?: number): string;
  /** Who tapped; or why it opens nothing. */
  useTrigger(trigger: string): { readonly user: string } | { readonly error: string };
  newResponse(user: string, channel: string): string;
  /** Where the next message through this response URL goes; null for one that takes none any more. */
  useResponse(id: string): { readonly user: string; readonly channel: string } | null;
}

const triggerMs = 3_000;
const responseMs = 30 * 60_000;
const responseUses = 5;

/** An empty workspace `T01TEST` with Alice, Bob and the channel `C01GEN`, in which the bot is. */
export function createFakeWorkspace(): FakeWorkspace {
  let count = 0;
  const next = () => {
    count += 1;
    return String(count).padStart(6, '0');
  };
  const triggers = new Map<string, { user: string; at: number; used: boolean }>();
  const responses = new Map<string, { user: string; channel: string; at: number; uses: number }>();
  const messages: FakeMessage[] = [];
  const users = new Set(['U01ALICE', 'U02BOB', ...Array.from({ length: 400 }, (_, index) => `U1${index}`)]);
  const workspace: FakeWorkspace = {
    team: 'T01TEST',
    botUser: 'U0BOT',
    botId: 'B0BOT',
    users,
    channels: new Map([
      ['C01GEN', new Set(['U01ALICE', 'U02BOB', 'U0BOT'])],
      ['C02NEW', new Set(['U01ALICE', 'U0BOT'])],
      ['C03OUT', new Set(['U01ALICE'])],
    ]),
    archived: new Set(),
    messages,
    opened: [],
    homes: new Map(),
    prompts: new Map(),
    statuses: new Map(),
    statusesEver: [],
    scopes: new Set(['chat:write', 'im:history', 'im:write', 'assistant:write', 'users:read', 'channels:read']),
    nextTs: () => `${Math.floor(Date.now() / 1_000)}.${next()}`,
    nextId: (prefix) => `${prefix}${next()}`,
    direct(user) {
      const id = `D${user.slice(1)}`;
      if (!workspace.channels.has(id)) workspace.channels.set(id, new Set([user, 'U0BOT']));
      return id;
    },
    find: (channel, ts) => messages.find((one) => one.channel === channel && one.ts === ts),
    add(message) {
      const added: FakeMessage = {
        ts: workspace.nextTs(),
        threadTs: null,
        isBot: message.user === workspace.botUser,
        text: '',
        blocks: [],
        metadata: null,
        streaming: null,
        onlyFor: null,
        ...message,
      };
      messages.push(added);
      return added;
    },
    newTrigger(user, ageMs = 0) {
      const id = `${next()}.trigger`;
      triggers.set(id, { user, at: Date.now() - ageMs, used: false });
      return id;
    },
    useTrigger(id) {
      const trigger = triggers.get(id);
      if (trigger === undefined) return { error: 'invalid_trigger_id' };
      if (trigger.used) return { error: 'exchanged_trigger_id' };
      if (Date.now() - trigger.at > triggerMs) return { error: 'expired_trigger_id' };
      trigger.used = true;
      return { user: trigger.user };
    },
    newResponse(user, channel) {
      const id = next();
      responses.set(id, { user, channel, at: Date.now(), uses: 0 });
      return id;
    },
    useResponse(id) {
      const response = responses.get(id);
      if (response === undefined || Date.now() - response.at > responseMs) return null;
      response.uses += 1;
      return response.uses > responseUses ? null : response;
    },
  };
  return workspace;
}
