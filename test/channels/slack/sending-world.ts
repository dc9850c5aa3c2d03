import { createClient } from '../../../adapters/channels/slack/client.ts';
import { createSlackOutlet } from '../../../adapters/channels/slack/outlet.ts';
import type { Pace } from '../../../adapters/channels/slack/pace.ts';
import { createRespond } from '../../../adapters/channels/slack/respond.ts';
import { createStatus, type Status } from '../../../adapters/channels/slack/status.ts';
import type { Delivered, Outlet } from '../../../adapters/outlet.ts';
import type { Outgoing } from '../../../adapters/store.ts';
import { createFakeSlack, type FakeSlack, type Fault } from './fake-slack.ts';
import type { FakeMessage } from './fake-workspace.ts';

/** The way out to a Slack in this process, as one process of ours has it. */
export interface SendingWorld {
  readonly slack: FakeSlack;
  readonly outlet: Outlet;
  readonly status: Status;
  readonly problems: string[];
  /** Alice's direct message, and her question there. */
  readonly direct: string;
  readonly asked: FakeMessage;
  inThread(): { readonly channel: string; readonly threadTs: string };
  /** Messages of the assistant. */
  ours(): readonly FakeMessage[];
  /** Methods that were called, in order. */
  methods(): readonly string[];
  /** The fault at the n-th call of a method, from 0. */
  failAt(method: string, at: number, fault: Fault): void;
  /** Tries as the outbox does, without its waiting. */
  deliverUntilSent(message: Outgoing, first?: number): Promise<Delivered>;
}

/** Lets everything through at once, for tests of all else. */
const noPace: Pace = { take: () => 0, giveBack: () => undefined, hold: () => undefined };

/** Opens a Slack with a question of Alice. */
export async function openSendingWorld(pace: Pace = noPace): Promise<SendingWorld> {
  const slack = await createFakeSlack();
  const direct = slack.workspace.direct('U01ALICE');
  const asked = slack.workspace.add({ channel: direct, user: 'U01ALICE', text: '門檻？' });
  return restartSending({ slack, direct, asked }, pace);
}

/** Another process of ours before the same Slack, which remembers nothing. */
export function restartSending(
  { slack, direct, asked }: Pick<SendingWorld, 'slack' | 'direct' | 'asked'>,
  pace: Pace = noPace,
): SendingWorld {
  const problems: string[] = [];
  const tell = (what: string) => void problems.push(what);
  const client = createClient(slack.botToken, slack.apiUrl);
  const status = createStatus(client, tell);
  const outlet = createSlackOutlet({ client, respond: createRespond(slack.apiUrl), status, pace, tell });
  return {
    ...{ slack, outlet, status, problems, direct, asked },
    inThread: () => ({ channel: direct, threadTs: asked.ts }),
    ours: () => slack.workspace.messages.filter(({ isBot }) => isBot),
    methods: () => slack.calls.map(({ method }) => method),
    failAt(method, at, fault) {
      let seen = 0;
      slack.fault = (called) => {
        if (called !== method) return null;
        seen += 1;
        return seen === at + 1 ? fault : null;
      };
    },
    async deliverUntilSent(message, first = 1) {
      for (let attempt = first; attempt < first + 5; attempt += 1) {
        const delivered = await outlet.deliver({ ...message, attempt });
        if (delivered.type !== 'retry') return delivered;
      }
      throw new Error('never sent');
    },
  };
}
