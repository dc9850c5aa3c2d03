import { createPerson, envelope } from '../../channels/slack/fake-person.ts';
import type { FakeMessage, FakeView } from '../../channels/slack/fake-workspace.ts';
import { openSlackWorld, type SlackWorld } from '../../channels/slack/slack-world.ts';
import { until } from '../echo-bot.ts';
import type { Account, ChannelWorld, OpenWorld, PlatformFault, Posted, SeenMessage } from './channel-world.ts';
import { choiceAction, readSlackMessage, sourcesAction, wordsOfView } from './slack-sees.ts';
import { wire } from './wire.ts';

const faults = { 'rate limited': 'ratelimited', 'error 500': 'error500', 'closed before': 'closeBefore' } as const;
/** Where a stream is refused the same reply is posted at once, which Slack limits apart. */
const methodsOfMessages = new Set(['chat.postMessage', 'response']);
/** The channel in which others read along. */
const room = 'C01GEN';

/** The Slack channel on the real conversation, and Slack as strict as Slack is. */
export const openSlack: OpenWorld = async (today, tampering) => {
  const wired = await wire(today, tampering);
  const world = await openSlackWorld(wired.conversations, ({ workspace }) => ({
    teams: tampering.served === 'own' ? [workspace.team] : [workspace.team, 'T99OTHER'],
  }));
  wired.attach(world.channel.outlet);
  const { slack } = world;
  const waiting: PlatformFault[] = [];
  slack.fault = (method) => {
    const fault = methodsOfMessages.has(method) ? waiting.shift() : undefined;
    return fault === undefined ? null : faults[fault];
  };
  let people = 0;
  const opened: ChannelWorld = {
    name: 'slack',
    wire: wired,
    newAccount: () => createAccount(world, `U1${people++}`, (name) => wired.settled(name)),
    async strangerSays(words) {
      const event = { type: 'message', channel_type: 'im', channel: 'D99OTHER', user: 'U99OTHER', text: words };
      const ts = slack.workspace.nextTs();
      const payload = { ...envelope(slack, { ...event, ts, event_ts: ts }), team_id: 'T99OTHER' };
      return (await world.send(payload)).status;
    },
    async newcomerArrives({ name }) {
      const id = name.split('/').at(-1) ?? '';
      await createPerson(slack, id, world.send).joins('C02NEW');
    },
    fail: (...next) => void waiting.push(...next),
    retryAfterMs: 1_000,
    tries: () => slack.calls.filter(({ method }) => methodsOfMessages.has(method)).length,
    ignored: tampering.ignored === 'told' ? world.ignored : [],
    async stop() {
      await wired.stop();
      await world.stop();
    },
  };
  return opened;
};

function createAccount(world: SlackWorld, id: string, settled: (name: string) => Promise<void>): Account {
  const { slack } = world;
  const { workspace } = slack;
  const person = createPerson(slack, id, world.send);
  const name = `${workspace.team}/${id}`;
  workspace.channels.get(room)?.add(id);
  /** Messages below what this person said before others. */
  const ownThreads = new Set<string>();
  const isSeen = (message: FakeMessage, where: 'private' | 'public'): boolean =>
    message.isBot &&
    (where === 'private'
      ? message.channel === person.direct
      : message.channel === room && ownThreads.has(message.threadTs ?? ''));
  const messageOf = ({ id: ts }: SeenMessage): FakeMessage | null =>
    workspace.messages.find((one) => one.ts === ts) ?? null;
  const formOpenedBy = async (act: () => Promise<unknown>): Promise<FakeView> => {
    const before = workspace.opened.length;
    await act();
    await until(() => workspace.opened.slice(before).some(({ user }) => user === id), 'a form');
    const form = workspace.opened.slice(before).find(({ user }) => user === id);
    if (form === undefined) throw new Error('no form');
    return form;
  };
  return {
    name,
    async opens() {
      return (await person.opens('messages')).status;
    },
    async says(words, where = 'private') {
      const said = await (where === 'private' ? person.says(words) : person.mentions(words));
      if (where === 'public') ownThreads.add(said.message.ts);
      return {
        status: said.answered.status,
        again: async () => (await world.send(said.payload, { retry: 1 })).status,
        edits: async (changed) => (await person.edits(said, changed)).status,
        takesBack: async () => (await person.deletes(said)).status,
      };
    },
    async taps(message, { label, value }) {
      const action = choiceAction(messageOf(message)?.blocks ?? [], label);
      const changed = { ...action, value };
      const { status } = await person.taps(messageOf(message), changed);
      return cannotBeChanged(status);
    },
    async tapsUnknown() {
      const [message = null] = workspace.messages.filter((one) => isSeen(one, 'private'));
      return (await person.taps(message, { action_id: 'delete_everything', type: 'button', value: 'all' })).status;
    },
    async opensSources(message) {
      const shown = messageOf(message);
      const action = sourcesAction(shown?.blocks ?? []);
      return wordsOfView((await formOpenedBy(() => person.taps(shown, action))).view);
    },
    async rates(message, thought, reason) {
      const tap = () =>
        person.taps(messageOf(message), {
          action_id: 'feedback',
          type: 'feedback_buttons',
          value: thought === 'useful' ? 'useful' : 'not_useful',
        });
      if (thought === 'useful') await tap();
      else await person.submits(await formOpenedBy(tap), { question: { text: reason } });
    },
    sees: (where = 'private') => workspace.messages.filter((one) => isSeen(one, where)).map(readSlackMessage),
    settled: () => settled(name),
  };
}

function cannotBeChanged(status: number): Posted {
  const never = (): Promise<number> => Promise.reject(new Error('a tap is not sent again, changed or taken back'));
  return { status, again: never, edits: never, takesBack: never };
}
