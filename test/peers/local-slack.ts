import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { z } from 'zod';
import { findFreePort, startProgram } from './child-program.ts';
import { peerPrograms } from './installed.ts';
import { describeWorkspace, postSigned, slackSecrets, workspace } from './slack-workspace.ts';

const message = z.looseObject({
  ts: z.string(),
  channel: z.string(),
  bot_id: z.string().optional(),
  text: z.string().default(''),
  thread_ts: z.string().optional(),
  ephemeral_to: z.string().optional(),
  blocks: z.array(z.unknown()).default([]),
});
/** A message as the peer keeps it. */
export type SlackMessage = z.infer<typeof message>;

const logEntry = z.looseObject({
  direction: z.string(),
  kind: z.string(),
  summary: z.string(),
  detail: z.unknown().optional(),
});
const channel = z.looseObject({ id: z.string(), is_im: z.boolean(), members: z.array(z.string()) });
const state = z.looseObject({ channels: z.array(channel) });
const said = z.looseObject({ ok: z.literal(true), message });

/** What somebody writes, and where: `channel` is their own id for the direct conversation with the assistant. */
export interface SlackWords {
  readonly user: string;
  readonly channel: string;
  readonly text: string;
}

/** The peer, and what people do in it without a browser. What they do was acknowledged when it resolves. */
export interface LocalSlack {
  /** Its page. */
  readonly url: string;
  /** What the program under test is started with. */
  readonly settings: Readonly<Record<string, string>>;
  /** Gives the message's time stamp. */
  say(words: SlackWords): Promise<string>;
  command(words: SlackWords & { readonly command: string }): Promise<void>;
  edit(words: SlackWords & { readonly ts: string }): Promise<void>;
  /** Opens the Home tab of the assistant. */
  openHome(user: string): Promise<void>;
  remove(user: string, channel: string, ts: string): Promise<void>;
  /** Taps an element that its page does not draw. */
  interact(user: string, on: SlackMessage, action: Readonly<Record<string, unknown>>): Promise<void>;
  /** What stands in a channel, or in somebody's direct conversation with the assistant, oldest first. */
  messages(place: string): Promise<readonly SlackMessage[]>;
  /** What the assistant wrote there below a message. */
  answers(place: string, thread: string): Promise<readonly SlackMessage[]>;
  /** Methods of the Web API that were called, in order, and refusals such as `chat.update -> message_not_found`. */
  calls(): Promise<readonly string[]>;
  /** With what a method was called, as text, oldest first. */
  sent(method: string): Promise<readonly string[]>;
  /** Delivers the event of a message once more, as the platform does after a time-out. Gives the status. */
  redeliver(ts: string): Promise<number>;
  /** Sends the assistant what the peer's page has no button for, with a trigger of a tap before. Gives the status. */
  deliver(payload: Readonly<Record<string, unknown>>): Promise<number>;
  end(): Promise<void>;
}

/** Starts the peer; the program under test is expected on `assistantPort` of loopback. */
export async function startLocalSlack(mode: 'events' | 'socket', assistantPort: number): Promise<LocalSlack> {
  const folder = mkdtempSync(join(tmpdir(), 'peers-slack-'));
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const requestUrl = `http://127.0.0.1:${assistantPort}/slack/events`;
  writeFileSync(join(folder, 'config.yaml'), dump(describeWorkspace(mode === 'events' ? requestUrl : null)));
  const program = await startProgram({
    command: peerPrograms.slack,
    parameters: ['--config', 'config.yaml', '--port', String(port), '--base-host', '127.0.0.1'],
    cwd: folder,
    env: process.env,
    ready: /local-slack is running/,
  });
  const read = async (path: string): Promise<unknown> => (await fetch(`${url}/_control/${path}`)).json();
  const drive = (path: string, body: unknown) => postJson(`${url}/_control/${path}`, body);
  const log = async () => z.object({ log: z.array(logEntry) }).parse(await read('log')).log;
  const delivered = async (kind: string) =>
    (await log()).flatMap((entry) =>
      entry.direction === 'to_bot' && entry.kind === kind && typeof entry.detail === 'string' ? [entry.detail] : [],
    );
  const idOf = async (place: string) => {
    if (!place.startsWith('U')) return place;
    const { channels } = state.parse(await read('state'));
    return channels.find(({ is_im, members }) => is_im && members.includes(place))?.id ?? 'none';
  };
  const messages = async (place: string) =>
    z.object({ messages: z.array(message) }).parse(await read(`messages/${await idOf(place)}`)).messages;
  return {
    url,
    settings: {
      SLACK_BOT_TOKEN: slackSecrets.botToken,
      SLACK_TEAM_ID: workspace.team,
      SLACK_API_URL: `${url}/api/`,
      ...(mode === 'events'
        ? { SLACK_SIGNING_SECRET: slackSecrets.signingSecret }
        : { SLACK_APP_TOKEN: slackSecrets.appToken }),
    },
    say: async (words) => said.parse(await drive('message', words)).message.ts,
    async command(words) {
      await drive('command', words);
    },
    async edit(words) {
      await drive('edit-message', { ...words, channel: await idOf(words.channel) });
    },
    async openHome(user) {
      await drive('open-home', { user });
    },
    async remove(user, place, ts) {
      await drive('delete-message', { user, channel: await idOf(place), ts });
    },
    async interact(user, { channel: id, ts }, action) {
      await drive('interact', { user, channel: id, messageTs: ts, action });
    },
    messages,
    async answers(place, thread) {
      return (await messages(place)).filter((one) => one.bot_id !== undefined && one.thread_ts === thread);
    },
    calls: async () => (await log()).filter(({ kind }) => kind === 'web_api').map(({ summary }) => summary),
    async sent(method) {
      return (await log())
        .filter(({ kind, summary }) => kind === 'web_api' && summary === method)
        .map(({ detail }) => JSON.stringify(detail));
    },
    async redeliver(ts) {
      const body = (await delivered('events_api')).find((one) => one.includes(`"ts":"${ts}"`));
      if (body === undefined) throw new Error(`No event was delivered for the message ${ts}`);
      return postSigned(requestUrl, body, {
        'content-type': 'application/json',
        'x-slack-retry-num': '1',
        'x-slack-retry-reason': 'http_timeout',
      });
    },
    async deliver(payload) {
      const tap = (await delivered('interactive')).at(-1);
      if (tap === undefined) throw new Error('Nothing was tapped yet, so that there is no trigger');
      const { trigger_id } = z
        .looseObject({ trigger_id: z.string() })
        .parse(JSON.parse(new URLSearchParams(tap).get('payload') ?? ''));
      const body = new URLSearchParams({ payload: JSON.stringify({ ...payload, trigger_id }) }).toString();
      return postSigned(requestUrl, body, { 'content-type': 'application/x-www-form-urlencoded' });
    },
    async end() {
      await program.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function postJson(url: string, body: unknown): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${url} said ${response.status}: ${JSON.stringify(answer)}`);
  return answer;
}
